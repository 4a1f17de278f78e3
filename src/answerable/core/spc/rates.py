"""Events in a time or for so many people: intervals of a rate, and the ratio of two rates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, inf, sqrt

from answerable.core.spc.distributions import (
    beta_odds,
    binomial_cdf,
    binomial_sf,
    binomial_term,
    chi2_quantile,
    chi2_upper_quantile,
)
from answerable.core.spc.impossible import Impossible
from answerable.core.spc.intervals import CONFIDENCE, Interval, two_sided_z

EXACT_BELOW = 10  # events; from here on Byar's approximation is close enough (PHEindicatormethods)
_SAME = 1 + 1e-7  # chances that differ by less than this are the same chance (R's binom.test)


@dataclass(frozen=True, slots=True)
class Rate:
    """Events for ``multiplier`` of the denominator, and how its interval was made: "Exact" or "Byars"."""

    value: float
    lower: float
    upper: float
    method: str


@dataclass(frozen=True, slots=True)
class RateRatio:
    """The rate after, as a multiple of the rate before. None: without limit, or not defined."""

    ratio: float | None
    lower: float | None
    upper: float | None
    p: float


def exact_poisson(events: float, confidence: float = CONFIDENCE) -> Interval:
    """Return the exact interval for the mean of a count (Garwood 1936, by chi-square quantiles)."""
    outside = (1 - confidence) / 2
    double = 2 * _counted(events)
    lower = chi2_quantile(outside, double) / 2 if events > 0 else 0.0
    return Interval(lower, chi2_upper_quantile(outside, double + 2) / 2)


def byar(events: float, confidence: float = CONFIDENCE) -> Interval:
    """Return Byar's approximation for the mean of a count (Breslow and Day 1987, page 69)."""
    z = two_sided_z(confidence)
    above = _counted(events) + 1
    lower = events * (1 - 1 / (9 * events) - z / (3 * sqrt(events))) ** 3 if events > 0 else 0.0
    return Interval(lower, above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3)


def count_interval(events: float, confidence: float = CONFIDENCE) -> Interval:
    """Return the interval for the mean of a count as public health has it: exact below 10, then Byar's."""
    return exact_poisson(events, confidence) if events < EXACT_BELOW else byar(events, confidence)


def rate(events: float, denominator: float, multiplier: float = 1, confidence: float = CONFIDENCE) -> Rate:
    """Return events for ``multiplier`` of ``denominator``, with interval (PHEindicatormethods, Rates.R)."""
    if not denominator > 0:
        raise Impossible("There is no rate for a denominator of 0 or less.")
    lower, upper = count_interval(events, confidence)
    per = multiplier / denominator
    return Rate(events * per, lower * per, upper * per, "Exact" if events < EXACT_BELOW else "Byars")


def rate_ratio(
    before: int, time_before: float, after: int, time_after: float, confidence: float = CONFIDENCE
) -> RateRatio:
    """Return the ratio of two rates: given all events, how many fell after is binomial.

    The exact conditional interval and test (Przyborowski and Wilenski 1940; R's poisson.test).
    """
    if not (time_before > 0 and time_after > 0):
        raise Impossible("A rate before and after takes some time before and some after.")
    _counted(before), _counted(after)
    outside = (1 - confidence) / 2
    times = time_before / time_after
    upper = beta_odds(outside, after + 1, before, upper=True) * times if before > 0 else inf
    return RateRatio(
        ratio=after / before * times if before > 0 else None,
        lower=beta_odds(outside, after, before + 1) * times if after > 0 else 0.0,
        upper=upper if upper < inf else None,
        p=binomial_test(after, before + after, time_after / (time_before + time_after)),
    )


def binomial_test(x: int, n: int, p: float) -> float:
    """Return the two-sided exact p: the chance of all outcomes that are no likelier (R's binom.test)."""
    here = binomial_term(x, n - x, p, 1 - p) * _SAME
    mean = n * p
    if x == mean:
        return 1.0
    if x < mean:
        far = _first(lambda k: binomial_term(k, n - k, p, 1 - p) <= here, ceil(mean), n + 1)
        return min(1.0, binomial_cdf(x, n, p) + binomial_sf(far - 1, n, p))
    near = _first(lambda k: binomial_term(k, n - k, p, 1 - p) > here, 0, floor(mean) + 1)
    return min(1.0, binomial_cdf(near - 1, n, p) + binomial_sf(x - 1, n, p))


def _first(holds: Callable[[int], bool], low: int, end: int) -> int:
    """Return the first of ``low`` to ``end`` - 1 for which it holds and from where on it does, or ``end``."""
    while low < end:
        middle = (low + end) // 2
        low, end = (low, middle) if holds(middle) else (middle + 1, end)
    return end


def _counted(events: float) -> float:
    if not 0 <= events < inf:
        raise Impossible(f"{events:g} events are not possible: a count is 0 or more.")
    return events
