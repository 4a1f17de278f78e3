"""Counting working days: Monday to Friday, but for the bank holidays of England and Wales."""

from __future__ import annotations

import datetime as dt

from answerable.core.calendar.holidays import DAY, SATURDAY, bank_holiday


def is_working_day(day: dt.date) -> bool:
    """Is it a day from Monday to Friday, and no bank holiday?"""
    return day.weekday() < SATURDAY and not bank_holiday(day)


def working_days_before(day: dt.date, count: int) -> dt.date:
    """The working day that is ``count`` of them before a day, which itself may be any day.

    None before it (0) is the day itself, or where nobody works then, the last working day before it.
    """
    return _counted(day, count, -DAY)


def working_days_after(day: dt.date, count: int) -> dt.date:
    """The working day that is ``count`` of them after a day; 0 is the day itself, or the next working day."""
    return _counted(day, count, DAY)


def shifted(day: dt.date, count: int) -> dt.date:
    """That many working days after a day, or where ``count`` is negative before it."""
    return working_days_after(day, count) if count > 0 else working_days_before(day, -count)


def distance(day: dt.date, to: dt.date) -> int:
    """How many working days ``to`` is after a day (negative: before it): ``shifted`` leads there again.

    ``to`` is counted where it is a working day, the day itself is not.
    """
    step = DAY if to >= day else -DAY
    count = 0
    while day != to:
        day += step
        count += is_working_day(day)
    return count if step == DAY else -count


def _counted(day: dt.date, count: int, step: dt.timedelta) -> dt.date:
    if count < 0:
        raise ValueError("Count working days from 0 up.")
    while count or not is_working_day(day):
        day += step
        if count and is_working_day(day):
            count -= 1
    return day
