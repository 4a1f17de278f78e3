"""What a meeting said it would look at again: found, on the plan, on the agenda with its question, done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from answerable.actions.models import Revisit
from answerable.actions.operations.revisiting import renew_revisits
from answerable.audit.models import Event
from answerable.core.permissions.markings import Marking
from answerable.core.permissions.roles import Role
from answerable.intake.operations import mark
from answerable.meetings.models import Item, Meeting
from tests import cycle, follow
from tests import factories as make
from tests.pages.desk import Desk, officer, words

pytestmark = pytest.mark.django_db
Get = Callable[..., Any]
ASKED = "How many callers give up?"
SAID = "Bring back in 3 months to see what the new desk changes."


@pytest.fixture
def given() -> Item:
    """An item of March in which a question was asked, answered, and is to come back."""
    meeting = make.meeting("2019-03-12")
    item = make.item(meeting, "2", "Call handling")
    make.exchange(
        make.entry(item, "question", ASKED, ["PCC"]), make.entry(item, "response", "One in nine.", ["CC"])
    )
    make.entry(item, "decision", SAID)
    return item


@pytest.fixture
def found(given: Item) -> Revisit:
    renew()
    return Revisit.objects.get()


def renew() -> int:
    return renew_revisits(make.office().pk, Meeting.objects.filter(office=make.office()))


def test_it_is_found_with_its_day_and_the_question(found: Revisit) -> None:
    assert (found.text, found.question, found.due) == (SAID, ASKED, dt.date(2019, 6, 12))
    assert found.state == "waiting"
    assert renew() == 0


def test_another_reading_leaves_what_a_person_decided(found: Revisit) -> None:
    Revisit.objects.filter(pk=found.pk).update(due=dt.date(2019, 9, 1), decided_at=make.NOW)
    assert renew() == 0
    assert Revisit.objects.get().due == dt.date(2019, 9, 1)


def test_the_list_and_the_plan_say_to_which_meeting_it_comes(found: Revisit, given: Item) -> None:
    cycle.planned("2019-06-11", given.meeting.forum)
    july = cycle.planned("2019-07-09", given.meeting.forum)
    page = words(officer().open("/revisits/"))
    assert "Call handling" in page
    assert ASKED in page
    assert "9 July 2019" in page
    assert "To come back: Call handling" in words(officer().open("/plan/"))
    assert ASKED in words(officer().open(f"/plan/meetings/{july.pk}/"))


def test_it_comes_to_the_forum_that_took_over(found: Revisit, given: Item) -> None:
    heir = make.forum("Accountability Board", succeeds=given.meeting.forum)
    cycle.planned("2019-07-09", heir)
    assert "9 July 2019" in words(officer().open("/revisits/"))


def test_it_puts_itself_on_that_agenda_with_the_question(found: Revisit, given: Item, post: Get) -> None:
    early = cycle.planned("2019-06-11", given.meeting.forum)
    july = cycle.planned("2019-07-09", given.meeting.forum)
    for meeting in (early, july):
        post(f"/agendas/{meeting.pk}/write")
    assert not early.items.filter(origin="revisit").exists()
    item = july.items.get(origin="revisit")
    assert item.title == "To come back: Call handling"
    assert f"Asked then: “{ASKED}”" in item.note
    assert "12 March 2019, item 2" in item.note
    found.refresh_from_db()
    assert (found.state, found.planned_item) == ("planned", item)
    assert "on its agenda" in words(officer().open("/revisits/"))


@pytest.fixture
def on_agenda(found: Revisit, given: Item, post: Get) -> Meeting:
    july = cycle.planned("2019-07-09", given.meeting.forum)
    post(f"/agendas/{july.pk}/write")
    return july


def test_once_it_was_spoken_of_it_is_done(on_agenda: Meeting, found: Revisit) -> None:
    make.entry(on_agenda.items.get(origin="revisit"), "note", "The desk halved it.")
    Meeting.objects.filter(pk=on_agenda.pk).update(state="held", minutes_state="approved")
    assert "Came back on 9 July 2019" in words(officer().open("/revisits/"))
    renew()
    found.refresh_from_db()
    assert found.state == "done"
    assert "Came back, 9 July 2019" in words(officer().open("/revisits/?shown=settled"))


def test_where_the_meeting_did_not_come_to_it_it_goes_on(
    on_agenda: Meeting, found: Revisit, given: Item, post: Get
) -> None:
    Meeting.objects.filter(pk=on_agenda.pk).update(state="held", minutes_state="approved")
    later = cycle.planned("2019-09-10", given.meeting.forum)
    assert "10 September 2019" in words(officer().open("/revisits/"))
    post(f"/agendas/{later.pk}/write")
    assert later.items.filter(origin="revisit").exists()


def test_where_the_meeting_is_cancelled_it_goes_on(on_agenda: Meeting, given: Item, post: Get) -> None:
    Meeting.objects.filter(pk=on_agenda.pk).update(state="cancelled")
    later = cycle.planned("2019-09-10", given.meeting.forum)
    post(f"/agendas/{later.pk}/write")
    assert later.items.filter(origin="revisit").exists()


def test_taken_off_an_agenda_it_comes_to_the_next(on_agenda: Meeting, given: Item, post: Get) -> None:
    item = on_agenda.items.get(origin="revisit")
    post(f"/agendas/items/{item.pk}/take-off")
    cycle.planned("2019-09-10", given.meeting.forum)
    assert "10 September 2019" in words(officer().open("/revisits/"))


def test_what_is_restricted_is_not_seen_by_a_panel(given: Item, post: Get) -> None:
    mark(
        row=given, marking=Marking.RESTRICTED, why="operational", note="", by=make.user(), at=make.NOW,
    )  # fmt: skip
    renew()
    july = cycle.planned("2019-07-09", given.meeting.forum)
    post(f"/agendas/{july.pk}/write")
    assert july.items.get(origin="revisit").restricted
    panel = Desk(Role.PANEL_READER)
    for path in ("/revisits/", "/plan/", f"/plan/meetings/{july.pk}/"):
        assert "Call handling" not in words(panel.open(path))
    panel.open(f"/revisits/{Revisit.objects.get().pk}/", 404)


def test_an_event_is_kept_of_nothing_by_reading(found: Revisit) -> None:
    assert not Event.objects.filter(operation__startswith="actions.").exists()


def test_older_ones_without_a_day_come_to_the_next_meeting(given: Item) -> None:
    follow.revisit(given.entries.first(), None, question="")  # type: ignore[arg-type]
    cycle.planned("2019-05-14", given.meeting.forum)
    assert "14 May 2019" in words(officer().open("/revisits/"))
