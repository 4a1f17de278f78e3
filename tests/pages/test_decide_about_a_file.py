"""A file that waits is taken or dropped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.test import Client

from answerable.intake.models import Candidate
from answerable.meetings.models import Meeting
from tests import records

Get = Callable[..., Any]
Make = Callable[..., Candidate]


def test_a_file_that_waits_is_dropped(archive: list[Meeting], candidate: Make, get: Get, post: Get) -> None:
    one = candidate(meeting=archive[0], date=archive[0].date)
    page = get("/review/")
    assert "second.docx Assurance Meeting, 3 July 2018" in page.main
    assert "A meeting of that day is held already." in page.main
    assert (
        "Dropped: the meeting stays as it is held."
        in post(f"/review/candidates/{one.pk}/decide", answer="drop").main
    )
    one.refresh_from_db()
    assert one.state == "dropped"
    assert "Somebody has decided" in post(f"/review/candidates/{one.pk}/decide", answer="drop").main


def test_a_file_that_waits_is_taken_in_place_of_the_one_held(
    archive: list[Meeting], candidate: Make, post: Get, get: Get
) -> None:
    day = archive[0].date.isoformat()
    better = records.record(day, records.item("1", "Another reading"), records.note("Read again."))
    one = candidate(meeting=archive[0], date=archive[0].date, record=better)
    assert "Taken." in post(f"/review/candidates/{one.pk}/decide", answer="take").main
    assert "Another reading" in get(f"/meetings/{archive[0].pk}/").main
    assert Meeting.objects.count() == len(archive)


def test_a_file_without_a_date_is_taken_as_of_the_day_that_is_given(
    archive: list[Meeting], candidate: Make, post: Get
) -> None:
    one = candidate(date=None, record=records.record(None, records.item("1", "Undated")))
    assert "Taken." in post(f"/review/candidates/{one.pk}/decide", answer="take", date="2019-04-02").main
    assert Meeting.objects.filter(date=dt.date(2019, 4, 2)).count() == 1


def test_a_day_that_is_none_is_said_and_stays_as_typed(
    archive: list[Meeting], candidate: Make, post: Get
) -> None:
    one = candidate(date=None, record=records.record(None))
    page = post(f"/review/candidates/{one.pk}/decide", 400, answer="take", date="the second Tuesday")
    assert "Write the day as a day, month and year" in page.main
    assert page.tree.get_element_by_id(f"candidate-{one.pk}-date").get("value") == "the second Tuesday"
    assert page.title.startswith("Error: ")
    one.refresh_from_db()
    assert one.state == "waiting"


def test_without_a_day_it_is_refused_with_a_reason(
    archive: list[Meeting], candidate: Make, post: Get
) -> None:
    one = candidate(date=None, record=records.record(None))
    page = post(f"/review/candidates/{one.pk}/decide", answer="take")
    assert "Say on which day the meeting was." in page.main


def test_taking_twice_is_refused(archive: list[Meeting], candidate: Make, post: Get) -> None:
    one = candidate(meeting=archive[0], date=archive[0].date, record=records.record("2018-07-03"))
    post(f"/review/candidates/{one.pk}/decide", answer="take")
    assert "Somebody has decided" in post(f"/review/candidates/{one.pk}/decide", answer="take").main


def test_an_answer_that_is_none_changes_nothing(archive: list[Meeting], candidate: Make, post: Get) -> None:
    one = candidate(meeting=archive[0], date=archive[0].date)
    assert "Say whether" in post(f"/review/candidates/{one.pk}/decide", answer="burn").main
    one.refresh_from_db()
    assert one.state == "waiting"


def test_it_is_only_done_by_a_form(archive: list[Meeting], candidate: Make, client: Client) -> None:
    one = candidate(meeting=archive[0], date=archive[0].date)
    for method in (client.get, client.put, client.delete):
        assert method(f"/review/candidates/{one.pk}/decide").status_code == 405


def test_a_file_that_is_not_there_is_not_found(db: None, post: Get) -> None:
    assert post("/review/candidates/999/decide", 404).heading == "Page not found"
