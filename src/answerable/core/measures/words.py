"""Figures, lines and periods as tables and forms have them; sentences have theirs in ``telling``."""

from __future__ import annotations

import datetime as dt

from answerable.core.measures.facts import Frequency, LineKind
from answerable.core.measures.telling import in_unit, period_in_words

LONGEST_FRACTION = 6  # decimals of a value that somebody typed: nobody sets a target finer
SET = {
    LineKind.TARGET: "target of {}",
    LineKind.LIMIT: "limit of {} (set)",
    LineKind.BASELINE: "baseline of {}",
    LineKind.ASPIRATION: "aspiration of {}",
}
"""What a line is called. A limit that somebody set says so: the range that is ordinary is another thing."""


def as_number(value: float) -> str:
    """A number as it was typed: 85, 0.5, 12000; never 8.5e+01."""
    text = f"{value:.{LONGEST_FRACTION}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def figure(value: float | None, unit: str = "", decimals: int = 0, missing: str = "–") -> str:
    """A value in its unit; ``missing`` where there is none."""
    return missing if value is None else in_unit(value, unit, decimals)


def exact(value: float, unit: str = "", decimals: int = 0) -> str:
    """What somebody set, with no less of it than they typed: 85%, 62.5%."""
    typed = len(as_number(value).partition(".")[2])
    return in_unit(value, unit, max(typed, decimals) if typed else 0)


def line_words(kind: LineKind, value: float, unit: str = "", decimals: int = 0) -> str:
    """ "target of 85%", "limit of 30 (set)" """
    return SET[kind].format(exact(value, unit, decimals))


def short_period(start: dt.date, last: dt.date, frequency: Frequency) -> str:
    """For a table: Mar 2018, w/e 11 Mar 2018, Jan to Mar 2018, year to Mar 2018, 2018/19."""
    if frequency is Frequency.WEEK:
        return f"w/e {last.day} {last:%b %Y}"
    if frequency is Frequency.ROLLING:
        return f"year to {last:%b %Y}"
    if frequency is Frequency.YEAR:
        return period_in_words(start, last, frequency)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start:%b %Y}"
    return f"{start:%b} to {last:%b %Y}" if start.year == last.year else f"{start:%b %Y} to {last:%b %Y}"
