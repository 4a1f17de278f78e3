"""How many an area of a size has by chance: exact limits of counts, without the normal approximation.

Limits on a transformed scale call one of none strange where three were expected, which happens once in twenty
times. These do not: a whole number is beyond a limit only if its own tail is seldomer than the limit says.
Between whole numbers they are interpolated, so that a funnel has no steps (Spiegelhalter D J 2005, appendix;
here the upper tail is the lower one's mirror).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import floor, inf, sqrt

from answerable.core.spc.distributions import binomial_cdf, binomial_term, poisson_cdf, poisson_term
from answerable.core.spc.funnel_limits import TAIL95, TAIL998, Z95, Z998, Band


@dataclass(frozen=True, slots=True)
class Chances:
    """A distribution of counts. ``skew`` is its skewness times its standard deviation."""

    mean: float
    sd: float
    skew: float
    cdf: Callable[[int], float]
    term: Callable[[int], float]
    most: float

    def guess(self, z: float) -> int:
        """The count about ``z`` standard deviations from the mean (Cornish and Fisher's first correction)."""
        return max(0, floor(min(self.most, self.mean + z * self.sd + (z * z - 1) / 6 * self.skew)))


def share_band(size: float, overall: float) -> Band:
    """Limits for the share of ``size`` (taken whole) where the share of all is ``overall``."""
    n = max(1, round(size))
    if not 0 < overall < 1:
        return Band(overall, overall, overall, overall)
    chances = Chances(
        n * overall,
        sqrt(n * overall * (1 - overall)),
        1 - 2 * overall,
        lambda k: binomial_cdf(k, n, overall),
        lambda k: binomial_term(k, n - k, overall, 1 - overall),
        n,
    )
    return _band(chances, n)


def count_band(expected: float) -> Band:
    """Limits for a count where so many are expected, as shares of what is expected."""
    chances = Chances(
        expected,
        sqrt(expected),
        1.0,
        lambda k: poisson_cdf(k, expected),
        lambda k: poisson_term(k, expected),
        inf,
    )
    return _band(chances, expected)


def _band(chances: Chances, whole: float) -> Band:
    return Band(
        _lower(chances, TAIL998, -Z998) / whole,
        _lower(chances, TAIL95, -Z95) / whole,
        _upper(chances, TAIL95, Z95) / whole,
        _upper(chances, TAIL998, Z998) / whole,
    )


def _lower(chances: Chances, tail: float, z: float) -> float:
    """Counts below it have together less than ``tail``."""
    count = chances.guess(z)
    reached = chances.cdf(count)
    while reached < tail:
        count += 1
        reached += chances.term(count)
    while count and reached - chances.term(count) >= tail:
        reached -= chances.term(count)
        count -= 1
    return max(0.0, count - (reached - tail) / chances.term(count))


def _upper(chances: Chances, tail: float, z: float) -> float:
    """Counts above it have together less than ``tail``."""
    count = chances.guess(z)
    above = 1 - chances.cdf(count)
    while above > tail:
        count += 1
        above -= chances.term(count)
    while count and above + chances.term(count) <= tail:
        above += chances.term(count)
        count -= 1
    return min(chances.most, count + 1 - (tail - above) / chances.term(count))
