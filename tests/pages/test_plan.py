"""The forward plan: what is planned, what is due, what is late, and what became of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.meetings.models import Forum, Meeting
from answerable.meetings.operations import meet_deadline, move_meeting, plan_meeting
from tests import cycle
from tests import factories as make

Get = Callable[..., Any]

JUNE = dt.date(2019, 6, 11)


@pytest.fixture
def board(db: None) -> Forum:
    return make.forum("Assurance Meeting", start_time="10:30", venue="Meeting Room 1")


@pytest.fixture
def june(board: Forum) -> Meeting:
    """A Tuesday, so: terms out 13 May, papers in and agenda out 4 June, minutes due 25 June."""
    return plan_meeting(
        forum=board, date=JUNE, kind="thematic", theme="Rural crime", by=make.user(), at=make.NOW
    )


def test_each_meeting_has_its_day_kind_theme_and_deadlines(june: Meeting, get: Get) -> None:
    page = get("/plan/")
    assert page.heading == "Forward plan, May 2019 to April 2020"
    assert page.rows() == [
        ["June 2019"],
        ["Tue 11 Jun 10:30am", "Assurance Meeting, thematic: Rural crime", "13 May in 11 days",
         "4 Jun, 9am in 33 days", "4 Jun in 33 days", "25 Jun in 54 days"],
    ]  # fmt: skip


def test_what_falls_due_within_two_weeks_stands_above(june: Meeting, get: Get) -> None:
    main = get("/plan/").main
    assert "Assurance Meeting, 11 June 2019 Terms of reference out in 11 days Forum" in main


def test_what_is_late_is_said_in_words(board: Forum, get: Get) -> None:
    plan_meeting(forum=board, date=dt.date(2019, 5, 8), by=make.user(), at=make.NOW)
    main = get("/plan/").main
    assert "Terms of reference out 27 days late, agenda out 2 days late, papers in 2 days late" in main


def test_what_is_done_is_not_due_any_more(june: Meeting, get: Get) -> None:
    meet_deadline(meeting=june, kind="terms", by=make.user(), at=make.NOW)
    page = get("/plan/")
    assert "Terms of reference out in" not in page.main
    assert "13 May done" in page.rows()[1]


def test_a_held_meeting_owes_only_its_minutes(board: Forum, get: Get) -> None:
    held = plan_meeting(forum=board, date=dt.date(2019, 5, 1), by=make.user(), at=make.NOW)
    Meeting.objects.filter(pk=held.pk).update(state="held")
    assert "Assurance Meeting, 1 May 2019 Minutes due in 14 days Forum" in get("/plan/").main


def test_a_moved_meeting_says_from_where_and_why(june: Meeting, get: Get) -> None:
    move_meeting(meeting=june, to=dt.date(2019, 6, 18), why="the inquest", by=make.user(), at=make.NOW)
    assert "Moved from 11 June 2019 to 18 June 2019: the inquest." in get("/plan/").main
    assert "Moved from 11 June 2019 to 18 June 2019: the inquest." in get(f"/plan/meetings/{june.pk}/").main


def test_one_forum_of_several(june: Meeting, get: Get) -> None:
    other = make.forum("Governance Board")
    cycle.planned("2019-06-20", other)
    assert len(get("/plan/").rows()) == 3
    rows = get(f"/plan/?forum={other.pk}").rows()
    assert [row[1:2] for row in rows] == [[], ["Governance Board"]]


def test_other_months(june: Meeting, get: Get) -> None:
    assert get("/plan/?from=2020-06").heading == "Forward plan, June 2020 to May 2021"
    page = get("/plan/?from=2018-01")
    assert "No meeting is planned in these months." in page.main
    assert "1 more meeting is planned after December 2018." in page.main
    assert (
        get("/plan/" + page.find("after December 2018")).heading
        == "Forward plan, January 2019 to December 2019"
    )


@pytest.mark.parametrize("bad", ["x", "2019", "2019-13", "0000-01", "2019-05-01"])
def test_a_month_that_is_none_is_refused_with_a_sentence(bad: str, june: Meeting, get: Get) -> None:
    page = get(f"/plan/?from={bad}", 400)
    assert "Choose from which month, such as 2026-05" in page.main


def test_years_far_away_are_kept_to_those_that_are_known(june: Meeting, get: Get) -> None:
    assert get("/plan/?from=1066-10").status == 200
    assert get("/plan/?from=9999-10").status == 200


def test_a_year_at_a_glance(june: Meeting, get: Get) -> None:
    cycle.planned("2019-06-20", make.forum("Governance Board"))
    page = get("/plan/?view=year")
    rows = page.tree.xpath("//tbody/tr")
    assert len(rows) == 12
    cells = [" ".join(cell.text_content().split()) for cell in rows[1]]
    assert cells == ["June 2019", "11 thematic June 2019, Assurance Meeting Rural crime",
                     "20 June 2019, Governance Board", ""]  # fmt: skip
    assert "26 Boxing Day" in page.main
    assert "6 Early May bank holiday" in page.main


def test_a_rule_that_the_year_does_not_keep_warns(board: Forum, june: Meeting, get: Get) -> None:
    Forum.objects.update(rules=[{"kind": "public", "at_least": 2}, {"kind": "thematic", "at_least": 1}])
    main = get("/plan/").main
    assert (
        "No public meeting, where there should be at least 2 Assurance Meeting, April 2019 to March 2020"
        in main
    )
    assert "thematic meeting, where" not in main
    cycle.planned("2019-09-10", board, kind="public")
    assert "1 public meeting, where there should be at least 2" in get("/plan/").main
    cycle.planned("2019-12-10", board, kind="public")
    assert "where there should" not in get("/plan/").main


def test_without_a_forum_it_says_how_to_begin(db: None, get: Get) -> None:
    page = get("/plan/")
    assert "There is no forum yet: make one, then plan its year." in page.main
    assert get(page.find("make one")).heading == "Make a forum"


def test_the_meetings_page_of_a_planned_meeting_is_its_plan(june: Meeting, get: Get, client: Any) -> None:
    answer = client.get(f"/meetings/{june.pk}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/plan/meetings/{june.pk}/")
    page = get(f"/plan/meetings/{june.pk}/")
    assert page.heading == "Assurance Meeting, Tuesday 11 June 2019"
    assert "Terms of reference out Monday 13 May 2019 in 11 days" in page.main
    assert "Papers in Tuesday 4 June 2019, 9am" in page.main


def test_another_offices_meeting_is_not_there(june: Meeting, get: Get) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = cycle.planned("2019-06-20", make.forum("Their Board"))
    assert get(f"/plan/meetings/{theirs.pk}/", 404).heading == "Page not found"
    assert "Their Board" not in get("/plan/").text


def test_as_many_queries_for_ten_times_the_meetings(june: Meeting, client: Client) -> None:
    Forum.objects.update(rules=[{"kind": "public", "at_least": 2}])
    paths = ["/plan/", "/plan/?view=year", f"/plan/meetings/{june.pk}/", "/plan/year?forum=1&from=2019-06-01"]

    def count() -> list[int]:
        found = []
        for path in paths:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(path).status_code == 200
            found.append(len(queries))
        return found

    def more(day: int) -> None:
        forum = make.forum(f"Board {day}", rules=[{"kind": "public", "at_least": 2}])
        one = plan_meeting(forum=forum, date=dt.date(2019, 7, day), by=make.user(), at=make.NOW)
        move_meeting(meeting=one, to=dt.date(2019, 8, day), why="Away", by=make.user(), at=make.NOW)

    more(1)
    before = count()
    for day in range(2, 20):
        more(day)
    assert count() == before
    assert max(before) <= 15


def test_the_list_of_meetings_leads_to_the_plan_and_does_not_repeat_it(
    archive: Any, june: Meeting, get: Get
) -> None:
    page = get("/meetings/")
    assert "11 June 2019" not in page.main
    assert "1 more meeting on the plan" in page.main
    assert "2020" not in page.main
    assert "6 meetings" not in get("/meetings/forums/").main


def test_a_planned_meeting_whose_day_is_past_passed_nothing_over(archive: Any, get: Get) -> None:
    action = make.Action.objects.filter(state="open").order_by("pk")[0]
    before = get(f"/actions/{action.pk}/").main
    plan_meeting(forum=action.forum, date=dt.date(2019, 4, 30), by=make.user(), at=make.NOW)
    assert get(f"/actions/{action.pk}/").main == before
