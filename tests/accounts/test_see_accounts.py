"""Who sees whom has an account: the administrator, and the auditor, who changes nothing."""

from __future__ import annotations

from django.test import Client

from answerable.accounts.models import User
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from tests.accounts.conftest import text
from tests.accounts.people import with_app
from tests.signing import person_with, sign_in


def test_the_list(admin: Client, officer: User) -> None:
    with_app(officer)
    page = text(admin.get("/accounts/"))
    assert "Sian Hartle" in page
    assert "Authenticator app" in page
    assert "Add somebody" in page


def test_the_auditor_reads_and_finds_no_form(office: Office, officer: User) -> None:
    auditor = sign_in(Client(), person_with(Role.AUDITOR, office))
    assert "Add somebody" not in text(auditor.get("/accounts/"))
    page = text(auditor.get(f"/accounts/{officer.pk}/"))
    assert "Sian Hartle" in page
    assert "/disable/" not in page


def test_nobody_else(office: Office, officer: User) -> None:
    for role in set(Role) - {Role.ADMINISTRATOR, Role.AUDITOR, Role.PUBLIC}:
        browser = sign_in(Client(), person_with(role, office))
        assert browser.get("/accounts/").status_code == 403
        assert browser.get(f"/accounts/{officer.pk}/").status_code == 403
        assert "Accounts" not in text(browser.get("/account/")).split("<main")[0]


def test_not_yours_and_not_there_are_one_answer(admin: Client, office: Office) -> None:
    other = person_with(Role.AUDITOR, Office.objects.create(name="Eastmarch", slug="eastmarch"), "Leonie")
    there, nowhere = admin.get(f"/accounts/{other.pk}/"), admin.get("/accounts/999999/")
    assert there.status_code == nowhere.status_code == 404
    assert text(there.content and there) == text(nowhere)


def test_the_list_asks_few_questions(
    admin: Client, office: Office, django_assert_max_num_queries: object
) -> None:
    for number in range(30):
        person_with(Role.PANEL_READER, office, f"Reader {number}")
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        admin.get("/accounts/")
