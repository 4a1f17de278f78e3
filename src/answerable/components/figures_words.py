"""Values and periods as a chart and its table write them: "83.4%", "1,204", "May 2022", "2025/26"."""

from __future__ import annotations

import datetime as dt

from answerable.core.measures.facts import Line, LineKind
from answerable.core.measures.picture import Picture
from answerable.core.measures.telling import APRIL, MONTHS_OF_A_YEAR, span_in_words, whole_months
from answerable.core.measures.verdict import Point, Shape

PER_CENT = ("%", "per cent", "percent", "percentage")
POUND = "£"

STATES: dict[Shape, str] = {
    "ordinary": "ordinary variation",
    "better": "better, a real change",
    "worse": "worse, a real change",
    "high": "high, a real change",
    "low": "low, a real change",
    "missing": "no value",
}
"""What a point's shape means, as the table says it."""

LABELS: dict[Shape, str] = {"better": "better", "worse": "worse", "high": "high", "low": "low"}
"""What is written at a run of such points."""


def is_share(unit: str) -> bool:
    """Is the unit per cent?"""
    return unit.strip().lower() in PER_CENT


def value(number: float, unit: str, decimals: int) -> str:
    """83.4%, 1,204, £62,000, −3: a real minus sign, and no "-0". Other units stand over the scale."""
    written = f"{abs(number):,.{decimals}f}"
    is_nothing = not written.strip("0.,")
    sign = "−" if number < 0 and not is_nothing else ""
    money = POUND if unit.startswith(POUND) else ""
    return f"{sign}{money}{written}{'%' if is_share(unit) else ''}"


def range_value(picture: Picture, number: float) -> str:
    """A mean or the end of a range: 0.4 where values are whole and the range is of few steps."""
    decimals = picture.decimals if picture.range_decimals is None else picture.range_decimals
    return value(number, picture.unit, decimals)


def set_line(line: Line, unit: str) -> str:
    """Target 85%; limit 30 (set): the ordinary range has limits too, which nobody set."""
    told = value(line.value, unit, _needed(line.value))
    return f"{line.kind} {told}{' (set)' if line.kind == LineKind.LIMIT else ''}"


def _needed(number: float) -> int:
    return next((places for places in range(3) if round(number, places) == number), 3)


def short_period(start: dt.date, last: dt.date) -> str:
    """May 2022, 10 May 2026: for a label in a chart, where a week is told by its last day."""
    months = whole_months(start, last)
    if months == 1:
        return f"{start:%b %Y}"
    if months == MONTHS_OF_A_YEAR and start.month == APRIL:
        return span_in_words(start, last)
    if months and start.year == last.year:
        return f"{start:%b} to {last:%b %Y}"
    return f"{start:%b %Y} to {last:%b %Y}" if months else f"{last.day} {last:%b %Y}"


def state(point: Point) -> str:
    """What a point is, in words: "worse, a real change; provisional"."""
    shape: Shape = "missing" if point.value is None else point.shape
    said = STATES[shape]
    return f"{said}; provisional" if point.provisional and point.value is not None else said
