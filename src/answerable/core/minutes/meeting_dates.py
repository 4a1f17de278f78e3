"""The day of a meeting: of the dates that its front, its title and the file's name give, which one it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from answerable.core.minutes.dates import (
    MONTH_NAMES,
    WEEKDAY_NAMES,
    PrintedDate,
    find_dates,
    find_name_dates,
    long_date,
)


class Settled(NamedTuple):
    """The day, None where none is given; what is odd about it as code and message."""

    day: date | None
    notices: tuple[tuple[str, str], ...]


def settle_date(printed: Sequence[PrintedDate], title: str | None, name: str) -> Settled:
    """The meeting's day from the dates in its front, in its title and in the file's name, in that order.

    A date without a year takes the title's, then the file name's, then the one near these where the weekday
    fits.
    """
    of_title = find_dates(title or "")
    of_name = find_name_dates(name)
    for source in (printed, of_title, of_name):
        chosen = next((one for one in source if one.day is not None), None)
        if chosen is None:
            continue
        years = [one.year for one in (*of_title, *of_name, *printed) if one.year is not None]
        day, notices = _with_year(chosen, [*years, *_years_in(title or ""), *_years_in(name)])
        if day is not None:
            from_name = source is of_name
            extra = _from_name(day) if from_name else _against_title(day, of_title)
            return Settled(day, (*notices, *_against_weekday(day, chosen), *extra))
    return Settled(None, (("no-date", "The minutes do not say on which day the meeting was."),))


def _years_in(text: str) -> list[int]:
    return [int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)]


def _with_year(chosen: PrintedDate, given: Sequence[int]) -> tuple[date | None, list[tuple[str, str]]]:
    if chosen.year is not None:
        return chosen.on(), []
    years = list(dict.fromkeys(given))
    fitting = [day for year in years if (day := chosen.on(year)) and chosen.weekday in (None, day.weekday())]
    near = [
        day
        for year in years
        for shift in (1, -1)
        if (day := chosen.on(year + shift)) and chosen.weekday == day.weekday()
    ]
    day = next(iter([*fitting, *near]), None) or next(
        (day for year in years if (day := chosen.on(year))), None
    )
    if day is None:
        return None, []
    return day, [
        ("year-inferred", f"The date has no year; {day.year} is taken from the title or the file's name.")
    ]


def _against_weekday(day: date, chosen: PrintedDate) -> list[tuple[str, str]]:
    if chosen.weekday in (None, day.weekday()):
        return []
    printed, true = WEEKDAY_NAMES[chosen.weekday or 0], WEEKDAY_NAMES[day.weekday()]
    return [("weekday-disagrees-with-date", f"The minutes say {printed}, but {long_date(day)} is a {true}.")]


def _against_title(day: date, of_title: Sequence[PrintedDate]) -> list[tuple[str, str]]:
    for one in of_title:
        other = one.year is not None and one.year != day.year
        if other or one.month != day.month or one.day not in (None, day.day):
            said = " ".join(str(part) for part in (one.day, MONTH_NAMES[one.month - 1], one.year) if part)
            return [("date-disagrees-with-title", f"The title says {said}, the date is {long_date(day)}.")]
    return []


def _from_name(day: date) -> list[tuple[str, str]]:
    return [("date-from-file-name", f"The minutes print no date; {long_date(day)} is in the file's name.")]
