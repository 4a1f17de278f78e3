"""An administrator disables and enables an account."""

from __future__ import annotations

from django.test import Client

from answerable.accounts.models import Session, User
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from tests.accounts.conftest import only_the_administrator, operations, text
from tests.accounts.people import PASSWORD, with_password
from tests.signing import person_with, sign_in


def test_their_sessions_end_at_once(admin: Client, officer: User) -> None:
    browsers = [sign_in(Client(), officer) for _ in range(2)]
    admin.post(f"/accounts/{officer.pk}/disable/")
    assert not Session.objects.filter(user=officer).exists()
    assert [one.get("/actions/").status_code for one in browsers] == [302, 302]
    assert operations() == ["accounts.disable"]


def test_a_session_that_is_left_over_is_nobodys(officer: User) -> None:
    """Should a row survive (a backup, a race), the account is asked on each page."""
    browser = sign_in(Client(), officer)
    User.objects.filter(pk=officer.pk).update(is_active=False)
    assert browser.get("/actions/").status_code == 302


def test_they_cannot_sign_in(admin: Client, officer: User) -> None:
    with_password(officer)
    admin.post(f"/accounts/{officer.pk}/disable/")
    browser = Client()
    answer = browser.post("/account/sign-in/", {"login": officer.email, "password": PASSWORD}, follow=True)
    assert "Your account is disabled" in text(answer)
    wrong = browser.post("/account/sign-in/", {"login": officer.email, "password": "wrong"})
    assert "do not go together" in text(wrong)  # who does not know the password learns nothing


def test_enabled_again(admin: Client, officer: User) -> None:
    admin.post(f"/accounts/{officer.pk}/disable/")
    admin.post(f"/accounts/{officer.pk}/enable/")
    assert sign_in(Client(), officer).get("/actions/").status_code == 200
    assert operations() == ["accounts.disable", "accounts.enable"]


def test_the_last_administrator_cannot_be(admin: Client, administrator: User) -> None:
    answer = admin.post(f"/accounts/{administrator.pk}/disable/", follow=True)
    assert "is the last office administrator" in text(answer)
    assert User.objects.get(pk=administrator.pk).is_active


def test_twice(admin: Client, officer: User) -> None:
    for _ in range(2):
        answer = admin.post(f"/accounts/{officer.pk}/disable/", follow=True)
    assert "is disabled already" in text(answer)
    assert operations() == ["accounts.disable"]


def test_nobody_else_may(office: Office, officer: User) -> None:
    only_the_administrator(f"/accounts/{officer.pk}/disable/", {}, office)
    only_the_administrator(f"/accounts/{officer.pk}/enable/", {}, office)


def test_no_other_method(admin: Client, officer: User) -> None:
    assert admin.get(f"/accounts/{officer.pk}/disable/").status_code == 405
    assert admin.get(f"/accounts/{officer.pk}/enable/").status_code == 405


def test_somebody_of_another_office_is_not_there(admin: Client, office: Office) -> None:
    other = person_with(Role.AUDITOR, Office.objects.create(name="Eastmarch", slug="eastmarch"), "Leonie")
    assert admin.post(f"/accounts/{other.pk}/disable/").status_code == 404
    assert User.objects.get(pk=other.pk).is_active
