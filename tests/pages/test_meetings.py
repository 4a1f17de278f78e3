"""The list of meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests import factories as make

Get = Callable[..., Any]


def test_they_stand_under_their_years_the_newest_first(archive: object, get: Get) -> None:
    page = get("/meetings/")
    assert [heading.text for heading in page.tree.findall(".//h2")] == ["2019", "2018"]
    assert [row[0] for row in page.rows()] == [
        "12 March 2019", "12 February 2019", "15 January 2019", "9 October 2018", "3 July 2018",
    ]  # fmt: skip


def test_a_cancelled_meeting_is_shown_as_such(archive: object, get: Get) -> None:
    assert get("/meetings/").rows()[1][1] == "Assurance Meeting – cancelled"


def test_each_says_its_kind_its_actions_and_what_is_left_to_review(archive: object, get: Get) -> None:
    assert get("/meetings/").rows()[3] == ["9 October 2018", "Assurance Meeting", "Performance", "1", "1"]


def test_there_is_no_column_of_kinds_where_no_meeting_has_one(db: None, get: Get) -> None:
    make.meeting("2019-04-01")
    assert "Kind" not in get("/meetings/").tree.xpath("//th/text()")


def test_the_year_filters(archive: object, get: Get) -> None:
    page = get("/meetings/?year=2018")
    assert [row[0] for row in page.rows()] == ["9 October 2018", "3 July 2018"]
    assert page.tree.xpath("//select[@id='year']/option[@selected]/@value") == ["2018"]


def test_the_forum_filters(archive: object, get: Get) -> None:
    board = make.forum("Crime Board")
    make.meeting("2019-04-01", of=board)
    assert [row[1] for row in get(f"/meetings/?forum={board.pk}").rows()] == ["Crime Board"]
    assert "No meeting is like that" in get(f"/meetings/?forum={board.pk}&year=2018").main


def test_the_filters_can_choose_every_year_and_forum(archive: object, get: Get) -> None:
    page = get("/meetings/")
    assert page.tree.xpath("//select[@id='year']/option/text()") == ["Any year", "2019", "2018"]
    assert page.tree.xpath("//select[@id='forum']/option/text()") == ["Any forum", "Assurance Meeting"]


def test_a_year_that_is_none_is_said_in_a_sentence(archive: object, get: Get) -> None:
    page = get("/meetings/?year=last", 400)
    assert "Choose a year from the list: “last” is not on it" in page.main
    assert page.title.startswith("Error: ")
    assert len(page.rows()) == 5


def test_many_are_shown_fifty_at_a_time(archive: object, get: Get) -> None:
    for number in range(60):
        make.meeting(f"{2010 + number // 12}-{number % 12 + 1:02}-05")
    first = get("/meetings/")
    assert len(first.rows()) == 50
    assert "65 meetings, 1 to 50 shown" in first.main
    second = get("/meetings/" + first.find("Next"))
    assert len(second.rows()) == 15
    assert second.rows()[-1][0] == "5 January 2010"


def test_only_meetings_of_the_office_are_shown(archive: object, get: Get) -> None:
    other = make.Office.objects.create(name="Elsewhere", slug="elsewhere")
    forum = make.Forum.objects.create(office=other, name="Their Board", slug="board")
    theirs = make.Meeting.objects.create(office=other, forum=forum, date="2019-04-02", record_sha256="f" * 64)
    assert "Their Board" not in get("/meetings/").text
    get(f"/meetings/{theirs.pk}/", 404)
