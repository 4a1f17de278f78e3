"""The regularised incomplete gamma function and what is made of it: chi-square and Poisson.

Tails are worked out each for itself, never as one minus the other where that would lose digits.
"""

from __future__ import annotations

from math import exp, floor, inf, log

from answerable.core.spc.distributions.saddle import poisson_term
from answerable.core.spc.distributions.solve import (
    EPSILON,
    MOST_TERMS,
    SMALLEST,
    away_from_zero,
    increasing_root,
)


def gamma_tails(shape: float, x: float) -> tuple[float, float]:
    """Return (P, Q), the lower and upper regularised incomplete gamma function at ``x``.

    The series DLMF 8.11.4 below the shape, Legendre's continued fraction DLMF 8.9.2 above it.
    """
    if x <= 0:
        return 0.0, 1.0
    if x == inf:
        return 1.0, 0.0
    front = poisson_term(shape, x)
    if x < shape + 1:
        lower = front * _series(shape, x)
        return lower, 1 - lower
    upper = front * shape * _fraction(shape, x)
    return 1 - upper, upper


def _series(shape: float, x: float) -> float:
    total = term = 1.0
    for k in range(1, MOST_TERMS):
        term *= x / (shape + k)
        total += term
        if term < total * EPSILON:
            break
    return total


def _fraction(shape: float, x: float) -> float:
    """Return the continued fraction by the modified method of Lentz (Numerical Recipes, section 5.2)."""
    b = x + 1 - shape
    c = 1 / SMALLEST
    d = 1 / b
    value = d
    for k in range(1, MOST_TERMS):
        a = -k * (k - shape)
        b += 2
        d = 1 / away_from_zero(a * d + b)
        c = away_from_zero(b + a / c)
        value *= d * c
        if abs(d * c - 1) < 2 * EPSILON:
            break
    return value


def gamma_quantile(lower: float, upper: float, shape: float) -> float:
    """Return x with P(shape, x) = ``lower`` and Q = ``upper``; of the two the smaller one counts."""
    if lower <= 0:
        return 0.0
    if upper <= 0:
        return inf

    def gap(u: float) -> tuple[float, float]:
        x = exp(u)
        below, above = gamma_tails(shape, x)
        return (
            (below, shape * poisson_term(shape, x))
            if lower <= upper
            else (above, -shape * poisson_term(shape, x))
        )

    return exp(increasing_root(gap, min(lower, upper), start=log(shape), rising=lower <= upper))


def chi2_sf(x: float, df: float) -> float:
    """Return the chance that chi-square with ``df`` degrees of freedom is above ``x``."""
    return gamma_tails(df / 2, x / 2)[1]


def chi2_quantile(p: float, df: float) -> float:
    """Return x such that chi-square with ``df`` degrees of freedom is below it with chance ``p``."""
    return 2 * gamma_quantile(p, 1 - p, df / 2)


def chi2_upper_quantile(p: float, df: float) -> float:
    """Return x such that chi-square is above it with chance ``p``: exact where 1 - p would round."""
    return 2 * gamma_quantile(1 - p, p, df / 2)


def poisson_cdf(k: float, mean: float) -> float:
    """Return the chance of ``k`` events or fewer where ``mean`` are expected (DLMF 8.4.10)."""
    return gamma_tails(floor(k) + 1, mean)[1] if k >= 0 else 0.0
