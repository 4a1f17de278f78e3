"""An administrator gives roles and takes them away."""

from __future__ import annotations

import pytest
from django.test import Client

from answerable.accounts.models import RoleHeld, User
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from tests.accounts.conftest import only_the_administrator, operations, text
from tests.signing import person_with, sign_in

GIVE = {"role": "auditor", "do": "give"}
END = {"role": "policy-officer", "do": "end"}


def held(user: User) -> set[str]:
    return set(RoleHeld.objects.filter(user=user, ended_at=None).values_list("role", flat=True))


def test_given(admin: Client, officer: User) -> None:
    answer = admin.post(f"/accounts/{officer.pk}/role/", GIVE, follow=True)
    assert "Sian Hartle is now auditor." in text(answer)
    assert held(officer) == {Role.POLICY_OFFICER, Role.AUDITOR}
    assert operations() == ["accounts.give_role"]


def test_ended_and_works_at_once(admin: Client, officer: User) -> None:
    theirs = sign_in(Client(), officer)
    assert theirs.get("/actions/").status_code == 200
    admin.post(f"/accounts/{officer.pk}/role/", END)
    assert held(officer) == set()
    assert RoleHeld.objects.get(user=officer).ended_at
    assert theirs.get("/actions/").status_code == 403


def test_the_last_administrator_stays(admin: Client, administrator: User) -> None:
    path = f"/accounts/{administrator.pk}/role/"
    answer = admin.post(path, {"role": "administrator", "do": "end"}, follow=True)
    assert "is the last office administrator" in text(answer)
    assert held(administrator) == {Role.ADMINISTRATOR}
    assert operations() == []


def test_one_of_two_administrators_may_go(admin: Client, administrator: User, office: Office) -> None:
    person_with(Role.ADMINISTRATOR, office, "Another")
    admin.post(f"/accounts/{administrator.pk}/role/", {"role": "administrator", "do": "end"})
    assert held(administrator) == set()


def test_a_disabled_one_does_not_count(admin: Client, administrator: User, office: Office) -> None:
    other = person_with(Role.ADMINISTRATOR, office, "Another")
    User.objects.filter(pk=other.pk).update(is_active=False)
    admin.post(f"/accounts/{administrator.pk}/role/", {"role": "administrator", "do": "end"})
    assert held(administrator) == {Role.ADMINISTRATOR}


def test_a_role_for_oneself_is_said_to_be_that(admin: Client, administrator: User) -> None:
    admin.post(f"/accounts/{administrator.pk}/role/", GIVE)
    event = Event.objects.latest("pk")
    assert "Gave themselves (Owain Tressider) the role of auditor" in event.content


@pytest.mark.parametrize("values", [{"role": "public"}, {"role": "emperor"}, {}])
def test_no_such_role(values: dict[str, str], admin: Client, officer: User) -> None:
    assert admin.post(f"/accounts/{officer.pk}/role/", values).status_code == 404


def test_twice(admin: Client, officer: User) -> None:
    key = {"form_key": "7d444840-9dc0-11d1-b245-5ffdce74fad2"}
    for _ in range(2):
        admin.post(f"/accounts/{officer.pk}/role/", {**GIVE, **key})
    assert operations() == ["accounts.give_role"]


def test_somebody_of_another_office_is_not_there(admin: Client, office: Office) -> None:
    other = person_with(Role.AUDITOR, Office.objects.create(name="Eastmarch", slug="eastmarch"), "Leonie")
    there = admin.post(f"/accounts/{other.pk}/role/", GIVE)
    nowhere = admin.post("/accounts/999999/role/", GIVE)
    assert there.status_code == nowhere.status_code == 404
    assert held(other) == {Role.AUDITOR}


def test_nobody_else_may(office: Office, officer: User) -> None:
    only_the_administrator(f"/accounts/{officer.pk}/role/", GIVE, office)


def test_no_other_method(admin: Client, officer: User) -> None:
    assert admin.get(f"/accounts/{officer.pk}/role/").status_code == 405
