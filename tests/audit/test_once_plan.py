"""Every write about the plan and the forums leaves exactly one event, and that names what it changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from answerable.agendas.operations.standing import NewStanding, set_standing
from answerable.audit.models import Event
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.operations import (
    NewDay,
    change_deadline,
    edit_planned,
    make_forum,
    move_meeting,
    note_met,
    plan_days,
    plan_meeting,
    renew_feed,
    set_forum,
    stop_feed,
)
from answerable.offices.operations import set_labels
from answerable.workspace.plan.operations import cancel_meeting, take_off_plan
from tests.audit.once import Watch
from tests.intake.bringing import AT, office, user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

JUNE, JULY = dt.date(2026, 6, 9), dt.date(2026, 7, 14)


def who() -> dict[str, Any]:
    return {"by": user(), "at": AT}


@pytest.fixture
def forum(one_event_a_write: Watch) -> Forum:
    return make_forum(office=office(), name="Assurance Meeting", **who())


@pytest.fixture
def june(forum: Forum) -> Meeting:
    return plan_meeting(forum=forum, date=JUNE, **who())


WRITES: dict[str, Callable[[Meeting], object]] = {
    "meetings.plan_days": lambda one: plan_days(forum=one.forum, days=[NewDay(JULY)], **who()),
    "meetings.edit_planned": lambda one: edit_planned(meeting=one, changes={"theme": "Rural crime"}, **who()),
    "meetings.move_meeting": lambda one: move_meeting(meeting=one, to=JULY, why="Away", **who()),
    "meetings.change_deadline": lambda one: change_deadline(
        deadline=one.deadlines.get(kind="papers"), date=dt.date(2026, 6, 4), why="Long paper", **who()
    ),
    "meetings.note_met": lambda one: note_met(deadline=one.deadlines.get(kind="papers"), **who()),
    "meetings.set_forum": lambda one: set_forum(forum=one.forum, changes={"venue": "Room 1"}, **who()),
    "agendas.set_standing": lambda one: set_standing(
        forum=one.forum, items=[NewStanding("Apologies")], **who()
    ),
    "meetings.renew_feed": lambda one: renew_feed(office=one.office, **who()),
    "offices.set_labels": lambda one: set_labels(
        office=one.office, labels={"commissioner_label": "Mayor"}, **who()
    ),
    "plan.cancel_meeting": lambda one: cancel_meeting(meeting=one, onto=None, why="Away", **who()),
    "plan.take_off_plan": lambda one: take_off_plan(meeting=one, **who()),
}


@pytest.mark.parametrize("operation", WRITES)
def test_one_event_to_a_write(operation: str, june: Meeting, one_event_a_write: Watch) -> None:
    before = len(one_event_a_write.over)
    WRITES[operation](june)
    assert one_event_a_write.over[before:] == [operation]
    event = Event.objects.latest("id")
    assert (event.operation, event.office_id) == (operation, june.office_id)
    assert event.named


def test_a_refusal_leaves_none(june: Meeting, one_event_a_write: Watch) -> None:
    before = len(one_event_a_write.over)
    for refused in (
        lambda: plan_meeting(forum=june.forum, date=JUNE, **who()),
        lambda: plan_days(forum=june.forum, days=[NewDay(JUNE)], **who()),
        lambda: move_meeting(meeting=june, to=JULY, why=" ", **who()),
        lambda: cancel_meeting(meeting=june, onto=june, why="Away", **who()),
        lambda: stop_feed(office=june.office, **who()),
    ):
        with pytest.raises(Refusal):
            refused()
    assert one_event_a_write.over[before:] == []
    june.refresh_from_db()
    assert (june.state, june.date, june.revision) == ("planned", JUNE, 0)


def test_what_is_gone_is_said_to_be(june: Meeting, one_event_a_write: Watch) -> None:
    take_off_plan(meeting=june, **who())
    june.pk = 987_654
    for gone in (
        lambda: move_meeting(meeting=june, to=JULY, why="Away", **who()),
        lambda: edit_planned(meeting=june, changes={"theme": "x"}, **who()),
        lambda: cancel_meeting(meeting=june, onto=None, why="Away", **who()),
    ):
        with pytest.raises(Gone):
            gone()
