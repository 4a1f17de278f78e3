"""Funnels: which of many areas lie beyond what samples of their size give by chance.

Numbers as FunnelPlotR 0.6.0, after Spiegelhalter D J (2005) "Funnel plots for comparing institutional
performance", Statistics in Medicine 24: 1185–1202.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from answerable.core.spc.funnel_limits import Band, bands
from answerable.core.spc.funnel_spread import Data, Scores, scores

TRIM = 0.1
"""A tenth of the areas at both ends does not decide how far areas usually lie apart (Spiegelhalter 2005)."""
DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be drawn. ``adjusted`` for over-dispersion, or ``plain`` limits, or both.

    ``limit``: 95 or 99 (for 99.8): beyond which an area counts as outside. ``rounded``: limits are worked out
    from sizes of two decimals, as SHMI's expected numbers are; values are not.
    """

    data: Data = Data.PROPORTION
    adjusted: bool = True
    plain: bool = False
    limit: int = 99
    trim: float = TRIM
    multiply: float = 1
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class FunnelOf:
    """``plain`` and ``adjusted``: limits for each area, in its own unit (times ``multiply``), as ``values``.

    ``uses_adjusted``: which of the two ``outside`` goes by. ``phi``: how many times the variance of sampling;
    ``tau2``: the variance beyond it. Both 0 where no adjustment was asked for.
    """

    target: float
    values: list[float]
    scores: Scores
    phi: float
    tau2: float
    uses_adjusted: bool
    uses_plain: bool
    plain: list[Band]
    adjusted: list[Band]
    outside: list[bool]


WANTED = Asked()


def funnel(hits: Sequence[float], sizes: Sequence[float], asked: Asked = WANTED) -> FunnelOf:
    """The funnel of areas with so many ``hits`` of ``sizes``, about their common share."""
    standard = asked.data in (Data.STANDARDISED, Data.STANDARDISED_ROOT)
    target = 1.0 if standard else fsum(hits) / fsum(sizes)
    bases = [round(size, DECIMALS) for size in sizes] if asked.rounded else sizes
    found = scores(asked.data, hits, bases, target, asked.trim)
    phi, tau2 = (found.phi, found.tau2) if asked.adjusted else (0.0, 0.0)
    too_alike = asked.adjusted and not asked.plain and phi <= 1
    uses_adjusted = asked.adjusted and not too_alike
    plain = _at(bases, bands(asked.data, bases, target, None), asked.multiply)
    adjusted = _at(bases, bands(asked.data, bases, target, tau2), asked.multiply)
    values = [x / n * asked.multiply for x, n in zip(hits, sizes, strict=True)]
    outside = [
        is_outside(value, one, asked.limit)
        for value, one in zip(values, adjusted if uses_adjusted else plain, strict=True)
    ]
    return FunnelOf(
        target, values, found, phi, tau2, uses_adjusted, asked.plain or too_alike, plain, adjusted, outside
    )


def _at(sizes: Sequence[float], found: dict[float, Band], by: float) -> list[Band]:
    rows = [found[size] for size in sizes]
    return [Band(one.lower998 * by, one.lower95 * by, one.upper95 * by, one.upper998 * by) for one in rows]


def is_outside(value: float, limits: Band, limit: int) -> bool:
    """Beyond the limits; on them is within."""
    if limit == 95:
        return not limits.lower95 <= value <= limits.upper95
    return not limits.lower998 <= value <= limits.upper998
