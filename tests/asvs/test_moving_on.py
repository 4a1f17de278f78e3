"""Whoever signs in is sent to pages of ours only, whatever the link that brought them said."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.accounts.people import PASSWORD, with_password
from tests.permissions.actors import browser_of
from tests.permissions.places import World
from tests.signing import person_with

ELSEWHERE = [
    "https://elsewhere.example/", "//elsewhere.example/", "///elsewhere.example", "/\\elsewhere.example",
    "\\\\elsewhere.example", "http:elsewhere.example", "https:/elsewhere.example", " //elsewhere.example",
    "/\t/elsewhere.example", "\t//elsewhere.example", "javascript:alert(1)", "data:text/html,x",
    "//testserver@elsewhere.example", "https://testserver.elsewhere.example", "/\n/elsewhere.example",
]  # fmt: skip


@pytest.fixture
def quick(settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def is_ours(address: str) -> bool:
    return address.startswith("/") and address[1:2] not in ("/", "\\", "\t", "\n")


@pytest.mark.parametrize("there", ELSEWHERE)
@pytest.mark.parametrize("how", ["in the address", "in the form"])
def test_signing_in(there: str, how: str, db: None, quick: None) -> None:
    user = with_password(person_with(Role.POLICY_OFFICER, make.office()))
    sent = {"login": user.email, "password": PASSWORD}
    page = "/account/sign-in/"
    if how == "in the address":
        answer = Client().post(page, sent, query_params={"next": there})
    else:
        answer = Client().post(page, {**sent, "next": there})
    assert answer.status_code == 302
    assert is_ours(answer["Location"]), answer["Location"]


def test_and_to_the_page_that_was_asked_for(db: None, quick: None) -> None:
    user = with_password(person_with(Role.POLICY_OFFICER, make.office()))
    sent = {"login": user.email, "password": PASSWORD, "next": "/actions/?status=open"}
    assert Client().post("/account/sign-in/", sent)["Location"] == "/actions/?status=open"


@pytest.mark.parametrize("there", ELSEWHERE)
def test_no_link_of_a_page_leads_there(there: str, db: None) -> None:
    html = Client().get("/account/sign-in/", {"next": there}).content.decode()
    for part in ("href", "action", "src"):
        assert f'{part}="{there}' not in html


@pytest.mark.parametrize("address", ["/account/again/", "/account/sign-out/"])
@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_other_pages_that_lead_on(elsewhere: str, address: str, db: None, quick: None) -> None:
    user = with_password(person_with(Role.POLICY_OFFICER, make.office()))
    browser = Client()
    browser.force_login(user)
    answer = browser.post(address, {"next": elsewhere, "password": PASSWORD})
    assert answer.status_code == 302
    assert is_ours(answer["Location"]), answer["Location"]


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_the_way_back_of_a_form(elsewhere: str, there: World) -> None:
    browser = browser_of("policy-officer", there.office, there.other)
    sent = {"answer": "right", "back": elsewhere, "came-from": elsewhere}
    answer = browser.post(
        f"/review/warnings/{there.keys['warning']['ours']}/settle",
        sent,
        headers={"Referer": elsewhere.strip()},
    )
    if answer.status_code == 302:
        assert is_ours(answer["Location"]), answer["Location"]
    else:
        assert answer.status_code == 400


def test_what_is_secret_stands_in_no_address(there: World) -> None:
    """The key of a session, of a form and of a password travel in cookies and forms, not in links."""
    browser = browser_of("policy-officer", there.office, there.other)
    browser.get("/")
    secrets = {cookie.value for cookie in browser.cookies.values()}
    for address in ("/", "/actions/", "/account/", "/imports/", "/account/second-factor/"):
        html = browser.get(address).content.decode()
        assert not [one for one in secrets if one in html], address
        assert "csrfmiddlewaretoken=" not in html


def test_the_key_of_a_link_leaves_the_address_at_once(db: None) -> None:
    from answerable.accounts.links import password_link

    user = person_with(Role.POLICY_OFFICER, make.office())
    link = password_link(user, "http://testserver")
    moved = Client().get(link.removeprefix("http://testserver"))
    assert moved.status_code == 302
    assert moved["Location"].endswith("-set-password/")
    assert link.rstrip("/").rpartition("-")[2] not in moved["Location"]
