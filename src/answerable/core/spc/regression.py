"""Straight lines through points that are not independent: least squares, and how sure one may be of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, sqrt
from operator import mul

_COLLINEAR = 1e-7  # what is left of a column beside the others, less than this of it: no column (R's lm)
_HARDLY_SHORTER = 0.7  # a column of which so much is left has lost no digits, and is not gone over again
_EXACT = 1e-13  # residuals this small beside the values are rounding: the line goes through every point

_MOST_ALIKE = 0.9  # more alike than this a short series is one point, not many

Column = Sequence[float]
Maybe = float | None


@dataclass(frozen=True, slots=True)
class Fit:
    """``estimates`` and ``se`` a column each, None where the column says nothing that the others do not.

    ``df``: rows less columns used. ``inverse`` is (X'X)^-1 of the used columns, ``used`` their numbers.
    """

    estimates: Sequence[Maybe]
    se: Sequence[Maybe]
    residuals: Sequence[float]
    df: int
    sigma: Maybe
    r_squared: Maybe
    used: Sequence[int]
    inverse: Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Contrast:
    """A sum of estimates, its standard error and its degrees of freedom."""

    estimate: float
    se: float
    df: int


def least_squares(y: Column, columns: Sequence[Column]) -> Fit:
    """Return ordinary least squares of ``y`` on ``columns`` (the first of them all 1), as R's lm has it.

    Columns are made orthogonal one after the other, twice over for accuracy (Golub and Van Loan, 5.2.8;
    "twice is enough", Giraud and others 2005).
    """
    used, axes, triangle = _orthogonal(columns)
    pulls = [_dot(axis, y) for axis in axes]
    residuals = list(y)
    for axis in axes:
        residuals = _less(residuals, axis, _dot(axis, residuals))
    scale = max(map(abs, y), default=0.0)
    if max(map(abs, residuals), default=0.0) <= _EXACT * scale:
        residuals = [0.0] * len(residuals)
    roots = _inverse(triangle)
    inverse = [[_dot(row, other) for other in roots] for row in roots]
    df = len(y) - len(used)
    left = _dot(residuals, residuals)
    sigma = sqrt(left / df) if df > 0 else None
    estimates: list[Maybe] = [None] * len(columns)
    se: list[Maybe] = [None] * len(columns)
    for place, number in enumerate(used):
        estimates[number] = _dot(roots[place], pulls)
        se[number] = sigma * sqrt(inverse[place][place]) if sigma is not None else None
    return Fit(estimates, se, residuals, df, sigma, _explained(y, left), used, inverse)


def newey_west(columns: Sequence[Column], fit: Fit, lag: int) -> list[Maybe]:
    """Return standard errors that allow for neighbours being alike up to ``lag`` periods apart.

    Newey and West (1987) with Bartlett's weights, neither prewhitened nor corrected for small samples
    (R's sandwich::NeweyWest(lag, prewhite = FALSE, adjust = FALSE)); lag 0 is White's.
    """
    result: list[Maybe] = [None] * len(columns)
    for place, number in enumerate(fit.used):
        result[number] = sqrt(_robust_variance(columns, fit, fit.inverse[place], lag))
    return result


def _robust_variance(columns: Sequence[Column], fit: Fit, pull: Column, lag: int) -> float:
    """Return Newey and West's variance of the sum of estimates that is ``pull`` times X'y."""
    used = [columns[number] for number in fit.used]
    parts = [
        error * fsum(weight * column[row] for weight, column in zip(pull, used, strict=True))
        for row, error in enumerate(fit.residuals)
    ]
    total = _dot(parts, parts)
    for apart in range(1, min(lag, len(parts) - 1) + 1):
        pairs = zip(parts[apart:], parts, strict=False)
        total += 2 * (1 - apart / (lag + 1)) * fsum(a * b for a, b in pairs)
    return max(0.0, total)


def usual_lag(points: int) -> int:
    """Return how far apart neighbours are held to be alike: Newey and West's rule of thumb (1994)."""
    return int(4 * (points / 100) ** (2 / 9))


def contrast(columns: Sequence[Column], fit: Fit, weights: Mapping[int, float], lag: int) -> Contrast | None:
    """Return a weighted sum of estimates with the largest of three standard errors.

    They are the plain one; Newey and West's, which is too small for short series (Andrews 1991); and the
    plain one times the root of (1 + r) / (1 - r), with r how alike neighbours are (Bence 1995). The latter
    two may widen an interval here, never narrow it. None where a column has no estimate or no degree of
    freedom is left.
    """
    known = {number: value for number in weights if (value := fit.estimates[number]) is not None}
    if len(known) < len(weights) or fit.sigma is None:
        return None
    row = [weights.get(number, 0.0) for number in fit.used]
    pull = [_dot(row, line) for line in fit.inverse]
    plain = fit.sigma**2 * _dot(pull, row)
    alike = likeness(fit.residuals, len(fit.used))
    robust = _robust_variance(columns, fit, pull, lag)
    value = fsum(weights[number] * estimate for number, estimate in known.items())
    return Contrast(value, sqrt(max(0.0, plain * (1 + alike) / (1 - alike), robust)), fit.df)


def likeness(residuals: Column, terms: int) -> float:
    """Return how alike neighbouring residuals are: their correlation, corrected upwards, 0 to 0.9.

    Residuals of n points about k terms have a correlation that is too low by about k/n and a little more the
    more alike they are (Kendall 1954: by (1 + 3r)/n about a mean).
    """
    left, points = _dot(residuals, residuals), len(residuals)
    if not left > 0:
        return 0.0
    found = fsum(a * b for a, b in pairwise(residuals)) / left
    return min(_MOST_ALIKE, max(0.0, found + (terms / 2 + 3 * max(0.0, found)) / points))


def durbin_watson(residuals: Column) -> Maybe:
    """Return Durbin and Watson's d (1950): near 2 where neighbours are independent; None: no residuals."""
    left = _dot(residuals, residuals)
    steps = fsum((b - a) ** 2 for a, b in pairwise(residuals))
    return steps / left if left > 0 else None


def _orthogonal(columns: Sequence[Column]) -> tuple[list[int], list[list[float]], list[list[float]]]:
    """Return the numbers of the columns kept, their orthonormal axes and the triangle that makes them."""
    used: list[int] = []
    axes: list[list[float]] = []
    triangle: list[list[float]] = []
    for number, column in enumerate(columns):
        rest = list(map(float, column))
        parts = [0.0] * len(axes)
        for _ in range(2):
            length = sqrt(_dot(rest, rest))
            for i, axis in enumerate(axes):
                part = _dot(axis, rest)
                parts[i] += part
                rest = _less(rest, axis, part) if part else rest
            if sqrt(_dot(rest, rest)) > _HARDLY_SHORTER * length:
                break
        size = sqrt(_dot(rest, rest))
        if len(axes) == len(rest) or size <= _COLLINEAR * sqrt(_dot(column, column)):
            continue
        used.append(number)
        axes.append([value / size for value in rest])
        triangle.append([*parts, size])
    return used, axes, triangle


def _inverse(triangle: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return the inverse of the upper triangle whose columns are given, row by row."""
    size = len(triangle)
    rows = [[0.0] * size for _ in range(size)]
    for j in range(size):
        rows[j][j] = 1 / triangle[j][j]
        for i in range(j):
            rows[i][j] = -fsum(rows[i][k] * triangle[j][k] for k in range(i, j)) * rows[j][j]
    return rows


def _explained(y: Column, left: float) -> Maybe:
    mean = fsum(y) / len(y) if y else 0.0
    total = fsum((value - mean) ** 2 for value in y)
    return 1 - left / total if total > (_EXACT * mean) ** 2 * len(y) else None


def _dot(a: Column, b: Column) -> float:
    return float(sum(map(mul, a, b)))


def _less(a: Column, b: Column, times: float) -> list[float]:
    return [x - times * y for x, y in zip(a, b, strict=True)]
