"""How much changed, with an interval: by regression, or by counting where the counts are small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum

from answerable.core.spc.distributions import t_quantile
from answerable.core.spc.intervals import CONFIDENCE
from answerable.core.spc.regression import Column, Contrast, Fit, contrast, least_squares, likeness, usual_lag

SEES_TRENDS = 12
"""With fewer periods a side than this a trend under way may go unseen (Wagner and others 2002: 12 and 12)."""
SEASON_YEARS = 2
"""Years before the event before the time of year is allowed for: one alone is no pattern."""
TREND_SURE = 0.95
"""A trend is allowed for if the slope that both sides share has a 95% interval without nought."""
_EXPLAINS = 0.5  # a drift that explains this part of a change leaves the change in doubt
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

    ``alike``: the correlation of neighbouring residuals. ``drift``: how far the slope before it, sure or not,
    would have led from the middle of one side to the middle of the other.
    """

    estimate: float
    lower: float
    upper: float
    before: float
    after: float
    trend: float | None
    seasonal: bool
    alike: float
    drift: float = 0.0

    @property
    def drifting(self) -> bool:
        """Whether a slope before it, too weak to be sure of, would explain half of the change or more."""
        half = abs(self.estimate) * _EXPLAINS
        return self.trend is None and self.drift * self.estimate > 0 and abs(self.drift) >= half > 0

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
    seasonal = _has_years(before, periods_in_a_year)
    trended = _has_trend(scaled, seasonal=seasonal)
    design = (_trended if trended else _level)(scaled, seasonal=seasonal)
    fit = _fitted(scaled, design)
    found = contrast(design.columns, fit, design.weights, usual_lag(len(scaled)))
    if found is None:
        return None
    slope = fit.estimates[len(design.columns) - 2] if trended else None
    estimate = found.estimate if abs(found.estimate) > _ROUNDING else 0.0
    reach = t_quantile((1 + CONFIDENCE) / 2, found.df) * found.se
    return Effect(
        estimate * size,
        (estimate - reach) * size,
        (estimate + reach) * size,
        mean(before) * size,
        mean([one for one in scaled if one.after]) * size,
        None if slope is None else slope * size,
        seasonal,
        likeness(fit.residuals, len(fit.used)),
        _drift(scaled, seasonal=seasonal) * size,
    )


def _drift(points: Sequence[Timed], *, seasonal: bool) -> float:
    before = [one for one in points if not one.after]
    level = _level(before, seasonal=seasonal)
    columns = [*level.columns, _times(before)]
    slope = least_squares([one.value for one in before], columns).estimates[-1] or 0.0
    middles = [fsum(one.number for one in points if one.after is side) for side in (False, True)]
    after = len(points) - len(before)
    return slope * (middles[1] / after - middles[0] / len(before))


def mean(points: Sequence[Timed]) -> float:
    """Return the mean of the values."""
    return sum(one.value for one in points) / len(points)


@dataclass(slots=True)
class _Design:
    """Columns of the regression, and the weights of those that make up the change."""

    columns: list[Column]
    weights: dict[int, float]


def _level(points: Sequence[Timed], *, seasonal: bool) -> _Design:
    """A level before and one after; with seasons, each against the same of other years."""
    columns: list[Column] = [[1.0] * len(points), [float(one.after) for one in points]]
    if seasonal:
        kinds = sorted({one.season for one in points if one.season is not None})
        columns += [[float(one.season == kind) for one in points] for kind in kinds[1:]]
    return _Design(columns, {1: 1.0})


def _trended(points: Sequence[Timed], *, seasonal: bool) -> _Design:
    """A line before and one after; the change is the mean distance of the second from the first, drawn on.

    Wagner and others (2002), "Segmented regression analysis of interrupted time series studies".
    """
    level = _level(points, seasonal=seasonal)
    first = min(one.number for one in points if one.after)
    ramp = [float(max(0, one.number - first + 1)) if one.after else 0.0 for one in points]
    columns = [*level.columns, _times(points), ramp]
    after = sum(one.after for one in points)
    return _Design(columns, {1: 1.0, len(columns) - 1: sum(ramp) / after})


def _times(points: Sequence[Timed]) -> list[float]:
    return [float(one.number - points[0].number) for one in points]


def _has_trend(points: Sequence[Timed], *, seasonal: bool) -> bool:
    """Return whether the sides share a slope: both together show one that neither side alone would."""
    level = _level(points, seasonal=seasonal)
    columns = [*level.columns, _times(points)]
    slope = _contrast(points, _Design(columns, {len(columns) - 1: 1.0}))
    if slope is None or abs(slope.estimate) <= _ROUNDING:
        return False
    return abs(slope.estimate) > t_quantile((1 + TREND_SURE) / 2, slope.df) * slope.se


def _contrast(points: Sequence[Timed], design: _Design) -> Contrast | None:
    return contrast(design.columns, _fitted(points, design), design.weights, usual_lag(len(points)))


def _fitted(points: Sequence[Timed], design: _Design) -> Fit:
    return least_squares([one.value for one in points], design.columns)


def _has_years(before: Sequence[Timed], periods_in_a_year: int) -> bool:
    known = any(one.season is not None for one in before)
    return known and len(before) >= SEASON_YEARS * periods_in_a_year
