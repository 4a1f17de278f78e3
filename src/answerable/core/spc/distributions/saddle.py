"""Probabilities of single counts, accurate in the far tails and for huge counts.

Loader, C. (2000), "Fast and accurate computation of binomial probabilities": the probability is written as
a deviance and the error of Stirling's formula, so that no large logarithms are taken from one another.
"""

from __future__ import annotations

from math import exp, inf, lgamma, log, log1p, pi, sqrt

_LOG_ROOT_TWO_PI = 0.5 * log(2 * pi)
_STIRLING_FROM = 15.0  # from here on five terms of Stirling's series leave less than 3e-16
_NEAR = 0.1  # closer than this, in proportion, the deviance is summed as a series


def stirling_error(n: float) -> float:
    """Return ln n! - ln(sqrt(2 pi n) (n/e)^n); the series is DLMF 5.11.1."""
    if n <= 0:
        return inf
    if n <= _STIRLING_FROM:
        return lgamma(n + 1) - (n + 0.5) * log(n) + n - _LOG_ROOT_TWO_PI
    square = n * n
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n


def deviance(x: float, mean: float) -> float:
    """Return x ln(x/mean) + mean - x without cancellation (Loader 2000, section 2); never below zero."""
    if x == 0:
        return mean
    if abs(x - mean) >= _NEAR * (x + mean):
        return max(0.0, x * log(x / mean) + mean - x)
    ratio = (x - mean) / (x + mean)
    total = (x - mean) * ratio
    term = 2 * x * ratio
    for k in range(1, 200):
        term *= ratio * ratio
        step = term / (2 * k + 1)
        if total + step == total:
            break
        total += step
    return total


def poisson_term(x: float, mean: float) -> float:
    """Return mean^x e^-mean / x!, for any real x of 0 or more."""
    if mean <= 0:
        return 1.0 if x == 0 else 0.0
    if x == 0:
        return exp(-mean)
    return exp(-stirling_error(x) - deviance(x, mean)) / sqrt(2 * pi * x)


def binomial_term(x: float, rest: float, p: float, q: float) -> float:
    """Return n!/(x! rest!) p^x q^rest where n = x + rest and p + q = 1, for any reals of 0 or more."""
    n = x + rest
    if p <= 0 or q <= 0:
        return 1.0 if (p <= 0 and x == 0) or (q <= 0 and rest == 0) else 0.0
    if x == 0:
        return exp(rest * log_of(q, p))
    if rest == 0:
        return exp(x * log_of(p, q))
    log_term = (
        stirling_error(n)
        - stirling_error(x)
        - stirling_error(rest)
        - deviance(x, n * p)
        - deviance(rest, n * q)
    )
    return exp(log_term) * sqrt(n / (2 * pi * x * rest))


def log_of(part: float, rest: float) -> float:
    """Return ln of ``part`` where part + rest = 1, through whichever of the two is known more exactly."""
    return log1p(-rest) if rest < part else log(part)
