"""The limits of an XmR chart: the mean, and the average moving range about it.

As NHSRplotthedots 0.2.2 has them (ptd_spc_standard.R:62-90); limits are never cut off at 0 or at 100%.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from answerable.core.spc.shewhart_parts import SCREEN_AT, Screening

THREE_SIGMA = 2.66
"""Average moving ranges from the mean to a limit: 3/1.128 as it is printed (Wheeler), not worked out anew."""
TWO_SIGMA = 2 * THREE_SIGMA / 3


@dataclass(frozen=True, slots=True)
class Limits:
    """``average``: the average moving range; None, as all but the mean then, where there is no range."""

    mean: float | None
    average: float | None
    lower: float | None
    upper: float | None
    lower2: float | None
    upper2: float | None


def mean(values: Sequence[float]) -> float | None:
    """The arithmetic mean to the last bit, so that a value equal to it is on it; None of nothing."""
    if not values:
        return None
    n = len(values)
    first = fsum(values) / n
    return first + fsum([*values, *([-first] * n)]) / n


def moving_ranges(values: Sequence[float | None]) -> list[float | None]:
    """How far each point is from the one before it; None for the first and beside a missing value."""
    found: list[float | None] = [None] * len(values)
    before: float | None = None
    for index, value in enumerate(values):
        if value is not None and before is not None:
            found[index] = abs(value - before)
        before = value
    return found


def used_ranges(ranges: Sequence[float | None], screening: Screening) -> list[float | None]:
    """The ranges that the average is taken of; the others become None.

    Screened once: a range not strictly below 3.267 times the average is itself a signal (Nelson 1982,
    "Control charts for individual measurements"; ptd_spc_standard.R:73-78). Where that would leave nothing,
    or nothing but zeros, the limits would vanish or call every point a signal: then nothing is screened.
    """
    known = [one for one in ranges if one is not None]
    if screening == Screening.OFF or not known:
        return list(ranges)
    bound = SCREEN_AT * (fsum(known) / len(known))
    used = [one if one is not None and one < bound else None for one in ranges]
    if screening == Screening.ON and not any(used):
        return list(ranges)
    return used


def limits(values: Sequence[float], used: Sequence[float | None]) -> Limits:
    """Mean of ``values``, limits from the ranges that are ``used`` (ptd_spc_standard.R:47-48, :81-85)."""
    centre = mean(values)
    ranges = [one for one in used if one is not None]
    if centre is None or not ranges:
        return Limits(centre, None, None, None, None, None)
    average = fsum(ranges) / len(ranges)
    three, two = THREE_SIGMA * average, TWO_SIGMA * average
    return Limits(centre, average, centre - three, centre + three, centre - two, centre + two)
