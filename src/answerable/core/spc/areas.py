"""Areas beside each other: do they differ at all, and which lie outside what chance gives. Never who is last.

Few areas are tested together and drawn with their own intervals; many are held against a funnel, which is
widened where areas usually lie apart by more than sampling explains (Spiegelhalter 2005; ``funnel_spread``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import asin, fsum, inf, isfinite, pi, sin, sqrt
from typing import Literal

from answerable.core.spc.comparing import alike
from answerable.core.spc.distributions import chi2_sf
from answerable.core.spc.funnel import TRIM
from answerable.core.spc.funnel_exact import count_band, share_band
from answerable.core.spc.funnel_limits import Z95, Z998, Band
from answerable.core.spc.funnel_spread import Data, Scores, scores
from answerable.core.spc.impossible import Impossible
from answerable.core.spc.intervals import wilson
from answerable.core.spc.rates import count_interval

MANY = 10
"""Fewer areas than this cannot tell how far areas usually lie apart: of five, the outermost tenth is none."""
CHANCE = 0.05
"""Areas that chance alone sets so far apart once in 20 times or more often are not told apart."""
ROUGH_BELOW = 5
"""Expected in an area; with fewer, the chi-square test is rough (Cochran 1954)."""

Where = Literal["", "95", "99.8"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One area: its value, its own 95% interval, and which limits it is outside of, above or below."""

    value: float
    lower: float
    upper: float
    outside: Where
    above: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """``p``: how often chance sets areas so far apart (few areas only); ``differ``: None for many.

    ``times``: how many times the variance of sampling lies between many areas; where that is clearly more
    than once, the limits are ``widened``. ``limits`` gives the band at a size, in the values' own scale.
    ``rough``: chi-square is not exact with so few expected.
    """

    overall: float
    standings: list[Standing]
    limits: Callable[[float], Band]
    p: float | None = None
    differ: bool | None = None
    times: float = 1.0
    widened: bool = False
    rough: bool = False


def compare_shares(hits: Sequence[float], sizes: Sequence[float]) -> Compared:
    """Shares (0 to 1) of areas, so many ``hits`` of each of ``sizes``."""
    _possible(hits, sizes)
    if any(x > n for x, n in zip(hits, sizes, strict=True)):
        raise Impossible("The numerator of an area is above its denominator.")
    overall = fsum(hits) / fsum(sizes)
    own = [tuple(wilson(x, n)) for x, n in zip(hits, sizes, strict=True)]
    rough = min(overall, 1 - overall) * min(sizes) < ROUGH_BELOW

    def limits(tau2: float) -> Callable[[float], Band]:
        return lambda size: share_limits(overall, size, tau2)

    if len(sizes) < MANY:
        return _few(hits, sizes, overall, own, limits(0.0), alike(hits, sizes).p, rough)
    return _many(hits, sizes, overall, own, limits, scores(Data.PROPORTION, hits, sizes, overall, TRIM))


def compare_rates(events: Sequence[float], exposures: Sequence[float]) -> Compared:
    """Rates of areas: so many ``events`` for ``exposures`` (people, hours)."""
    _possible(events, exposures)
    overall = fsum(events) / fsum(exposures)
    own = [
        tuple(end / exposure for end in count_interval(x, 1 - CHANCE))
        for x, exposure in zip(events, exposures, strict=True)
    ]
    expected = [overall * exposure for exposure in exposures]
    rough = min(expected) < ROUGH_BELOW

    def limits(tau2: float) -> Callable[[float], Band]:
        return lambda exposure: rate_limits(overall, exposure, tau2)

    if len(exposures) < MANY or overall == 0:
        return _few(events, exposures, overall, own, limits(0.0), _rates_alike(events, expected), rough)
    found = scores(Data.STANDARDISED_ROOT, events, expected, 1.0, TRIM)
    return _many(events, exposures, overall, own, limits, found)


def share_limits(overall: float, size: float, tau2: float) -> Band:
    """Exact limits for a sample's share; where areas differ beyond sampling by ``tau2``, the wider ones of
    those and of limits on the arcsine scale with that variance added."""
    exact = share_band(size, overall)
    if tau2 == 0:
        return exact
    middle, spread = asin(sqrt(overall)), sqrt(1 / (4 * size) + tau2)
    return _wider(exact, lambda z: sin(min(pi / 2, max(0.0, middle + z * spread))) ** 2)


