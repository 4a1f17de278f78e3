"""The days of a year on which a forum meets: "the second Tuesday of each month", "the last Friday of March".

Where such a day is a bank holiday, the meeting is on the same weekday a week later, because diaries keep
weekdays free; where that would be in another month, or a bank holiday as well, a week earlier; else on the
next working day.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from answerable.core.calendar.holidays import DAY, WEEK, bank_holiday
from answerable.core.calendar.working_days import is_working_day, working_days_after

STEPS = {"monthly": 1, "two-monthly": 2, "quarterly": 3, "half-yearly": 6, "yearly": 12}
"""Months from one meeting to the next, by rhythm."""

LAST_WEEK = 5  # names the last of its kind in the month: there is not always a fifth
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Rhythm:
    """``every`` is a key of STEPS, ``week`` 1 to 4 or LAST_WEEK, ``weekday`` 0 for Monday to 4 for Friday.

    ``month`` (1 to 12) is one of the months in which it meets: the others are counted from it.
    """

    every: str
    week: int
    weekday: int
    month: int = 1


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a rhythm; ``instead_of`` is the bank holiday that it makes way for, with its name."""

    date: dt.date
    instead_of: dt.date | None = None
    holiday: str = ""


def days_of(rhythm: Rhythm, first: dt.date, last: dt.date) -> list[Day]:
    """Every day of the rhythm from ``first`` to ``last``, in order. Empty where it has no step."""
    step = STEPS.get(rhythm.every)
    if step is None:
        return []
    found = []
    for number in range(first.year * MONTHS + first.month - 1, last.year * MONTHS + last.month):
        year, month = divmod(number, MONTHS)
        if (month + 1 - rhythm.month) % step == 0:
            found.append(_kept(day_of_month(year, month + 1, rhythm.week, rhythm.weekday)))
    return [day for day in found if first <= day.date <= last]


def day_of_month(year: int, month: int, week: int, weekday: int) -> dt.date:
    """The second Tuesday of a month is its ``week`` 2 and ``weekday`` 1; LAST_WEEK is the last one."""
    start = dt.date(year, month, 1)
    first = start + ((weekday - start.weekday()) % 7) * DAY
    day = first + (min(week, LAST_WEEK) - 1) * WEEK
    return day if day.month == month else day - WEEK


def _kept(day: dt.date) -> Day:
    name = bank_holiday(day)
    if not name:
        return Day(day)
    for other in (day + WEEK, day - WEEK):
        if other.month == day.month and is_working_day(other):
            return Day(other, day, name)
    return Day(working_days_after(day, 1), day, name)
