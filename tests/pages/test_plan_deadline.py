"""One deadline is put on another day, or was met elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from answerable.audit.models import Event
from answerable.meetings.models import Deadline, Meeting
from answerable.meetings.operations import meet_deadline, plan_meeting
from tests import factories as make

Get = Callable[..., Any]


@pytest.fixture
def june(db: None) -> Meeting:
    """On Tuesday 11 June: papers in by 4 June at 9am, minutes due 25 June."""
    return plan_meeting(forum=make.forum(), date=dt.date(2019, 6, 11), by=make.user(), at=make.NOW)


def change(post: Get, meeting: Meeting, status: int = 200, kind: str = "papers", **sent: str) -> Any:
    return post(f"/plan/meetings/{meeting.pk}/deadlines/{kind}", status, **{"why": "Long paper", **sent})


def papers() -> Deadline:
    return Deadline.objects.get(kind="papers")


def test_it_is_put_on_another_day_with_the_reason(june: Meeting, post: Get) -> None:
    page = change(post, june, date="2019-06-06", time="midday")
    assert "Papers in: 6 June 2019." in page.main
    assert "Thursday 6 June 2019, midday (at first 4 June 2019; Long paper.)" in page.main
    assert (str(papers().date), papers().time, str(papers().first)) == ("2019-06-06", "12:00", "2019-06-04")
    event = Event.objects.get(operation="meetings.change_deadline")
    assert event.summary.endswith("6 June 2019, not 4 June 2019.")


def test_the_others_stay(june: Meeting, post: Get) -> None:
    change(post, june, date="2019-06-06")
    assert str(june.deadlines.get(kind="agenda").date) == "2019-06-04"


def test_what_was_done_elsewhere_is_noted(june: Meeting, post: Get) -> None:
    page = change(post, june, do="met")
    assert "Noted: it is done." in page.main
    assert "Papers in Tuesday 4 June 2019, 9am done 2 May 2019, 10am" in page.main
    assert papers().met_at == make.NOW
    assert "This is done already" in change(post, june, do="met").main


@pytest.mark.parametrize(
    ("kind", "day", "sentence"),
    [
        ("papers", "2019-06-12", "Choose a day before the meeting, which is on 11 June 2019."),
        ("minutes", "2019-06-11", "Choose a day after the meeting, which is on 11 June 2019."),
        ("papers", "2019-06-01", "Nobody works on 1 June 2019 (Saturday): choose a working day."),
        ("papers", "2019-05-27", "Nobody works on 27 May 2019 (Spring bank holiday): choose a working day."),
        ("papers", "2019-06-04", "It is due on 4 June 2019 already: choose another day."),
    ],
)
def test_a_day_that_cannot_be_is_refused(
    kind: str, day: str, sentence: str, june: Meeting, post: Get
) -> None:
    page = change(post, june, kind=kind, date=day, time="9am" if kind == "papers" else "")
    assert sentence in page.main
    assert page.tree.xpath("//textarea[@name='why']")[0].text_content().strip() == "Long paper"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"date": "2019-06-06", "why": ""}, "Say why it is due on another day, in a few words"),
        ({"date": ""}, "Say on which day it is due"),
        ({"date": "soon"}, "Write the day as a day, month and year"),
        ({"date": "2019-06-06", "time": "early"}, "Write the time as 10:30am, or 14:00"),
    ],
)
def test_what_is_missing_is_said(sent: dict[str, str], sentence: str, june: Meeting, post: Get) -> None:
    assert sentence in change(post, june, 400, **sent).main
    assert str(papers().date) == "2019-06-04"


def test_somebody_who_did_it_meanwhile_is_heard(june: Meeting, get: Get, post: Get) -> None:
    seen = get(f"/plan/meetings/{june.pk}/deadlines/papers").tree.xpath("//input[@name='seen']/@value")[0]
    meet_deadline(meeting=june, kind="papers", by=make.user(), at=make.NOW)
    page = change(post, june, 409, date="2019-06-06", seen=seen)
    assert "This deadline changed while you were writing" in page.main
    assert "Done" in page.main


def test_nothing_is_due_for_a_cancelled_meeting(june: Meeting, post: Get) -> None:
    Meeting.objects.update(state="cancelled")
    assert "nothing is due for it any more" in change(post, june, date="2019-06-06").main


def test_a_deadline_that_is_none_is_not_found(june: Meeting, get: Get) -> None:
    assert get(f"/plan/meetings/{june.pk}/deadlines/party", 404).heading == "Page not found"


def test_meeting_one_that_is_not_there_is_no_error(june: Meeting) -> None:
    june.deadlines.all().delete()
    meet_deadline(meeting=june, kind="papers", by=make.user(), at=make.NOW)


def test_the_first_time_counts(june: Meeting) -> None:
    later = make.NOW + dt.timedelta(days=1)
    meet_deadline(meeting=june, kind="papers", by=make.user(), at=make.NOW)
    meet_deadline(meeting=june, kind="papers", by=make.user(), at=later)
    assert papers().met_at == make.NOW
