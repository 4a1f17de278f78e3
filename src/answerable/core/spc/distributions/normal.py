"""The normal distribution, on the standard library's own functions."""

from __future__ import annotations

from math import erfc, inf, sqrt
from statistics import NormalDist

_STANDARD = NormalDist()


def normal_cdf(x: float) -> float:
    """Return the chance that a standard normal variable is below ``x`` (DLMF 7.18(iv): by erfc)."""
    return 0.5 * erfc(-x / sqrt(2))


def normal_quantile(p: float) -> float:
    """Return the value that a standard normal variable is below with chance ``p``.

    Wichura (1988), algorithm AS 241, as the standard library has it.
    """
    if p <= 0 or p >= 1:
        return -inf if p <= 0 else inf
    return _STANDARD.inv_cdf(p)
