"""The ways in which offices write a week, a month, a quarter, a financial year and twelve months."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from answerable.core.measures.facts import Frequency
from answerable.core.measures.loading.faults import Wrong, quoted
from answerable.core.measures.telling import APRIL, WEEK
from answerable.core.minutes.dates import MONTH, day_of, month_end, month_number, quarter_end, year_number

MARCH = 3
QUARTER_MONTHS, YEAR_MONTHS = 3, 12
CENTURY = 100


class Reading(NamedTuple):
    """What a text can mean: its first and last day, and which kind of period it is."""

    start: dt.date
    last: dt.date
    kind: Frequency


_YEAR4 = r"(?:19|20)\d\d"
_YEAR = rf"['’]?(?:{_YEAR4}|\d\d)"
_SPAN = rf"(?P<first>{_YEAR4}|\d\d)\s*[/-]\s*(?P<second>{_YEAR4}|\d\d)"
_DAY = (
    rf"(?:{_YEAR4}-\d\d?-\d\d?(?:[T ][\d:.Z+]*)?|\d\d?[/.-]\d\d?[/.-](?:{_YEAR4}|\d\d)"
    rf"|(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
    rf"\d\d?(?:st|nd|rd|th)?[ -]{MONTH}\.?[ -]{_YEAR})"
)
_MONTH_YEAR = rf"(?:{MONTH})\.?(?:[ ,/_-]+|(?=['’\d])){_YEAR}"
_TO = r"\s*(?:-|to|until|till)\s*"
_TWELVE = (
    r"(?:(?:rolling |last )?(?:12|twelve)(?:[ -]?m(?:on)?ths?| ?m)(?: rolling)?|rolling(?: year)?|year|yr)"
)


def day_in(text: str) -> dt.date | None:
    """The day that a text is; None where it is none. Raises Wrong for 31 June and for 05/13/2024."""
    if not re.fullmatch(_DAY, text, re.IGNORECASE):
        return None
    if re.match(rf"{_YEAR4}-", text):
        year, month, day = (int(one) for one in re.split(r"[T ]", text)[0].split("-"))
    elif worded := re.search(rf"(\d\d?)(?:st|nd|rd|th)?[ -]({MONTH})\.?[ -]({_YEAR})", text, re.IGNORECASE):
        day, month, year = int(worded[1]), month_number(worded[2]) or 0, year_number(worded[3]) or 0
    else:
        parts = re.split(r"[/.-]", text)
        day, month, year = int(parts[0]), int(parts[1]), year_number(parts[2]) or 0
    found = day_of(year, month, day)
    if found is None:
        raise Wrong(f"{quoted(text)} is no day. Write the day first, then the month, such as 31/03/2024.")
    return found


def month_of(text: str) -> tuple[int, int] | None:
    """Year and month of "May 2024", "2024-05", "05/2024", "202405"; None of anything else."""
    if found := re.fullmatch(rf"({MONTH})\.?[ ,/_-]*({_YEAR})", text, re.IGNORECASE):
        return year_number(found[2]) or 0, month_number(found[1]) or 0
    if found := re.fullmatch(rf"({_YEAR4})\s*[ ,/_-]?\s*({MONTH})\.?", text, re.IGNORECASE):
        return int(found[1]), month_number(found[2]) or 0
    if found := re.fullmatch(rf"({_YEAR4})\s*[-/._]?\s*(0[1-9]|1[0-2])", text):
        return int(found[1]), int(found[2])
    if found := re.fullmatch(rf"(0?[1-9]|1[0-2])\s*[-/.]\s*({_YEAR4})", text):
        return int(found[2]), int(found[1])
    return None


def span_year(first: str, second: str) -> int | None:
    """The year in which 2024/25, 24/25 and 2024/2025 begin; None where the second is not the next."""
    year, after = year_number(first) or 0, int(second)
    follows = (year + 1) % CENTURY == after if len(second) == 2 else year + 1 == after
    return year if follows else None


def whole_month(year: int, month: int) -> Reading:
    return Reading(dt.date(year, month, 1), month_end(year, month), Frequency.MONTH)


def quarter(year: int, number: int) -> Reading:
    """Quarter 1 to 4 of the financial year that begins in ``year``."""
    last = quarter_end(year, number)
    return Reading(dt.date(last.year, last.month - QUARTER_MONTHS + 1, 1), last, Frequency.QUARTER)


def financial(year: int) -> Reading:
    return Reading(dt.date(year, APRIL, 1), dt.date(year + 1, MARCH, 31), Frequency.YEAR)


def twelve_to(year: int, month: int) -> Reading:
    """The twelve months that end with that one."""
    start = dt.date(year - 1, month + 1, 1) if month < YEAR_MONTHS else dt.date(year, 1, 1)
    return Reading(start, month_end(year, month), Frequency.ROLLING)


def between(start: dt.date, last: dt.date) -> Reading | None:
    """A period from its two ends: seven days, or whole months; None of any other length."""
    if last - start == WEEK:
        return Reading(start, last, Frequency.WEEK)
    months = (last.year - start.year) * YEAR_MONTHS + last.month - start.month + 1
    if start.day != 1 or last != month_end(last.year, last.month):
        return None
    if months == 1:
        return whole_month(start.year, start.month)
    if months == QUARTER_MONTHS and start.month % QUARTER_MONTHS == 1:
        return Reading(start, last, Frequency.QUARTER)
    if months == YEAR_MONTHS:
        return financial(start.year) if start.month == APRIL else twelve_to(last.year, last.month)
    return None


def _week_ending(found: re.Match[str]) -> Reading | None:
    day = day_in(found["day"])
    return Reading(day - WEEK, day, Frequency.WEEK) if day else None


def _week_beginning(found: re.Match[str]) -> Reading | None:
    day = day_in(found["day"])
    return Reading(day, day + WEEK, Frequency.WEEK) if day else None


def _week_number(found: re.Match[str]) -> Reading | None:
    """The ISO 8601 week of that number: it begins on a Monday."""
    year, number = int(found["year"]), int(found["number"])
    try:
        start = dt.date.fromisocalendar(year, number, 1)
    except ValueError:
        raise Wrong(
            f"{quoted(found[0])} is a week that {year} has not. Write the Monday it begins with, such as"
            " w/c 6 May 2024."
        ) from None
    return Reading(start, start + WEEK, Frequency.WEEK)


def _financial_week(found: re.Match[str]) -> Reading | None:
    raise Wrong(
        f"{quoted(found[0])} counts weeks in a way of its own. Write the Monday that the week begins with,"
        " such as w/c 6 May 2024."
    )


def _days(found: re.Match[str]) -> Reading | None:
    start, last = day_in(found["start"]), day_in(found["last"])
    return between(start, last) if start and last else None


def _months(found: re.Match[str]) -> Reading | None:
    last = month_of(found["last"])
    if last is None:
        return None
    start = month_of(found["start"])
    if start is None:  # "Apr to Jun 2024", "Nov to Jan 2025": the nearest such month before
        month = month_number(found["start"]) or 0
        start = (last[0] - (month > last[1]), month)
    return between(dt.date(*start, 1), month_end(*last))


def _twelve(found: re.Match[str]) -> Reading | None:
    """Twelve months to the end of a month; a day has to be the last of one."""
    if month := month_of(found["last"]):
        return twelve_to(*month)
    day = day_in(found["last"])
    if day and day != month_end(day.year, day.month):
        raise Wrong(
            f"{quoted(found[0])} does not end with a month. Write the month, such as 12 months to March 2024."
        )
    return twelve_to(day.year, day.month) if day else None


def _quarter(found: re.Match[str]) -> Reading | None:
    year = span_year(found["first"], found["second"])
    return quarter(year, int(found["quarter"])) if year is not None else None


def _bare_quarter(found: re.Match[str]) -> Reading | None:
    year = int(found["year"])
    raise Wrong(
        f"{quoted(found[0])} could be a quarter of the calendar year or of the financial year. Write"
        f" Q{found['quarter']} {year}/{(year + 1) % CENTURY:02}, or the months, such as Apr to Jun {year}."
    )


def _span(found: re.Match[str]) -> Reading | None:
    year = span_year(found["first"], found["second"])
    return financial(year) if year is not None else None


def _bare_year(found: re.Match[str]) -> Reading | None:
    year = year_number(found["year"]) or 0
    raise Wrong(
        f"{quoted(found[0])} could be a calendar year or a financial year. Write"
        f" {year}/{(year + 1) % CENTURY:02} for the one that begins in April {year}."
    )


def _doubtful_month(found: re.Match[str]) -> Reading | None:
    raise Wrong(
        f"{quoted(found[0])} could be a day of this year or a month. Write the month with its whole year,"
        " such as May 2024."
    )


def _no_year(found: re.Match[str]) -> Reading | None:
    raise Wrong(f"{quoted(found[0])} has no year. Write it with its year, such as May 2024.")


_Q = r"(?:q|qtr\.?|quarter)\s*(?P<quarter>[1-4])"
_WEEK = r"(?:w(?:ee)?k\.?(?: ?no\.?| number)?|w)\s*-?(?P<number>\d\d?)"
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Reading | None]], ...] = (
    (rf"(?:w/?e|w/ending|w(?:ee)?k[ -]end(?:ing|ed)?)[ :.]*(?P<day>{_DAY})", _week_ending),
    (
        rf"(?:w/?[cb]|w(?:ee)?k[ -](?:commencing|beginning|starting|of))[ :.]*(?P<day>{_DAY})",
        _week_beginning,
    ),
    (rf"(?P<start>{_DAY}){_TO}(?P<last>{_DAY})", _days),
    (rf"(?P<start>{_MONTH_YEAR}|{MONTH}){_TO}(?P<last>{_MONTH_YEAR})", _months),
    (
        rf"{_TWELVE}[ ,:]*(?:to|ending|ended|up to|to end(?: of)?|-)?(?: end(?: of)?)?[ ,]*"
        rf"(?P<last>{_MONTH_YEAR}|{_DAY}|{_YEAR4}-\d\d)",
        _twelve,
    ),
    (rf"{_Q}[ ,:/-]*(?:fy ?)?{_SPAN}", _quarter),
    (rf"(?:fy ?)?{_SPAN}[ ,:-]*{_Q}", _quarter),
    (rf"{_Q}[ ,:/-]*(?P<year>{_YEAR4})", _bare_quarter),
    (rf"(?P<year>{_YEAR4})[ ,:/-]*{_Q}", _bare_quarter),
    (rf"{_WEEK}[ ,:/-]+{_SPAN}", _financial_week),
    (rf"{_WEEK}[ ,:/-]+(?P<year>{_YEAR4})", _week_number),
    (rf"(?P<year>{_YEAR4})[ ,:/-]*{_WEEK}", _week_number),
    (rf"(?:fy|financial year)?[ :]*{_SPAN}", _span),
    (rf"(?:fy ?|year )?(?P<year>{_YEAR4})", _bare_year),
    (r"fy ?(?P<year>\d\d)", _bare_year),
    (rf"\d\d?[ /.-](?:{MONTH}|\d\d?)", _doubtful_month),
    (rf"(?:{MONTH})\.?|{_Q}|{_WEEK}", _no_year),
)
_KNOWN = [(re.compile(pattern, re.IGNORECASE), read) for pattern, read in _FORMS]


def readings(text: str) -> Iterator[Reading]:
    """What a text that is no day can mean, the month first. Raises Wrong where it can mean too much."""
    if month := month_of(text):
        yield whole_month(*month)
    for pattern, read in _KNOWN:
        if (found := pattern.fullmatch(text)) and (reading := read(found)):
            yield reading
