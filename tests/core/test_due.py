"""What holds for every due, whatever its words; the words themselves stand in tests/spec/due_words.py."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.minutes.dates import MONTH_NAMES, month_end
from answerable.core.minutes.due import find_dues, read_due_cell
from tests.spec.due_words import SECTIONS

DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))
PHRASES = [row.phrase for rows in SECTIONS.values() for row in rows]
WORDS = st.sampled_from(
    [*PHRASES, "by", "in", "the", "May", "may", "3", "12/", "2024", "Q5", ".", "once", "after", "31 June"]
)
MONTHLY = [
    "in {}",
    "by {}",
    "by the end of {}",
    "by end {}",
    "during {}",
    "until {}",
    "at the end of {}",
    "in late {}",
]


@given(st.sampled_from(MONTHLY), st.integers(1, 12), DAYS)
def test_a_month_is_its_next_last_day(phrase: str, month: int, said_on: date) -> None:
    text = f"ACC to bring it back {phrase.format(MONTH_NAMES[month - 1])}."
    [found] = find_dues(text, said_on)
    due = date.fromisoformat(found.due["date"] or "")
    assert due == month_end(due.year, month)
    assert said_on <= due < said_on + timedelta(days=366)


@given(st.sampled_from(MONTHLY), st.integers(1, 12), st.integers(0, 18), DAYS)
def test_a_month_with_its_year_needs_no_reckoning(phrase: str, month: int, later: int, said_on: date) -> None:
    year = said_on.year + 1 + later
    [found] = find_dues(phrase.format(f"{MONTH_NAMES[month - 1]} {year}"), said_on)
    assert found.due["date"] == month_end(year, month).isoformat()


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_the_next_such_day(day: date, said_on: date) -> None:
    [found] = find_dues(f"by {day.day} {MONTH_NAMES[day.month - 1]}", said_on)
    due = date.fromisoformat(found.due["date"] or "")
    assert (due.day, due.month) == (day.day, day.month)
    assert due >= said_on


@given(
    st.lists(st.one_of(WORDS, st.text(max_size=12)), max_size=12).map(" ".join), st.one_of(st.none(), DAYS)
)
def test_any_text_gives_spans_of_itself(text: str, said_on: date | None) -> None:
    found = find_dues(text, said_on)
    for due in found:
        assert text[due.start : due.end] == due.due["text"]
        assert due.due["text"].strip() == due.due["text"] != ""
        assert due.due["date"] is None or date.fromisoformat(due.due["date"])
    for before, after in pairwise(found):
        assert before.end <= after.start


@given(st.sampled_from(PHRASES), DAYS)
def test_the_reading_does_not_hang_on_what_stands_around(phrase: str, said_on: date) -> None:
    alone = [found.due for found in find_dues(phrase, said_on)]
    assert [
        found.due for found in find_dues(f"CC to write to all; {phrase}, if not sooner.", said_on)
    ] == alone


def test_two_dues_of_one_action_come_in_order() -> None:
    text = "PCC wants a discussion of the model in 3 months and to hear of its effect in 6 months."
    assert [found.due["date"] for found in find_dues(text, date(2026, 2, 10))] == ["2026-05-10", "2026-08-10"]


@pytest.mark.parametrize(
    ("promise", "words", "day"),
    [
        ("From May the review will be made by an inspector.", "From May", "2026-05-31"),
        ("She said that from 7 July every breach will be put to the panel.", "from 7 July", "2026-07-07"),
    ],
)
def test_a_beginning_that_is_promised(promise: str, words: str, day: str) -> None:
    [found] = find_dues(promise, date(2026, 2, 10))
    assert (found.due["text"], found.due["date"]) == (words, day)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("A campaign to be considered before lambing.", ["before lambing"]),
        ("DCC to confirm once complete.", ["once complete"]),
        ("DCC to confirm when complete.", []),
    ],
)
def test_when_may_ask_and_once_may_not(action: str, words: list[str]) -> None:
    assert [found.due["text"] for found in find_dues(action, date(2026, 2, 10))] == words


def test_without_a_meeting_day_only_a_year_dates_it() -> None:
    dated = {
        text: find_dues(text, None)[0].due["date"]
        for text in ("by 3 May 2026", "by June 2026", "in Q1 2026/27")
    }
    assert dated == {
        "by 3 May 2026": "2026-05-03",
        "by June 2026": "2026-06-30",
        "in Q1 2026/27": "2026-06-30",
    }
    for text in ("in May", "by Friday", "in three months", "by year end", "next week", "at the May meeting"):
        assert [found.due["date"] for found in find_dues(text, None)] == [None]


def test_a_limit_that_is_past_is_still_a_limit() -> None:
    [found] = find_dues("CC to have it done by 30 June 2025", date(2026, 2, 10))
    assert found.due["date"] == "2025-06-30"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("September", "2026-09-30"),
        ("30/06/2026", "2026-06-30"),
        ("30 June", "2026-06-30"),
        ("end of May", "2026-05-31"),
        ("Q2", "2026-09-30"),
        ("2-3 weeks", "2026-03-03"),
        ("3 months", "2026-05-10"),
        ("Mar-27", "2027-03-31"),
        ("w/c 2 March", "2026-03-08"),
        ("Next meeting", None),
        ("ASAP", None),
    ],
)  # fmt: skip
def test_a_due_column_needs_no_preposition(cell: str, day: str | None) -> None:
    [due] = read_due_cell(cell, date(2026, 2, 10))
    assert (due["text"], due["date"]) == (cell, day)


@pytest.mark.parametrize("cell", ["Ongoing", "TBC", "Complete", "", "N/A", "-", "Closed"])
def test_a_due_column_without_a_time(cell: str) -> None:
    assert read_due_cell(cell, date(2026, 2, 10)) == []