def rate_limits(overall: float, exposure: float, tau2: float) -> Band:
    """The same for a rate: exact for a count, or on the square-root scale with ``tau2`` added."""
    expected = overall * exposure
    if expected <= 0:
        return Band(0.0, 0.0, inf, inf)
    exact = _times(count_band(expected), overall)
    spread = sqrt(1 / (4 * expected) + tau2)
    return exact if tau2 == 0 else _wider(exact, lambda z: overall * max(0.0, 1 + z * spread) ** 2)


def _wider(exact: Band, limit: Callable[[float], float]) -> Band:
    return Band(
        min(exact.lower998, limit(-Z998)),
        min(exact.lower95, limit(-Z95)),
        max(exact.upper95, limit(Z95)),
        max(exact.upper998, limit(Z998)),
    )


def _times(one: Band, by: float) -> Band:
    return Band(one.lower998 * by, one.lower95 * by, one.upper95 * by, one.upper998 * by)


def _possible(hits: Sequence[float], sizes: Sequence[float]) -> None:
    if len(hits) != len(sizes) or len(hits) < 2:
        raise Impossible("At least two areas are needed to compare, each with a numerator and a denominator.")
    if not all(isfinite(n) and n > 0 for n in sizes):
        raise Impossible("The denominator of an area is not above 0.")
    if not all(isfinite(x) and x >= 0 for x in hits):
        raise Impossible("The numerator of an area is below 0.")


def _rates_alike(events: Sequence[float], expected: Sequence[float]) -> float | None:
    """How often chance sets rates so far apart: chi-square of counts, a degree less than there are areas."""
    if not all(one > 0 for one in expected):
        return None
    apart = fsum((x - e) ** 2 / e for x, e in zip(events, expected, strict=True))
    return chi2_sf(apart, len(events) - 1)


def _few(
    hits: Sequence[float],
    sizes: Sequence[float],
    overall: float,
    own: Sequence[tuple[float, ...]],
    limits: Callable[[float], Band],
    p: float | None,
    rough: bool,
) -> Compared:
    """One test for all; only where it tells them apart is any area looked at by itself, at 99.8%."""
    differ = p is not None and p < CHANCE
    standings = _standings(hits, sizes, own, limits if differ else None)
    standings = [replace(one, outside="") if one.outside == "95" else one for one in standings]
    return Compared(overall, standings, limits, p, differ, rough=rough)


def _many(
    hits: Sequence[float],
    sizes: Sequence[float],
    overall: float,
    own: Sequence[tuple[float, ...]],
    limits: Callable[[float], Callable[[float], Band]],
    found: Scores,
) -> Compared:
    times = found.phi
    widened = times > clearly_above_one(len(sizes)) and found.tau2 > 0
    line = limits(found.tau2 if widened else 0.0)
    return Compared(overall, _standings(hits, sizes, own, line), line, times=times, widened=widened)


def clearly_above_one(areas: int) -> float:
    """The ratio of variances that so many areas seldom reach by sampling alone: two standard errors above 1.

    A mean of k squared scores has a standard error of sqrt(2 / k). Limits that widen sooner would hide areas.
    """
    return 1 + 2 * sqrt(2 / areas)


def _standings(
    hits: Sequence[float],
    sizes: Sequence[float],
    own: Sequence[tuple[float, ...]],
    limits: Callable[[float], Band] | None,
) -> list[Standing]:
    found = []
    for x, size, (lower, upper) in zip(hits, sizes, own, strict=True):
        value = x / size
        where, above = _where(value, limits(size)) if limits else ("", False)
        found.append(Standing(value, lower, upper, where, above))
    return found


def _where(value: float, band: Band) -> tuple[Where, bool]:
    if value > band.upper95:
        return ("99.8" if value > band.upper998 else "95"), True
    if value < band.lower95:
        return ("99.8" if value < band.lower998 else "95"), False
    return "", False
