"""Looking after one's second factors."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from answerable.accounts.factors.queries import CODES
from answerable.accounts.models import RoleHeld, User
from answerable.audit.models import Event
from tests.accounts.codes import code
from tests.accounts.conftest import operations, text
from tests.accounts.people import PASSWORD, SECRET, with_app, with_passkey, with_password
from tests.signing import sign_in

PAGES = [
    "/account/second-factor/app/",
    "/account/second-factor/app/remove/",
    "/account/second-factor/passkeys/add/",
    "/account/second-factor/codes/new/",
]


@pytest.fixture
def mine(officer: User) -> Client:
    """Signed in with password and app, and asked again just now."""
    with_app(with_password(officer))
    client = sign_in(Client(), officer)
    client.post("/account/again/", {"password": PASSWORD})
    return client


@pytest.mark.parametrize("path", PAGES)
def test_not_without_showing_again_that_it_is_you(path: str, officer: User) -> None:
    with_passkey(with_password(officer))
    if "remove" in path:
        with_app(officer)
    client = sign_in(Client(), officer)
    for method in (client.get, client.post):
        answer = method(path)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/again/")
    assert operations() == []


@pytest.mark.parametrize("path", [*PAGES, "/account/second-factor/", "/account/"])
def test_not_for_somebody_who_is_not_signed_in(path: str, db: None) -> None:
    assert Client().get(path)["Location"].startswith("/account/sign-in/")
    assert Client().post(path).status_code in (302, 405)


def test_whoever_has_none_is_led_to_it_and_told_why(officer: User) -> None:
    client = sign_in(Client(), with_password(officer), strong=False)
    assert client.get("/actions/")["Location"] == "/account/second-factor/"
    page = text(client.get("/account/second-factor/"))
    assert "before you can see it you set up a second thing that only you have" in page


def test_the_only_one_stays(mine: Client, officer: User) -> None:
    assert "This is your only second factor" in text(mine.get("/account/second-factor/app/remove/"))
    assert "This is your only second factor" in text(mine.post("/account/second-factor/app/remove/"))
    assert Authenticator.objects.filter(user=officer).exclude(type=CODES).count() == 1
    assert operations() == []


def test_one_of_two_may_go(mine: Client, officer: User) -> None:
    with_passkey(officer)
    answer = mine.post("/account/second-factor/app/remove/", follow=True)
    assert "The authenticator app is removed." in text(answer)
    assert operations() == ["accounts.change_second_factor"]
    assert '"removed":["totp"]' in Event.objects.get().content.replace(" ", "")


def test_the_only_passkey_stays(officer: User) -> None:
    passkey = with_passkey(with_password(officer))
    client = sign_in(Client(), officer)
    client.post("/account/again/", {"password": PASSWORD})
    answer = client.post(f"/account/second-factor/passkeys/{passkey.pk}/remove/", follow=True)
    assert "This is your only second factor" in text(answer)
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


def test_whoever_holds_no_role_any_more_needs_none(mine: Client, officer: User) -> None:
    RoleHeld.objects.filter(user=officer).delete()
    assert mine.post("/account/second-factor/app/remove/").status_code == 403  # nor any page of an account


def test_a_passkey_of_somebody_else_is_not_there(mine: Client, administrator: User) -> None:
    theirs = with_passkey(administrator)
    assert mine.post(f"/account/second-factor/passkeys/{theirs.pk}/remove/").status_code == 404
    assert mine.post(f"/account/second-factor/passkeys/{theirs.pk}/name/", {"name": "x"}).status_code == 404
    assert Authenticator.objects.filter(pk=theirs.pk).exists()


def test_new_recovery_codes_are_shown_once_and_the_old_are_void(mine: Client, officer: User) -> None:
    old = Authenticator.objects.get(user=officer, type=CODES).wrap().get_unused_codes()
    page = text(mine.post("/account/second-factor/codes/new/", follow=True))
    new = Authenticator.objects.get(user=officer, type=CODES).wrap().get_unused_codes()
    assert len(new) == 10
    assert not set(new) & set(old)
    assert all(one in page for one in new)
    assert not any(one in text(mine.get("/account/second-factor/codes/")) for one in new)
    assert operations() == ["accounts.change_second_factor"]


def test_secrets_are_not_readable_in_the_database(officer: User) -> None:
    with_app(officer)
    assert SECRET not in str(list(Authenticator.objects.values_list("data", flat=True)))


@pytest.mark.django_db(transaction=True)
def test_the_owner_is_told_by_mail(mine: Client, officer: User, settings: Any) -> None:
    settings.MAIL = True
    mine.post("/account/second-factor/codes/new/")
    assert "New recovery codes were made for you." in mail.outbox[0].body


def test_a_wrong_code_is_on_the_record(officer: User) -> None:
    with_app(with_password(officer))
    client = Client()
    client.post("/account/sign-in/", {"login": officer.email, "password": PASSWORD})
    client.post(
        "/account/sign-in/second-factor/", {"code": "000001" if code(SECRET) != "000001" else "000002"}
    )
    assert operations() == ["accounts.sign_in_failed"]


def test_nine_wrong_codes_are_slowed_down(officer: User) -> None:
    with_app(with_password(officer))
    client = Client()
    client.post("/account/sign-in/", {"login": officer.email, "password": PASSWORD})
    wrong = "000001" if code(SECRET) != "000001" else "000002"
    for _ in range(9):
        answer = client.post("/account/sign-in/second-factor/", {"code": wrong})
    assert "too many wrong tries" in text(answer)


def test_a_password_alone_opens_nothing_but_the_way_to_a_second_factor(officer: User) -> None:
    with_app(with_password(officer))
    client = Client()
    client.post("/account/sign-in/", {"login": officer.email, "password": PASSWORD})
    for path in ("/", "/actions/", "/account/", "/account/second-factor/"):
        assert client.get(path).status_code == 302


FALSE = [
    "",
    "nonsense",
    "{}",
    "[1]",
    '"text"',
    "7",
    '{"id": "x"}',
    '{"response": []}',
    '{"response": {"userHandle": "MQ"}}',
    '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {"clientDataJSON": "e30"}}',
    '{"id": "eA", "rawId": "eA", "type": "public-key", "response": {"clientDataJSON": "AA",'
    ' "attestationObject": "AA", "authenticatorData": "AA", "signature": "AA", "userHandle": "MQ"}}',
]


@pytest.mark.parametrize("sent", FALSE)
def test_a_false_passkey_is_refused(sent: str, officer: User) -> None:
    answer = Client().post("/account/sign-in/passkey/", {"credential": sent}, follow=True)
    assert answer.status_code == 200
    assert "Sign in" in text(answer)


@pytest.mark.parametrize("sent", FALSE)
def test_a_false_passkey_is_refused_after_the_password_and_when_added(sent: str, officer: User) -> None:
    with_passkey(with_password(officer))
    client = Client()
    client.post("/account/sign-in/", {"login": officer.email, "password": PASSWORD})
    answer = client.post("/account/sign-in/second-factor/", {"credential": sent})
    assert "Your second factor" in text(answer)
    inside = sign_in(Client(), officer)
    inside.post("/account/again/", {"password": PASSWORD})
    answer = inside.post("/account/second-factor/passkeys/add/", {"credential": sent, "name": "x"})
    assert "There is a problem" in text(answer)
    assert inside.post("/account/again/passkey/", {"credential": sent}).status_code == 302
    assert Authenticator.objects.filter(user=officer).count() == 1


def test_false_passkeys_are_on_the_record_but_do_not_fill_it(officer: User) -> None:
    for _ in range(40):
        Client().post("/account/sign-in/passkey/", {"credential": '{"id": "x"}'})
    assert operations() == ["accounts.sign_in_failed"] * 30
