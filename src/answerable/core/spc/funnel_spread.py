"""How far areas lie apart beyond sampling: z scores, trimming, and additive over-dispersion.

As FunnelPlotR 0.6.0 (od_adjustment.R), after Spiegelhalter D J (2005) "Handling over-dispersion of
performance indicators", Quality and Safety in Health Care 14: 347–351.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import asin, floor, fsum, inf, isnan, log, nan, sqrt

from answerable.core.spc.shewhart_parts import Numbers

ROOT_OF_CLOSED_ENDS = 0.5
"""Added to both counts, so that none of 0 has no logarithm."""


class Data(StrEnum):
    """What the areas' values are."""

    PROPORTION = "PR"
    COUNTS = "RC"  # a ratio of two counts
    STANDARDISED = "SR"  # observed over expected, on the logarithm, trimmed by cutting off (SHMI)
    STANDARDISED_ROOT = "SR root"  # observed over expected, on the square root, winsorised (CQC)


@dataclass(frozen=True, slots=True)
class Scores:
    """For each area. ``trimmed``: None where it was cut off; ``moved``: its score was cut off or drawn in."""

    transformed: list[float]
    z: list[float]
    trimmed: Numbers
    moved: list[bool]
    errors: list[float]

    @property
    def phi(self) -> float:
        """The mean of the squared scores kept: 1 where sampling alone explains how they differ."""
        kept = [one for one in self.trimmed if one is not None]
        return fsum(one * one for one in kept) / len(kept) if kept else nan

    @property
    def tau2(self) -> float:
        """The variance between areas beyond sampling (DerSimonian and Laird's estimate)."""
        weights = [1 / (s * s) for s, one in zip(self.errors, self.trimmed, strict=True) if one is not None]
        n = len(weights)
        if not n or n * self.phi < n - 1:
            return 0.0
        whole = fsum(weights)
        below = whole - fsum(w * w for w in weights) / whole
        return max(0.0, (n * self.phi - (n - 1)) / below) if below > 0 else 0.0


def scores(data: Data, hits: Sequence[float], sizes: Sequence[float], target: float, trim: float) -> Scores:
    """Each area's distance from ``target`` in standard errors, the outermost ``trim`` of both ends tamed."""
    rows = [_transformed(data, x, n, target) for x, n in zip(hits, sizes, strict=True)]
    z = [(y - middle) / error for y, error, middle in rows]
    trimmed = truncated(z, trim) if data == Data.STANDARDISED else winsorised(z, trim)
    moved = [after != before and not isnan(before) for after, before in zip(trimmed, z, strict=True)]
    return Scores([y for y, _, _ in rows], z, trimmed, moved, [error for _, error, _ in rows])


def _transformed(data: Data, x: float, n: float, target: float) -> tuple[float, float, float]:
    """The value and its standard error on a scale where errors are alike, and the target there."""
    if data == Data.PROPORTION:  # a part above its whole has no arcsine: it has a value and no score
        return asin(sqrt(x / n)) if x <= n else nan, 1 / (2 * sqrt(n)), asin(sqrt(target))
    if data == Data.STANDARDISED:
        return log(x / n) if x > 0 else -inf, 1 / sqrt(n), 0.0
    if data == Data.STANDARDISED_ROOT:
        return sqrt(x / n), 1 / (2 * sqrt(n)), 1.0
    a, b = x + ROOT_OF_CLOSED_ENDS, n + ROOT_OF_CLOSED_ENDS
    return log(a / b), sqrt(x / (a * a) + n / (b * b)), log(target)


def winsorised(z: Sequence[float], trim: float) -> Numbers:
    """Scores beyond the quantiles ``trim`` and 1 - ``trim`` are drawn in to them; None stays None."""
    known = [one for one in z if not isnan(one)]
    if not known:
        return [None] * len(z)
    low, high = quantile(known, trim), quantile(known, 1 - trim)
    return [None if isnan(one) else min(max(one, low), high) for one in z]


def truncated(z: Sequence[float], trim: float) -> Numbers:
    """Scores are cut off (None) in the first and last of 1/``trim`` groups by rank."""
    groups = 1 / trim
    places = [floor(rank * groups / (len(z) + 1)) for rank in ranks(z)]
    return [one if 1 <= place <= groups - 2 else None for one, place in zip(z, places, strict=True)]


def quantile(values: Sequence[float], share: float) -> float:
    """By linear interpolation between the ordered values (Hyndman and Fan's type 7)."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = min(floor(place), len(ordered) - 1)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def ranks(values: Sequence[float]) -> list[float]:
    """From 1 for the lowest; equal values share the mean of their ranks."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    start = 0
    for end in range(1, len(order) + 1):
        if end == len(order) or values[order[end]] != values[order[start]]:
            for index in order[start:end]:
                found[index] = (start + end + 1) / 2
            start = end
    return found
