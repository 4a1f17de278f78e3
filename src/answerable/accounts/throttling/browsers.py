"""The browsers that an account was used in: they are not slowed down by guesses made elsewhere.

A browser keeps a signed cookie for whoever signed in with it. It lets nobody in and says nothing; it only
gives its accounts a count of their own (the "device cookies" of OWASP).
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.http.response import HttpResponseBase

SALT = "answerable.known-browser"
YEAR = 365 * 24 * 3600
MOST = 5  # people who use one browser and are remembered in it


def cookie_name() -> str:
    return f"{settings.COOKIE_PREFIX}known"


def known_as(request: HttpRequest, user_pk: int) -> str | None:
    """The name under which this browser is counted for a user; None where they never signed in with it."""
    return _read(request).get(str(user_pk))


def remember(request: HttpRequest, response: HttpResponseBase, user_pk: int) -> None:
    """Keep in the browser that the user signed in with it."""
    people = _read(request)
    name = people.pop(str(user_pk), None) or secrets.token_urlsafe(12)
    kept = dict([*people.items(), (str(user_pk), name)][-MOST:])
    response.set_cookie(
        cookie_name(), signing.dumps(kept, salt=SALT), max_age=YEAR, path="/",
        secure=settings.HTTPS, httponly=True, samesite="Lax",
    )  # fmt: skip


def _read(request: HttpRequest) -> dict[str, str]:
    try:
        found = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT, max_age=YEAR)
    except signing.BadSignature:
        return {}
    return found if isinstance(found, dict) else {}
