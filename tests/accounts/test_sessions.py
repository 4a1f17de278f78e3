"""Sessions: how long they last, what ends them, and what a browser is told to keep."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from typing import Any

import pytest
import time_machine
from django.test import Client

from answerable.accounts.models import Session, User
from answerable.accounts.strength import METHODS
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office
from tests.accounts.codes import code
from tests.accounts.conftest import operations, text
from tests.accounts.people import PASSWORD, SECRET, with_app, with_password
from tests.signing import NOW, person_with, sign_in


def at(**later: int) -> Any:
    return time_machine.travel(NOW + dt.timedelta(**later), tick=False)


@pytest.fixture
def browser(officer: User) -> Client:
    """Signed in at NOW."""
    with at():
        return sign_in(Client(), officer)


def test_nobody_used_it_for_two_hours(browser: Client) -> None:
    with at(minutes=119):
        assert browser.get("/account/").status_code == 200
    with at(minutes=119 + 119):
        assert browser.get("/account/").status_code == 200
    with at(minutes=119 + 119 + 121):
        assert browser.get("/account/").status_code == 302


def test_twelve_hours_after_signing_in_whatever_happens(browser: Client) -> None:
    for hour in range(1, 12):
        with at(hours=hour):
            assert browser.get("/account/").status_code == 200
    with at(hours=12, seconds=1):
        assert browser.get("/account/").status_code == 302


def test_a_shorter_limit_holds_at_once(browser: Client, settings: Any) -> None:
    settings.IDLE_MINUTES = 5
    with at(minutes=6):
        assert browser.get("/account/").status_code == 302


def test_a_clock_that_was_set_back_lets_nobody_stay_longer(browser: Client) -> None:
    with at(days=-1):
        assert browser.get("/account/").status_code == 200
    with at(hours=12, seconds=1):
        assert browser.get("/account/").status_code == 302


def test_a_page_asks_two_questions_for_who_asks_and_writes_nothing(
    browser: Client, django_assert_num_queries: Any
) -> None:
    with at(seconds=59), django_assert_num_queries(2):
        browser.get("/account/password/first/")  # which needs nothing else
    with at(seconds=61), django_assert_num_queries(3) as seen:
        browser.get("/account/password/first/")
    assert seen.captured_queries[-1]["sql"].startswith("UPDATE")
    with at(seconds=100), django_assert_num_queries(2):
        browser.get("/account/password/first/")


def enter(officer: User) -> Client:
    client = Client(HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0")
    client.get("/account/sign-in/")
    client.post("/account/sign-in/", {"login": officer.email, "password": PASSWORD})
    return client


def test_the_key_changes_at_each_step(officer: User) -> None:
    with_app(with_password(officer))
    client = enter(officer)
    before = client.session.session_key
    client.post("/account/sign-in/second-factor/", {"code": code(SECRET)})
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()
    assert client.get("/actions/").status_code == 200


def test_the_key_changes_when_a_second_factor_is_set_up(officer: User) -> None:
    client = enter(with_password(officer))
    client.post("/account/again/", {"password": PASSWORD})
    page = text(client.get("/account/second-factor/app/"))
    before = client.session.session_key
    client.post(
        "/account/second-factor/app/", {"code": code(page.split('class="ans-key">')[1].split("<")[0])}
    )
    assert client.session.session_key != before
    assert client.session[METHODS][-1]["method"] == "mfa"
    assert client.get("/actions/").status_code == 200
    assert operations() == ["accounts.sign_in", "accounts.change_second_factor"]


def test_one_that_somebody_planted_is_not_taken_over(officer: User) -> None:
    """Session fixation: the key that a browser came with is not the one it has afterwards."""
    planted = Client()
    planted.get("/account/provider/back/?state=x")
    client = Client()
    client.cookies["session"] = "planted0planted0planted0planted0"
    client.post("/account/sign-in/", {"login": with_password(officer).email, "password": PASSWORD})
    assert client.session.session_key != "planted0planted0planted0planted0"


def test_a_changed_password_ends_the_others(officer: User) -> None:
    with_app(with_password(officer))
    mine, others = enter(officer), enter(officer)
    for one in (mine, others):
        answer = one.post("/account/sign-in/second-factor/", {"code": code(SECRET)})
        from django.core.cache import cache

        cache.clear()  # as half a minute later: a code works once
        assert answer.status_code == 302
    new = "harbour-lantern-seven"
    values = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    answer = mine.post("/account/password/", values, follow=True)
    assert "Your password is changed." in text(answer)
    assert mine.get("/actions/").status_code == 200
    assert others.get("/actions/").status_code == 302
    assert operations()[-1] == "accounts.set_password"


def test_a_code_works_once(officer: User) -> None:
    with_app(with_password(officer))
    shown = code(SECRET)
    first, second = enter(officer), enter(officer)
    assert first.post("/account/sign-in/second-factor/", {"code": shown}).status_code == 302
    answer = second.post("/account/sign-in/second-factor/", {"code": shown})
    assert "That code is not right" in text(answer)


def test_whose_session_it_is_and_where(officer: User) -> None:
    client = enter(with_password(officer))
    row = Session.objects.get(user=officer)
    assert (row.address, row.browser[:11]) == ("127.0.0.1", "Mozilla/5.0")
    assert "Firefox on Windows (this one)" in text(client.get("/account/"))


def test_one_of_mine_is_ended(officer: User, browser: Client) -> None:
    with at(minutes=1):
        mine = sign_in(Client(), officer)
        page = text(mine.get("/account/"))
        handles = [part.split('"')[0] for part in page.split('name="session" value="')[1:3]]
        mine.post("/account/sessions/", {"session": handles[1]})
        assert browser.get("/account/").status_code == 302
        assert mine.get("/account/").status_code == 200
        assert operations() == ["accounts.end_sessions"]


def test_all_of_mine_are_ended(officer: User, browser: Client) -> None:
    with at(minutes=1):
        mine = sign_in(Client(), officer)
        answer = mine.post("/account/sessions/", {"session": "all"}, follow=True)
        assert "You are signed out everywhere." in text(answer)
        assert browser.get("/account/").status_code == 302
        assert not Session.objects.filter(user=officer).exists()


def test_somebody_elses_is_not_there(officer: User, administrator: User) -> None:
    from answerable.accounts.own.queries import handle

    theirs, mine = sign_in(Client(), administrator), sign_in(Client(), officer)
    row = Session.objects.get(user=administrator)
    answer = mine.post("/account/sessions/", {"session": handle(row)}, follow=True)
    assert "That session is over already." in text(answer)
    assert theirs.get("/account/").status_code == 200


def test_signing_out(officer: User, browser: Client) -> None:
    with at(minutes=1):
        assert browser.post("/account/sign-out/").status_code == 302
        assert browser.get("/account/").status_code == 302
    assert operations() == ["accounts.sign_out"]


def test_another_office_is_chosen(officer: User, browser: Client) -> None:
    other = Office.objects.create(name="Eastmarch", slug="eastmarch")
    person_with(Role.AUDITOR, other)
    with at(minutes=1):
        assert browser.post("/account/office/", {"office": other.pk}).status_code == 404
        officer.roles_held.create(office=other, role=Role.AUDITOR, given_at=NOW)
        browser.post("/account/office/", {"office": other.pk})
        assert "auditor, Eastmarch" in text(browser.get("/account/"))
        assert browser.get("/account/office/").status_code == 405


# ------------------------------------------------------------------ cookies

PRINT = (
    "import json, django; django.setup(); from django.conf import settings as s;"
    "print(json.dumps([s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE,"
    " s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE, s.COOKIE_PREFIX]))"
)


@pytest.mark.parametrize(
    ("hosts", "kept"),
    [
        ("answerable.example", ["__Host-session", "__Host-form", True, True, True, "Lax", "__Host-"]),
        ("localhost,127.0.0.1", ["session", "form", False, False, True, "Lax", ""]),
    ],
)
def test_cookies_go_over_https_but_on_this_machine(hosts: str, kept: list[Any]) -> None:
    environment = {
        **os.environ,
        "ALLOWED_HOSTS": hosts,
        "DJANGO_SETTINGS_MODULE": "answerable.config.settings",
    }
    for name in ("HTTPS", "DATABASE_URL"):
        environment.pop(name, None)
    done = subprocess.run([sys.executable, "-c", PRINT], env=environment, capture_output=True, check=True)
    assert json.loads(done.stdout) == kept


def test_what_a_browser_is_told(officer: User) -> None:
    client = enter(with_password(officer))
    for name in ("session", "known"):
        assert client.cookies[name]["httponly"]
        assert client.cookies[name]["samesite"] == "Lax"
    assert client.cookies["session"]["max-age"] == ""  # gone with the browser
