"""Areas against their common level as public health has it in England (PHEindicatormethods, Funnels.R).

Proportions against limits about the common share (Wilson's, which at the baseline are the normal ones); rates
and ratios by whether the area's own interval holds the baseline: exact below 10 events, Byar's from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from typing import Literal

from answerable.core.spc.funnel_limits import TAIL95, TAIL998, Band
from answerable.core.spc.intervals import two_sided_z
from answerable.core.spc.rates import count_interval

Statistic = Literal["proportion", "rate", "ratio"]
Standing = Literal["High (0.001)", "High (0.025)", "Low (0.025)", "Low (0.001)", "Not significant"]
INSIDE95, INSIDE998 = 1 - 2 * TAIL95, 1 - 2 * TAIL998


@dataclass(frozen=True, slots=True)
class Standings:
    """``limits`` for proportions only; unclipped. Everything times ``multiply``."""

    baseline: float
    values: list[float]
    limits: list[Band] | None
    standing: list[Standing]


def standings(
    statistic: Statistic, hits: Sequence[float], sizes: Sequence[float], multiply: float = 1
) -> Standings:
    """Where each area stands; comparisons are strict."""
    baseline = 1.0 if statistic == "ratio" else fsum(hits) / fsum(sizes)
    values = [x / n for x, n in zip(hits, sizes, strict=True)]
    scaled = [value * multiply for value in values]
    if statistic == "proportion":
        limits = [share_band(baseline, n) for n in sizes]
        found = [_beyond(value, one) for value, one in zip(values, limits, strict=True)]
        return Standings(baseline * multiply, scaled, [_times(one, multiply) for one in limits], found)
    own = [_own(x, n) for x, n in zip(hits, sizes, strict=True)]
    return Standings(baseline * multiply, scaled, None, [_against(baseline, one) for one in own])


def share_band(baseline: float, size: float) -> Band:
    """Limits for the share of a sample of ``size`` where the share of all is ``baseline``."""
    spread = sqrt(baseline * (1 - baseline) / size)
    z95, z998 = two_sided_z(INSIDE95) * spread, two_sided_z(INSIDE998) * spread
    return Band(baseline - z998, baseline - z95, baseline + z95, baseline + z998)


def _times(one: Band, by: float) -> Band:
    return Band(one.lower998 * by, one.lower95 * by, one.upper95 * by, one.upper998 * by)


def _own(events: float, exposure: float) -> Band:
    """The area's own intervals for its rate."""
    low95, high95 = count_interval(events, INSIDE95)
    low998, high998 = count_interval(events, INSIDE998)
    return Band(low998 / exposure, low95 / exposure, high95 / exposure, high998 / exposure)


def _beyond(value: float, limits: Band) -> Standing:
    if value > limits.upper998:
        return "High (0.001)"
    if value < limits.lower998:
        return "Low (0.001)"
    if value > limits.upper95:
        return "High (0.025)"
    return "Low (0.025)" if value < limits.lower95 else "Not significant"


def _against(baseline: float, own: Band) -> Standing:
    if own.lower998 > baseline:
        return "High (0.001)"
    if own.upper998 < baseline:
        return "Low (0.001)"
    if own.lower95 > baseline:
        return "High (0.025)"
    return "Low (0.025)" if own.upper95 < baseline else "Not significant"
