"""An office with an administrator and a policy officer, each in a browser of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.accounts.models import User
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from tests import factories as make
from tests.signing import person_with, sign_in

Send = Callable[..., Any]


@pytest.fixture(autouse=True)
def fast_hashing(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def office(db: None) -> Office:
    return make.office()


@pytest.fixture
def officer(office: Office) -> User:
    return person_with(Role.POLICY_OFFICER, office, "Sian Hartle")


@pytest.fixture
def administrator(office: Office) -> User:
    return person_with(Role.ADMINISTRATOR, office, "Owain Tressider")


@pytest.fixture
def admin(administrator: User) -> Client:
    """The administrator's browser."""
    return sign_in(Client(), administrator)


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def operations() -> list[str]:
    """What was recorded, the oldest first."""
    return list(Event.objects.order_by("pk").values_list("operation", flat=True))


def others(office: Office) -> list[Client]:
    """Browsers of everybody who may not manage accounts: six roles, nobody, and no second factor."""
    roles = [role for role in Role if role not in (Role.ADMINISTRATOR, Role.PUBLIC)]
    weak = sign_in(Client(), person_with(Role.ADMINISTRATOR, office), strong=False)
    return [*(sign_in(Client(), person_with(role, office)) for role in roles), weak, Client()]


def only_the_administrator(path: str, values: dict[str, str], office: Office, method: str = "post") -> None:
    """Others are refused, sent to sign in or to set up a second factor; nothing is recorded."""
    before = operations()
    for browser in others(office):
        answer = getattr(browser, method)(path, values)
        assert answer.status_code in (302, 403)
        if answer.status_code == 302:
            assert answer["Location"].startswith(("/account/sign-in/", "/account/second-factor/"))
    assert operations() == before
