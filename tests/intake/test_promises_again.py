"""What was decided about a promise holds when its minutes are read again; what lapsed is found anew."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from answerable.actions.models import Action, Commitment, Silence
from answerable.actions.operations import relink
from answerable.actions.operations.promising import (
    NewAction,
    dismiss_promises,
    judge_promise,
    promote_promise,
)
from answerable.core.permissions.markings import Marking
from answerable.intake.operations import mark
from answerable.intake.queries import record_of
from answerable.meetings.models import Forum, Meeting
from answerable.people.models import Post
from tests.intake.bringing import AT, bring, bring_minutes, finish, minutes, office, the_meeting, user
from tests.records import commitment, item, note, record

pytestmark = pytest.mark.django_db

DRONES = "The drone unit would be flying in the north by the end of May."
FARMS = "Every farm would be visited by a named officer."


def march(*lines: Any) -> dict[str, Any]:
    return record("2024-03-12", item("1", "Rural crime"), *lines)


WITH = march(note("Welcome."), commitment(DRONES, due="2024-05-31"), commitment(FARMS, "ACC"))


def promise(text: str) -> Commitment:
    return Commitment.objects.get(text=text)


def later(day: str, *words: str, forum: str = "Assurance Meeting") -> dict[str, Any]:
    said = words or ("Burglary fell.", "The budget was noted.")
    return record(day, item("1", "Anything else"), *(note(one) for one in said), forum=forum)


def dismiss(text: str) -> None:
    dismiss_promises(promises=[(promise(text), None)], why="Said in passing.", by=user(), at=AT)


def promote(text: str) -> Action:
    owner = Post.objects.filter(abbreviation="CC")
    wanted = NewAction("CC to fly the drones", list(owner), dt.date(2024, 6, 30))
    return promote_promise(promise=promise(text), action=wanted, by=user(), at=AT)


def test_a_decision_stays_with_its_words_when_others_come_before() -> None:
    bring_minutes(minutes(WITH))
    dismiss(FARMS)
    before = promise(FARMS).pk
    more = march(note("Welcome."), commitment("A new one."), commitment(DRONES), commitment(FARMS, "ACC"))
    bring_minutes(minutes(more), again=True)
    assert (promise(FARMS).pk, promise(FARMS).standing) == (before, "dismissed")
    assert promise("A new one.").standing == promise(DRONES).standing == "found"
    assert [one.position for one in Commitment.objects.order_by("position")] == [0, 1, 2]


def test_it_stays_when_a_word_is_read_otherwise() -> None:
    bring_minutes(minutes(WITH))
    dismiss(FARMS)
    other = march(note("Welcome."), commitment(DRONES), commitment(FARMS.replace("farm", "fann"), "ACC"))
    bring_minutes(minutes(other), again=True)
    assert promise(FARMS.replace("farm", "fann")).standing == "dismissed"
    assert Commitment.objects.count() == 2


def test_one_that_is_read_no_more_goes_unless_it_was_decided_about() -> None:
    bring_minutes(minutes(WITH))
    judge_promise(promise=promise(FARMS), kept=True, what="Seen.", by=user(), at=AT)
    without = march(note("Welcome."))
    bring_minutes(minutes(without), again=True)
    assert [(one.text, one.standing, one.entry) for one in Commitment.objects.all()] == [
        (FARMS, "kept", None)
    ]
    assert record_of(the_meeting())["commitments"] == []


def test_an_action_made_of_a_promise_survives_with_its_owners_and_date() -> None:
    bring_minutes(minutes(WITH))
    action = promote(DRONES)
    before = Action.objects.values().get(), [str(one.post) for one in action.owners.all()]
    bring_minutes(minutes(march(note("Welcome."), note("More."), commitment(DRONES))), again=True)
    relink(office=office(), by=user(), at=AT)
    after = Action.objects.values().get(), [str(one.post) for one in Action.objects.get().owners.all()]
    assert after == before
    assert before[1] == ["Chief Constable"]
    assert promise(DRONES).action == action
    assert record_of(the_meeting())["actions"] == []


def test_the_action_stays_when_the_promise_is_read_no_more() -> None:
    bring_minutes(minutes(WITH))
    action = promote(DRONES)
    bring_minutes(minutes(march(note("Welcome."))), again=True)
    assert Action.objects.get() == action
    assert Commitment.objects.get(action=action).text == DRONES


def test_an_action_made_of_a_restricted_line_stays_restricted() -> None:
    bring_minutes(minutes(WITH))
    entry = promise(DRONES).entry
    assert entry
    mark(row=entry, marking=Marking.RESTRICTED, why="operational", note="", by=user(), at=AT)
    promote(DRONES)
    assert Action.objects.get().restricted
    mark(row=the_meeting().entries.all()[0], marking=Marking.RESTRICTED, why="operational", note="",
         by=user(), at=AT)  # fmt: skip
    assert Action.objects.get().restricted
    bring_minutes(minutes(WITH), again=True)
    assert Action.objects.get().restricted


def test_a_promise_that_two_meetings_pass_over_has_its_evidence() -> None:
    bring(WITH, later("2024-04-09"))
    held = promise(DRONES)
    assert (held.lapses_from, held.silent_from) == (dt.date(2024, 6, 1), None)
    bring(later("2024-05-14"), later("2024-06-11", "A drone unit of the fire service was praised."))
    held = promise(DRONES)
    assert held.silent_from == dt.date(2024, 5, 14)
    silence = Silence.objects.get(commitment=held)
    assert (silence.meetings, silence.first, silence.last) == (3, dt.date(2024, 4, 9), dt.date(2024, 6, 11))
    assert silence.nearest
    assert silence.nearest.text == "A drone unit of the fire service was praised."
    assert silence.score
    assert promise(FARMS).lapses_from == dt.date(2024, 9, 12)


def test_one_that_is_spoken_of_is_not_lapsed() -> None:
    bring(WITH, later("2024-04-09"), later("2024-05-14", "The drone unit was flying in the north since May."))
    assert promise(DRONES).silent_from is None
    assert promise(FARMS).silent_from == dt.date(2024, 5, 14)


def test_any_order_of_files_comes_to_the_same() -> None:
    files = [WITH, later("2024-04-09"), later("2024-05-14", "The drone unit was seen."), later("2024-06-11")]
    for one in reversed(files):
        bring(one)
    told = list(Silence.objects.order_by("pk").values_list("meetings", "first", "last", "score"))
    relink(office=office(), by=user(), at=AT)
    assert list(Silence.objects.order_by("pk").values_list("meetings", "first", "last", "score")) == told
    assert promise(FARMS).silent_from == dt.date(2024, 5, 14)


def test_the_forum_that_took_over_is_searched_and_others_are_not() -> None:
    bring(WITH, later("2024-04-09", forum="Ethics Panel"), later("2024-05-14", forum="Ethics Panel"))
    assert not Silence.objects.exists()
    Forum.objects.filter(name="Ethics Panel").update(
        succeeds=Forum.objects.get(name="Assurance Meeting"), succession_decided_at=AT
    )
    Meeting.objects.update(settled=False)
    finish()
    assert promise(DRONES).silent_from == dt.date(2024, 5, 14)


def test_minutes_that_are_not_approved_have_not_been_silent() -> None:
    bring(WITH, later("2024-04-09"), later("2024-05-14"))
    Meeting.objects.filter(date="2024-05-14").update(minutes_state="draft", settled=False)
    finish()
    assert promise(DRONES).silent_from is None
    assert Silence.objects.get(commitment=promise(DRONES)).meetings == 1


def test_what_is_decided_is_not_searched_for_and_its_evidence_stays() -> None:
    bring(WITH, later("2024-04-09"), later("2024-05-14"))
    dismiss(DRONES)
    bring(later("2024-06-11"))
    assert Silence.objects.get(commitment=promise(DRONES)).meetings == 2
    assert Silence.objects.get(commitment=promise(FARMS)).meetings == 3
