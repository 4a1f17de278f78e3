"""Guessing is slowed down; whoever the account belongs to is not kept out."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from answerable.accounts.adapter import SignInAdapter
from answerable.accounts.links import password_link
from answerable.accounts.models import Tries, User
from answerable.accounts.throttling import rule
from answerable.accounts.throttling.guard import neighbourhood, too_early
from answerable.accounts.throttling.operations import Wait, give_back, take_try
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.accounts.people import PASSWORD, with_password
from tests.signing import NOW, person_with

RULES = st.sampled_from([rule.ACCOUNT, rule.BROWSER, rule.ADDRESS, rule.MAIL])
MOMENTS = st.datetimes(dt.datetime(2019, 1, 1), dt.datetime(2019, 12, 31), timezones=st.just(dt.UTC))


@given(RULES, st.integers(0, 10_000))
def test_the_wait_grows_and_has_an_end(one: rule.Rule, wrong: int) -> None:
    assert dt.timedelta(0) <= one.wait(wrong) <= one.wait(wrong + 1) <= one.longest


@given(RULES, st.integers(0, 10_000), MOMENTS, MOMENTS)
def test_nobody_waits_longer_than_the_wait_whatever_the_clock_does(
    one: rule.Rule, wrong: int, last: dt.datetime, now: dt.datetime
) -> None:
    assert dt.timedelta(0) <= one.left(wrong, last, now) <= one.wait(wrong)


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("", ""),
        ("fe80::1%eth0", "fe80::/64"),
    ],
)
def test_a_whole_network_of_the_new_kind_counts_as_one(address: str, counted: str) -> None:
    assert neighbourhood(address) == counted


@pytest.mark.parametrize(("seconds", "said"), [(1, "2 seconds"), (75, "2 minutes"), (59, "1 minute,")])
def test_the_sentence_says_how_long(seconds: int, said: str) -> None:
    assert said in too_early(dt.timedelta(seconds=seconds))


@pytest.mark.django_db
def test_a_try_that_was_right_is_not_counted() -> None:
    counted = {"account a": rule.ACCOUNT}
    for _ in range(50):
        take_try(counted=counted, at=NOW)
        give_back(counted=counted, at=NOW)
    assert Tries.objects.get().wrong == 0


@pytest.mark.django_db
def test_what_is_old_is_forgotten_and_swept_out() -> None:
    counted = {"account a": rule.ACCOUNT}
    for _ in range(rule.ACCOUNT.free):
        take_try(counted=counted, at=NOW)
    with pytest.raises(Wait):
        take_try(counted=counted, at=NOW)
    later = NOW + rule.FORGOTTEN_AFTER + dt.timedelta(seconds=1)
    take_try(counted=counted, at=later)
    assert Tries.objects.get().wrong == 1
    give_back(counted={"account b": rule.ACCOUNT}, at=later + rule.FORGOTTEN_AFTER * 2)
    assert not Tries.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_many_guesses_at_once_no_more_are_heard() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's test database is in memory, where two connections cannot wait for each other")
    counted = {"account a": rule.ACCOUNT, "address b": rule.ADDRESS}

    def guess(_: int) -> bool:
        try:
            take_try(counted=counted, at=NOW)
        except Wait:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as pool:
        heard = sum(pool.map(guess, range(24)))
    assert heard == rule.ACCOUNT.free


# ------------------------------------------------------------------ as it is met at the door


@pytest.fixture
def officer(db: None, settings: Any) -> User:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # 1,000 guesses in seconds
    return with_password(person_with(Role.POLICY_OFFICER, make.office()))


def guess(client: Client, email: str, password: str, address: str = "192.0.2.1") -> Any:
    return client.post("/account/sign-in/", {"login": email, "password": password}, REMOTE_ADDR=address)


def says(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
def test_wrong_and_unknown_are_answered_alike(known: bool, officer: User) -> None:
    email = officer.email if known else "nobody@example.org"
    answers = [guess(Client(), email, "wrong", f"192.0.2.{number}") for number in range(8)]
    assert ["do not go together" in says(one) for one in answers] == [True] * 5 + [False] * 3
    assert ["too many wrong tries" in says(one) for one in answers] == [False] * 5 + [True] * 3


def test_the_same_hashing_is_done_for_an_account_that_is_not_there(officer: User, monkeypatch: Any) -> None:
    from django.contrib.auth import hashers

    encoded: list[str] = []
    monkeypatch.setattr(
        hashers.MD5PasswordHasher, "encode",
        lambda self, password, salt: encoded.append(password) or f"md5${salt}$x",
    )  # fmt: skip
    guess(Client(), officer.email, "wrong")
    of_known = len(encoded)
    guess(Client(), "nobody@example.org", "wrong")
    assert of_known == len(encoded) - of_known == 1


def test_a_thousand_guesses_do_not_keep_the_owner_from_their_browser(officer: User) -> None:
    own = Client()
    with time_machine.travel(NOW, tick=False):
        assert guess(own, officer.email, PASSWORD).status_code == 302
    own.post("/account/sign-out/")
    heard = 0
    for number in range(1000):
        request = RequestFactory().post("/", REMOTE_ADDR=f"198.51.{number // 250}.{number % 250}")
        with (
            time_machine.travel(NOW + dt.timedelta(minutes=1, seconds=number), tick=False),
            suppress(ValidationError),  # too early
        ):
            assert SignInAdapter(request).authenticate(request, email=officer.email, password="x") is None
            heard += 1
    assert heard < 16
    with time_machine.travel(NOW + dt.timedelta(minutes=18), tick=False):
        elsewhere = Client()
        assert "too many wrong tries" in says(guess(elsewhere, officer.email, PASSWORD, "203.0.113.5"))
        assert guess(own, officer.email, PASSWORD, "203.0.113.6").status_code == 302


def test_the_link_by_mail_needs_no_wait(officer: User) -> None:
    for number in range(20):
        guess(Client(), officer.email, "wrong", f"198.51.100.{number}")
    new = Client()
    assert "too many wrong tries" in says(guess(new, officer.email, PASSWORD))
    page = new.get(password_link(officer, ""), follow=True)
    values = {"password1": "harbour-lantern-7", "password2": "harbour-lantern-7"}
    new.post(page.request["PATH_INFO"], values)
    assert guess(new, officer.email, "harbour-lantern-7").status_code == 302


def test_a_stolen_cookie_is_slowed_down_as_well(officer: User) -> None:
    own = Client()
    guess(own, officer.email, PASSWORD)
    own.post("/account/sign-out/")
    answers = [guess(own, officer.email, "wrong") for _ in range(12)]
    assert "too many wrong tries" in says(answers[-1])


def test_a_cookie_that_was_made_up_counts_for_nothing(officer: User) -> None:
    client = Client()
    client.cookies["known"] = '{"1":"made-up"}:signed'
    answers = [guess(client, officer.email, "wrong") for _ in range(7)]
    assert "too many wrong tries" in says(answers[-1])


def test_one_address_is_slowed_down_whichever_accounts_it_tries(officer: User) -> None:
    answers = [guess(Client(), f"somebody{number}@example.org", "wrong") for number in range(32)]
    assert "do not go together" in says(answers[29])
    assert "too many wrong tries" in says(answers[31])


def test_a_forwarded_address_from_nobody_we_know_counts_for_nothing(officer: User) -> None:
    for number in range(31):
        answer = Client().post(
            "/account/sign-in/", {"login": f"somebody{number}@example.org", "password": "wrong"},
            REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}",
        )  # fmt: skip
    assert "too many wrong tries" in says(answer)
