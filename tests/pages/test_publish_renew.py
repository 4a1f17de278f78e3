"""What is told from minutes is brought up to date with them: register, topics, people."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.publishing.models import Publication
from answerable.publishing.operations import deliver_due, renewing
from tests import factories as make
from tests import publish
from tests.pages.desk import Desk
from tests.publishing_pages import commissioner, officer

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

TICK = "Bring up to date with it"


def gives(date: str, said: str) -> int:
    """A meeting that gives an action; its key."""
    meeting = make.meeting(date)
    make.action(make.item(meeting, "1", "Calls"), said, ["DCC"])
    return meeting.pk


def public_register() -> None:
    """A register of one meeting's actions."""
    meeting = gives("2018-03-27", "DCC to bring the new rota.")
    publish.published("minutes", Meeting.objects.get(pk=meeting))
    publish.published("register", title="Register of actions")


def decided_minutes(key: int, **typed: str) -> Desk:
    """Put forward by one, decided by the other."""
    petra, dara = officer(), commissioner()
    petra.open(f"/publishing/meetings/{key}/put-forward")
    petra.send("/put-forward", **typed)
    publish.let_stand(Publication.objects.latest("pk"))
    dara.open(f"/publishing/{Publication.objects.latest('pk').pk}/")
    dara.send("/decide")
    return dara


def in_public(address: str) -> str:
    return Client().get(address).content.decode()


def test_the_register_follows_minutes_at_once() -> None:
    public_register()
    new = gives("2018-04-24", "DCC to count the calls.")
    assert TICK in officer().open(f"/publishing/meetings/{new}/put-forward").main
    dara = decided_minutes(new, renews="yes")
    assert dara.page
    assert "DCC to count the calls." in in_public("/wyvern-valley/actions")
    assert "DCC to count the calls." in in_public("/wyvern-valley/actions/A-0002")
    follows = Publication.objects.get(because_of__isnull=False)
    assert (follows.put_forward_by.name, follows.decided_by and follows.decided_by.name) == (
        "Petra Forward", "Dara Decides",
    )  # fmt: skip
    minutes = follows.because_of
    assert minutes
    assert "Brings along" in dara.open(f"/publishing/{minutes.pk}/").main
    assert "out of date" not in dara.open("/publishing/").main


def test_without_the_tick_it_stays_and_the_desk_says_so() -> None:
    public_register()
    dara = decided_minutes(gives("2018-04-24", "DCC to count the calls."), renews="")
    assert "DCC to count the calls." not in in_public("/wyvern-valley/actions")
    desk = dara.open("/publishing/").main
    assert "1 page is out of date" in desk
    assert "1 meeting has been published, corrected or taken away since" in desk


def test_what_was_never_published_is_not_published_by_it() -> None:
    publish.published("office")
    new = gives("2018-04-24", "DCC to count the calls.")
    assert TICK not in officer().open(f"/publishing/meetings/{new}/put-forward").main
    decided_minutes(new)
    assert not Publication.objects.filter(subject="register").exists()


def test_what_the_checks_ask_waits_for_a_person_and_the_next_takes_its_place() -> None:
    public_register()
    dara = decided_minutes(gives("2018-04-24", "DCC to ring 01632 960001."), renews="yes")
    waits = Publication.objects.get(because_of__isnull=False)
    assert waits.state == "proposed"
    assert "01632" not in in_public("/wyvern-valley/actions")
    assert "Register of actions" in dara.open("/publishing/").main
    decided_minutes(gives("2018-05-22", "DCC to count again."), renews="yes")
    waits.refresh_from_db()
    assert waits.state == "dropped"


def test_a_withdrawal_takes_its_actions_out_of_the_register_too() -> None:
    public_register()
    decided_minutes(gives("2018-04-24", "DCC to count the calls."), renews="yes")
    minutes = Publication.objects.filter(subject="minutes").latest("pk")
    dara = commissioner()
    dara.open(f"/publishing/{minutes.pk}/withdraw")
    dara.send("/withdraw", note="It was not approved.", sure="yes", renews="yes")
    assert "DCC to count the calls." not in in_public("/wyvern-valley/actions")
    assert "DCC to bring the new rota." in in_public("/wyvern-valley/actions")
    assert Publication.objects.filter(because_of__subject="minutes", because_of__doing="withdraw").exists()


def test_under_embargo_it_follows_when_the_embargo_ends() -> None:
    public_register()
    key = gives("2018-04-24", "DCC to count the calls.")
    opens = timezone.now() + dt.timedelta(hours=2)
    minutes = publish.put("minutes", Meeting.objects.get(pk=key), renews=True, opens_at=opens,
                          at=timezone.now())  # fmt: skip
    dara = commissioner()
    dara.open(f"/publishing/{minutes.pk}/")
    dara.send("/decide")
    assert "DCC to count the calls." not in in_public("/wyvern-valley/actions")
    deliver_due(at=opens + dt.timedelta(minutes=1))
    assert "DCC to count the calls." in in_public("/wyvern-valley/actions")


def test_what_says_the_same_is_not_out_of_date_once_it_was_brought_along() -> None:
    public_register()
    bare = make.meeting("2018-04-24")
    make.entry(make.item(bare, "1", "Calls"), "note", "Nothing was asked.")
    meeting = Meeting.objects.get(pk=bare.pk)
    publish.published("minutes", meeting)
    assert "1 page is out of date" in officer().open("/publishing/").main
    later = make.meeting("2018-05-22")
    make.entry(make.item(later, "1", "Calls"), "note", "Nothing was said.")
    dara = decided_minutes(later.pk, renews="yes")
    assert "out of date" not in dara.open("/publishing/").main


def test_it_is_done_once() -> None:
    public_register()
    decided_minutes(gives("2018-04-24", "DCC to count the calls."), renews="yes")
    before = Publication.objects.count()
    deliver_due(at=timezone.now())
    assert Publication.objects.count() == before


def test_what_could_not_be_checked_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    public_register()
    with monkeypatch.context() as broken:
        broken.setattr(renewing, "put_forward", refuse)
        decided_minutes(gives("2018-04-24", "DCC to count the calls."), renews="yes")
    assert "DCC to count the calls." not in in_public("/wyvern-valley/actions")
    deliver_due(at=timezone.now())
    assert "DCC to count the calls." in in_public("/wyvern-valley/actions")


def refuse(**what: object) -> None:
    raise Refusal("It could not be checked, so it is not put forward.")
