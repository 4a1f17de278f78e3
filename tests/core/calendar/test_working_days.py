"""Counting working days, and the deadlines that are counted so."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.calendar.deadlines import (
    AFTER,
    BEFORE,
    KINDS,
    MOST_DAYS,
    Due,
    asked_about,
    due_for,
    in_words,
    is_past,
    moved_along,
    standing,
)
from answerable.core.calendar.working_days import (
    distance,
    is_working_day,
    shifted,
    working_days_after,
    working_days_before,
)

DAYS = st.dates(dt.date(1985, 1, 1), dt.date(2090, 12, 31))
COUNTS = st.integers(0, MOST_DAYS)
USUAL = {"terms": 20, "papers": 5, "agenda": 5, "minutes": 10}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("from_day", "count", "found"),
    [
        ("2026-05-14", 5, "2026-05-07"),  # an ordinary week
        ("2026-05-07", 5, "2026-04-29"),  # over the bank holiday of 4 May
        ("2026-04-09", 5, "2026-03-31"),  # over Easter
        ("2027-01-05", 5, "2026-12-24"),  # over Christmas, with a substitute day on the 28th, and New Year
        ("2026-05-16", 1, "2026-05-15"),  # from a Saturday
        ("2026-05-16", 0, "2026-05-15"),
        ("2026-05-14", 0, "2026-05-14"),
    ],
)
def test_working_days_before(from_day: str, count: int, found: str) -> None:
    assert working_days_before(day(from_day), count) == day(found)


@pytest.mark.parametrize(
    ("from_day", "count", "found"),
    [
        ("2026-05-14", 10, "2026-05-29"),  # over the bank holiday of 25 May
        ("2022-09-15", 2, "2022-09-20"),  # over the State Funeral
        ("2026-12-24", 1, "2026-12-29"),
        ("2026-05-16", 0, "2026-05-18"),
    ],
)
def test_working_days_after(from_day: str, count: int, found: str) -> None:
    assert working_days_after(day(from_day), count) == day(found)


@settings(deadline=None)
@given(DAYS, COUNTS)
def test_counting_ends_on_a_working_day(from_day: dt.date, count: int) -> None:
    before, after = working_days_before(from_day, count), working_days_after(from_day, count)
    assert is_working_day(before) and is_working_day(after)
    assert before <= from_day <= after


@settings(deadline=None)
@given(DAYS, st.integers(1, MOST_DAYS))
def test_counting_there_and_back_agree(from_day: dt.date, count: int) -> None:
    assert distance(from_day, working_days_before(from_day, count)) == -count
    assert distance(from_day, working_days_after(from_day, count)) == count
    if is_working_day(from_day):
        assert working_days_after(working_days_before(from_day, count), count) == from_day
        assert working_days_before(working_days_after(from_day, count), count) == from_day


@settings(deadline=None)
@given(DAYS, st.integers(-300, 300))
def test_a_distance_leads_to_the_working_day_it_was_measured_to(from_day: dt.date, days: int) -> None:
    to = from_day + dt.timedelta(days=days)
    if is_working_day(to) and is_working_day(from_day):
        assert shifted(from_day, distance(from_day, to)) == to


@settings(deadline=None)
@given(DAYS, st.fixed_dictionaries({kind: st.integers(1, MOST_DAYS) for kind in KINDS}))
def test_deadlines_are_working_days_on_their_side_of_the_meeting(
    meeting: dt.date, days: dict[str, int]
) -> None:
    found = due_for(meeting, days, "09:00")
    assert list(found) == list(KINDS)
    assert all(is_working_day(one.date) for one in found.values())
    assert all(found[kind].date < meeting for kind in BEFORE)
    assert all(found[kind].date > meeting for kind in AFTER)
    assert [kind for kind, one in found.items() if one.time] == ["papers"]


@settings(deadline=None)
@given(DAYS, DAYS, st.integers(1, MOST_DAYS))
def test_moving_a_meeting_moves_what_is_due_as_far_in_working_days(
    was: dt.date, to: dt.date, count: int
) -> None:
    assert moved_along(working_days_before(was, count), was, to) == working_days_before(to, count)
    assert moved_along(working_days_after(was, count), was, to) == working_days_after(to, count)


def test_the_usual_deadlines_of_a_meeting() -> None:
    assert due_for(day("2026-05-14"), USUAL, "09:00") == {
        "terms": Due(day("2026-04-15")), "papers": Due(day("2026-05-07"), "09:00"),
        "agenda": Due(day("2026-05-07")), "minutes": Due(day("2026-05-29")),
    }  # fmt: skip


def test_counting_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="from 0 up"):
        working_days_before(day("2026-05-14"), -1)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-05-01T12:00", "in 6 days"),
        ("2026-05-06T23:59", "due tomorrow"),
        ("2026-05-07T09:00", "due today"),
        ("2026-05-07T09:01", "late today"),
        ("2026-05-08T00:00", "1 day late"),
        ("2026-05-17T00:00", "10 days late"),
    ],
)
def test_where_a_deadline_stands(now: str, words: str) -> None:
    papers = Due(day("2026-05-07"), "09:00")
    assert in_words(standing(papers, None, dt.datetime.fromisoformat(now))) == words


def test_what_is_done_is_done_in_time_or_late() -> None:
    papers, now = Due(day("2026-05-07"), "09:00"), dt.datetime(2026, 6, 1)
    assert in_words(standing(papers, dt.datetime(2026, 5, 7, 8), now)) == "done"
    assert in_words(standing(papers, dt.datetime(2026, 5, 9, 8), now)) == "done 2 days late"
    assert in_words(standing(papers, dt.datetime(2026, 5, 7, 10), now)) == "done late"


def test_a_day_without_an_hour_lasts_to_its_end() -> None:
    assert not is_past(Due(day("2026-05-07")), dt.datetime(2026, 5, 7, 23, 59))
    assert is_past(Due(day("2026-05-07")), dt.datetime(2026, 5, 8))


def test_what_to_ask_about_before_a_meeting_moves() -> None:
    now, due = dt.datetime(2026, 5, 10), Due(day("2026-05-20"))
    assert asked_about(due, True, None, now) == "done"
    assert asked_about(Due(day("2026-05-01")), False, due, now) == "late"
    assert asked_about(due, False, Due(day("2026-05-08")), now) == "would be late"
    assert asked_about(due, False, Due(day("2026-05-18")), now) == ""
