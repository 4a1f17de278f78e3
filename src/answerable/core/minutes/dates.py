"""Dates as British minutes print them, and the calendar arithmetic that words of time need.

A printed date may lack its year or its day ("Tuesday 24 April", "June 2024"): what is printed is kept, and
who asks says how the rest is found.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
"""A month's name or usual short form; the long forms first, so that they win."""

WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?)"
ORDINAL = r"(?:\s?(?:st|nd|rd|th)\b)"
YEAR = r"(?:19|20)\d\d"

CENTURY = 2000
"""What a year of two digits is counted from: no minutes of this kind are older."""

LAST_ASKED = 4
"""Texts whose dates are remembered: one line is asked several times in a row what it is."""

_DAY_FIRST = re.compile(
    rf"(?:\b(?P<weekday>{WEEKDAY})\b\.?,?\s+(?:the\s+)?)?\b(?P<day>\d{{1,2}}){ORDINAL}?\s?(?:of\s+)?"
    rf"(?P<month>{MONTH})\b\.?(?:,?\s?(?P<year>{YEAR}|['’]\d\d)\b)?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?:\b(?P<weekday>{WEEKDAY})\b\.?,?\s+)?\b(?P<month>{MONTH})\s+(?P<day>\d{{1,2}}){ORDINAL}?,?\s+"
    rf"(?P<year>{YEAR})\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    rf"(?:\b(?P<weekday>{WEEKDAY})\b\.?,?\s+)?(?<![\d/.-])(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})"
    rf"(?P=mark)(?P<year>{YEAR}|\d\d)(?![\d/]|[.-]\d)",
    re.IGNORECASE,
)
_ISO = re.compile(
    rf"(?<!\d)(?P<year>{YEAR})[-_.](?P<month>0[1-9]|1[0-2])[-_.](?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)(?P<year>20[0-4]\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)")
_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH})\b\.?,?[\s_-]*(?P<year>{YEAR}|['’]\d\d)(?!\d)", re.IGNORECASE)
_NUMBER_MONTH_YEAR = re.compile(rf"(?<!\d)(?P<year>{YEAR})[-_](?P<month>0[1-9]|1[0-2])(?![\d-])")
_DIGIT = re.compile(r"[0-9]")
_FIGURES = re.compile(r"[0-9][-_./][0-9]")
_MONTH_AT = {name[:3].casefold(): at for at, name in enumerate(MONTH_NAMES, 1)}
_WEEKDAY_AT = {name[:3].casefold(): at for at, name in enumerate(WEEKDAY_NAMES)}


class PrintedDate(NamedTuple):
    """A date as printed at ``text[start:end]``; what is not printed is None. Monday is 0."""

    start: int
    end: int
    day: int | None
    month: int
    year: int | None
    weekday: int | None = None

    def on(self, year: int | None = None) -> date | None:
        """The day it names, with ``year`` where none is printed; None where there is no such day."""
        chosen = self.year or year
        return None if chosen is None or self.day is None else day_of(chosen, self.month, self.day)


def find_dates(text: str) -> list[PrintedDate]:
    """Every date with a day, and every month with a year, in the order printed."""
    return list(_dates_in(text))


@lru_cache(maxsize=LAST_ASKED)
def _dates_in(text: str) -> tuple[PrintedDate, ...]:
    found: list[PrintedDate] = []
    taken = 0
    for printed in sorted(_all_dates(text), key=lambda one: (one.start, -one.end)):
        if printed.start >= taken:
            found.append(printed)
            taken = printed.end
    return tuple(found)


def find_name_dates(name: str) -> list[PrintedDate]:
    """The dates in a file's name or an address: also 20140513, 2018-03 and 3-august-2011."""
    spaced = re.sub(r"[_+-](?=[A-Za-z])|(?<=[A-Za-z])[_+-]", " ", name)
    plain = find_dates(spaced)
    return plain or list(_read(_COMPACT, spaced)) or list(_read(_NUMBER_MONTH_YEAR, spaced))


def _all_dates(text: str) -> Iterator[PrintedDate]:
    """Only what the text can have is searched for: every date has a figure, most of them a month's name."""
    if _DIGIT.search(text) is None:
        return
    if any(map(text.casefold().__contains__, _MONTH_AT)):
        for pattern in (_DAY_FIRST, _MONTH_FIRST, _MONTH_YEAR):
            yield from _read(pattern, text)
    if _FIGURES.search(text):
        for pattern in (_NUMERIC, _ISO):
            yield from _read(pattern, text)


def _read(pattern: re.Pattern[str], text: str) -> Iterator[PrintedDate]:
    for match in pattern.finditer(text):
        parts = match.groupdict()
        month = month_number(parts["month"])
        day = int(parts["day"]) if parts.get("day") else None
        if month is None or (day is not None and not 1 <= day <= monthrange(2000, month)[1]):
            continue
        weekday = weekday_number(parts.get("weekday") or "")
        yield PrintedDate(match.start(), match.end(), day, month, year_number(parts["year"]), weekday)


def month_number(word: str) -> int | None:
    """1 for "January", "jan", "01"; None for what is no month."""
    if word.isdigit():
        return int(word) if 1 <= int(word) <= len(MONTH_NAMES) else None
    return _MONTH_AT.get(word[:3].casefold())


def weekday_number(word: str) -> int | None:
    """0 for "Monday" or "mon"; None for what is no day of the week."""
    return _WEEKDAY_AT.get(word[:3].casefold())


def year_number(printed: str | None) -> int | None:
    """2024 for "2024", "24" and "'24"."""
    if not printed:
        return None
    digits = printed.lstrip("'’")
    return int(digits) + (CENTURY if len(digits) == 2 else 0)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def next_month_end(month: int, after: date) -> date:
    """The last day of the first such month that ends on or after that day."""
    this_year = month_end(after.year, month)
    return this_year if this_year >= after else month_end(after.year + 1, month)


def next_day_of(month: int, day: int, after: date) -> date | None:
    """The first such day on or after that day; 29 February waits for its year. None for 31 June."""
    years = range(after.year, after.year + 9)  # a leap year comes within eight years, 1900 and 2100 included
    days = (day_of(year, month, day) for year in years)
    return next((found for found in days if found is not None and found >= after), None)


def next_weekday(weekday: int, after: date) -> date:
    """The first such day of the week after that day."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def financial_year(day: date) -> int:
    """The year in which the UK financial year (1 April to 31 March) of that day begins."""
    return day.year if day.month >= 4 else day.year - 1


def quarter_end(year: int, quarter: int) -> date:
    """The last day of a quarter (1 to 4) of the financial year that begins in ``year``."""
    return month_end(year + 1, 3) if quarter == 4 else month_end(year, 3 + 3 * quarter)


def quarter_of(day: date) -> tuple[int, int]:
    """The financial year and quarter that a day lies in."""
    return financial_year(day), (day.month - 4) % 12 // 3 + 1


def long_date(day: date) -> str:
    """ "27 March 2018", as pages and messages print it."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
