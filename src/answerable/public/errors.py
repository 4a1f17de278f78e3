"""What is said where nothing stands, in the frame of the public site."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import override

from answerable.components import words
from answerable.core.permissions.table import Permission
from answerable.public.pages import office_at, page
from answerable.web.language import language_of
from answerable.web.policy import policy_of

NOT_FOUND = 404


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse | None:
    """The page for an address of the public site; None where it is none of ours to answer."""
    found = request.resolver_match
    ours = found is not None and _is_public(found.func)
    if not ours and (found is not None or request.path_info.startswith(settings.STATIC_URL)):
        return None
    try:
        office = office_at(request.path_info.split("/")[1])
    except Http404:
        office = None
    if office is None:
        return _with_slash(request) if ours else None
    said = exception.args[0] if exception.args and isinstance(exception.args[0], str) else ""
    why = said if said.endswith(".") else ""
    with override(language_of(request)):
        context = {
            "office": office,
            "title": _("Page not found"),
            "why": words.said(why),
            "canonical": f"{settings.SITE}/{office['slug']}",
        }
        return page(request, "public/not_found.html", context, NOT_FOUND)


def _with_slash(request: HttpRequest) -> HttpResponse | None:
    """An address of those who work here without its last slash, which looks like one of an office."""
    try:
        match = resolve(f"{request.path_info}/")
    except Resolver404:
        return None
    if _is_public(match.func):
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{request.path_info}/{'?' + query if query else ''}")


def _is_public(view: object) -> bool:
    policy = policy_of(view)  # type: ignore[arg-type]
    return policy is not None and policy.permission is Permission.READ_PUBLISHED
