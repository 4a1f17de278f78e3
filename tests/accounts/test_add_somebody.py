"""An administrator adds somebody."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from answerable.accounts.models import RoleHeld, User
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from tests.accounts.conftest import only_the_administrator, operations, text
from tests.signing import person_with

SIAN = {"name": "Sian  Hartle", "email": "Sian@Wyvern.example", "roles": "policy-officer"}


def test_it_works(admin: Client, office: Office) -> None:
    answer = admin.post("/accounts/new/", SIAN, follow=True)
    assert "This link is shown once." in text(answer)
    user = User.objects.get(email="sian@wyvern.example")
    assert user.name == "Sian Hartle"
    assert not user.has_usable_password()
    assert [one.role for one in user.roles_held.filter(office=office)] == [Role.POLICY_OFFICER]
    assert operations() == ["accounts.add_person", "accounts.make_link"]
    assert "This link" not in text(admin.get(f"/accounts/{user.pk}/"))


def test_the_link_is_in_no_event(admin: Client, office: Office) -> None:
    page = text(admin.post("/accounts/new/", SIAN, follow=True))
    key = page.split("/account/password/new/")[1].split("/")[0]
    assert not [one for one in Event.objects.all() if key in one.content]


def test_by_mail_where_mail_is_set_up(admin: Client, office: Office, settings: Any) -> None:
    settings.MAIL = True
    answer = admin.post("/accounts/new/", SIAN, follow=True)
    assert "was sent to sian@wyvern.example" in text(answer)
    assert "This link is shown once." not in text(answer)
    assert mail.outbox[0].to == ["sian@wyvern.example"]
    assert "/account/password/new/" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({**SIAN, "name": " "}, "Write the name of the person."),
        ({**SIAN, "email": "sian"}, "Write an email address, such as name@example.org."),
        ({**SIAN, "roles": "public"}, "Choose at least one role"),
        ({**SIAN, "roles": "emperor"}, "Choose at least one role"),
    ],
)
def test_says_what_is_wrong(values: dict[str, str], said: str, admin: Client) -> None:
    answer = admin.post("/accounts/new/", values)
    assert said in text(answer)
    assert values["email"] in text(answer)
    assert not User.objects.filter(email__icontains="sian").exists()
    assert operations() == []


def test_somebody_who_is_there(admin: Client, officer: User) -> None:
    answer = admin.post("/accounts/new/", {**SIAN, "email": officer.email})
    assert "already" in text(answer)
    assert RoleHeld.objects.filter(user=officer).count() == 1


def test_somebody_of_another_office_keeps_their_account(admin: Client, office: Office) -> None:
    other = person_with(Role.AUDITOR, Office.objects.create(name="Eastmarch", slug="eastmarch"), "Leonie")
    admin.post("/accounts/new/", {**SIAN, "email": other.email})
    assert User.objects.get(email=other.email).name == "Leonie"
    assert {one.office.name for one in other.roles_held.all()} == {"Eastmarch", office.name}


def test_twice(admin: Client) -> None:
    key = {"form_key": "7d444840-9dc0-11d1-b245-5ffdce74fad2"}
    for _ in range(2):
        admin.post("/accounts/new/", {**SIAN, **key})
    assert User.objects.filter(email="sian@wyvern.example").count() == 1
    assert operations().count("accounts.add_person") == 1


def test_nobody_else_may(office: Office) -> None:
    only_the_administrator("/accounts/new/", SIAN, office)
    only_the_administrator("/accounts/new/", {}, office, "get")


def test_no_other_method(admin: Client) -> None:
    assert admin.put("/accounts/new/").status_code == 405
