"""A planned meeting is put on another day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from answerable.agendas.models import Question
from answerable.audit.models import Event
from answerable.meetings.models import Forum, Meeting, Move
from answerable.meetings.operations import change_deadline, meet_deadline, plan_meeting
from tests import cycle
from tests import factories as make

Get = Callable[..., Any]


@pytest.fixture
def june(db: None) -> Meeting:
    """On Tuesday 11 June: terms out 13 May, papers in and agenda out 4 June, minutes due 25 June."""
    return plan_meeting(forum=make.forum(), date=dt.date(2019, 6, 11), by=make.user(), at=make.NOW)


def move(post: Get, meeting: Meeting, to: str, status: int = 200, **more: str) -> Any:
    return post(f"/plan/meetings/{meeting.pk}/move", status, **{"to": to, "why": "The inquest", **more})


def dues(meeting: Meeting) -> dict[str, str]:
    return {one.kind: str(one.date) for one in meeting.deadlines.all()}


def test_it_moves_with_what_is_due(june: Meeting, post: Get) -> None:
    page = move(post, june, "2019-06-25")
    assert "Moved to Tuesday 25 June 2019." in page.main
    assert "Moved from 11 June 2019 to 25 June 2019: The inquest." in page.main
    june.refresh_from_db()
    assert (str(june.date), str(june.first_date), june.state) == ("2019-06-25", "2019-06-11", "planned")
    assert dues(june) == {
        "terms": "2019-05-28", "papers": "2019-06-18", "agenda": "2019-06-18", "minutes": "2019-07-09",
    }  # fmt: skip
    assert {str(one.first) for one in june.deadlines.filter(kind="papers")} == {"2019-06-04"}
    assert Event.objects.filter(operation="meetings.move_meeting").count() == 1


def test_a_second_move_remembers_the_first(june: Meeting, post: Get, get: Get) -> None:
    move(post, june, "2019-06-25")
    move(post, june, "2019-07-02", why="The chair is away")
    main = get(f"/plan/meetings/{june.pk}/").main
    assert "Moved from 11 June 2019 to 25 June 2019" in main
    assert "Moved from 25 June 2019 to 2 July 2019: The chair is away." in main
    june.refresh_from_db()
    assert str(june.first_date) == "2019-06-11"


def test_what_is_done_is_asked_about_and_stays_done(june: Meeting, post: Get) -> None:
    meet_deadline(meeting=june, kind="terms", by=make.user(), at=make.NOW)
    page = move(post, june, "2019-06-25")
    assert page.heading == "Check before you move the meeting"
    assert "Terms of reference out, due 13 May 2019 done already: it stays done" in page.main
    assert not Move.objects.exists()
    move(post, june, "2019-06-25", sure="yes")
    assert dues(june)["terms"] == "2019-05-13"
    assert dues(june)["papers"] == "2019-06-18"


def test_an_earlier_day_that_something_is_late_for_is_asked_about(june: Meeting, post: Get) -> None:
    page = move(post, june, "2019-05-09")
    assert page.heading == "Check before you move the meeting"
    assert "Papers in, due 4 June 2019 not late yet, but late on the new day" in page.main
    assert "it would have been due 1 May 2019" in page.main
    june.refresh_from_db()
    assert str(june.date) == "2019-06-11"


def test_what_is_late_already_is_asked_about(db: None, post: Get) -> None:
    soon = plan_meeting(forum=make.forum(), date=dt.date(2019, 5, 9), by=make.user(), at=make.NOW)
    page = move(post, soon, "2019-06-25")
    assert "late already: it would be due 28 May 2019" in page.main
    answer = move(post, soon, "2019-06-25", sure="yes")
    assert "Moved to Tuesday 25 June 2019." in answer.main


def test_what_was_typed_goes_on_to_the_question(june: Meeting, post: Get) -> None:
    meet_deadline(meeting=june, kind="terms", by=make.user(), at=make.NOW)
    page = move(post, june, "25/6/2019", why="The inquest & “more”")
    assert page.tree.xpath("//input[@name='why']/@value") == ["The inquest & “more”"]
    assert page.tree.xpath("//input[@name='to']/@value") == ["25/6/2019"]


def test_a_deadline_set_by_hand_keeps_its_distance(june: Meeting, post: Get) -> None:
    papers = june.deadlines.get(kind="papers")
    change_deadline(
        deadline=papers,
        date=dt.date(2019, 5, 31),
        time="09:00",
        why="Long paper",
        by=make.user(),
        at=make.NOW,
    )
    move(post, june, "2019-06-25")
    assert dues(june)["papers"] == "2019-06-14"


def test_agenda_terms_and_questions_stay_with_it(june: Meeting, post: Get) -> None:
    items = cycle.agenda(june, "Rural crime")
    terms = cycle.terms(june, "How many?", sent=False)
    question = cycle.question(june.forum, meeting=june, item=items[0])
    move(post, june, "2019-06-25")
    assert list(june.items.all()) == items
    assert june.terms == terms
    assert Question.objects.get() == question
    assert Question.objects.get().item_id == items[0].pk


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"to": ""}, "Say on which day the meeting will be"),
        ({"to": "soon"}, "Write the day as a day, month and year"),
        ({"to": "2019-06-25", "why": " "}, "Say why it is moved, in a few words"),
        ({"to": "2019-06-25", "why": "x" * 2001}, "Shorten the reason to 2000 letters"),
    ],
)
def test_what_is_missing_is_said(sent: dict[str, str], sentence: str, june: Meeting, post: Get) -> None:
    page = post(f"/plan/meetings/{june.pk}/move", 400, **{"why": "Kept", **sent})
    assert sentence in page.main
    if "why" not in sent:
        assert page.tree.xpath("//textarea[@name='why']")[0].text_content().strip() == "Kept"


def test_to_the_same_day_or_one_that_is_taken(june: Meeting, post: Get) -> None:
    cycle.planned("2019-06-25", june.forum)
    assert "The meeting is on 11 June 2019 already" in move(post, june, "2019-06-11").main
    page = move(post, june, "2019-06-25")
    assert "Assurance Meeting has a meeting on 25 June 2019 already: choose another day." in page.main
    assert not Move.objects.exists()


def test_another_forum_may_meet_on_that_day(june: Meeting, post: Get) -> None:
    cycle.planned("2019-06-25", make.forum("Governance Board"))
    assert "Moved to" in move(post, june, "2019-06-25").main


@pytest.mark.parametrize(
    ("state", "minutes", "sentence"),
    [("held", "", "has minutes"), ("planned", "draft", "has minutes"), ("cancelled", "", "was cancelled")],
)
def test_what_is_not_ahead_is_not_moved(
    state: str, minutes: str, sentence: str, june: Meeting, post: Get
) -> None:
    Meeting.objects.update(state=state, minutes_state=minutes)
    assert sentence in move(post, june, "2019-06-25").main
    june.refresh_from_db()
    assert str(june.date) == "2019-06-11"


def test_the_second_of_two_who_move_it_is_told(june: Meeting, get: Get, post: Get) -> None:
    page = get(f"/plan/meetings/{june.pk}/move")
    seen = page.tree.xpath("//input[@name='seen']/@value")[0]
    move(post, june, "2019-06-25")
    clash = move(post, june, "2019-07-02", 409, seen=seen)
    assert "changed the day of Assurance Meeting" in clash.main
    assert "25 June 2019 You2 July 2019" in clash.main
    june.refresh_from_db()
    assert str(june.date) == "2019-06-25"


def test_being_asked_hides_no_change_of_somebody_else(june: Meeting, get: Get, post: Get) -> None:
    seen = get(f"/plan/meetings/{june.pk}/move").tree.xpath("//input[@name='seen']/@value")[0]
    meet_deadline(meeting=june, kind="terms", by=make.user(), at=make.NOW)
    move(post, june, "2019-06-25", sure="yes")
    asks = move(post, june, "2019-07-02", seen=seen)
    assert asks.heading == "Check before you move the meeting"
    kept = asks.tree.xpath("//input[@name='seen']/@value")[0]
    assert "changed the day" in move(post, june, "2019-07-02", 409, seen=kept, sure="yes").main


def test_the_front_page_has_the_new_day(june: Meeting, get: Get, post: Get) -> None:
    move(post, june, "2019-06-25")
    assert "Tuesday 25 June 2019" in get("/").main
    assert Forum.objects.get().meetings.count() == 1
