"""Which passwords are taken, and how a forgotten one is set anew."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from answerable.accounts.models import Tries, User
from answerable.accounts.passwords import NotCommon
from tests.accounts.conftest import operations, text
from tests.accounts.people import PASSWORD, with_app, with_password

GOOD = [
    "kettle-orbit-walnut-9",
    "correct horse battery staple",
    "ñandú über žluťoučký",
    "x9$Lq2!vTz7@",
    "        a b c d e f",
]
COMMON = [
    "password1234",
    "qwertyuiop12",
    "!!password!!",
    "passwordpassword",
    "111111111111",
    "abababababab",
    "iloveyou2019!",
]
OF_HERE = ["sianhartle12", "Wyvern-Valley-2019", "answerable!!", "police-2019!!", "WyvernPolice99"]


@pytest.mark.parametrize("password", GOOD)
def test_length_counts_and_not_which_characters(password: str, officer: User) -> None:
    validate_password(password, officer)


@pytest.mark.parametrize("password", ["", "short", "elevenchars"])
def test_eleven_characters_are_too_few(password: str, officer: User) -> None:
    with pytest.raises(ValidationError, match="at least 12 characters"):
        validate_password(password, officer)


@pytest.mark.parametrize("password", COMMON)
def test_what_is_tried_first_is_refused(password: str, officer: User) -> None:
    with pytest.raises(ValidationError, match="tried first"):
        validate_password(password, officer)


@pytest.mark.parametrize("password", OF_HERE)
def test_words_of_the_place_are_refused(password: str, officer: User) -> None:
    with pytest.raises(ValidationError, match="your name, your office or a word of this site"):
        validate_password(password, officer)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Z"]), min_size=12, max_size=300))
def test_any_text_is_judged_without_a_fault(password: str) -> None:
    with suppress(ValidationError):
        NotCommon().validate(password)


def test_a_password_of_128_characters_is_kept_whole(officer: User) -> None:
    long = ("lantern harbour " * 8)[:127] + "x"
    with_password(officer, long)
    assert officer.check_password(long)
    assert not officer.check_password(long[:-1])


def ask(email: str, address: str = "192.0.2.1") -> Any:
    return Client().post("/account/password/forgotten/", {"email": email}, follow=True, REMOTE_ADDR=address)


@pytest.fixture
def mailing(settings: Any) -> None:
    settings.MAIL = True


def test_a_forgotten_password_is_set_with_the_mail(mailing: None, officer: User) -> None:
    assert "Look at your mail" in text(ask(officer.email))
    found = re.search(r"http://testserver(\S+)", mail.outbox[0].body)
    assert found
    client = Client()
    page = client.get(found[1], follow=True)
    values = {"password1": PASSWORD, "password2": PASSWORD}
    assert "Your password is set" in text(client.post(page.request["PATH_INFO"], values, follow=True))
    assert operations() == ["accounts.set_password"]
    assert mail.outbox[1].subject == "Your account was changed"
    assert PASSWORD not in mail.outbox[1].body


def test_an_unknown_address_gets_the_same_page(mailing: None, officer: User) -> None:
    known, unknown = ask(officer.email), ask("nobody@example.org")
    assert text(known).split("<main")[1] == text(unknown).split("<main")[1]
    assert "There is no such account here." in mail.outbox[1].body


def test_a_flood_of_mails_ends(mailing: None, officer: User) -> None:
    for number in range(20):
        assert "Look at your mail" in text(ask(officer.email, f"192.0.2.{number}"))
    assert len(mail.outbox) == 3
    Tries.objects.all().delete()
    ask(officer.email)
    assert len(mail.outbox) == 4


def test_where_no_mail_is_sent_the_page_says_whom_to_ask(officer: User) -> None:
    assert "Ask an office administrator for a link" in text(Client().get("/account/password/forgotten/"))


def test_a_disabled_account_gets_no_link(mailing: None, officer: User) -> None:
    User.objects.filter(pk=officer.pk).update(is_active=False)
    ask(officer.email)
    assert "/account/password/new/" not in mail.outbox[0].body


def test_mail_that_cannot_be_sent_fails_nobodys_page(mailing: None, officer: User, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert "Look at your mail" in text(ask(officer.email))


def test_changing_it_needs_the_old_one(officer: User) -> None:
    with_app(with_password(officer))
    from tests.signing import sign_in

    client = sign_in(Client(), officer)
    values = {"oldpassword": "wrong", "password1": "harbour-lantern-7", "password2": "harbour-lantern-7"}
    assert "That is not your password now" in text(client.post("/account/password/", values))
    assert User.objects.get(pk=officer.pk).check_password(PASSWORD)


def test_nobody_can_make_an_account(db: None) -> None:
    for path in ("/account/signup/", "/accounts/signup/", "/signup/"):
        assert Client().get(path).status_code in (302, 404)
        assert Client().post(path, {"email": "x@example.org", "password1": PASSWORD}).status_code in (
            302,
            404,
        )
    assert not User.objects.filter(email="x@example.org").exists()
