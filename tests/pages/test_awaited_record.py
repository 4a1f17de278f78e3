"""What was waited for has happened, is dropped, or is put right: each once, and by whom."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Action, AwaitedEvent
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from tests import cycle, follow
from tests import factories as make
from tests.pages.desk import Desk, officer, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def event() -> AwaitedEvent:
    return follow.awaited(make.forum(), "The outcome of the custody investigation")


@pytest.fixture
def at(event: AwaitedEvent) -> str:
    return f"/awaited/{event.pk}/"


def opened(at: str, name: str = "") -> Desk:
    desk = officer(name)
    desk.open(at)
    return desk


def test_it_is_recorded_with_what_came_of_it(event: AwaitedEvent, at: str) -> None:
    page = opened(at).send("/record", happened="1/5/2019", outcome="No case to answer.")
    assert "Recorded. It stands on no agenda from now on." in page.main
    assert "1 May 2019" in page.main
    assert "No case to answer." in page.main
    event.refresh_from_db()
    assert (event.happened_on, event.dropped) == (dt.date(2019, 5, 1), False)
    assert Event.objects.latest("id").operation == "actions.record_awaited"
    assert "custody" not in words(officer().open("/awaited/"))
    assert "No case to answer." in words(officer().open("/awaited/?shown=recorded"))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"happened": "", "outcome": "Done."}, "Write the day on which it happened"),
        ({"happened": "soon", "outcome": "Done."}, "Write the day on which it happened as a day, month"),
        ({"happened": "1/1/2099", "outcome": "Done."}, "Choose a day that is not ahead: it has happened"),
        ({"happened": "1/5/2019", "outcome": " "}, "Write what came of it"),
    ],
)
def test_what_is_missing_is_said(event: AwaitedEvent, at: str, typed: dict[str, str], why: str) -> None:
    page = opened(at).send("/record", 400, **typed)
    assert why in page.main
    assert typed["outcome"].strip() in page.text
    event.refresh_from_db()
    assert event.recorded_at is None


def test_it_is_dropped_with_a_reason(event: AwaitedEvent, at: str) -> None:
    assert "Say why nobody waits for it any more" in opened(at).send("/drop", 400, why="").main
    page = opened(at).send("/drop", why="The investigation was handed to another force.")
    assert "Dropped" in page.main
    assert "handed to another force" in page.main
    event.refresh_from_db()
    assert (event.dropped, event.happened_on) == (True, None)
    assert Event.objects.latest("id").operation == "actions.drop_awaited"


def test_its_words_are_put_right(event: AwaitedEvent, at: str) -> None:
    page = opened(at).send("/change", text="The outcome of the inquest", expected="2019-07-01")
    assert "The outcome of the inquest" in page.main
    assert "1 July 2019" in page.main
    assert Event.objects.latest("id").operation == "actions.change_awaited"


def test_two_who_record_at_once(event: AwaitedEvent, at: str) -> None:
    first, second = opened(at, "First"), opened(at, "Second")
    first.send("/record", happened="1/5/2019", outcome="No case to answer.")
    page = second.send("/record", 409, happened="2/5/2019", outcome="A case to answer.")
    assert "First changed what is waited for" in page.main
    assert "No case to answer." in page.main
    assert "A case to answer." in page.main
    event.refresh_from_db()
    assert event.outcome == "No case to answer."


def test_two_who_change_at_once_choose(event: AwaitedEvent, at: str) -> None:
    first, second = opened(at, "First"), opened(at, "Second")
    first.send("/change", text="The outcome of the inquest")
    page = second.send("/change", 409, text="The outcome of the custody inquiry")
    assert "The outcome of the inquest" in page.main
    assert "The outcome of the custody inquiry" in page.text
    event.refresh_from_db()
    assert event.text == "The outcome of the inquest"
    done = second.send("/change", **{"choose-text": "mine"})
    assert "The outcome of the custody inquiry" in done.main


def test_one_changes_what_another_records(event: AwaitedEvent, at: str) -> None:
    first, second = opened(at, "First"), opened(at, "Second")
    first.send("/record", happened="1/5/2019", outcome="No case to answer.")
    assert "No case to answer." in second.send("/change", 409, text="Something else").main


def test_what_is_gone_is_said(event: AwaitedEvent, at: str) -> None:
    desk = opened(at)
    form = desk.form("/drop")
    event.delete()
    desk.send(form, 404, why="No more.")


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.AUDITOR, Role.PANEL_READER])
def test_others_read_it_and_no_more(event: AwaitedEvent, at: str, role: Role) -> None:
    page = words(Desk(role).open(at))
    assert "custody investigation" in page
    assert "It happened" not in page
    for way, typed in (("record", "outcome"), ("drop", "why"), ("change", "text")):
        Desk(role).post(f"{at}{way}", 403, happened="2019-05-01", **{typed: "No."})
    event.refresh_from_db()
    assert (event.recorded_at, event.text) == (None, "The outcome of the custody investigation")


def test_the_agenda_that_it_stands_on_next(event: AwaitedEvent, at: str) -> None:
    cycle.planned("2099-06-11", event.forum)
    assert "the agenda of Thursday 11 June 2099" in words(officer().open(at))


def test_what_is_late_is_said(at: str) -> None:
    AwaitedEvent.objects.update(expected=dt.date(2019, 5, 1))
    assert "1 day past" in words(officer().open("/awaited/"))
    assert "1 day past" in words(officer().open(at))


def hangs(event: AwaitedEvent) -> Action:
    """An action of the event whose date hangs on it."""
    item = make.item(make.meeting(of=event.forum), "1", "Custody")
    action = make.action(item, "Bring the outcome.", ["DCC"], due_text="once the outcome is known")
    Action.objects.filter(pk=action.pk).update(waits_for="the outcome is known")
    event.action = action
    event.save()
    return action


def test_recording_gives_the_action_its_date(event: AwaitedEvent, at: str) -> None:
    action = hangs(event)
    desk = opened(at)
    assert "waits for “the outcome is known”: due by then" in words(desk.open(at))
    desk.send("/record", happened="1/5/2019", outcome="No case to answer.", due="1/7/2019")
    action.refresh_from_db()
    assert (action.due, action.first_due, action.waits_for) == (dt.date(2019, 7, 1), dt.date(2019, 7, 1), "")
    step = action.steps.get()
    assert (step.kind, step.on, step.reason) == ("happened", dt.date(2019, 5, 1), "No case to answer.")
    said = Event.objects.latest("id")
    assert said.operation == "actions.record_awaited"
    assert {("actions.action", action.pk), ("actions.actionstep", step.pk)} <= set(said.named)


def test_without_a_date_the_action_goes_on_waiting(event: AwaitedEvent, at: str) -> None:
    action = hangs(event)
    page = opened(at).send("/record", happened="1/5/2019", outcome="No case to answer.")
    assert "Its action still waits for “the outcome is known”: say when it is due" in page.main
    action.refresh_from_db()
    assert (action.due, action.steps.count()) == (None, 0)


def test_a_date_that_cannot_be_leaves_all_as_it_was(event: AwaitedEvent, at: str) -> None:
    action = hangs(event)
    page = opened(at).send("/record", happened="1/5/2019", outcome="No case.", due="1/4/2019")
    assert "Recorded" not in page.main
    event.refresh_from_db()
    assert (event.recorded_at, action.steps.count()) == (None, 0)
    assert "No case." in page.text, "what was typed is kept"
