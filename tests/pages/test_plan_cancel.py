"""A planned meeting is not held: what was due at it goes on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from answerable.agendas.models import Question
from answerable.audit.models import Event
from answerable.meetings.models import Item, Meeting
from answerable.meetings.operations import move_meeting, plan_meeting
from answerable.papers.models import Point
from tests import cycle
from tests import factories as make

Get = Callable[..., Any]


def planned(day: str) -> Meeting:
    return plan_meeting(forum=make.forum(), date=dt.date.fromisoformat(day), by=make.user(), at=make.NOW)


@pytest.fixture
def june(db: None) -> Meeting:
    return planned("2019-06-11")


@pytest.fixture
def july(db: None) -> Meeting:
    return planned("2019-07-09")


def cancel(post: Get, meeting: Meeting, onto: object, status: int = 200, **more: str) -> Any:
    sent = {"onto": str(getattr(onto, "pk", onto)), "why": "The inquest", **more}
    return post(f"/plan/meetings/{meeting.pk}/cancel", status, **sent)


def test_it_stays_on_the_plan_as_cancelled(june: Meeting, july: Meeting, get: Get, post: Get) -> None:
    page = cancel(post, june, july)
    assert "Cancelled: The inquest. What was due goes on at the meeting on 9 July 2019" in page.main
    june.refresh_from_db()
    assert june.state == "cancelled"
    assert june.deadlines.count() == 4
    main = get("/plan/").main
    assert "Cancelled: The inquest." in main
    assert "Takes on what was due at the cancelled meeting of 11 June 2019" in main
    assert Event.objects.filter(operation="plan.cancel_meeting").count() == 1


def test_nothing_is_due_for_it_any_more(june: Meeting, july: Meeting, get: Get, post: Get) -> None:
    assert "Assurance Meeting, 11 June 2019 Terms" in get("/plan/").main
    cancel(post, june, july)
    assert "Assurance Meeting, 11 June 2019" not in get("/plan/").main
    assert "not due any more" in get(f"/plan/meetings/{june.pk}/").main


def test_what_was_written_for_it_goes_on_and_stays(june: Meeting, july: Meeting, post: Get) -> None:
    standing = cycle.agenda(june, "Apologies")[0]
    Item.objects.filter(pk=standing.pk).update(origin="standing")
    first, second = cycle.agenda(june, "Rural crime", "Estates")
    cancel(post, june, july)
    assert [(one.title, one.carried_from_id, one.origin) for one in july.items.all()] == [
        ("Rural crime", first.pk, "carried"), ("Estates", second.pk, "carried"),
    ]  # fmt: skip
    assert june.items.count() == 3


def test_the_points_of_its_terms_go_on(june: Meeting, july: Meeting, post: Get) -> None:
    cycle.terms(june, "How long do callers wait?", "What of 999?", sent=True)
    cycle.terms(july, "What of 999?", sent=False)
    cancel(post, june, july)
    texts = Point.objects.filter(terms__meeting=july).values_list("text", flat=True)
    assert list(texts) == ["What of 999?", "How long do callers wait?"]
    assert june.terms.points.count() == 2


def test_its_questions_go_on(june: Meeting, july: Meeting, post: Get) -> None:
    item = cycle.agenda(june, "Questions")[0]
    chosen = cycle.question(june.forum, meeting=june, item=item, state="chosen")
    answered = cycle.question(june.forum, "Answered?", meeting=june, state="answered")
    cancel(post, june, july)
    chosen.refresh_from_db()
    answered.refresh_from_db()
    assert (chosen.meeting, chosen.item, chosen.state) == (july, None, "chosen")
    assert answered.meeting == june


def test_both_meetings_say_what_went(june: Meeting, july: Meeting, get: Get, post: Get) -> None:
    cycle.agenda(june, "Rural crime")
    cycle.terms(june, "How long?", "How many?")
    cycle.question(june.forum, meeting=june, state="chosen")
    page = cancel(post, june, july)
    went = "1 agenda item, 2 points of the terms of reference and 1 question."
    assert f"on 9 July 2019: {went}" in page.main
    assert f"the cancelled meeting of 11 June 2019: {went}" in get(f"/plan/meetings/{july.pk}/").main


def test_to_no_other_meeting_its_questions_wait(june: Meeting, get: Get, post: Get) -> None:
    cycle.question(june.forum, meeting=june, state="chosen")
    page = cancel(post, june, "none")
    assert "1 question waits in the forum’s backlog." in page.main
    waits = Question.objects.get()
    assert (waits.meeting, waits.state, waits.why) == (
        None, "parked", "The meeting on 11 June 2019 was cancelled.",
    )  # fmt: skip


def test_what_went_on_survives_another_move(june: Meeting, july: Meeting, get: Get, post: Get) -> None:
    cycle.agenda(june, "Rural crime")
    cancel(post, june, july)
    move_meeting(meeting=july, to=dt.date(2019, 7, 16), why="Away", by=make.user(), at=make.NOW)
    assert [one.title for one in july.items.all()] == ["Rural crime"]
    assert "goes on at the meeting on 16 July 2019" in get(f"/plan/meetings/{june.pk}/").main


def test_and_another_cancelling(june: Meeting, july: Meeting, post: Get) -> None:
    august = planned("2019-08-06")
    cycle.agenda(june, "Rural crime")
    cancel(post, june, july)
    cancel(post, july, august)
    (item,) = august.items.all()
    assert item.carried_from.carried_from.meeting == june


def test_only_later_meetings_can_take_it(june: Meeting, july: Meeting, get: Get, post: Get) -> None:
    page = get(f"/plan/meetings/{july.pk}/cancel")
    assert page.tree.xpath("//select[@name='onto']/option/@value") == ["none"]
    assert "Choose from the list where what was due goes on" in cancel(post, july, june, 400).main
    july.refresh_from_db()
    assert july.state == "planned"


def test_another_offices_meeting_cannot_take_it(june: Meeting, post: Get) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = cycle.planned("2019-07-20", make.forum("Their Board"))
    assert "Choose from the list" in cancel(post, june, theirs, 400).main


def test_without_a_reason_it_is_not_cancelled(june: Meeting, july: Meeting, post: Get) -> None:
    page = cancel(post, june, july, 400, why=" ")
    assert "Say why it is cancelled, in a few words" in page.main
    assert page.tree.xpath("//select[@name='onto']/option[@selected]/@value") == [str(july.pk)]


def test_twice_is_once(june: Meeting, july: Meeting, post: Get) -> None:
    cycle.agenda(june, "Rural crime")
    cancel(post, june, july)
    assert "was cancelled: plan another one" in cancel(post, june, july).main
    assert july.items.count() == 1


def test_somebody_who_moved_it_meanwhile_is_heard(june: Meeting, july: Meeting, get: Get, post: Get) -> None:
    seen = get(f"/plan/meetings/{june.pk}/cancel").tree.xpath("//input[@name='seen']/@value")[0]
    move_meeting(meeting=june, to=dt.date(2019, 6, 18), why="Away", by=make.user(), at=make.NOW)
    assert "18 June 2019 YouCancelled" in cancel(post, june, july, 409, seen=seen).main
    june.refresh_from_db()
    assert june.state == "planned"


def test_a_cancelled_day_is_not_planned_over(june: Meeting, post: Get) -> None:
    cancel(post, june, "none")
    page = post("/plan/new", forum=str(june.forum_id), date="2019-06-11")
    assert "has a cancelled meeting on 11 June 2019 already" in page.main
