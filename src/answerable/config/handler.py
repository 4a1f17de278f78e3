"""What a web server calls: Django, and in front of it the public answers that are kept.

A kept answer goes out again with the headers that every layer gave it the first time, past all of them; it
is looked at first whether it is still right, and it is counted and logged as any other.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import DatabaseError, InterfaceError, connections
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from answerable.config.proxies import SAID, is_proxy
from answerable.public.keeping import asked_for, shelf, stamp
from answerable.public.kept import NOT_MODIFIED, OK, Kept, Way
from answerable.upkeep.requests import HEADER, new_number, noted, view_name

Environ = dict[str, Any]
TLS = "https"
GET = "GET"
STATUS_LINES = {OK: "200 OK", NOT_MODIFIED: "304 Not Modified"}


class Handler(WSGIHandler):
    """Django's own, that knows what it can say again."""

    def __call__(self, environ: Environ, start_response: Any) -> Any:
        began = time.perf_counter()
        again = _again(environ) if environ["REQUEST_METHOD"] == GET else None
        if again is None:
            return super().__call__(environ, start_response)
        number, status = new_number(), again.way[1]
        start_response(STATUS_LINES[status], [*again.headers, (HEADER, number)])
        noted(view_name(again.kept.match), GET, status, began, user=None, request=number)
        return [again.kept.bytes_sent(again.way)]

    def get_response(self, request: HttpRequest) -> HttpResponseBase:
        """Django's answer; where it is kept, its headers as they go out are, too."""
        response = super().get_response(request)
        known: tuple[Kept, Way] | None = getattr(request, "kept", None)
        if known and request.method == GET and not response.cookies:
            kept, way = known
            if response.status_code == way[1]:
                headers = [one for one in response.items() if one[0] != HEADER]
                kept.sent[way, over_tls(request.META)] = headers
        return response


class Again(NamedTuple):
    """An answer that goes out as it did before."""

    kept: Kept
    way: Way
    headers: Sequence[tuple[str, str]]


def _again(environ: Environ) -> Again | None:
    """What is kept, was sent in the same way before, and is still right."""
    kept = shelf.get(asked_for(environ))
    if kept is None:
        return None
    way = kept.way(environ.get("HTTP_ACCEPT_ENCODING", ""), environ.get("HTTP_IF_NONE_MATCH", ""))
    headers = kept.sent.get((way, over_tls(environ)))
    return Again(kept, way, headers) if headers is not None and _still(kept) else None


def _still(kept: Kept) -> bool:
    """Is it still right? A store that does not answer is Django's to say."""
    try:
        connections[settings.PUBLIC_READS].close_if_unusable_or_obsolete()
        return kept.stamp == stamp()
    except (DatabaseError, InterfaceError, OSError):
        return False


def over_tls(environ: Environ) -> bool:
    """Did the request come over TLS, as far as what says so is believed? As Django's ``is_secure``."""
    believed = settings.SECURE_PROXY_SSL_HEADER is not None and is_proxy(environ.get("REMOTE_ADDR", ""))
    if believed and SAID in environ:
        return bool(environ[SAID].partition(",")[0].strip() == TLS)
    return environ.get("wsgi.url_scheme") == TLS
