"""What single cells of a plan say: days, states and per cents, in the manners that offices write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.plans.cells import Cell, address, column_name, column_number
from answerable.core.plans.values import (
    Wrong,
    are_fractions,
    is_percent,
    read_day,
    read_percent,
    read_state,
    state_of,
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/03/2026", "2026-03-31"),
        ("31.3.26", "2026-03-31"),
        ("31-03-2026", "2026-03-31"),
        ("2026-03-31", "2026-03-31"),
        ("31 March 2026", "2026-03-31"),
        ("March 2026", "2026-03-31"),
        ("Mar-26", "2026-03-31"),
        ("end of March 2026", "2026-03-31"),
        ("Q4 2025/26", "2026-03-31"),
        ("2025/26", "2026-03-31"),
    ],
)
def test_days(text: str, day: str) -> None:
    assert read_day(Cell(text)) == (dt.date.fromisoformat(day), "")


def test_a_day_that_excel_counted() -> None:
    day, said = read_day(Cell("46112", "number"))
    assert day == dt.date(2026, 3, 31)
    assert said == "46112 is a day as Excel counts them: it was read as 31 March 2026"


@pytest.mark.parametrize("text", ["Ongoing", "TBC", "n/a", "-", "To be confirmed."])
def test_no_day(text: str) -> None:
    assert read_day(Cell(text)) == (None, f"“{text}” is no day: the part has no due date")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31/02/2026", "“31/02/2026” is no day: write it as 28/02/2026"),
        ("31/02/2028", "“31/02/2028” is no day: write it as 29/02/2028"),
        ("0/03/2026", "“0/03/2026” is no day: write it as 31/03/2026"),
        ("03/31/2026", "is no day: write the day first, then the month, such as 31/03/2026"),
        ("31/03/3026", "is in the year 3026: check the year"),
        ("01/01/0000", "is in the year 1: check the year"),
        ("when the review is over", "or as a month (March 2026), or leave it empty"),
    ],
)
def test_what_is_no_day_says_how_to_write_it(text: str, why: str) -> None:
    with pytest.raises(Wrong) as wrong:
        read_day(Cell(text))
    assert why in str(wrong.value)


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_a_sentence(text: str) -> None:
    try:
        day, _ = read_day(Cell(text))
    except Wrong:
        return
    assert day is None or 1990 <= day.year <= 2099


@given(st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)))
def test_a_written_day_is_that_day(day: dt.date) -> None:
    for written in (f"{day:%d/%m/%Y}", day.isoformat(), str((day - dt.date(1899, 12, 30)).days)):
        assert read_day(Cell(written))[0] == day


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Not started", "not-started"), ("IN PROGRESS", "under-way"), ("On track", "under-way"),
        ("Amber", "under-way"), ("Green – on track", "under-way"), ("Blue", "done"), ("Complete", "done"),
        ("Completed.", "done"), ("Delivered (March)", "done"), ("Withdrawn", "dropped"),
        ("No longer required", "dropped"),
    ],
)  # fmt: skip
def test_states(text: str, state: str) -> None:
    assert read_state(Cell(text)) == state


def test_an_unknown_state_says_which_are_known() -> None:
    assert state_of("purple") is None
    with pytest.raises(Wrong, match="“purple” is no state that is known: write not started, under way, done"):
        read_state(Cell("purple"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("75%", 75),
        ("75", 75),
        ("around 75%", 75),
        ("c. 75 per cent", 75),
        ("74.5", 75),
        ("0", 0),
        ("100%", 100),
    ],
)
def test_per_cents(text: str, value: int) -> None:
    assert is_percent(Cell(text))
    assert read_percent(Cell(text), fractions=False) == value


def test_per_cents_as_excel_keeps_them() -> None:
    column = [Cell("0.75", "number"), Cell("1", "number"), Cell("0", "number")]
    assert are_fractions(column)
    assert [read_percent(one, fractions=True) for one in column] == [75, 100, 0]
    assert not are_fractions([Cell("1", "number"), Cell("75", "number")])
    assert read_percent(Cell("75%"), fractions=True) == 75


@pytest.mark.parametrize("text", ["101", "120%", "1000"])
def test_over_a_hundred(text: str) -> None:
    with pytest.raises(Wrong, match="over 100 per cent: write a number from 0 to 100"):
        read_percent(Cell(text), fractions=False)


@pytest.mark.parametrize("text", ["most of it", "-5", "75-80"])
def test_no_per_cent(text: str) -> None:
    assert not is_percent(Cell(text))
    with pytest.raises(Wrong, match="is no per cent: write a number from 0 to 100"):
        read_percent(Cell(text), fractions=False)


@given(st.integers(1, 16_384))
def test_a_column_keeps_its_letters(column: int) -> None:
    assert column_number(column_name(column)) == column


def test_addresses() -> None:
    assert (address(14, 4), address(1, 27), column_name(16_384)) == ("D14", "AA1", "XFD")
    assert [column_number(one) for one in ("", "é", "XFE", "ZZZZ")] == [None] * 4
