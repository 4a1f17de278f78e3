"""The scales of a chart: values and dates to pixels, with few round ticks."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from answerable.components.figures_svg import width_of
from answerable.core.measures.facts import Line
from answerable.core.measures.picture import Picture

ROUND_STEPS = (1, 2, 5, 10)
MARGIN_SHARE = 0.06  # of the range, left free above and below
SAME_SHARE = 0.1  # of the value, shown above and below where all values are the same
NEARLY = 1e-9  # what a division of floats may miss by
TICK_GAP = 9  # px between the words of two ticks
WORDS_AFTER = 3  # px from a tick to its words
MONTHS_OF_A_YEAR = 12
STEPS_OF_MONTHS = (1, 3, 6, 12, 24, 60, 120)
SHORTEST_FOR_QUARTERS = 200  # days: months are named only on charts shorter than that


class Axis(NamedTuple):
    """From a range of values (or of days) to a range of px; ``start`` may lie below ``end``."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value lies, in px."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def held(self, value: float) -> float:
        """The same, but never off the axis."""
        return self.at(min(max(value, self.low), self.high))


class Tick(NamedTuple):
    """A mark on the line of time; ``is_year``: a year begins here."""

    x: float
    words: str
    is_year: bool


def value_range(picture: Picture) -> tuple[float, float]:
    """The least and the greatest that a chart must show: values, ordinary range, set lines, low and high.

    Nothing is shown beyond ``floor`` and ``ceiling``, nor lines that ended before the first point.
    """
    values = [point.value for point in picture.points if point.value is not None]
    values += [line.value for line in lines_shown(picture)]
    for span in picture.spans:
        values += [one for one in (span.lower, span.centre, span.upper) if one is not None]
    if not values:
        values = [picture.floor or 0.0, picture.ceiling or (picture.floor or 0.0) + 1.0]
    low, high = padded(min(values), max(values), picture.floor, picture.ceiling)
    return (
        low if picture.low is None else min(low, picture.low),
        high if picture.high is None else max(high, picture.high),
    )


def padded(low: float, high: float, floor: float | None, ceiling: float | None) -> tuple[float, float]:
    """A range with some room at both ends, but not beyond what values can be."""
    spare = (high - low) * MARGIN_SHARE or abs(high) * SAME_SHARE or 1.0
    low, high = low - spare, high + spare
    low = low if floor is None else max(low, floor)
    high = high if ceiling is None else min(high, ceiling)
    return (low, high) if high > low else (low - spare, low + spare)


def lines_shown(picture: Picture) -> list[Line]:
    """The set lines that were in force at some time of the chart."""
    if not picture.points:
        return []
    first, last = picture.points[0].start, picture.points[-1].last
    return [
        line
        for line in picture.lines
        if (line.start is None or line.start <= last) and (line.last is None or line.last >= first)
    ]


def ticks(low: float, high: float, most: int, decimals: int | None = None) -> tuple[list[float], int]:
    """At most so many round values of a range, and the decimals that they need.

    ``decimals``: the values' own; no tick is finer than they are.
    """
    least = 0.0 if decimals is None else 10.0**-decimals
    rough = max((high - low) / max(most, 1), least)
    power = 10.0 ** math.floor(math.log10(rough) + NEARLY)
    for step in (one * power for one in (*ROUND_STEPS, 20)):
        first, last = math.ceil(low / step - NEARLY), math.floor(high / step + NEARLY)
        if last - first + 1 <= most and step >= least * (1 - NEARLY):
            break
    needed = next((n for n in range(12) if abs(round(step, n) - step) < step * NEARLY), 12)
    return [round(index * step, needed) for index in range(first, last + 1)], needed


def time_ticks(across: Axis, size: float, width: float) -> list[Tick]:
    """Beginnings of quarters, half years or years, as near as their words allow; ``width`` of the picture."""
    first, last = dt.date.fromordinal(int(across.low)), dt.date.fromordinal(int(across.high) - 1)
    shortest = 1 if (last - first).days < SHORTEST_FOR_QUARTERS else 3
    found: list[Tick] = []
    for months in (one for one in STEPS_OF_MONTHS if one >= shortest):
        found = [one for one in _every(first, last, months, across) if _is_inside(one, size, width)]
        if _fits(found, size):
            return found
    return found[:1]


def _is_inside(tick: Tick, size: float, width: float) -> bool:
    return tick.x + WORDS_AFTER + width_of(tick.words, size) <= width


def _every(first: dt.date, last: dt.date, months: int, across: Axis) -> list[Tick]:
    """A tick to every so many months; the first names its year even where none begins."""
    start = -(-(first.year * MONTHS_OF_A_YEAR + first.month - 1 + (first.day > 1)) // months) * months
    end = last.year * MONTHS_OF_A_YEAR + last.month - 1
    found: list[Tick] = []
    for month in range(start, end + 1, months):
        day = dt.date(month // MONTHS_OF_A_YEAR, month % MONTHS_OF_A_YEAR + 1, 1)
        named = f"{day:%Y}" if months >= MONTHS_OF_A_YEAR else _month(day, named=not found)
        found.append(Tick(across.held(day.toordinal()), named, day.month == 1))
    return found


def _month(day: dt.date, *, named: bool) -> str:
    return f"{day:%b %Y}" if named or day.month == 1 else f"{day:%b}"


def _fits(found: Sequence[Tick], size: float) -> bool:
    return all(one.x + width_of(one.words, size) + TICK_GAP <= other.x for one, other in pairwise(found))


def mid_of(start: dt.date, last: dt.date) -> float:
    """The middle of a period as a day number."""
    return (start.toordinal() + last.toordinal() + 1) / 2


def edges(places: Sequence[float], left: float, right: float) -> list[float]:
    """The borders half way between neighbours, with the ends of the plot around them."""
    between = [(one + other) / 2 for one, other in pairwise(places)]
    return [left, *between, right]


def shared(ranges: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """One range for several charts."""
    lows, highs = zip(*ranges, strict=True)
    return min(lows), max(highs)
