"""How a series behaves that makes the usual rules say more, or less, than they should."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from answerable.core.measures.charting import Charted
from answerable.core.measures.choosing import counted
from answerable.core.measures.correlating import neighbours, seasonal
from answerable.core.measures.facts import Facts, Frequency, Kind, Observed
from answerable.core.measures.saying import PERIODS, capital, when
from answerable.core.measures.series import known, last_with_value
from answerable.core.measures.stretches import change
from answerable.core.spc.intervals import wilson
from answerable.core.spc.rules import Rule
from answerable.core.spc.shewhart_parts import SCREEN_AT
from answerable.core.spc.xmr import FEWEST_FOR_ICONS

A_YEAR = {Frequency.WEEK: 52, Frequency.MONTH: 12, Frequency.QUARTER: 4}
WIDE = 3.0
"""Per cent either way: gaps that offices argue about are of 3 to 5 points, so such sampling decides them."""
CHUNKY = 3
"""Three or fewer different moving ranges within their limit: the values are rounded so coarsely that limits
are too narrow (Wheeler and Chambers, Understanding Statistical Process Control, on inadequate units)."""
PER_CENT = 100


def sampled(facts: Facts, charted: Charted) -> str:
    """A survey of so few that sampling alone moves its last value by points."""
    last = last_with_value(charted.series)
    pair = counted(last) if last and facts.kind == Kind.SURVEY else None
    if last is None or pair is None or not 0 <= pair[0] <= pair[1]:
        return ""
    lower, upper = wilson(*pair)
    half = PER_CENT * (upper - lower) / 2
    if half < WIDE:
        return ""
    return (
        f"{capital(when(facts, last))} rests on {pair[1]:,.0f} answers: by sampling alone it could be about "
        f"{half:.0f} points higher or lower."
    )


def season(facts: Facts, charted: Charted) -> str:
    """A series that follows the months of the year."""
    period = PERIODS[facts.frequency]
    found = seasonal(_deviations(charted), A_YEAR[facts.frequency]) if facts.frequency in A_YEAR else None
    if found is None:
        return ""
    return (
        f"It follows the seasons (correlation {found:.1f} with a year before): a high or low {period} may be "
        f"no more than the time of year. Compare it with the same {period} a year before."
    )


def correlated(charted: Charted) -> float | None:
    """The correlation of each value with the one before, where it is high enough to matter; else None."""
    return neighbours(_deviations(charted))


def alike(facts: Facts, charted: Charted) -> str:
    """A series in which each value follows the one before."""
    found = correlated(charted)
    going = change(charted)
    if found is None or season(facts, charted) or (going and going.rule == Rule.TREND):
        return ""
    period = PERIODS[facts.frequency]
    return (
        f"Each {period} is like the one before (correlation {found:.1f}): such a series looks changed more "
        "often than chance alone gives."
    )


def rounded(facts: Facts, charted: Charted) -> str:
    """Values that are rounded so coarsely that limits from them are too narrow."""
    rows = charted.last_phase()
    ranges = [
        abs(after.value - before.value)
        for before, after in pairwise(rows)
        if before.value is not None and after.value is not None
    ]
    if len(ranges) < FEWEST_FOR_ICONS - 1 or not any(ranges) or charted.unit:
        return ""
    limit = SCREEN_AT * sum(ranges) / len(ranges)
    steps = {round(one, facts.decimals) for one in ranges if one <= limit}
    if len(steps) > CHUNKY:
        return ""
    return "The values are rounded so coarsely that the ordinary range is only roughly right."


def _deviations(charted: Charted) -> list[float | None]:
    """How far each value is from its phase's average, or from its run's where one signals."""
    found: list[float | None] = []
    for first, after in zip(charted.starts, [*charted.starts[1:], len(charted.rows)], strict=True):
        found += _from_mean(charted.rows[first:after])
    run = change(charted)
    if run is not None and run.points > 1:
        before = _from_mean(charted.rows[charted.starts[-1] : run.first])
        found[charted.starts[-1] :] = [*before, *_from_mean(charted.rows[run.first :])]
    return found


def _from_mean(rows: Sequence[Observed]) -> list[float | None]:
    values = known(rows)
    mean = sum(values) / len(values) if values else 0.0
    return [None if row.value is None else row.value - mean for row in rows]
