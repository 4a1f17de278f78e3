"""A year of meetings is planned at once out of a forum's rhythm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from answerable.audit.models import Event
from answerable.meetings.models import Forum, Meeting
from tests import cycle
from tests import factories as make

Get = Callable[..., Any]


@pytest.fixture
def board(db: None) -> Forum:
    """It meets on the first Monday of each month."""
    return make.forum("Assurance Meeting", rhythm="monthly", rhythm_week=1, rhythm_weekday=0)


def form(page: Any) -> dict[str, str]:
    (found,) = [
        one for one in page.tree.iter("form") if one.get("method") == "post" and "plan" in one.get("action")
    ]
    return {name: value for name, value in found.fields.items() if value is not None}


def preview(get: Get, board: Forum, first: str = "2019-06-01") -> Any:
    return get(f"/plan/year?forum={board.pk}&from={first}")


def test_the_days_are_shown_before_anything_is_made(board: Forum, get: Get) -> None:
    page = preview(get, board)
    assert page.heading == "Plan a year of Assurance Meeting"
    assert "12 days of its rhythm are not on the plan yet." in page.main
    assert "Monday 3 June 2019" in page.main
    assert not Meeting.objects.exists()


def test_of_several_forums_none_is_chosen_for_a_person(board: Forum, get: Get) -> None:
    make.forum("An old meeting")
    page = get("/plan/year")
    assert page.tree.xpath("//select[@id='forum']/option[1]/text()") == ["Choose a forum"]
    assert "Nothing is on the plan until you say which of them stay." in page.main
    none = get("/plan/year?forum=&from=2019-06-01", status=400)
    assert none.tree.xpath("//*[contains(@class, 'govuk-error-summary')]//a/@href") == ["#forum"]


def test_a_bank_holiday_is_passed_over_and_said(board: Forum, get: Get) -> None:
    assert "Monday 11 May 2020 in place of 4 May 2020, Early May" not in preview(get, board).main
    main = preview(get, board, "2020-05-01").main
    assert "Monday 4 May 2020" in main  # the bank holiday was moved to Friday in that year
    assert "Monday 10 May 2021" not in main


def test_those_that_stay_ticked_are_planned(board: Forum, get: Get, post: Get) -> None:
    sent = form(preview(get, board))
    del sent["day-2019-08-05"]
    sent |= {"kind-2019-06-03": "public", "theme-2019-06-03": "Confidence"}
    page = post("/plan/year", **sent)
    assert "Planned: 11 meetings of Assurance Meeting." in page.main
    days = list(Meeting.objects.order_by("date").values_list("date", flat=True))
    assert (len(days), str(days[0]), str(days[2])) == (11, "2019-06-03", "2019-09-02")
    assert (Meeting.objects.get(date=days[0]).kind, Meeting.objects.get(date=days[0]).theme) == (
        "public", "Confidence",
    )  # fmt: skip
    assert all(one.deadlines.count() == 4 for one in Meeting.objects.all())
    assert Event.objects.filter(operation="meetings.plan_days").count() == 1


def test_what_is_on_the_plan_already_is_kept(board: Forum, get: Get, post: Get) -> None:
    there = cycle.planned("2019-06-03", board, theme="Kept as it is")
    moved = cycle.planned("2019-07-10", board, first_date="2019-07-01")
    page = preview(get, board)
    assert "On the plan: Kept as it is" in page.main
    assert "On the plan, on 10 July 2019" in page.main
    assert "10 days of its rhythm are not on the plan yet." in page.main
    post("/plan/year", **form(page))
    assert Meeting.objects.count() == 12
    there.refresh_from_db()
    moved.refresh_from_db()
    assert (there.theme, str(moved.date)) == ("Kept as it is", "2019-07-10")


def test_a_day_that_somebody_else_planned_meanwhile_is_kept(board: Forum, get: Get, post: Get) -> None:
    sent = form(preview(get, board))
    cycle.planned("2019-06-03", board, theme="Theirs")
    post("/plan/year", **sent)
    assert Meeting.objects.get(date="2019-06-03").theme == "Theirs"
    assert Meeting.objects.count() == 12


def test_sent_again_nothing_is_made_twice(board: Forum, get: Get, post: Get) -> None:
    sent = form(preview(get, board))
    post("/plan/year", **sent)
    page = post("/plan/year", **sent)
    assert Meeting.objects.count() == 12
    assert Event.objects.filter(operation="meetings.plan_days").count() == 1
    assert page.status == 200


def test_without_a_day_it_says_so(board: Forum, get: Get, post: Get) -> None:
    page = post("/plan/year", 400, forum=str(board.pk), **{"from": "2019-06-01"})
    assert "Leave at least one day ticked" in page.main


def test_days_that_are_not_of_the_rhythm_are_not_planned(board: Forum, post: Get) -> None:
    post("/plan/year", 400, forum=str(board.pk), **{"from": "2019-06-01", "day-2019-06-04": "yes"})
    assert not Meeting.objects.exists()


def test_a_theme_that_is_too_long_is_said(board: Forum, get: Get, post: Get) -> None:
    page = post("/plan/year", 400, **form(preview(get, board)) | {"theme-2019-06-03": "x" * 501})
    assert "Shorten the theme of 3 June 2019 to 500 letters" in page.main
    assert not Meeting.objects.exists()


def test_a_forum_without_a_rhythm_is_led_to_it(db: None, get: Get) -> None:
    forum = make.forum("Irregular Board")
    page = get(f"/plan/year?forum={forum.pk}")
    assert "Irregular Board has no fixed rhythm. Say how often it meets" in page.main
    assert page.find("Say how often it meets") == f"/meetings/forums/{forum.pk}/settings"


def test_the_rhythm_is_of_this_office(db: None, get: Get) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = make.forum("Their Board", rhythm="monthly", rhythm_week=1, rhythm_weekday=0)
    assert "Their Board" not in get(f"/plan/year?forum={theirs.pk}").main


@pytest.mark.parametrize("bad", ["x", "2019-02-31"])
def test_a_day_to_begin_with_that_is_none(bad: str, board: Forum, get: Get) -> None:
    page = get(f"/plan/year?forum={board.pk}&from={bad}", 400)
    assert "Write the first day as a day, month and year" in page.main
