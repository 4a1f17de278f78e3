"""What every Shewhart chart is made of: a part's rows, its moving ranges, and limits about a centre."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import fsum

D2 = 1.128
"""Moving ranges of two normal values average 1.128 standard deviations (Shewhart's d2 for n = 2)."""
SCREEN_AT = 3.267
"""A moving range of this many averages or more is itself a signal (D4 for n = 2; Nelson 1982)."""

Numbers = list[float | None]


class Screening(StrEnum):
    """Whether moving ranges that are themselves signals are left out of the average (Nelson 1982)."""

    ON = "on"  # not where that leaves nothing, or nothing but zeros: limits would be a line or none
    OFF = "off"
    REFERENCE = "reference"  # as qicharts2 does it: also where it leaves nothing


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one part. ``values``: y, or y/n; None where either is missing, and then ``n`` is None too.

    ``base``: rows that the centre and the spread are worked out from. ``given``: a centre that was given.
    """

    values: Sequence[float | None]
    counts: Sequence[float | None]
    n: Sequence[float | None] | None
    base: Sequence[bool]
    given: float | None
    screening: Screening

    def known(self) -> list[float]:
        """The values of the baseline."""
        return [
            value for value, base in zip(self.values, self.base, strict=True) if base and value is not None
        ]

    def pooled(self) -> float | None:
        """The given centre, or all that was counted over all that it was counted of."""
        if self.given is not None:
            return self.given
        assert self.n is not None
        rows = [
            (count, n)
            for count, n, base in zip(self.counts, self.n, self.base, strict=True)
            if base and count is not None and n is not None
        ]
        whole = fsum(n for _, n in rows)
        return fsum(count for count, _ in rows) / whole if whole else None


@dataclass(frozen=True, slots=True)
class Limits:
    """A value for each row: the centre, limits at 3 standard deviations and, within them, at 2.

    ``times``: how many times wider than sampling alone the limits were made (Laney).
    """

    centre: Numbers
    lower: Numbers
    lower2: Numbers
    upper2: Numbers
    upper: Numbers
    times: float = 1.0


def mean(values: Sequence[float]) -> float | None:
    """The arithmetic mean, summed exactly and never beyond the values by rounding; None of nothing."""
    return min(max(fsum(values) / len(values), min(values)), max(values)) if values else None


def moving_ranges(values: Sequence[float | None]) -> list[float]:
    """Distances of neighbours where both are known."""
    return [
        abs(after - before) for before, after in pairwise(values) if before is not None and after is not None
    ]


def average_range(ranges: Sequence[float], screening: Screening, at: float = SCREEN_AT) -> float | None:
    """Their average after one screening (ranges must lie strictly below ``at`` times the average)."""
    average = mean(ranges)
    if average is None or screening == Screening.OFF:
        return average
    left = mean([one for one in ranges if one < at * average])
    if screening == Screening.ON and not left:
        return average
    return left


def spread(values: Sequence[float | None], screening: Screening) -> float | None:
    """A standard deviation from the moving ranges of neighbouring ``values``."""
    average = average_range(moving_ranges(values), screening)
    return None if average is None else average / D2


def around(
    centre: float | None,
    sds: Sequence[float | None],
    floor: float | None = None,
    ceiling: float | None = None,
) -> Limits:
    """Limits of 3 and 2 of each row's standard deviation about ``centre``, none beyond floor and ceiling."""

    def line(times: int) -> Numbers:
        return [_within(centre, sd, times, floor, ceiling) for sd in sds]

    return Limits([centre] * len(sds), line(-3), line(-2), line(2), line(3))


def _within(
    centre: float | None, sd: float | None, times: int, floor: float | None, ceiling: float | None
) -> float | None:
    if centre is None or sd is None:
        return None
    limit = centre + times * sd
    if floor is not None and times < 0:
        limit = max(floor, limit)
    return limit if ceiling is None or times < 0 else min(ceiling, limit)
