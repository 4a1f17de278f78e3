"""A public page as it would be served, asked for without a server."""

from __future__ import annotations

from django.http import Http404, HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.urls import Resolver404, ResolverMatch, resolve

from answerable.public.languages import for_machines
from answerable.web.language import offered, prefix_of

ADDRESSES = "answerable.public.urls"
"""The addresses that can be asked for: no other page of the program can get into an edition."""
WHOLE = frozenset({"feed_meetings", "feed_actions", "feed_publications", "feed_topic"})
"""Feeds. Nobody can ask a file for its second page, so they have all their entries in one."""


def in_language(where: str) -> tuple[str, str]:
    """The language that an address asks for, "" for the site's own, and the address without it."""
    for one in offered()[1:]:
        prefix = prefix_of(one)
        if f"{where}/".startswith((f"{prefix}/", f"{prefix}?")):
            return one, where.removeprefix(prefix) or "/"
    return "", where


def request_for(where: str) -> HttpRequest:
    """A request for an address, from nobody."""
    language, plain = in_language(where)
    path, _, query = plain.partition("?")
    request = HttpRequest()
    request.method = "GET"
    request.path, request.path_info = where.partition("?")[0], path
    if language:
        request.public_language = language  # type: ignore[attr-defined]
    request.GET = QueryDict(query)
    request.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "QUERY_STRING": query}
    return request


def match_of(where: str) -> ResolverMatch | None:
    """The view that answers an address."""
    try:
        return resolve(in_language(where)[1].partition("?")[0], ADDRESSES)
    except Resolver404:
        return None


def answer(where: str) -> HttpResponseBase | None:
    """What stands at an address; None where nothing does."""
    match = match_of(where)
    if match is None:
        return None
    request = request_for(where)
    if hasattr(request, "public_language") and for_machines(request):
        return None
    request.resolver_match = match
    more = {"whole": True} if match.url_name in WHOLE else {}
    try:
        return match.func(request, *match.args, **match.kwargs, **more)
    except Http404:
        return None
