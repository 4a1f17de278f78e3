"""A meeting that was put on the plan by mistake is taken off it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from answerable.audit.models import Event
from answerable.meetings.models import Deadline, Meeting
from answerable.meetings.operations import meet_deadline, move_meeting, plan_meeting
from tests import cycle
from tests import factories as make

Get = Callable[..., Any]


@pytest.fixture
def june(db: None) -> Meeting:
    return plan_meeting(forum=make.forum(), date=dt.date(2019, 6, 11), by=make.user(), at=make.NOW)


def take_off(post: Get, meeting: Meeting) -> Any:
    return post(f"/plan/meetings/{meeting.pk}/take-off")


def test_it_is_as_if_it_never_was(june: Meeting, get: Get, post: Get) -> None:
    page = take_off(post, june)
    assert "Taken off the plan: Assurance Meeting, 11 June 2019." in page.main
    assert not Meeting.objects.exists()
    assert not Deadline.objects.exists()
    assert Event.objects.filter(operation="plan.take_off_plan").count() == 1
    post("/plan/new", forum=str(june.forum_id), date="2019-06-11")
    assert Meeting.objects.count() == 1


WRITTEN: dict[str, Callable[[Meeting], object]] = {
    "an agenda": lambda one: cycle.agenda(one, "Rural crime"),
    "terms of reference": lambda one: cycle.terms(one, "How many?", sent=False),
    "a question": lambda one: cycle.question(one.forum, meeting=one),
    "a briefing note": lambda one: cycle.note(one),
    "an agenda that was sent out": lambda one: cycle.frozen(one),
    "a deadline that was met": lambda one: meet_deadline(
        meeting=one, kind="terms", by=make.user(), at=make.NOW
    ),
    "a day that it had before": lambda one: move_meeting(
        meeting=one, to=dt.date(2019, 6, 18), why="Away", by=make.user(), at=make.NOW
    ),
}


@pytest.mark.parametrize("what", WRITTEN)
def test_what_somebody_wrote_for_it_keeps_it_there(what: str, june: Meeting, post: Get) -> None:
    WRITTEN[what](june)
    page = take_off(post, june)
    assert "Something was written or done for this meeting already: cancel it instead." in page.main
    assert Meeting.objects.get() == june


def test_what_was_held_is_never_taken_off(june: Meeting, post: Get) -> None:
    Meeting.objects.update(state="held")
    assert "has minutes" in take_off(post, june).main
    assert Meeting.objects.exists()


def test_only_by_a_form(june: Meeting, client: Any) -> None:
    assert client.get(f"/plan/meetings/{june.pk}/take-off").status_code == 405
