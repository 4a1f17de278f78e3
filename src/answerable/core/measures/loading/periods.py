"""A cell to the period that it names, in all the ways that offices write them; or what to write instead."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from answerable.core.measures.facts import Frequency
from answerable.core.measures.loading.faults import Wrong, quoted
from answerable.core.measures.loading.marks import without_marks
from answerable.core.measures.loading.period_forms import (
    MARCH,
    Reading,
    day_in,
    financial,
    quarter,
    readings,
    twelve_to,
    whole_month,
)
from answerable.core.measures.telling import APRIL, WEEK, span_in_words
from answerable.core.minutes.dates import WEEKDAY_NAMES, long_date, month_end, quarter_of
from answerable.core.plans.cells import Cell
from answerable.core.plans.values import EXCEL_BEGINS, FIRST_SERIAL, FIRST_YEAR, LAST_SERIAL, LAST_YEAR

WRITE = {
    Frequency.WEEK: "w/c 6 May 2024",
    Frequency.MONTH: "May 2024",
    Frequency.QUARTER: "Q1 2024/25",
    Frequency.YEAR: "2024/25",
    Frequency.ROLLING: "12 months to March 2024",
}
"""How a period of each kind is best written."""
KINDS = {
    Frequency.WEEK: "a week",
    Frequency.MONTH: "a month",
    Frequency.QUARTER: "a quarter",
    Frequency.YEAR: "a financial year",
    Frequency.ROLLING: "twelve months",
}
_DASHES = re.compile("[‐-―−]")
_NUMBER = re.compile(r"(\d{5,6})(?:\.(\d+))?")
_ENDING = re.compile(r"\b(?:w/?e|ending|ended|ends)\b", re.IGNORECASE)
_BEGINNING = re.compile(r"\b(?:w/?[cb]|commencing|beginning|starting|starts?)\b", re.IGNORECASE)


class Period(NamedTuple):
    """Both days included. ``provisional``: its own mark says so ("May 2024 (p)")."""

    start: dt.date
    last: dt.date
    provisional: bool = False

    @property
    def words(self) -> str:
        return span_in_words(self.start, self.last)


def period(cell: Cell, frequency: Frequency, *, head: str = "") -> Period:
    """The period that a cell names for a measure of that frequency. Raises Wrong.

    ``head`` is the head of its column, which may say whether days are the first or the last of their weeks.
    """
    marked = without_marks(_plain(cell.text))
    text = marked.text
    day = _serial(text) or day_in(text)
    found = _of_day(day, frequency, head, text) if day else _of_words(text, frequency)
    if not FIRST_YEAR <= found.start.year <= LAST_YEAR:
        raise Wrong(f"{quoted(text)} is in the year {found.start.year}. Check the year.")
    return Period(found.start, found.last, marked.provisional)


def is_period(cell: Cell) -> bool:
    """Whether a cell names a period of any kind, doubtful ones too: what tells a head with periods."""
    text = without_marks(_plain(cell.text)).text
    try:
        return bool(cell.kind == "date" or day_in(text) or next(readings(text), None))
    except Wrong:
        return True


def kind_of(cell: Cell) -> Frequency | None:
    """The kind of period that a cell names by itself; None where it names none or a bare day."""
    text = without_marks(_plain(cell.text)).text
    try:
        found = next(readings(text), None)
    except Wrong:
        return None
    return found.kind if found else None


def wanted(frequency: Frequency) -> str:
    """Write the month, such as May 2024."""
    return f"Write {KINDS[frequency].replace('a ', 'the ', 1)}, such as {WRITE[frequency]}."


def _plain(text: str) -> str:
    return " ".join(_DASHES.sub("-", text).split()).strip(" .,:;")


def _serial(text: str) -> dt.date | None:
    """A day as Excel counts them, with or without a time of day; None of any other number."""
    found = _NUMBER.fullmatch(text)
    if found and FIRST_SERIAL <= int(found[1]) <= LAST_SERIAL:
        return EXCEL_BEGINS + dt.timedelta(days=int(found[1]))
    return None


def _of_words(text: str, frequency: Frequency) -> Reading:
    """What a text that is no day means for that frequency. Raises Wrong."""
    other: Reading | None = None
    for found in readings(text):
        if fitting := _fitting(found, frequency):
            return fitting
        other = other or found
    if other:
        raise Wrong(
            f"{quoted(text)} is {KINDS[other.kind]}, and the measure has {KINDS[frequency]} to each value."
            f" {wanted(frequency)[:-1]}, or choose another measure."
        )
    raise Wrong(f"{quoted(text)} is not {KINDS[frequency]}. {wanted(frequency)}")


def _fitting(found: Reading, frequency: Frequency) -> Reading | None:
    """It as a period of that frequency; None where it is none."""
    if found.kind == frequency:
        return found
    if frequency == Frequency.ROLLING and found.kind in (Frequency.MONTH, Frequency.YEAR):
        return twelve_to(found.last.year, found.last.month)  # named by the month that it ends with
    if frequency == Frequency.YEAR and found.kind == Frequency.ROLLING and found.last.month == MARCH:
        return financial(found.start.year)
    return None


def _of_day(day: dt.date, frequency: Frequency, head: str, text: str) -> Reading:
    """The period that a day stands for: it has to be the first or the last day of it. Raises Wrong."""
    if frequency == Frequency.WEEK:
        return _week_of(day, head, text)
    first, last = day.day == 1, day == month_end(day.year, day.month)
    if frequency == Frequency.MONTH and (first or last):
        return whole_month(day.year, day.month)
    if frequency == Frequency.ROLLING and (first or last):
        return twelve_to(day.year, day.month)
    if frequency == Frequency.QUARTER:
        found = quarter(*quarter_of(day))
        if day in (found.start, found.last):
            return found
    if frequency == Frequency.YEAR:
        found = financial(day.year if day.month >= APRIL else day.year - 1)
        if day in (found.start, found.last):
            return found
    named = f"{quoted(text)} is {long_date(day)}" if _serial(text) else quoted(text)
    is_a = "is" if not _serial(text) else "which is"
    raise Wrong(
        f"{named}{', ' if _serial(text) else ' '}{is_a} neither the first nor the last day of"
        f" {KINDS[Frequency.MONTH if frequency == Frequency.ROLLING else frequency]}."
        f" {wanted(frequency)}"
    )


def _week_of(day: dt.date, head: str, text: str) -> Reading:
    """A bare day of a week: as its column's head says, else a Monday begins and a Sunday ends one."""
    ending, beginning = bool(_ENDING.search(head)), bool(_BEGINNING.search(head))
    if ending == beginning:
        ending, beginning = day.isoweekday() == 7, day.isoweekday() == 1
    if ending:
        return Reading(day - WEEK, day, Frequency.WEEK)
    if beginning:
        return Reading(day, day + WEEK, Frequency.WEEK)
    raise Wrong(
        f"{quoted(text)} is a {WEEKDAY_NAMES[day.weekday()]}. Write w/c or w/e before it, so that it is clear"
        " whether the week begins or ends with it."
    )
