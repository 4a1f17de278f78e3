"""The worker sends the outbox and reminds, beside its jobs; commands do the same when somebody says so."""

from __future__ import annotations

import datetime as dt
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from answerable.config.management.commands.worker import remind, send_mail
from answerable.core.permissions.roles import Role
from answerable.mail.models import Message
from answerable.reminders.daily import remind_if_due
from answerable.reminders.models import Reminded
from answerable.upkeep.working import Worker
from tests import factories as make
from tests.follow import acts_for
from tests.mail.mailbox import free_port, mail_server, point_to
from tests.mail.test_sending import laid
from tests.signing import person_with

pytestmark = pytest.mark.django_db
TUESDAY = dt.datetime(2019, 5, 28, 8, 30, tzinfo=dt.UTC)


@pytest.fixture
def overdue() -> None:
    post = make.post("Deputy Chief Constable", "DCC")
    acts_for(person_with(Role.CHIEF_OFFICER, make.office(), "Nadia Example"), post)
    make.action(
        make.item(make.meeting("2019-03-12"), "1", "Calls"), "Share the baseline.", ["DCC"], "2019-05-01"
    )


def said(*arguments: str, **options: Any) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


# ---------------------------------------------------------------- the worker
def test_the_worker_reminds_and_sends(settings: Any, overdue: None) -> None:
    with mail_server(settings) as mailbox, time_machine.travel(TUESDAY, tick=False):
        Worker(until_empty=True, regularly={remind: 600, send_mail: 20}).run()
    (letter,) = mailbox.letters
    assert letter["To"] == "nadia.example@wyvern-valley.example"
    assert letter["Subject"] == "1 action overdue (Wyvern Valley)"
    plain, html = (part.get_content() for part in letter.iter_parts())
    assert "Share the baseline." in plain
    assert "Share the baseline." in html


@pytest.mark.parametrize(
    "trouble",
    [ValueError("no such thing"), OSError("no space left on device"), IntegrityError("there is one")],
    ids=lambda one: type(one).__name__,
)
def test_what_fails_does_not_stop_the_worker(trouble: Exception) -> None:
    called: list[str] = []

    def fails() -> None:
        called.append("fails")
        raise trouble

    def works() -> None:
        called.append("works")

    Worker(until_empty=True, regularly={fails: 60, works: 60}).run()
    assert called == ["fails", "works"]


def test_two_workers_remind_once(settings: Any, overdue: None) -> None:
    point_to(settings, free_port())
    with time_machine.travel(TUESDAY, tick=False):
        assert remind_if_due() == 1
        assert remind_if_due() == 0
    assert Reminded.objects.count() == 1


@pytest.mark.parametrize(
    ("moment", "why"),
    [
        (dt.datetime(2019, 5, 28, 5, 30, tzinfo=dt.UTC), "before seven"),
        (dt.datetime(2019, 5, 26, 8, 30, tzinfo=dt.UTC), "a Sunday"),
        (dt.datetime(2019, 5, 27, 8, 30, tzinfo=dt.UTC), "a bank holiday"),
    ],
)
def test_not_at_every_hour_and_day(settings: Any, overdue: None, moment: dt.datetime, why: str) -> None:
    point_to(settings, free_port())
    with time_machine.travel(moment, tick=False):
        assert remind_if_due() == 0, why


def test_not_without_a_mail_server(settings: Any, overdue: None) -> None:
    settings.MAIL = False
    with time_machine.travel(TUESDAY, tick=False):
        assert remind_if_due() == 0


# ---------------------------------------------------------------- answerable remind
def test_a_dry_run_prints_the_letters_and_keeps_nothing(overdue: None) -> None:
    told = said("remind", dry_run=True, on=dt.date(2019, 5, 28))
    assert "To: Nadia Example <nadia.example@wyvern-valley.example>\n" in told
    assert "Subject: 1 action overdue (Wyvern Valley)\n\nHello Nadia Example\n" in told
    assert "Wyvern Valley: 1 letter would be laid into the outbox.\n" in told
    assert not Message.objects.exists()
    assert not Reminded.objects.exists()


@time_machine.travel(TUESDAY, tick=False)
def test_the_command_twice_the_same_day(overdue: None) -> None:
    assert said("remind") == "Wyvern Valley: 1 letter laid into the outbox.\n"
    assert said("remind") == "Wyvern Valley: 0 letters laid into the outbox.\n"


def test_what_the_command_refuses() -> None:
    with pytest.raises(CommandError, match="Another day can only be looked at: add --dry-run"):
        said("remind", on=dt.date(2019, 5, 28))
    make.office()
    with pytest.raises(CommandError, match="nowhere"):
        said("remind", office="nowhere")


# ---------------------------------------------------------------- answerable mail
def test_mail_send_sends_all_that_waits(settings: Any) -> None:
    for number in range(3):
        laid(subject=f"Letter {number}")
    with (
        mail_server(settings) as mailbox,
        time_machine.travel(dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)),
    ):
        assert said("mail", "send") == "3 messages sent.\n"
        assert said("mail", "list") == ""
    assert len(mailbox.raw) == 3


def test_mail_list_says_what_waits_and_why(settings: Any) -> None:
    laid()
    point_to(settings, free_port())
    with time_machine.travel(dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC), tick=False):
        with pytest.raises(CommandError, match="The mail server could not be reached"):
            said("mail", "send")
        listed = said("mail", "list")
    assert listed.startswith("nadia.example@wyvern-valley.example  before  21 November 2026, 7am  again ")
    assert "The mail server could not be reached" in listed
    assert "Two actions" not in listed
