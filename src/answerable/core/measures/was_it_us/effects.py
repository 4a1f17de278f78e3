"""How much changed, with an interval: by regression, or by counting where the counts are small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.core.spc.distributions import t_quantile
from answerable.core.spc.intervals import CONFIDENCE
from answerable.core.spc.regression import Column, Fit, contrast, least_squares, usual_lag

TREND_SIDE = 12
"""Periods on each side before a trend is allowed for: 12 before and 12 after (Wagner and others 2002)."""
SEASON_YEARS = 2
"""Years before the event before the time of year is allowed for: one alone is no pattern."""
TREND_SURE = 0.9
"""A trend is allowed for if its 90% interval leaves out nought: a missed one costs more than an idle one."""
_ROUNDING = 1e-12  # a change below this beside the values is the arithmetic's, not the world's


@dataclass(frozen=True, slots=True)
class Timed:
    """A value in period ``number``; ``season`` is what other years hold it against, if anything."""

    number: int
    value: float
    after: bool
    season: int | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """``estimate``: after less before, or less where ``trend`` (a period) led.

    ``alike``: the correlation of neighbouring residuals.
    """

    estimate: float
    lower: float
    upper: float
    before: float
    after: float
    trend: float | None
    seasonal: bool
    alike: float

    @property
    def changed(self) -> bool:
        """Whether chance does not explain the change."""
        return not self.lower <= 0 <= self.upper


def effect(points: Sequence[Timed], periods_in_a_year: int) -> Effect | None:
    """Return the change in level at the event; None where the points do not tell.

    A level before and one after; with a trend, the average distance after the event from where the line of
    before would have led (segmented regression); with a season, each period held against the same of other
    years. Intervals allow for neighbours that are alike (Newey and West).
    """
    size = max(abs(one.value) for one in points)
    scaled = [replace(one, value=one.value / size) if size > 0 else one for one in points]
    before = [one for one in scaled if not one.after]
    after = [one for one in scaled if one.after]
    seasonal = _has_years(before, periods_in_a_year)
    trend = _trend(before, after, seasonal=seasonal)
    columns, weights = _design(before, after, trended=trend is not None, seasonal=seasonal)
    fit = least_squares([one.value for one in scaled], columns)
    found = contrast(columns, fit, weights, usual_lag(len(scaled)))
    if found is None:
        return None
    estimate = found.estimate if abs(found.estimate) > _ROUNDING else 0.0
    reach = t_quantile((1 + CONFIDENCE) / 2, found.df) * found.se
    return Effect(
        estimate * size,
        (estimate - reach) * size,
        (estimate + reach) * size,
        mean(before) * size,
        mean(after) * size,
        None if trend is None else trend * size,
        seasonal,
        _alike(fit),
    )


def mean(points: Sequence[Timed]) -> float:
    """Return the mean of the values."""
    return sum(one.value for one in points) / len(points)


def _design(
    before: Sequence[Timed], after: Sequence[Timed], *, trended: bool, seasonal: bool
) -> tuple[list[Column], dict[int, float]]:
    """Return the columns, and the weights of those that make up the change."""
    points = [*before, *after]
    columns: list[Column] = [[1.0] * len(points), [float(one.after) for one in points]]
    weights = {1: 1.0}
    if trended:
        first, origin = after[0].number, before[0].number
        ramp = [float(max(0, one.number - first + 1)) for one in points]
        columns += [[float(one.number - origin) for one in points], ramp]
        weights[3] = sum(ramp) / len(after)
    if seasonal:
        kinds = sorted({one.season for one in points if one.season is not None})
        columns += [[float(one.season == kind) for one in points] for kind in kinds[1:]]
    return columns, weights


def _trend(before: Sequence[Timed], after: Sequence[Timed], *, seasonal: bool) -> float | None:
    """Return the slope a period before the event, None where there is none to allow for."""
    if min(len(before), len(after)) < TREND_SIDE:
        return None
    columns: list[Column] = [[1.0] * len(before), [float(one.number - before[0].number) for one in before]]
    if seasonal:
        kinds = sorted({one.season for one in before if one.season is not None})
        columns += [[float(one.season == kind) for one in before] for kind in kinds[1:]]
    fit = least_squares([one.value for one in before], columns)
    slope = contrast(columns, fit, {1: 1.0}, usual_lag(len(before)))
    if slope is None or abs(slope.estimate) <= _ROUNDING:
        return None
    sure = abs(slope.estimate) > t_quantile((1 + TREND_SURE) / 2, slope.df) * slope.se
    return slope.estimate if sure else None


def _has_years(before: Sequence[Timed], periods_in_a_year: int) -> bool:
    known = any(one.season is not None for one in before)
    return known and len(before) >= SEASON_YEARS * periods_in_a_year


def _alike(fit: Fit) -> float:
    """Return the correlation of neighbouring residuals, 0 where there is none."""
    total = sum(value * value for value in fit.residuals)
    pairs = zip(fit.residuals, fit.residuals[1:], strict=False)
    return sum(a * b for a, b in pairs) / total if total > 0 else 0.0
