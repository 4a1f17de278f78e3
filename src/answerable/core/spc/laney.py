"""Laney's correction: limits for proportions and rates that vary more than sampling alone explains.

Laney D B (2002) "Improved control charts for attributes", Quality Engineering 14(4): 531–537.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from answerable.core.spc.shewhart_parts import Screening, spread

FREEDOM = 0.62
"""Each moving range of two is worth 0.62 of a degree of freedom (Wheeler 1995, table of d2* values)."""
ONE_IN_TWENTY = 1.645
"""A normal value is above this once in 20 times."""


def sigma_z(
    values: Sequence[float | None], centre: float | None, sds: Sequence[float | None], screening: Screening
) -> float | None:
    """How many times wider than sampling alone the values spread, neighbour by neighbour; None: unknown."""
    if centre is None:
        return None
    scores = [
        (value - centre) / sd if value is not None and sd else None
        for value, sd in zip(values, sds, strict=True)
    ]
    return spread(scores, screening)


def by_chance(points: int) -> float:
    """The ``sigma_z`` that so many points reach once in 20 times though sampling explains all (25: 1.3).

    A standard deviation from k - 1 moving ranges has 0.62 (k - 1) degrees of freedom (Wheeler), and so a
    relative error of 1 / sqrt(2 x 0.62 (k - 1)). Minitab's P chart diagnostic has such an upper limit too.
    """
    if points < 2:
        return float("inf")
    return 1 + ONE_IN_TWENTY / sqrt(2 * FREEDOM * (points - 1))
