"""Lists of meetings, and the first page of an office."""

from __future__ import annotations

import datetime as dt
from typing import Any

import lxml.html
import pytest
from django.test import Client
from django.utils import timezone

from tests.public.counting import queries_of
from tests.public.given import agenda, meeting, office, small_meeting, taken
from tests.public.test_minutes import main, tree

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

LIST = "wyvern-valley/meetings"
SOON = (timezone.localdate() + dt.timedelta(days=9)).isoformat()


def test_every_meeting_by_year_the_newest_first() -> None:
    taken(office(), meeting(), small_meeting("2021-03-01"), small_meeting("2022-01-31"))
    page = tree(LIST)
    assert [one.text_content() for one in page.xpath("//main//h2")] == ["2022", "2021"]
    dates = page.xpath("//main//li/a/text()")
    assert dates == ["25 August 2022", "31 January 2022", "1 March 2021"]


def test_filters_by_year_and_forum() -> None:
    taken(office(), meeting(), small_meeting("2021-03-01"))
    assert "1 meeting of 2" in main(f"{LIST}?year=2021")
    assert "2 meetings" in main(f"{LIST}?forum=wyvern-valley/assurance")


@pytest.mark.parametrize("asked", ["year=1066", "forum=nowhere", "forum[]=1&year=x"])
def test_an_odd_filter_is_one_sentence(asked: str) -> None:
    taken(office(), meeting())
    answer = Client().get(f"/{LIST}?{asked}")
    assert answer.status_code == 400
    assert "There is a problem" in answer.content.decode()


def test_a_meeting_to_come_is_there_by_its_agenda_once() -> None:
    taken(office(), agenda(SOON))
    said = main(LIST)
    assert "Coming" in said
    assert "Town hall" in said
    assert "Coming" in main("wyvern-valley/assurance")
    assert "Next meetings" in main("wyvern-valley")
    taken(small_meeting(SOON))
    assert "1 meeting" in main(LIST)


def test_a_meeting_that_was_cancelled_is_not_announced_as_if_it_were_held() -> None:
    taken(office(), agenda(SOON, state="cancelled"), agenda("2022-07-28", state="cancelled"))
    for path, times in (("wyvern-valley", 1), (LIST, 2), ("wyvern-valley/assurance", 2)):
        page = tree(path)
        rows = [one.text_content() for one in page.xpath("//main//section//li | //main/ul/li")]
        assert sum("cancelled" in one for one in rows) == times, path


def test_each_page_of_a_list_has_a_title_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("answerable.public.meeting.listing.A_PAGE", 1)
    taken(office(), small_meeting("2021-03-01"), small_meeting("2022-01-31"))
    titles = [tree(f"{LIST}{rest}").findtext(".//title") for rest in ("", "?page=2")]
    assert [one.split(" – ")[0] for one in titles] == ["Meetings", "Meetings, page 2"]
    wrong: Any = lxml.html.document_fromstring(Client().get(f"/{LIST}?year=1066").content.decode())
    assert wrong.findtext(".//title").startswith("Error: Meetings")


def test_a_forum_says_which_one_it_followed() -> None:
    forums = [
        {"name": "Board", "path": "wyvern-valley/board", "succeeds": None},
        {"name": "Assurance meeting", "path": "wyvern-valley/assurance", "succeeds": "wyvern-valley/board"},
    ]
    taken(office(forums=forums), meeting())
    assert "It followed Board." in main("wyvern-valley/assurance")
    main("wyvern-valley/board", 404)  # nothing of it is public


def test_the_first_page_tells_what_is_new() -> None:
    taken(office(), title="About the office")
    taken(meeting(), title="Minutes of 25 August 2022")
    taken(meeting(venue="Town hall"), title="Minutes of 25 August 2022", doing="correct", note="The place.")
    said = main("wyvern-valley")
    assert "Minutes of 25 August 2022 corrected: The place." in said
    assert "Minutes of 25 August 2022 published" in said
    assert "1 meeting from August 2022 to August 2022" in said


def test_two_hundred_at_a_time_and_those_to_come_on_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("answerable.public.meeting.listing.A_PAGE", 2)
    days = ("2021-03-01", "2022-01-31", "2022-02-28")
    taken(office(), agenda(SOON), *(small_meeting(day) for day in days))
    for path in (LIST, "wyvern-valley/assurance"):
        first, second = tree(path), tree(f"{path}?page=2")
        assert first.xpath("//main//h2/text()") == ["Coming", "2022"]
        assert second.xpath("//main//h2/text()") == ["2021"]
        assert second.xpath("//main//li/a/text()")[:1] == ["1 March 2021"]
        assert Client().get(f"/{path}?page=3").status_code == 404


def test_as_many_queries_for_ten_times_as_much() -> None:
    taken(office(), meeting(), small_meeting("2021-03-01"))
    pages = ("/wyvern-valley", f"/{LIST}", "/wyvern-valley/assurance", "/wyvern-valley/publications")
    few = {path: queries_of(path) for path in pages}
    for year in range(2001, 2021):
        taken(small_meeting(f"{year}-03-01"))
    assert {path: queries_of(path) for path in pages} == few
    assert max(few.values()) <= 15
