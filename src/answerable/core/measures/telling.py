"""Values, periods and names as a sentence has them."""

from __future__ import annotations

import datetime as dt
import re

from answerable.core.measures.facts import Frequency
from answerable.core.minutes.dates import long_date, month_end

PERCENT = "%"
MONTHS_OF_A_YEAR, APRIL = 12, 4
WEEK = dt.timedelta(days=6)  # from its first day to its last
_KEEPS_CAPITAL = re.compile(r"^(?:\W|\d|[A-Z]{2}|[A-Z]\d|[A-Z]$)")
"""Beginnings of names that stay as they are inside a sentence: "101 calls", "PCSOs"."""


def in_unit(value: float, unit: str, decimals: int = 0) -> str:
    """A value as it is read: "13.1%", "1,204 calls", "£3.50"."""
    number = f"{value:,.{decimals}f}"
    if number.startswith("-"):
        number = f"−{number[1:]}"
    if unit.startswith("£"):
        return f"£{number}{unit[1:]}"
    return f"{number}{unit}" if unit in ("", PERCENT) else f"{number} {unit}"


def apart(difference: float, unit: str, decimals: int = 0) -> str:
    """How far two values are apart: per cent differ by points."""
    size = abs(difference)
    if unit != PERCENT:
        return in_unit(size, unit, decimals)
    number = f"{size:,.{decimals}f}"
    return f"{number} {'point' if round(size, decimals) == 1 else 'points'}"


def period_in_words(start: dt.date, last: dt.date, frequency: Frequency) -> str:
    """ "May 2022", "the week to 8 May 2022", "April to June 2022", "2021/22", "the 12 months to May 2022"."""
    if frequency is Frequency.WEEK:
        return f"the week to {last.day} {last:%B %Y}"
    if frequency is Frequency.QUARTER:
        begins = f"{start:%B}" if start.year == last.year else f"{start:%B %Y}"
        return f"{begins} to {last:%B %Y}"
    if frequency is Frequency.YEAR:
        return f"{start.year}/{last.year % 100:02}" if start.year != last.year else f"{start.year}"
    if frequency is Frequency.ROLLING:
        return f"the 12 months to {last:%B %Y}"
    return f"{last:%B %Y}"


def span_in_words(start: dt.date, last: dt.date) -> str:
    """Days that are known without what they are a period of.

    "May 2024", "April to June 2024", "2024/25", "12 months to March 2024", "week to 12 May 2024"
    """
    months = whole_months(start, last)
    if months == 1:
        return f"{start:%B %Y}"
    if months == MONTHS_OF_A_YEAR and start.month == APRIL:
        return f"{start.year}/{last.year % 100:02}"
    if months == MONTHS_OF_A_YEAR:
        return f"12 months to {last:%B %Y}"
    if months:
        begins = f"{start:%B}" if start.year == last.year else f"{start:%B %Y}"
        return f"{begins} to {last:%B %Y}"
    if last - start == WEEK:
        return f"week to {long_date(last)}"
    return long_date(start) if start == last else f"{long_date(start)} to {long_date(last)}"


def whole_months(start: dt.date, last: dt.date) -> int:
    """How many months from a first to a last day of months; 0 for any other."""
    if start.day != 1 or last != month_end(last.year, last.month):
        return 0
    return (last.year - start.year) * MONTHS_OF_A_YEAR + last.month - start.month + 1


def inside(name: str) -> str:
    """A measure's name inside a sentence: "unresourced incidents", "101 calls answered", "PCSO posts"."""
    return name if _KEEPS_CAPITAL.match(name) else name[:1].lower() + name[1:]
