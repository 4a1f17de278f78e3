"""Dates and times of day as minutes print them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.minutes.dates import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    financial_year,
    find_dates,
    find_name_dates,
    long_date,
    quarter_end,
    quarter_of,
)
from answerable.core.minutes.times import find_times

DAYS = st.dates(date(2000, 1, 1), date(2049, 12, 31))
SUFFIX = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def printed(day: date) -> list[str]:
    month, suffix = MONTH_NAMES[day.month - 1], SUFFIX.get(day.day, "th")
    return [
        f"{day.day} {month} {day.year}",
        f"{day.day}{suffix} {month} {day.year}",
        f"{day.day} {suffix} {month[:3]} {day.year}",
        f"the {day.day}{suffix} of {month}, {day.year}",
        f"{WEEKDAY_NAMES[day.weekday()]} {day.day} {month.upper()} {day.year}",
        f"{WEEKDAY_NAMES[day.weekday()][:3]}, {day.day} {month} '{day.year % 100:02}",
        f"{month} {day.day}, {day.year}",
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.day}.{day.month}.{day.year % 100:02}",
        day.isoformat(),
    ]


@given(DAYS, st.integers(0, 9))
def test_a_day_is_read_however_it_is_printed(day: date, form: int) -> None:
    text = f"Held on {printed(day)[form]} at HQ"
    [found] = find_dates(text)
    assert found.on() == day
    assert found.weekday in (None, day.weekday())
    assert text[found.start : found.end] in printed(day)[form]


@given(DAYS)
def test_a_files_name_carries_a_date(day: date) -> None:
    month = MONTH_NAMES[day.month - 1]
    for name in (
        f"{day:%Y%m%d} minutes.pdf",
        f"minutes_{day.day}_{month}_{day.year}.docx",
        f"{day:%Y-%m-%d}.odt",
    ):
        [found] = find_name_dates(name)
        assert found.on() == day


@pytest.mark.parametrize(
    "text", ["May", "31 of them", "12/13/2024", "Room 2.07", "24/7", "item 2.1.3", "101", "40 March"]
)
def test_what_is_no_date(text: str) -> None:
    assert [one for one in find_dates(text) if one.day is not None] == []


def test_a_month_with_its_year_has_no_day() -> None:
    [found] = find_dates("Assurance Meeting March 2026")
    assert (found.day, found.month, found.year, found.on()) == (None, 3, 2026, None)


@given(DAYS)
def test_quarters_are_of_the_financial_year(day: date) -> None:
    year, quarter = quarter_of(day)
    end = quarter_end(year, quarter)
    assert year == financial_year(day)
    assert 0 <= (end - day).days <= 92
    assert quarter_of(end) == (year, quarter)


def test_a_long_date() -> None:
    assert long_date(date(2018, 3, 27)) == "27 March 2018"


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("@ 10:30", "10:30", None),
        ("14:00pm", "14:00", None),
        ("10.30am", "10:30", None),
        ("1.30 p.m.", "13:30", None),
        ("at 2pm", "14:00", None),
        ("1400hrs", "14:00", None),
        ("10.30 – 12.15 hours", "10:30", "12:15"),
        ("9:30 – 12:30", "09:30", "12:30"),
        ("9.30am – 1.00pm", "09:30", "13:00"),
        ("2 - 3pm", "14:00", "15:00"),
        ("10 – 1.30pm", "10:00", "13:30"),
        ("10am – 1.30", "10:00", "13:30"),
        ("10am to 12 noon", "10:00", "12:00"),
        ("from 10:00 until 11:30", "10:00", "11:30"),
        ("noon", "12:00", None),
        ("12.15am", "00:15", None),
    ],
)
def test_a_time_of_day(text: str, begins: str, ends: str | None) -> None:
    [found] = find_times(text)
    assert (found.begins, found.ends) == (begins, ends)


@pytest.mark.parametrize(
    "text", ["Meeting Room 2.07", "item 4.10", "2.5 million", "24/7", "£10.50", "25:00", "85%", "101 and 999"]
)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text) == []


@given(st.text())
def test_any_text_has_times_that_are_times(text: str) -> None:
    for found in find_times(text):
        assert 0 <= found.start < found.end <= len(text)
        assert "00:00" <= found.begins <= "23:59"


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_clock_time_is_itself(hour: int, minute: int) -> None:
    assert [one.begins for one in find_times(f"at {hour}:{minute:02}")] == [f"{hour:02}:{minute:02}"]


def test_what_was_found_is_the_askers_own() -> None:
    """The last lines' dates and times are remembered; who changes an answer changes no other one."""
    find_dates("3 June 2031").clear()
    find_times("9.30am").clear()
    assert len(find_dates("3 June 2031")) == len(find_times("9.30am")) == 1
