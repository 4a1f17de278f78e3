"""Work of arithmetic that several distributions share: turning a tail round, and summing fractions."""

from __future__ import annotations

from collections.abc import Callable
from math import log

_MOST_STEPS = 400
_CLOSE = 1e-15
_FARTHEST = 700.0  # exp(700) is near the largest number there is
_TINY = 1e-308

EPSILON = 1e-16
SMALLEST = 1e-300  # stands for zero in Lentz's method, so that nothing is divided by it
MOST_TERMS = 2_000_000  # the expansions take some multiple of the square root of the shape

Tail = Callable[[float], tuple[float, float]]
"""u -> (the tail at u, its derivative there)."""


def increasing_root(tail: Tail, target: float, *, start: float, rising: bool) -> float:
    """Return u where ``tail`` is ``target``. ``rising``: the tail grows with u.

    The logarithm of a tail of a log-concave density is concave, so Newton's method on it settles; the
    bracket only keeps a wild first step in hand (Numerical Recipes, section 9.4).
    """
    low, high = -_FARTHEST, _FARTHEST
    u = start
    for _ in range(_MOST_STEPS):
        value, slope = tail(u)
        above = (value > target) == rising
        low, high = (low, min(high, u)) if above else (max(low, u), high)
        step = u - log(value / target) * value / slope if value > _TINY and abs(slope) > _TINY else low - 1
        if value == target or abs(step - u) <= _CLOSE * max(1.0, abs(u)):
            return step if low <= step <= high else u
        u = step if low < step < high else (low + high) / 2
        if high - low <= _CLOSE * max(1.0, abs(high)):
            break
    return u


def away_from_zero(x: float) -> float:
    """Return ``x``, or the smallest number that may be divided by."""
    return x if abs(x) > SMALLEST else SMALLEST
