"""Before and after by counting, where the counts are too small for means and straight lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

from answerable.core.measures.facts import Facts, Kind, Observed
from answerable.core.spc.distributions import chi2_sf
from answerable.core.spc.intervals import CONFIDENCE, two_sided_z
from answerable.core.spc.rates import RateRatio, rate_ratio

SMALL_COUNT = 5
"""Fewer events a period than this are skewed: means and their intervals do not fit them (Montgomery)."""
CLUSTERED = 0.01
"""Counts that vary so much that chance would do it 1 time in 100 come in clusters, not one by one."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Events and what they are counted over (periods, or denominators): before, after, and their ratio."""

    before: int
    over_before: float
    after: int
    over_after: float
    ratio: RateRatio

    @property
    def expected(self) -> float:
        """Events after it at the rate of before."""
        return self.before * self.over_after / self.over_before

    @property
    def changed(self) -> bool:
        """Whether chance does not explain the ratio."""
        low, high = self.ratio.lower, self.ratio.upper
        return (low is not None and low > 1) or (high is not None and high < 1)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Events where nothing was done, and our ratio as a multiple of theirs, with its interval."""

    before: int
    after: int
    ratio: float
    lower: float
    upper: float

    @property
    def stands_out(self) -> bool:
        """Whether chance does not explain that ours went another way."""
        return not self.lower <= 1 <= self.upper


Pair = tuple[int, float]
Rows = Sequence[Observed]
_HALF = 0.5


def counted(facts: Facts, before: Sequence[Observed], after: Sequence[Observed]) -> Counted | None:
    """Return the ratio of rates; None where the counts are unknown, large, or come in clusters."""
    old, new = _pairs(facts.kind, before), _pairs(facts.kind, after)
    if not old or not new:
        return None
    if max(_mean(old), _mean(new)) >= SMALL_COUNT or _clustered([old, new]):
        return None
    events, times = (
        [sum(x for x, _ in side) for side in (old, new)],
        [sum(n for _, n in side) for side in (old, new)],
    )
    ratio = rate_ratio(events[0], times[0], events[1], times[1])
    return Counted(events[0], times[0], events[1], times[1], ratio)


def elsewhere(facts: Facts, ours: Counted, others: Sequence[tuple[Rows, Rows]]) -> Elsewhere | None:
    """Return the ratio of the ratios: ours over that of the others together, whose rows are before and after.

    Woolf's interval (1955) with half an event added to each count (Haldane 1956); None where they have no
    counts.
    """
    sides = [(_pairs(facts.kind, before), _pairs(facts.kind, after)) for before, after in others]
    known = [(before, after) for before, after in sides if before and after]
    if not known:
        return None
    before = sum(x for old, _ in known for x, _ in old)
    after = sum(x for _, new in known for x, _ in new)
    times = sum(n for old, _ in known for _, n in old) / sum(n for _, new in known for _, n in new)
    counts = [ours.after + _HALF, ours.before + _HALF, after + _HALF, before + _HALF]
    here = counts[0] / counts[1] * ours.over_before / ours.over_after
    middle = log(here / (counts[2] / counts[3] * times))
    reach = two_sided_z(CONFIDENCE) * sqrt(sum(1 / one for one in counts))
    return Elsewhere(before, after, exp(middle), exp(middle - reach), exp(middle + reach))


def _pairs(kind: Kind, rows: Sequence[Observed]) -> list[Pair] | None:
    """Return events and what they are counted over for each period; None where one is unknown."""
    found = []
    for one in rows:
        events, over = (one.value, 1.0) if kind is Kind.COUNT else (one.numerator, one.denominator)
        if kind not in (Kind.COUNT, Kind.RATE, Kind.PROPORTION) or events is None or not over:
            return None
        if events < 0 or over < 0 or events != int(events):
            return None
        found.append((int(events), float(over)))
    return found


def _mean(pairs: Sequence[Pair]) -> float:
    return sum(x for x, _ in pairs) / len(pairs)


def _clustered(sides: Sequence[Sequence[Pair]]) -> bool:
    """Return whether counts vary more within the sides than events that come one by one (Cochran 1954)."""
    apart, free = 0.0, 0
    for pairs in sides:
        rate = sum(x for x, _ in pairs) / sum(n for _, n in pairs)
        if rate > 0:
            apart += sum((x - rate * n) ** 2 / (rate * n) for x, n in pairs)
            free += len(pairs) - 1
    return free > 0 and chi2_sf(apart, free) < CLUSTERED
