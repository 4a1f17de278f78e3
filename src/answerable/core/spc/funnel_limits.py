"""Between which values areas of one size lie, if they differ by sampling alone (and by what is usual).

As FunnelPlotR 0.6.0 (calculate_limits.R, build_limits_lookup.R).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, ceil, exp, inf, log, sin, sqrt

from answerable.core.spc.distributions import chi2_quantile, chi2_upper_quantile
from answerable.core.spc.funnel_spread import Data

Z95 = 1.959964
Z998 = 3.090232
"""Normal quantiles for 95% and 99.8%, rounded as the reference rounds them."""
TAIL95, TAIL998 = 0.025, 0.001
GRID_FROM, GRID_POINTS = 3.0, 1000


@dataclass(frozen=True, slots=True)
class Band:
    """Limits for areas of one size, in the order from low to high."""

    lower998: float
    lower95: float
    upper95: float
    upper998: float


def band(data: Data, size: float, target: float, tau2: float | None) -> Band:
    """Limits at one size. ``tau2``: the variance beyond sampling; None: not adjusted for it."""
    if data in (Data.STANDARDISED, Data.STANDARDISED_ROOT) and tau2 is None:
        return _poisson(size)
    spread = sqrt((1 / size if data == Data.STANDARDISED else 1 / (4 * size)) + (tau2 or 0.0))
    return Band(*(_limit(data, target, times * spread) for times in (-Z998, -Z95, Z95, Z998)))


def _limit(data: Data, target: float, away: float) -> float:
    if data == Data.PROPORTION:
        return min(1.0, max(0.0, sin(asin(sqrt(target)) + away) ** 2))
    if data == Data.COUNTS:
        return _exp(log(target) + away) if target > 0 else 0.0
    return _exp(away) if data == Data.STANDARDISED else 1 + away


def _exp(power: float) -> float:
    try:
        return exp(power)
    except OverflowError:
        return inf


def _poisson(size: float) -> Band:
    """Exact limits of observed over expected, where so many are expected (chi-square quantiles)."""

    def lower(tail: float) -> float:
        return chi2_quantile(tail, 2 * size) / 2 / size

    def upper(tail: float) -> float:
        return chi2_upper_quantile(tail, 2 * size + 2) / 2 / size

    return Band(lower(TAIL998), lower(TAIL95), upper(TAIL95), upper(TAIL998))


def bands(data: Data, sizes: Iterable[float], target: float, tau2: float | None) -> dict[float, Band]:
    """Limits at each size; those of proportions without the fold-back of the sine at small sizes."""
    own = set(sizes)
    if data != Data.PROPORTION or not own:
        return {size: band(data, size, target, tau2) for size in own}
    ordered = sorted(own | set(grid(GRID_FROM, ceil(max(own)), GRID_POINTS)))
    found = [band(data, size, target, tau2) for size in ordered]
    tidy = [_unfolded(here, after) for here, after in pairwise(found)] + found[-1:]
    return {size: one for size, one in zip(ordered, tidy, strict=True) if size in own}


def _unfolded(here: Band, after: Band) -> Band:
    """Limits close in as areas grow; where they open, the sine has folded back, and there is no limit."""
    return Band(
        0.0 if here.lower998 > after.lower998 else here.lower998,
        0.0 if here.lower95 > after.lower95 else here.lower95,
        1.0 if here.upper95 < after.upper95 else here.upper95,
        1.0 if here.upper998 < after.upper998 else here.upper998,
    )


def grid(start: float, end: float, points: int) -> Sequence[float]:
    """``points`` numbers at equal steps from ``start`` to ``end``."""
    step = (end - start) / (points - 1)
    return [start + step * place for place in range(points - 1)] + [float(end)]
