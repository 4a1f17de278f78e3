"""Public answers: their ETag, their packing, and keeping them as long as the public store is the same.

Whoever asks makes no difference, so cookies are not looked at, neither on the way in nor out. What was
published, corrected or withdrawn is seen by the next request: each asks for the store's revision first.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from answerable.core.permissions.table import Permission
from answerable.public.kept import NOT_MODIFIED, OK, Asked, Kept, Shelf, packed, size_of
from answerable.public.pages import NOTHING_HERE, NUL
from answerable.published.queries import state
from answerable.web.policy import READING, View, policy_of

KEPT = "no-cache"  # a browser may keep it, and asks each time whether it is still right
TAG_LENGTH = 20  # of 64 hexadecimal digits: 80 bits
LONGEST_ASKED = 1000  # letters: longer addresses are somebody's own words, asked once
OF_THE_BODY = frozenset({"Content-Type", "Content-Length", "Content-Encoding", "Content-Disposition"})
"""What a 304 does not say again: everything else it says as the whole answer does."""
Stamp = tuple[tuple[int, str], dt.date]

shelf = Shelf()


class KeptPagesMiddleware:
    """Stands outside of everything that asks who is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked = asked_for(request.META)
        kept = shelf.get(asked) if request.method in READING else None
        if kept is not None and kept.stamp == stamp():
            request.resolver_match = kept.match
            return _sent(request, kept)
        response = self.get_response(request)
        true_of = getattr(request, "true_of", None)
        return response if true_of is None else _fresh(request, asked, response, true_of)

    def process_view(self, request: HttpRequest, view: View, args: Any, values: Any) -> None:
        """Note of a public view what its answer will be true of: a change meanwhile makes it old at once.

        Raises Http404 for an address that none can be.
        """
        del args, values
        policy = policy_of(view)
        if policy is not None and policy.permission is Permission.READ_PUBLISHED:
            if NUL in request.path_info:
                raise Http404(NOTHING_HERE)
            request.true_of = stamp()  # type: ignore[attr-defined]


def asked_for(environ: Mapping[str, Any]) -> Asked:
    """What is asked for, of a request's environment."""
    return environ.get("SCRIPT_NAME", ""), environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")


def stamp() -> Stamp:
    """What an answer is true of: the store as it is, and the day that "41 days late" was counted on."""
    return state(), timezone.localdate()


def _fresh(
    request: HttpRequest, asked: Asked, response: HttpResponseBase, true_of: Stamp
) -> HttpResponseBase:
    response.headers.setdefault("Cache-Control", KEPT)
    patch_vary_headers(response, ["Accept-Encoding"])
    if response.status_code != OK or response.streaming:
        return response
    answer = _kept(request, asked, cast(HttpResponse, response), true_of)
    if sum(map(len, asked)) <= LONGEST_ASKED:
        shelf.put(asked, answer)
    return _sent(request, answer)


def _kept(request: HttpRequest, asked: Asked, response: HttpResponse, true_of: Stamp) -> Kept:
    """The answer with its tag: of its bytes, so that it changes with what is shown and with nothing else."""
    body, headers = response.content, dict(response.headers)
    headers.setdefault("ETag", f'"{hashlib.sha256(body).hexdigest()[:TAG_LENGTH]}"')
    small = None if "Content-Encoding" in headers else packed(body, headers.get("Content-Type", ""))
    return Kept(true_of, headers, body, small, size_of(asked, body, small), request.resolver_match)


def _sent(request: HttpRequest, kept: Kept) -> HttpResponse:
    headers = request.headers
    way = kept.way(headers.get("Accept-Encoding", ""), headers.get("If-None-Match", ""))
    small, status = way
    request.kept = kept, way  # type: ignore[attr-defined]  # for whoever sends it again (config/handler.py)
    body = kept.bytes_sent(way)
    answer: HttpResponse = HttpResponseNotModified() if status == NOT_MODIFIED else HttpResponse(body)
    for name, value in kept.headers.items():
        if status == OK or name not in OF_THE_BODY:
            answer.headers[name] = value
    if status == OK:
        answer.headers["Content-Length"] = str(len(body))
        if small:
            answer.headers["Content-Encoding"] = "gzip"
    answer.headers["ETag"] = kept.tag(small)
    return answer
