"""Signing in without a password: the sample's people and whoever started the site, on this machine only."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from answerable.accounts.checks import (
    sample_allowed,
    the_provider_is_asked_in_private,
    the_sample_stays_here,
)
from answerable.accounts.models import RoleHeld, User
from answerable.accounts.starting.people import PEOPLE
from answerable.core.permissions.roles import GIVEN
from answerable.offices.models import Office
from tests.accounts.conftest import operations, text

HERE = {"HTTP_HOST": "localhost:8000"}
KEY = "the-key-of-this-run"


@pytest.fixture
def sample(office: Office, settings: Any) -> Client:
    settings.SAMPLE, settings.LOGIN_URL = True, "sample_people"
    return Client(**HERE)


@pytest.fixture
def own(office: Office, settings: Any) -> Client:
    settings.THIS_MACHINE, settings.LOGIN_URL = KEY, "this_machine"
    return Client(**HERE)


def test_there_is_somebody_for_each_role() -> None:
    assert sorted(one.role for one in PEOPLE) == sorted(GIVEN)


@pytest.mark.parametrize("person", PEOPLE, ids=lambda one: one.role)
def test_somebody_is_chosen_and_sees_the_record(person: Any, sample: Client) -> None:
    assert sample.get("/actions/")["Location"] == "/account/sample/?next=%2Factions%2F"
    answer = sample.post("/account/sample/", {"role": person.role, "next": "/actions/"}, follow=True)
    assert answer.status_code == 200
    assert person.name in text(answer)
    assert operations() == ["accounts.begin_as_sample"]


def test_chosen_twice_is_one_account(sample: Client) -> None:
    for _ in range(2):
        sample.post("/account/sample/", {"role": "auditor"})
    assert User.objects.filter(name="Leonie Staveley").count() == RoleHeld.objects.count() == 1


@pytest.mark.parametrize(
    "there", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]
)
def test_nobody_is_sent_elsewhere(there: str, sample: Client) -> None:
    assert sample.post("/account/sample/", {"role": "auditor", "next": there})["Location"] == "/"


ELSEWHERE = [
    {"REMOTE_ADDR": "192.0.2.9"},
    {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
    {"HTTP_FORWARDED": "for=127.0.0.1"},
    {"HTTP_HOST": "testserver"},
]


@pytest.mark.parametrize("values", ELSEWHERE)
@pytest.mark.parametrize("path", ["/account/sample/", f"/account/this-machine/?key={KEY}"])
def test_not_from_elsewhere(path: str, values: dict[str, str], office: Office, settings: Any) -> None:
    settings.SAMPLE, settings.THIS_MACHINE = True, KEY
    client = Client(**{**HERE, **values})
    assert client.get(path).status_code == 404
    assert client.post(path, {"role": "auditor", "key": KEY}).status_code == 404
    assert not User.objects.exclude(email="local@localhost").exists()


def test_not_without_the_setting(office: Office) -> None:
    client = Client(**HERE)
    assert client.post("/account/sample/", {"role": "auditor"}).status_code == 404
    assert client.post("/account/this-machine/", {"key": ""}).status_code == 404


def test_a_session_of_the_sample_is_worth_nothing_elsewhere(sample: Client, settings: Any) -> None:
    sample.post("/account/sample/", {"role": "auditor"})
    assert sample.get("/actions/").status_code == 200
    settings.SAMPLE = False
    assert sample.get("/actions/")["Location"] == "/account/second-factor/"


def test_the_printed_link_opens_ones_own_record(own: Client) -> None:
    assert "Start work" in text(own.get(f"/account/this-machine/?key={KEY}"))
    answer = own.post("/account/this-machine/", {"key": KEY}, follow=True)
    assert "policy officer, office administrator" in text(answer)
    assert own.get("/accounts/").status_code == 200


@pytest.mark.parametrize("key", ["", "wrong", KEY + "x"])
def test_another_key_opens_nothing(key: str, own: Client) -> None:
    page = text(own.get("/account/this-machine/", {"key": key}))
    assert "Start work" not in page
    assert "Open the link in the terminal" in page
    own.post("/account/this-machine/", {"key": key})
    assert own.get("/actions/").status_code == 302


@pytest.mark.parametrize("name", ["SAMPLE", "THIS_MACHINE"])
def test_the_check_refuses_other_hosts(name: str, settings: Any) -> None:
    setattr(settings, name, "1")
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
    assert the_sample_stays_here() == []
    settings.ALLOWED_HOSTS = ["localhost", "answerable.example", "*"]
    found = the_sample_stays_here()
    assert [one.id for one in found] == ["answerable.E010", "answerable.E010"]
    assert "answerable.example is not one of its own names" in str(found[0].msg)
    assert sample_allowed("0.0.0.0")
    assert sample_allowed("localhost") is None


@pytest.mark.parametrize(("issuer", "errors"), [
    ("", 0), ("https://login.example/tenant", 0), ("http://127.0.0.1:8080", 0), ("http://login.example", 1),
])  # fmt: skip
def test_the_provider_is_asked_in_private(issuer: str, errors: int, settings: Any) -> None:
    settings.OIDC_ISSUER = issuer
    assert len(the_provider_is_asked_in_private()) == errors


def test_other_hosts_are_fine_without_it(settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["answerable.example"]
    assert the_sample_stays_here() == []
    assert sample_allowed("0.0.0.0") is None
