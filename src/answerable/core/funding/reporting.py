"""When something has to be heard of what money came to, and how much of it was paid by then."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

OTHERWISE = 12  # months in which something has to be heard where no rhythm was agreed
MOST_DATES = 600  # that are looked at: fifty years, month by month
MONTHS = 12


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months on; the last of the month where it has no such day."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def due_dates(start: dt.date, end: dt.date | None, every: int | None, until: dt.date) -> list[dt.date]:
    """The days up to ``until`` by which a report is due: every so many months, and the day that it ends.

    Where no rhythm was agreed there is one: a year from the beginning.
    """
    if not every:
        first = months_after(start, OTHERWISE)
        return [first] if first <= until else []
    last = min(until, end) if end else until
    found: list[dt.date] = []
    for count in range(1, MOST_DATES + 1):
        day = months_after(start, every * count)
        if day > last:
            break
        found.append(day)
    if end and end <= until and end not in found and end > start:
        found.append(end)
    return found


def missed(dates: Iterable[dt.date], reports: Iterable[dt.date], start: dt.date) -> list[dt.date]:
    """The dates for which nothing was reported.

    A report is for every date up to it that had none; where all had one, for the next, once the one before
    that is over. So a late report counts, and two in one period do not make up for the one after.
    """
    left, before = sorted(dates), start
    for report in sorted(reports):
        past = [day for day in left if day <= report]
        if past:
            before = past[-1]
            left = left[len(past) :]
        elif left and before <= report:
            before = left.pop(0)
    return left


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing was reported by ``since``, which was ``days`` ago; ``reports`` were made at all."""

    since: dt.date
    days: int
    reports: int


def silence(
    start: dt.date,
    end: dt.date | None,
    every: int | None,
    reports: Iterable[dt.date],
    today: dt.date,
) -> Silence | None:
    """Since when a report is overdue; None where none is. On the day itself it still is not."""
    made = list(reports)
    found = missed(due_dates(start, end, every, today - dt.timedelta(days=1)), made, start)
    return Silence(found[0], (today - found[0]).days, len(made)) if found else None


def next_due(
    start: dt.date, end: dt.date | None, every: int | None, reports: Iterable[dt.date], today: dt.date
) -> dt.date | None:
    """The next day from today on by which a report is due and was not made yet; None where there is none."""
    step = every or OTHERWISE
    dates = due_dates(start, end, every, max(months_after(today, step * 2), months_after(start, step * 2)))
    return next((day for day in missed(dates, reports, start) if day >= today), None)


def paid_by(pence: int, start: dt.date, end: dt.date | None, day: dt.date) -> int | None:
    """Pence that were paid by the end of a day, if it was paid evenly day by day: nobody asks the bank.

    Nothing before the start, all of it from the end on; None where no end was set and it cannot be told.
    """
    if day < start:
        return 0
    if end is None:
        return None
    whole = (end - start).days + 1
    return pence * min((day - start).days + 1, whole) // whole


@dataclass(frozen=True, slots=True)
class Filling:
    """How long a post was empty: ``days`` from that on which it was wanted to its filling, or to today."""

    filled: bool
    days: int


def filling(wanted: dt.date | None, filled: dt.date | None, today: dt.date) -> Filling | None:
    """Whether a post is filled by today; None where nobody said from when it is wanted, or it is not yet."""
    if wanted is None or wanted > today:
        return None
    until = filled if filled is not None and filled <= today else None
    return Filling(until is not None, ((until or today) - wanted).days)
