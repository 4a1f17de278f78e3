"""Values and periods as a chart and its table write them: "83.4%", "1,204", "May 2022", "2025/26"."""

from __future__ import annotations

import datetime as dt

from answerable.core.measures.facts import Line, LineKind
from answerable.core.measures.verdict import Point, Shape

DAYS_OF_A_WEEK, MONTHS_OF_A_QUARTER, MONTHS_OF_A_YEAR = 7, 3, 12
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


def set_line(line: Line, unit: str) -> str:
    """Target 85%; limit 30 (set): the ordinary range has limits too, which nobody set."""
    told = value(line.value, unit, _needed(line.value))
    return f"{line.kind} {told}{' (set)' if line.kind == LineKind.LIMIT else ''}"


def _needed(number: float) -> int:
    return next((places for places in range(3) if round(number, places) == number), 3)


def period(start: dt.date, last: dt.date) -> str:
    """May 2022, April to June 2022, 2025/26, week to 10 May 2026; any other by its first and last day."""
    days = (last - start).days + 1
    months = _whole_months(start, last)
    if months == 1:
        return f"{start:%B %Y}"
    if months == MONTHS_OF_A_YEAR and start.month == 4:
        return f"{start.year}/{last.year % 100:02}"
    if months:
        begins = f"{start:%B}" if start.year == last.year else f"{start:%B %Y}"
        return f"{begins} to {last:%B %Y}"
    if days == DAYS_OF_A_WEEK:
        return f"week to {day(last)}"
    return day(start) if days == 1 else f"{day(start)} to {day(last)}"


def short_period(start: dt.date, last: dt.date) -> str:
    """May 2022, 10 May 2026: for a label in a chart, where a week is told by its last day."""
    months = _whole_months(start, last)
    if months == 1:
        return f"{start:%b %Y}"
    if months == MONTHS_OF_A_YEAR and start.month == 4:
        return period(start, last)
    if months and start.year == last.year:
        return f"{start:%b} to {last:%b %Y}"
    return f"{start:%b %Y} to {last:%b %Y}" if months else f"{last.day} {last:%b %Y}"


def _whole_months(start: dt.date, last: dt.date) -> int:
    """How many months from a first to a last day of months; 0 for any other."""
    if start.day != 1 or (last + dt.timedelta(1)).day != 1:
        return 0
    return (last.year - start.year) * MONTHS_OF_A_YEAR + last.month - start.month + 1


def day(value: dt.date) -> str:
    """27 March 2018"""
    return f"{value.day} {value:%B %Y}"


def state(point: Point) -> str:
    """What a point is, in words: "worse, a real change; provisional"."""
    shape: Shape = "missing" if point.value is None else point.shape
    said = STATES[shape]
    return f"{said}; provisional" if point.provisional and point.value is not None else said
