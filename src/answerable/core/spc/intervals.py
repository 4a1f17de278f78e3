"""Intervals for a proportion: what the whole may be, where only so many were asked.

``x`` of ``n``, with 0 <= x <= n and n > 0 and finite (``Impossible`` otherwise); shares are 0 to 1.
"""

from __future__ import annotations

from math import inf, sqrt
from typing import NamedTuple

from answerable.core.spc.distributions import beta_quantile, normal_quantile
from answerable.core.spc.impossible import Impossible

CONFIDENCE = 0.95
_FAIR = 0.5  # the share that prop.test holds a single sample against unless it is told another
_YATES = 0.5  # half a case either way


class Interval(NamedTuple):
    """From ``lower`` to ``upper``, both included."""

    lower: float
    upper: float


def two_sided_z(confidence: float) -> float:
    """Return the normal quantile that leaves half of what is not ``confidence`` above it."""
    return normal_quantile((1 + confidence) / 2)


def wilson(x: float, n: float, confidence: float = CONFIDENCE) -> Interval:
    """Return Wilson's score interval, without continuity correction, inside 0 and 1.

    Wilson (1927); Newcombe (1998), method 3; PHEindicatormethods ``wilson_lower``; prop.test(correct=FALSE).
    """
    return _score(*_checked(x, n), two_sided_z(confidence), 0.0)


def wilson_continuity(x: float, n: float, confidence: float = CONFIDENCE) -> Interval:
    """Return the score interval as prop.test corrects it: by half a case, less where x is near n/2.

    R's ``prop.test`` with one sample, tested against a half; Newcombe (1998), method 4 elsewhere.
    """
    x, n = _checked(x, n)
    return _score(x, n, two_sided_z(confidence), min(_YATES, abs(x - n * _FAIR)))


def clopper_pearson(x: float, n: float, confidence: float = CONFIDENCE) -> Interval:
    """Return the exact binomial interval by beta quantiles (Clopper and Pearson 1934; R's binom.test)."""
    x, n = _checked(x, n)
    outside = (1 - confidence) / 2
    return Interval(
        beta_quantile(outside, x, n - x + 1) if x > 0 else 0.0,
        1 - beta_quantile(outside, n - x, x + 1) if x < n else 1.0,
    )


def _score(x: float, n: float, z: float, correction: float) -> Interval:
    half = z * z / (2 * n)

    def end(share: float, sign: int) -> float:
        spread = z * sqrt(share * (1 - share) / n + half / (2 * n))
        return (share + half + sign * spread) / (1 + 2 * half)

    low, high = (x - correction) / n, (x + correction) / n
    return Interval(
        max(0.0, end(low, -1)) if low > 0 else 0.0,
        min(1.0, end(high, 1)) if high < 1 else 1.0,
    )


def _checked(x: float, n: float) -> tuple[float, float]:
    if not 0 < n < inf:
        raise Impossible("There is no share of nobody: the number asked has to be a number of 1 or more.")
    if not 0 <= x <= n:
        raise Impossible(f"{x:g} of {n:g} is not possible: the part has to lie between 0 and the whole.")
    return x, n
