"""Somebody whose session ended while they wrote finds what they typed again."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

import lxml.html
import pytest
from django.test import Client

from answerable.core.permissions.roles import Role
from answerable.intake.models import Correction
from answerable.meetings.models import Meeting
from tests import factories as make
from tests.signing import person_with, sign_in

FROM_HERE = {"HTTP_SEC_FETCH_SITE": "same-origin"}
WORDS = "Half an hour of careful typing about the callers who hang up, which nobody wants to type again"


@pytest.fixture
def browser(archive: object) -> Client:
    """A browser that keeps the keys of forms, signed in."""
    return sign_in(Client(enforce_csrf_checks=True), officer())


def officer() -> Any:
    return person_with(Role.POLICY_OFFICER, make.office())


def send(browser: Client, path: str, values: dict[str, str] | list[tuple[str, str]], **headers: str) -> Any:
    """Send a form as browsers send it that has no files."""
    return browser.post(path, urlencode(values), content_type="application/x-www-form-urlencoded", **headers)


def form_in(html: bytes, path: str) -> dict[str, str]:
    tree = lxml.html.document_fromstring(html.decode())
    one = next(form for form in tree.iter("form") if str(form.get("action")).startswith(path))
    return {name: str(value or "") for name, value in one.fields.items() if name}


def typed(browser: Client, march: Meeting) -> tuple[str, dict[str, str]]:
    """The form of the action, with words in it."""
    path = f"/review/meetings/{march.pk}/correct"
    page = browser.get(f"/source/action/{march.actions.get().pk}/").content
    return path, {**form_in(page, path), "text": WORDS}


def test_what_was_typed_is_shown_and_sent_after_signing_in(browser: Client, march: Meeting) -> None:
    path, form = typed(browser, march)
    browser.cookies.pop("session")  # it ended; the other cookies of the browser stay
    page = send(browser, path, form, **FROM_HERE)
    assert page.status_code == 403
    html = page.content.decode()
    assert "You were signed out: nothing is lost" in html
    assert WORDS in html
    assert re.search(r'href="/account/sign-in/[^"]*" target="_blank" rel="noopener"', html)
    again = form_in(page.content, path)
    sign_in(browser, officer())
    done = send(browser, path, again, **FROM_HERE)
    assert done.status_code == 302
    assert march.actions.get().text == WORDS
    assert Correction.objects.count() == 1


def test_everything_that_was_ticked_is_sent_again(browser: Client) -> None:
    browser.cookies.pop("session")
    sent = [("promise", "3-a"), ("promise", "4-b"), ("reason", "Said in passing.")]
    page = send(browser, "/promises/dismiss", sent, **FROM_HERE)
    tree = lxml.html.document_fromstring(page.content.decode())
    form = next(one for one in tree.iter("form") if one.get("action") == "/promises/dismiss")
    assert [pair for pair in form.form_values() if pair in sent] == sent


def test_a_key_of_before_signing_in_again_is_made_new(browser: Client, march: Meeting) -> None:
    path, form = typed(browser, march)
    old = form["csrfmiddlewaretoken"]
    browser.cookies.pop("form")
    browser.get("/topics/")  # another key, as after signing in on another page
    page = send(browser, path, form, **FROM_HERE)
    assert page.status_code == 403
    assert "Send this once more" in page.content.decode()
    again = form_in(page.content, path)
    assert again["csrfmiddlewaretoken"] != old
    assert again["seen"] == form["seen"]
    assert send(browser, path, again, **FROM_HERE).status_code == 302
    assert march.actions.get().text == WORDS


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_ORIGIN": "https://evil.example"},
        {"HTTP_ORIGIN": "null"},
    ],
)
def test_nothing_of_another_site_is_shown(headers: dict[str, str], march: Meeting) -> None:
    path = f"/review/meetings/{march.pk}/correct"
    for browser in (Client(), Client(enforce_csrf_checks=True)):
        page = send(browser, path, {"text": WORDS}, **headers)
        assert page.status_code in (302, 403)
        assert WORDS not in page.content.decode()


def test_an_older_browser_says_where_it_comes_from(march: Meeting) -> None:
    path = f"/review/meetings/{march.pk}/correct"
    page = send(Client(), path, {"text": WORDS}, HTTP_ORIGIN="http://testserver")
    assert WORDS in page.content.decode()


def test_secrets_are_not_shown(march: Meeting) -> None:
    path = f"/review/meetings/{march.pk}/correct"
    secrets = dict.fromkeys(("password", "new_password1", "code", "otp_token", "secret"), "hunter two")
    page = send(Client(), path, {**secrets, "text": WORDS}, **FROM_HERE).content.decode()
    assert WORDS in page
    assert "hunter two" not in page


def test_forms_of_signing_in_are_not_shown_again(archive: object) -> None:
    strict = Client(enforce_csrf_checks=True)
    page = send(strict, "/account/sign-in/", {"login": WORDS, "password": "hunter two"}, **FROM_HERE)
    assert page.status_code == 403
    assert WORDS not in page.content.decode()


def test_files_of_somebody_who_is_not_signed_in_are_not_looked_at(archive: object) -> None:
    answer = Client().post("/imports/send", {"files": make.ContentFile(b"x", "a.txt")}, **FROM_HERE)
    assert answer.status_code in (302, 403)
    assert "nothing is lost" not in answer.content.decode()


def test_hostile_words_are_words(march: Meeting) -> None:
    path = f"/review/meetings/{march.pk}/correct"
    words = '"><script>alert(1)</script>'
    page = send(Client(), path, {"text": words, words: "x"}, **FROM_HERE).content.decode()
    assert "<script>alert" not in page
