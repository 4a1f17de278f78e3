"""Style sheets, scripts and pictures at addresses that change with them: a browser keeps them for ever.

What a sheet or script names beside itself is found under the same prefix, so it needs no rewriting.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from whitenoise.middleware import WhiteNoiseMiddleware

FOR_EVER = "public, max-age=31536000, immutable"  # a year is the longest that HTTP speaks of
BAD_REQUEST = 400
DIGITS = 12  # hexadecimal, of the hash of all files: 48 bits
VERSIONED = re.compile(rf"^v-([0-9a-f]{{{DIGITS}}})/")


@cache
def version() -> str:
    """A hash of every file and its name."""
    found = sha256()
    files = [one for finder in get_finders() for one in _of(finder)]
    held = sorted(files, key=lambda one: one[0])
    for path, storage in held:
        with storage.open(path) as file:
            found.update(f"{path} {sha256(file.read()).hexdigest()}\n".encode())
    return found.hexdigest()[:DIGITS]


def _of(finder: object) -> list[tuple[str, StaticFilesStorage]]:
    """The paths of its files, each with what opens it."""
    return [(path, storage) for path, storage in finder.list([])]  # type: ignore[attr-defined]


class VersionedStorage(StaticFilesStorage):
    """Files where they are. A web server in front that serves them itself has them under plain names."""

    def url(self, name: str | None) -> str:
        plain = super().url(name)
        if settings.DEBUG or settings.STATIC_ROOT or not name:
            return plain
        return plain.replace(settings.STATIC_URL, f"{settings.STATIC_URL}v-{version()}/", 1)


class AssetsMiddleware(WhiteNoiseMiddleware):
    """Serves a file at its versioned address too: of this version for ever, of another as it is now."""

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asked = VERSIONED.match(request.path_info.removeprefix(settings.STATIC_URL))
        if not request.path_info.startswith(settings.STATIC_URL) or asked is None:
            return super().__call__(request)
        plain = request.path_info.replace(f"v-{asked[1]}/", "", 1)
        request.path_info = plain
        response = super().__call__(request)
        if asked[1] == version() and response.status_code < BAD_REQUEST:
            response.headers["Cache-Control"] = FOR_EVER
        return response
