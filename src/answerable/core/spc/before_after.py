"""Before and after: did the level change, did the trend, and how sure is it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from answerable.core.spc.distributions import t_quantile, t_sf
from answerable.core.spc.intervals import CONFIDENCE
from answerable.core.spc.regression import Fit, durbin_watson, least_squares, newey_west

TERMS = ("intercept", "slope_before", "level_change", "slope_change")
_ALL_ALIKE = (
    10 * 2.0**-52
)  # a spread below this beside the means is rounding (R's t.test: "essentially constant")
Maybe = float | None


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the regression. None: it cannot be known from these points."""

    name: str
    estimate: Maybe
    se: Maybe
    t: Maybe
    p: Maybe
    lower: Maybe
    upper: Maybe
    newey_west_se: Maybe


@dataclass(frozen=True, slots=True)
class Segmented:
    """A line before and a line after. ``terms`` are in the order of ``TERMS``."""

    terms: Sequence[Term]
    df: int
    sigma: Maybe
    r_squared: Maybe
    durbin_watson: Maybe

    def term(self, name: str) -> Term:
        """Return the term of that name."""
        return self.terms[TERMS.index(name)]


@dataclass(frozen=True, slots=True)
class Welch:
    """Mean after less mean before. None: fewer than two points on a side, or all of them alike."""

    mean_before: Maybe
    mean_after: Maybe
    difference: Maybe
    se: Maybe = None
    lower: Maybe = None
    upper: Maybe = None
    t: Maybe = None
    df: Maybe = None
    p: Maybe = None


def columns_of(times: Sequence[float], first_after: float) -> list[list[float]]:
    """Return the columns 1, t, step and ramp for each time; ``first_after`` is the first time after.

    The ramp is 1 at ``first_after``, so that the step is the gap one period before it on the new line.
    """
    return [
        [1.0 for _ in times],
        [float(t) for t in times],
        [float(t >= first_after) for t in times],
        [max(0.0, t - first_after + 1) for t in times],
    ]


def segmented(
    y: Sequence[float],
    first_after: int,
    *,
    lag: int = 0,
    confidence: float = CONFIDENCE,
    times: Sequence[float] | None = None,
) -> Segmented:
    """Fit a line before and a line after the point numbered ``first_after`` (from 1).

    Wagner and others (2002), "Segmented regression analysis of interrupted time series studies"; intervals by
    Student's t, beside them Newey and West's standard errors. ``times``: the periods' numbers where some
    are missing, otherwise 1, 2, 3 and so on.
    """
    columns = columns_of(times if times is not None else range(1, len(y) + 1), first_after)
    fit = least_squares(y, columns)
    robust = newey_west(columns, fit, lag)
    terms = [_term(name, number, fit, robust[number], confidence) for number, name in enumerate(TERMS)]
    return Segmented(terms, fit.df, fit.sigma, fit.r_squared, durbin_watson(fit.residuals))


def _term(name: str, number: int, fit: Fit, robust: Maybe, confidence: float) -> Term:
    estimate, se = fit.estimates[number], fit.se[number]
    if estimate is None or se is None:
        return Term(name, estimate, None, None, None, None, None, robust if se is not None else None)
    reach = t_quantile((1 + confidence) / 2, fit.df) * se
    t = estimate / se if se > 0 else None
    p = 2 * t_sf(abs(t), fit.df) if t is not None else None
    return Term(name, estimate, se, t, p, estimate - reach, estimate + reach, robust)


def welch(before: Sequence[float], after: Sequence[float], confidence: float = CONFIDENCE) -> Welch:
    """Compare two means whose spreads may differ (Welch 1947; R's t.test)."""
    if not before or not after:
        return Welch(_mean(before), _mean(after), None)
    first, second = fsum(before) / len(before), fsum(after) / len(after)
    gap = second - first
    if len(before) < 2 or len(after) < 2:
        return Welch(first, second, gap)
    parts = [_variance(before, first) / len(before), _variance(after, second) / len(after)]
    se = sqrt(sum(parts))
    if se <= _ALL_ALIKE * max(abs(first), abs(second)):
        return Welch(first, second, gap)
    df = sum(parts) ** 2 / (parts[0] ** 2 / (len(before) - 1) + parts[1] ** 2 / (len(after) - 1))
    reach = t_quantile((1 + confidence) / 2, df) * se
    t = gap / se
    return Welch(first, second, gap, se, gap - reach, gap + reach, t, df, 2 * t_sf(abs(t), df))


def _mean(values: Sequence[float]) -> Maybe:
    return fsum(values) / len(values) if values else None


def _variance(values: Sequence[float], mean: float) -> float:
    return fsum((value - mean) ** 2 for value in values) / (len(values) - 1)
