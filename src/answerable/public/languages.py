"""The same public pages in another language: "/cy/wyvern-valley" is "/wyvern-valley" with a Welsh frame."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from answerable.core.permissions.table import Permission
from answerable.web.language import language_of, offered, prefix_of, short
from answerable.web.policy import View, policy_of

LINK = re.compile(r'(?<!hreflang="..") (href|action)="/(?!/)')
"""An address of ours in a tag. What people wrote has no quotation mark that is not escaped."""


class LanguagesMiddleware:
    """Takes the language off the front of an address, so that what follows is the one permanent address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = _asked_for(request.path_info)
        if not language:
            return self.get_response(request)
        prefix = prefix_of(language)
        request.path_info = request.path_info.removeprefix(prefix) or "/"
        request.public_language = language  # type: ignore[attr-defined]
        answer = self.get_response(request)
        goes_to = answer.headers.get("Location", "")
        if goes_to.startswith("/"):
            answer.headers["Location"] = f"{prefix}{goes_to}"
        return answer

    def process_view(self, request: HttpRequest, view: View, args: Any, values: Any) -> None:
        """Raises Http404 where the address is no public page: those who work here have one language."""
        del args, values
        policy = policy_of(view)
        public = policy is not None and policy.permission is Permission.READ_PUBLISHED
        if hasattr(request, "public_language") and (for_machines(request) or not public):
            raise Http404


def for_machines(request: HttpRequest) -> bool:
    """Is it asked of the API? That has one language."""
    return request.path_info.split("/")[1] == "api"


def _asked_for(path: str) -> str:
    """The language at the front of an address; "" where there is none."""
    first = path.split("/")[1] if "/" in path else ""
    return next((one for one in offered()[1:] if first == short(one)), "")


def led_on(page: str, language: str) -> str:
    """A page whose links stay in its language. Style sheets and the API have one for all."""
    prefix = prefix_of(language)
    if not prefix:
        return page
    same = (settings.STATIC_URL, "/api/", '/api"')

    def with_prefix(found: re.Match[str]) -> str:
        where = page[found.end() - 1 : found.end() + len(settings.STATIC_URL)]
        return found.group() if where.startswith(same) else f' {found[1]}="{prefix}/'

    return LINK.sub(with_prefix, page)


class Edition(NamedTuple):
    """This page in a language. ``name`` as its speakers say it: "Cymraeg"."""

    code: str
    name: str
    href: str
    whole: str
    here: bool


def editions(request: HttpRequest) -> list[Edition]:
    """This page in every language that is offered; none where there is one only."""
    here, every = language_of(request), offered()
    asked = request.META.get("QUERY_STRING", "")
    path = request.path_info + (f"?{asked}" if asked else "")
    return [
        Edition(
            short(one), LANG_INFO[short(one)]["name_local"], prefix_of(one) + path,
            f"{settings.SITE}{prefix_of(one)}{request.path_info}", one == here,
        )
        for one in every
        if len(every) > 1 and not for_machines(request)
    ]  # fmt: skip
