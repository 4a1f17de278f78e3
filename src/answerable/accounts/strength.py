"""Was a second factor shown when this session began?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

METHODS = "account_authentication_methods"
"""Where allauth keeps, in the session, how somebody signed in."""

METHODS_OF = "account_authentication_methods_user"
"""And of whom it keeps that: the key of the user, as text."""

SAMPLE = "sample"
"""How somebody signed in who was chosen from the sample's people."""
THIS_MACHINE = "this-machine"
"""How somebody signed in who came by the link that the terminal printed."""


SHOWN = "provider_second_factor"
"""The key in the session of the user of whom an identity provider says that it asked for a second factor."""


def is_strong(request: HttpRequest) -> bool:
    """A passkey, a code after the password, or an identity provider that says it asked for one."""
    return any(_counts(one) for one in _methods(request, request.user))


def provider_showed(request: HttpRequest, user: Any) -> bool:
    """Did this user come from the identity provider just now, and show a second factor there?"""
    methods = _methods(request, user)
    came = bool(methods) and methods[-1].get("method") == "socialaccount"
    return came and request.session.get(SHOWN) == user.pk


def _methods(request: HttpRequest, user: Any) -> list[dict[str, Any]]:
    """How this user signed in; nothing where the session says it of another."""
    if user is None or request.session.get(METHODS_OF) != str(user.pk):
        return []
    found: list[dict[str, Any]] = request.session.get(METHODS, [])
    return found


def _counts(one: dict[str, Any]) -> bool:
    """A session of the sample is worth nothing once the sample's settings are gone."""
    method = one.get("method")
    if method == SAMPLE:
        return bool(settings.SAMPLE)
    if method == THIS_MACHINE:
        return bool(settings.THIS_MACHINE)
    return method == "mfa" or bool(one.get("second_factor"))


def note_shown(request: HttpRequest, user: AbstractBaseUser, kind: str, *, at: datetime) -> None:
    """A second factor was shown just now: the session is strong from here, under a new key."""
    one = {"method": "mfa", "type": kind, "at": at.timestamp()}
    remember_methods(request, user, [*_methods(request, user), one])
    request.session.cycle_key()


def remember_methods(request: HttpRequest, user: AbstractBaseUser, methods: list[dict[str, Any]]) -> None:
    """Keep how a user signed in."""
    request.session[METHODS] = methods
    request.session[METHODS_OF] = str(user.pk)


def count_provider(request: HttpRequest, user: AbstractBaseUser) -> None:
    """The session of somebody who showed a second factor to the provider is strong."""
    if provider_showed(request, user):
        *before, last = _methods(request, user)
        remember_methods(request, user, [*before, {**last, "second_factor": True}])
    request.session.pop(SHOWN, None)
