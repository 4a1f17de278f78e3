"""What somebody typed is shown again where it could not be used: signed out meanwhile, an old key.

Only to whoever sent it from a page of ours (the browser says so), never from the pages of one's own account,
and never a field that sounds like a secret.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

SECRET = re.compile(r"passw|secret|token|code|credential|otp|pin\b|recovery", re.IGNORECASE)
LONG = 80  # characters from which an input is a text area
FROM = "came-from"
"""Where the form stood that led to a page of ours; carried by that page."""

KEYS = frozenset(["csrfmiddlewaretoken", "form_key", FROM])
CARRIED = frozenset(
    ["part", "position", "warning", "back", "seen", "first-seen", "to-choose", "answer", "choose-", "offered"]
)
"""Hidden fields of forms, and the names of their buttons: sent again, and nothing to read."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A field with what was typed into it."""

    name: str
    value: str

    @property
    def label(self) -> str:
        return self.name.replace("_", " ").replace("-", " ").strip().capitalize()

    @property
    def is_long(self) -> bool:
        return len(self.value) > LONG or "\n" in self.value


def machine_fields() -> frozenset[str]:
    """The fields of every form that are made anew with each page."""
    return KEYS


def kept_fields(sent: QueryDict) -> list[Kept]:
    """The fields that somebody typed into, without secrets and without what was ticked."""
    return [
        Kept(name, value) for name, value in every_pair(sent) if _is_typed(name) and not _ticks(sent, name)
    ]


def every_pair(sent: QueryDict) -> list[tuple[str, str]]:
    """Names and values as they were sent: of several ticks under one name each."""
    return [(name, str(value)) for name, values in sent.lists() for value in values]


def _ticks(sent: QueryDict, name: str) -> bool:
    return len(sent.getlist(name)) > 1


def _is_typed(name: str) -> bool:
    return name not in KEYS | CARRIED and not name.startswith("choose-") and not SECRET.search(name)


def _is_carried(sent: QueryDict, name: str) -> bool:
    """Sent again as it is, and not shown: nobody typed it."""
    return name in CARRIED or name.startswith("choose-") or (_is_typed(name) and _ticks(sent, name))


def was_sent_from_here(request: HttpRequest) -> bool:
    """Did a page of ours send it? Browsers say so in a header that no page can write.

    A form with files is not looked at: nobody who is not signed in gets us to receive any.
    """
    if request.method != "POST" or request.content_type != "application/x-www-form-urlencoded":
        return False
    fetched = request.headers.get("Sec-Fetch-Site")
    if fetched is not None:
        return fetched == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def came_from(request: HttpRequest) -> str:
    """The page that a form stood on; the front page where that is not known, or is not ours."""
    there = request.POST.get(FROM) or request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(there, {request.get_host()}):
        return "/"
    parts = urlsplit(there)
    return f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"


def kept_page(request: HttpRequest, title: str, why: str, *, sign_in: str = "") -> HttpResponse:
    """403 with what was typed, to be sent once more with a key of this page or to be copied.

    ``sign_in``: the address of the page to sign in on, where that has to come first.
    """
    sent = request.POST
    context = {
        "title": title,
        "why": why,
        "sign_in": sign_in,
        "address": request.get_full_path(),
        "kept": kept_fields(sent),
        "carried": [(name, value) for name, value in every_pair(sent) if _is_carried(sent, name)],
        "form_key": sent.get("form_key", ""),
        "back": came_from(request),
    }
    return render(request, "components/kept.html", context, status=403)
