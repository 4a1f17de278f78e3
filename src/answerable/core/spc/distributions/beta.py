"""The regularised incomplete beta function and what is made of it: beta, binomial and Student's t."""

from __future__ import annotations

from math import exp, floor, inf, log, sqrt

from answerable.core.spc.distributions.saddle import binomial_term
from answerable.core.spc.distributions.solve import EPSILON, MOST_TERMS, away_from_zero, increasing_root

_LARGEST = 709.0  # exp of more than this is no number
_QUANTILE_FUZZ = 64 * 2.0**-52  # as R's qbinom: a chance that is the wanted one but for rounding counts as it


def beta_tails(x: float, y: float, a: float, b: float) -> tuple[float, float]:
    """Return (I_x(a, b), 1 - I_x(a, b)) where x + y = 1.

    The continued fraction DLMF 8.17.22 on the side where it is quick (8.17.4 turns it round).
    """
    if x <= 0:
        return 0.0, 1.0
    if y <= 0:
        return 1.0, 0.0
    front = binomial_term(a, b, x, y)
    if x < (a + 1) / (a + b + 2):
        lower = front * b / (a + b) * _fraction(x, a, b)
        return lower, 1 - lower
    upper = front * a / (a + b) * _fraction(y, b, a)
    return 1 - upper, upper


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction by the modified method of Lentz (Numerical Recipes, section 6.4)."""
    c = 1.0
    d = 1 / away_from_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, MOST_TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        change = 1.0
        for part in (even, odd):
            d = 1 / away_from_zero(1 + part * d)
            c = away_from_zero(1 + part / c)
            change = d * c
            value *= change
        if abs(change - 1) < 2 * EPSILON:
            break
    return value


def beta_odds_quantile(lower: float, upper: float, a: float, b: float) -> float:
    """Return u = ln(x / (1 - x)) with I_x(a, b) = ``lower`` and 1 - I = ``upper``: exact at both ends."""
    if lower <= 0:
        return -inf
    if upper <= 0:
        return inf
    rising = lower <= upper

    def tail(u: float) -> tuple[float, float]:
        x, y = 1 / (1 + exp(-u)), 1 / (1 + exp(u))
        below, above = beta_tails(x, y, a, b)
        slope = binomial_term(a, b, x, y) * a * b / (a + b)
        return (below, slope) if rising else (above, -slope)

    return increasing_root(tail, min(lower, upper), start=log(a / b), rising=rising)


def beta_quantile(p: float, a: float, b: float) -> float:
    """Return x such that a beta variable of shapes ``a`` and ``b`` is below it with chance ``p``."""
    u = beta_odds_quantile(p, 1 - p, a, b)
    return 1 / (1 + exp(-u)) if u > -_LARGEST else 0.0


def beta_odds(p: float, a: float, b: float, *, upper: bool = False) -> float:
    """Return x / (1 - x) where a beta variable is below x with chance ``p`` (``upper``: above it).

    The odds keep their digits where x is next to 1.
    """
    u = beta_odds_quantile(1 - p, p, a, b) if upper else beta_odds_quantile(p, 1 - p, a, b)
    return exp(u) if u <= _LARGEST else inf


def binomial_cdf(k: float, n: int, p: float) -> float:
    """Return the chance of ``k`` or fewer of ``n`` where each has the chance ``p`` (DLMF 8.17.5)."""
    k = floor(k)
    if k < 0:
        return 0.0
    return 1.0 if k >= n else beta_tails(1 - p, p, n - k, k + 1)[0]


def binomial_sf(k: float, n: int, p: float) -> float:
    """Return the chance of more than ``k`` of ``n``."""
    k = floor(k)
    if k < 0:
        return 1.0
    return 0.0 if k >= n else beta_tails(1 - p, p, n - k, k + 1)[1]


def binomial_quantile(p: float, n: int, prob: float) -> int:
    """Return the least k such that ``k`` or fewer of ``n`` have at least the chance ``p`` (as R's qbinom)."""
    wanted = p * (1 - _QUANTILE_FUZZ)
    low, high = -1, n
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if binomial_cdf(middle, n, prob) >= wanted else (middle, high)
    return high


def t_sf(t: float, df: float) -> float:
    """Return the chance that Student's t with ``df`` degrees of freedom is above ``t``.

    Abramowitz and Stegun 26.7.1 (the tail as an incomplete beta function).
    """
    square = t * t
    tail = beta_tails(df / (df + square), square / (df + square), df / 2, 0.5)[0] / 2 if square < inf else 0.0
    return tail if t >= 0 else 1 - tail


def t_quantile(p: float, df: float) -> float:
    """Return t such that Student's t with ``df`` degrees of freedom is below it with chance ``p``."""
    outside = 2 * min(p, 1 - p)
    u = beta_odds_quantile(outside, abs(2 * p - 1), df / 2, 0.5)
    if u == -inf:
        return inf if p > 0.5 else -inf
    size = sqrt(df) * exp(-u / 2) if u < inf else 0.0
    return size if p >= 0.5 else -size
