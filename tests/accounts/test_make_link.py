"""An administrator makes a link by which somebody sets their password."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import time_machine
from django.core import mail
from django.test import Client

from answerable.accounts.links import password_link
from answerable.accounts.models import User
from answerable.offices.models import Office
from tests.accounts.conftest import only_the_administrator, operations, text
from tests.accounts.people import PASSWORD
from tests.signing import NOW

NEW = {"password1": PASSWORD, "password2": PASSWORD}


def follow(link: str) -> Any:
    browser = Client()
    page = browser.get(link.replace("http://testserver", ""), follow=True)
    if "Set your password" not in text(page):
        return page
    return browser.post(page.request["PATH_INFO"], NEW, follow=True)


def test_it_is_shown_once_and_works_once(admin: Client, officer: User) -> None:
    page = text(admin.post(f"/accounts/{officer.pk}/link/", follow=True))
    found = re.search(r"http://testserver/account/password/new/[^<]+", page)
    assert found
    assert "Your password is set" in text(follow(found[0]))
    assert User.objects.get(pk=officer.pk).check_password(PASSWORD)
    assert operations() == ["accounts.make_link", "accounts.set_password"]
    assert "This link does not work" in text(follow(found[0]))
    assert "http://testserver/account/password" not in text(admin.get(f"/accounts/{officer.pk}/"))


def test_it_is_old_after_three_days(officer: User) -> None:
    with time_machine.travel(NOW, tick=False):
        link = password_link(officer, "http://testserver")
    with time_machine.travel(NOW + dt.timedelta(days=3, minutes=1), tick=False):
        assert "This link does not work" in text(follow(link))


def test_mail_that_cannot_be_sent_is_no_mail(
    admin: Client, officer: User, settings: Any, monkeypatch: Any
) -> None:
    settings.MAIL = True

    def refuse(*args: Any) -> None:
        raise OSError

    monkeypatch.setattr("answerable.accounts.links.send_mail", refuse)
    answer = text(admin.post(f"/accounts/{officer.pk}/link/", follow=True))
    assert "The mail could not be sent." in answer
    assert "This link is shown once." in answer
    assert not mail.outbox


def test_nobody_else_may(office: Office, officer: User) -> None:
    only_the_administrator(f"/accounts/{officer.pk}/link/", {}, office)


def test_no_other_method(admin: Client, officer: User) -> None:
    assert admin.get(f"/accounts/{officer.pk}/link/").status_code == 405
