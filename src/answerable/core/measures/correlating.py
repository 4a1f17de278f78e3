"""Whether a series follows the seasons, or each value the one before: both make signals that are none."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt

SEASONAL = 0.35
"""A weaker correlation with the same month a year before moves limits too little to be said."""
NEIGHBOURS = 0.35
"""At a correlation of 0.4 with the value before, 9 instead of 2 in 100 stable series call their last point a
change (40,000 simulated series, docs/explanation/real-change.md)."""
STANDARD_ERRORS = 2
"""Correlations of unrelated values lie within two standard errors, 1/sqrt(pairs), about 95 times in 100."""
FEWEST_PAIRS = 12

Numbers = Sequence[float | None]


def seasonal(deviations: Numbers, periods_a_year: int) -> float | None:
    """The correlation with a year before, where it is high enough and there are two years; else None."""
    if len(deviations) < 2 * periods_a_year:
        return None
    return _strong(without_trend(deviations), periods_a_year, SEASONAL)


def neighbours(deviations: Numbers) -> float | None:
    """The correlation of each value with the one before, where it is high enough; else None."""
    return _strong(without_trend(deviations), 1, NEIGHBOURS)


def _strong(values: Numbers, lag: int, least: float) -> float | None:
    pairs = [
        (before, after)
        for before, after in zip(values, values[lag:], strict=False)
        if before is not None and after is not None
    ]
    if len(pairs) < FEWEST_PAIRS:
        return None
    found = correlation([before for before, _ in pairs], [after for _, after in pairs])
    return found if found is not None and found > max(least, STANDARD_ERRORS / sqrt(len(pairs))) else None


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Pearson's correlation; None where one of the two does not vary."""
    n = len(xs)
    x_mean, y_mean = fsum(xs) / n, fsum(ys) / n
    xx = fsum((x - x_mean) ** 2 for x in xs)
    yy = fsum((y - y_mean) ** 2 for y in ys)
    below = sqrt(xx) * sqrt(yy)
    if not below:
        return None
    return fsum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)) / below


def without_trend(values: Numbers) -> list[float | None]:
    """What is left when the straight line of least squares is taken away."""
    known = [(at, value) for at, value in enumerate(values) if value is not None]
    if len(known) < 2:
        return list(values)
    middle = fsum(at for at, _ in known) / len(known)
    mean = fsum(value for _, value in known) / len(known)
    spread = fsum((at - middle) ** 2 for at, _ in known)
    slope = fsum((at - middle) * (value - mean) for at, value in known) / spread
    return [
        None if value is None else value - mean - slope * (at - middle) for at, value in enumerate(values)
    ]
