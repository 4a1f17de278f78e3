"""Too long a run, or too few crossings: whether a level has moved, whatever the limits are.

Anhøj J, Olesen AV (2014) "Run charts revisited: a simulation study of run chart rules for detection of
non-random variation in health care processes", PLoS ONE 9(11): e113825, as qicharts2 0.8.1 has them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

FEWEST_CROSSINGS_AT = (1, 20)
"""So seldom (1 in 20) has a random series fewer crossings than the limit."""
LONGER_BY = 3
"""The longest run is about log2(n) in a random series; three more is as seldom as a point beyond 3 sd."""


@dataclass(frozen=True, slots=True)
class Runs:
    """``longest`` of ``most`` and ``crossings`` of at least ``fewest``; None where no point is useful.

    ``first`` and ``last``: indexes of the longest run's first and last points (of several, the latest).
    """

    useful: int
    longest: int | None
    most: int | None
    crossings: int | None
    fewest: int | None
    signal: bool
    first: int | None = None
    last: int | None = None


def runs(values: Sequence[float | None], centres: Sequence[float | None], include: Sequence[bool]) -> Runs:
    """The run and crossing rules over one part. Excluded, missing and on-centre points are left out."""
    sides = [
        (index, value > centre)
        for index, (value, centre, included) in enumerate(zip(values, centres, include, strict=True))
        if included and value is not None and centre is not None and value != centre
    ]
    if not sides:
        return Runs(0, None, None, None, None, signal=False)
    first, last, longest = _longest(sides)
    crossings = sum(before[1] != after[1] for before, after in pairwise(sides))
    most, fewest = most_in_a_run(len(sides)), fewest_crossings(len(sides))
    signal = longest > most or crossings < fewest
    return Runs(len(sides), longest, most, crossings, fewest, signal, first, last)


def _longest(sides: Sequence[tuple[int, bool]]) -> tuple[int, int, int]:
    """First index, last index and number of points of the longest run; of several, the latest."""
    best = (sides[0][0], sides[0][0], 0)
    start = 0
    for place, (index, above) in enumerate(sides):
        if above != sides[start][1]:
            start = place
        if place - start + 1 >= best[2]:
            best = (sides[start][0], index, place - start + 1)
    return best


def most_in_a_run(useful: int) -> int:
    """So many points on one side are still ordinary: log2(n) rounded, and three (qicharts2 runs.analysis)."""
    return round(math.log2(useful)) + LONGER_BY


def fewest_crossings(useful: int) -> int:
    """The 5% point of a fair coin thrown n - 1 times, in whole numbers so that no rounding decides."""
    part, whole = FEWEST_CROSSINGS_AT
    throws = useful - 1
    ways = reached = 1
    fewest = 0
    while whole * reached < part * 2**throws:
        ways = ways * (throws - fewest) // (fewest + 1)
        fewest += 1
        reached += ways
    return fewest
