"""Signing somebody in without the pages for it, which have tests of their own."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client

from answerable.accounts.models import RoleHeld, User
from answerable.accounts.strength import METHODS, METHODS_OF
from answerable.core.permissions.roles import NAMES, Role
from answerable.offices.models import Office

NOW = dt.datetime(2019, 5, 2, 9, 0, tzinfo=dt.UTC)


def person_with(role: Role | None, office: Office | None = None, name: str = "") -> User:
    """Somebody who holds a role in an office (in none without a role), made once for each."""
    called = name or (NAMES[role].capitalize() if role else "Somebody without a role")
    where = office.slug if office else "nowhere"
    email = f"{called.lower().replace(' ', '.')}@{where}.example"
    user, _ = User.objects.get_or_create(
        email=email, defaults={"name": called, "made_at": NOW, "password": "!"}
    )
    if role and office:
        RoleHeld.objects.get_or_create(user=user, office=office, role=role, defaults={"given_at": NOW})
    return user


def sign_in(client: Client, user: User, *, strong: bool = True) -> Client:
    """Sign a user in on a client; ``strong``: with a second factor."""
    client.force_login(user)
    if strong:
        session: Any = client.session
        session[METHODS] = [{"method": "password", "at": 0}, {"method": "mfa", "type": "totp", "at": 0}]
        session[METHODS_OF] = str(user.pk)
        session.save()
    return client
