"""Who asks: worked out once a request, when somebody wants to know."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from answerable.accounts.queries import working
from answerable.accounts.session_store import session_of
from answerable.accounts.strength import is_strong
from answerable.web.actor import NOBODY, Actor

OFFICE = "office"
"""The key in the session of the office that somebody with several chose."""


class ActorMiddleware:
    """Puts ``request.actor`` in place; stands after the one that finds the session's user."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.actor = cast(Actor, SimpleLazyObject(lambda: actor_from(request)))  # type: ignore[attr-defined]
        response = self.get_response(request)
        session_of(request).seen(timezone.now())
        return response


def actor_from(request: HttpRequest) -> Actor:
    """The actor of the session; nobody where nobody is signed in."""
    user = request.user
    if not user.is_authenticated:
        return NOBODY
    found = working(user, request.session.get(OFFICE))
    return Actor(found.user, found.office, found.roles, is_strong(request))
