"""An administrator takes a lost second factor away."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.test import Client

from answerable.accounts.models import User
from answerable.audit.models import Event
from answerable.offices.models import Office
from tests.accounts.conftest import only_the_administrator, operations, text
from tests.accounts.people import with_app, with_passkey
from tests.signing import sign_in

WHY = {"reason": "Telephone lost; called back on the office's number."}


def test_it_works(admin: Client, officer: User) -> None:
    with_passkey(with_app(officer))
    theirs = sign_in(Client(), officer)
    admin.post(f"/accounts/{officer.pk}/second-factor/", WHY)
    assert not Authenticator.objects.filter(user=officer).exists()
    assert theirs.get("/actions/").status_code == 302
    event = Event.objects.latest("pk")
    assert event.operation == "accounts.reset_second_factor"
    assert WHY["reason"] in event.content


def test_not_without_a_reason(admin: Client, officer: User) -> None:
    with_app(officer)
    answer = admin.post(f"/accounts/{officer.pk}/second-factor/", {"reason": "  "}, follow=True)
    assert "Say why" in text(answer)
    assert Authenticator.objects.filter(user=officer).exists()


def test_where_there_is_none(admin: Client, officer: User) -> None:
    answer = admin.post(f"/accounts/{officer.pk}/second-factor/", WHY, follow=True)
    assert "Sian Hartle has no second factor." in text(answer)
    assert operations() == []


def test_nobody_else_may(office: Office, officer: User) -> None:
    with_app(officer)
    only_the_administrator(f"/accounts/{officer.pk}/second-factor/", WHY, office)


def test_no_other_method(admin: Client, officer: User) -> None:
    assert admin.get(f"/accounts/{officer.pk}/second-factor/").status_code == 405
