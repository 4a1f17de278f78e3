"""One meeting is put on the plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Forum, Meeting
from tests import cycle
from tests import factories as make
from tests.signing import person_with, sign_in

Get = Callable[..., Any]


@pytest.fixture
def board(db: None) -> Forum:
    return make.forum("Assurance Meeting", start_time="10:30", venue="Meeting Room 1")


def test_it_is_planned_with_the_forums_time_place_and_deadlines(board: Forum, post: Get) -> None:
    page = post("/plan/new", forum=str(board.pk), date="2019-06-11", kind="public", theme="  Rural   crime ")
    assert "Planned: Assurance Meeting, Tuesday 11 June 2019." in page.main
    made = Meeting.objects.get()
    assert (made.state, made.kind, made.theme) == ("planned", "public", "Rural crime")
    assert (made.start_time, made.venue, made.settled) == ("10:30", "Meeting Room 1", True)
    due = [(one.kind, str(one.date), one.time) for one in made.deadlines.all()]
    assert due == [("terms", "2019-05-13", ""), ("papers", "2019-06-04", "09:00"),
                   ("agenda", "2019-06-04", ""), ("minutes", "2019-06-25", "")]  # fmt: skip
    event = Event.objects.get(operation="meetings.plan_meeting")
    assert event.summary == "Planned Assurance Meeting on 11 June 2019."


def test_its_own_time_and_place(board: Forum, post: Get) -> None:
    post("/plan/new", forum=str(board.pk), date="11/6/2019", start_time="2pm", venue="Town Hall")
    made = Meeting.objects.get()
    assert (made.start_time, made.venue) == ("14:00", "Town Hall")


def test_a_bank_holiday_is_said(board: Forum, post: Get) -> None:
    page = post("/plan/new", forum=str(board.pk), date="2019-08-26")
    assert "Monday 26 August 2019 (Summer bank holiday)." in page.main


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"forum": ""}, "Choose from the list which forum meets"),
        ({"forum": "99999"}, "Choose from the list which forum meets"),
        ({"date": ""}, "Say on which day the meeting will be"),
        ({"date": "31/2/2019"}, "Write the day as a day, month and year, such as 27/3/2018"),
        ({"kind": "party"}, "Choose the kind from the list"),
        ({"start_time": "early"}, "Write the time as 10:30am, or 14:00"),
        ({"theme": "x" * 501}, "Shorten the theme to 500 letters: it has 501"),
        ({"venue": "x" * 201}, "Shorten the place to 200 letters"),
    ],
)
def test_what_cannot_be_used_is_said_and_kept(
    typed: dict[str, str], sentence: str, board: Forum, post: Get
) -> None:
    sent = {"forum": str(board.pk), "date": "2019-06-11", "theme": "Kept words", **typed}
    page = post("/plan/new", 400, **sent)
    assert sentence in page.main
    assert page.tree.xpath("//input[@name='theme']/@value") == [sent["theme"]]
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2019-06-11", "Assurance Meeting has a meeting on 11 June 2019 already: choose another day."),
        ("1066-10-14", "Choose a day in the years 1979 to 2099, not in 1066."),
    ],
)
def test_a_day_that_cannot_be_is_refused(day: str, sentence: str, board: Forum, post: Get) -> None:
    cycle.planned("2019-06-11", board)
    page = post("/plan/new", forum=str(board.pk), date=day, theme="Kept words")
    assert sentence in page.main
    assert page.tree.xpath("//input[@name='theme']/@value") == ["Kept words"]
    assert Meeting.objects.count() == 1


def test_a_kind_that_the_forum_does_not_have_is_refused(board: Forum, post: Get) -> None:
    Forum.objects.update(kinds=["public"])
    page = post("/plan/new", forum=str(board.pk), date="2019-06-11", kind="review")
    assert "Assurance Meeting has no meetings of the kind “review”" in page.main


def test_the_same_form_twice_plans_once(board: Forum, post: Get) -> None:
    for _ in range(2):
        page = post("/plan/new", forum=str(board.pk), date="2019-06-11",
                    form_key="6f2c1de2-9d1e-4d8a-9a43-0c8f0f6f0b11")  # fmt: skip
    assert "this was done once" in page.main
    assert Meeting.objects.count() == 1


def test_it_stands_on_the_front_page(board: Forum, get: Get, post: Get) -> None:
    post("/plan/new", forum=str(board.pk), date="2019-06-11")
    assert (
        "The next meeting is in 40 days: Assurance Meeting, Tuesday 11 June 2019 at 10:30am." in get("/").main
    )


def test_a_planned_meeting_is_not_the_last_one_held(archive: Any, get: Get, post: Get) -> None:
    before = [line for line in get("/").main.split(". ") if "The last was" in line]
    post("/plan/new", forum=str(make.forum().pk), date="2019-05-02")
    after = [line for line in get("/").main.split(". ") if "The last was" in line]
    assert before == after != []


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR])
def test_others_only_read_the_plan(role: Role, board: Forum) -> None:
    client = sign_in(Client(), person_with(role, make.office()))
    answer = client.get("/plan/")
    assert answer.status_code == 200
    assert "Plan a meeting" not in answer.content.decode()
    assert client.post("/plan/new", {"forum": board.pk, "date": "2019-06-11"}).status_code == 403
    assert not Meeting.objects.exists()


def test_the_day_is_worked_out_in_core_and_not_here(board: Forum) -> None:
    """A forum with no days between has everything on the day itself."""
    from answerable.meetings.operations import plan_meeting

    Forum.objects.update(terms_days=0, papers_days=0, agenda_days=0, minutes_days=1)
    board.refresh_from_db()
    made = plan_meeting(forum=board, date=dt.date(2019, 6, 11), by=make.user(), at=make.NOW)
    assert [str(one.date) for one in made.deadlines.order_by("date", "kind")] == ["2019-06-11"] * 3 + [
        "2019-06-12"
    ]
