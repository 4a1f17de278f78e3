"""Whether a target is met: how often lately, how often it will be as things are, and how that is said."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from answerable.core.measures.charting import DIRECTIONS, SIGMAS, Charted
from answerable.core.measures.choosing import counted
from answerable.core.measures.facts import Better, Facts, Kind, Observed
from answerable.core.measures.proposing import target_now
from answerable.core.measures.saying import PERIODS, periods
from answerable.core.measures.series import last_with_value
from answerable.core.measures.stretches import Change
from answerable.core.measures.verdict import Assurance, Met
from answerable.core.measures.words import exact
from answerable.core.spc import icons
from answerable.core.spc.distributions import binomial_cdf, normal_cdf, poisson_cdf
from answerable.core.spc.limits import Limits
from answerable.core.spc.rules import Rule

LATELY = 12
"""Periods that "met in 2 of the last 12" looks back on: a year of months."""
HALF_A_COUNT = 0.5
"""Counts are whole: a target of 30 is met by 30 and not by 31 (continuity correction)."""
NEARLY = 1e-9
"""7% of 100 are 7, whatever the division of floats makes of it."""
SELDOM, HALF, OFTEN = 0.005, 0.5, 0.995
ONE_IN = (4, 20)
"""Shares from 1 in 20 to 1 in 4 are said as "1 in so many"; smaller and larger ones in a hundred."""


def assured(facts: Facts, charted: Charted, change: Change | None = None) -> Assurance | None:
    """The icon: the target that holds for the last period against the limits of the last phase.

    Where a run signals they are as far about the run's level: those of the phase come from before it, too,
    and would call a target missed that the run meets. None while a trend goes on, as of ``expected``.
    """
    target = target_now(facts, charted.rows[-1].last)
    if target is None or not charted.sigma or charted.unit or _trending(change):
        return None
    lower, upper = charted.lower, charted.upper
    if at_a_new_level(change):
        level = _level(charted, change)
        lower, upper = level - SIGMAS * charted.sigma, level + SIGMAS * charted.sigma
    limits = Limits(charted.centre, None, lower, upper, None, None)
    return icons.assurance(target.value, limits, DIRECTIONS[facts.better])


def at_a_new_level(change: Change | None) -> bool:
    """Whether a run signals, so that things are as it is and not as its whole phase."""
    return change is not None and change.rule == Rule.SHIFT


def _trending(change: Change | None) -> bool:
    return change is not None and change.rule == Rule.TREND


def met(facts: Facts, rows: Sequence[Observed], share: float | None) -> Met | None:
    """In how many of the last periods the target that held then was met; None without target or direction."""
    if facts.better == Better.NEITHER:
        return None
    lately = [row for row in rows if row.value is not None][-LATELY:]
    held = [
        (row.value, line.value)
        for row in lately
        if row.value is not None and (line := target_now(facts, row.last)) is not None
    ]
    if not held:
        return None
    return Met(sum(_meets(facts, value, target) for value, target in held), len(held), share)


def _meets(facts: Facts, value: float, target: float) -> bool:
    return value >= target if facts.better == Better.HIGHER else value <= target


def expected(facts: Facts, charted: Charted, change: Change | None) -> float | None:
    """The share (0 to 1) of periods that will meet the last target if nothing changes, at the present level.

    The level is the mean of the phase, or of the run where one signals. By the normal distribution, or by
    that of counts where the chart is of those. None while a trend goes on, since then something is changing,
    and without limits.
    """
    target = target_now(facts, charted.rows[-1].last)
    if target is None or charted.centre is None or charted.sigma is None or charted.unit:
        return None
    if _trending(change):
        return None
    level = _level(charted, change)
    if charted.scale is not None:
        return _by_counting(facts, charted, level, target.value)
    room = target.value - level if facts.better == Better.LOWER else level - target.value
    if facts.kind == Kind.COUNT and not facts.decimals:
        room += HALF_A_COUNT
    if not charted.sigma:
        return 1.0 if room >= 0 else 0.0
    return normal_cdf(room / charted.sigma)


def _by_counting(facts: Facts, charted: Charted, level: float, target: float) -> float | None:
    """The same by the binomial distribution (a share) or Poisson's (a count, a rate), of the last size.

    They are what the limits of such a chart come from. A normal curve about a mean of 0.6 would have none in
    45 of 100 months; 55 have none.
    """
    last = last_with_value(charted.rows)
    pair = (0.0, 1.0) if facts.kind == Kind.COUNT else counted(last) if last else None
    if pair is None or charted.scale is None:
        return None
    size, part = pair[1], level / charted.scale
    most = target / charted.scale * size
    higher = facts.better == Better.HIGHER
    count = ceil(most - NEARLY) - 1 if higher else floor(most + NEARLY)
    if facts.kind in (Kind.COUNT, Kind.RATE):
        reached = poisson_cdf(count, part * size)
    else:
        reached = binomial_cdf(count, max(1, round(size)), min(1.0, part))
    return 1 - reached if higher else reached


def _level(charted: Charted, change: Change | None) -> float:
    assert charted.centre is not None
    if change is None or not at_a_new_level(change):
        return charted.centre
    run = [row.value for row in charted.rows[change.first : change.last + 1] if row.value is not None]
    return sum(run) / len(run)


def sentences(
    facts: Facts, last: Observed, icon: Assurance | None, found: Met | None, *, new_level: bool = False
) -> list[str]:
    """What is said of the target: what becomes of it as things are, and how often it was met."""
    target = target_now(facts, last.last)
    if target is None or found is None:
        return []
    named = f"the target of {exact(target.value, facts.unit, facts.decimals)}"
    ordinary = "ordinary at this level" if new_level else "ordinary"
    return [*_as_things_are(facts, named, icon, found.expected, ordinary), _lately(facts, found)]


def _as_things_are(
    facts: Facts, named: str, icon: Assurance | None, share: float | None, ordinary: str
) -> list[str]:
    period = PERIODS[facts.frequency]
    if icon == "fail":
        return [f"Will miss {named} every {period} as things are: it lies beyond what is {ordinary}."]
    if icon == "pass":
        return [f"Will meet {named} every {period} as things are: all that is {ordinary} meets it."]
    if share is None:
        return []
    most = "miss" if share < HALF else "meet"
    if not SELDOM <= share <= OFTEN:
        return [f"Will {most} {named} nearly every {period} as things are."]
    often = how_often(share, period)
    if often == about_half(period):
        return [f"Will meet {named} {often} as things are."]
    return [f"Will {most} {named} most {period}s as things are: at this level it will be met {often}."]


def _lately(facts: Facts, found: Met) -> str:
    said = f"Met in {found.times} of the last {periods(facts, found.of)}"
    if found.expected is None:
        return f"{said}."
    return f"{said}; {in_a_hundred(found.expected)} expected if nothing changes."


def how_often(share: float, period: str) -> str:
    """ "in about 1 month in 12", "in about half of the months" """
    one_in = round(1 / share) if share > SELDOM else 0
    if ONE_IN[0] <= one_in <= ONE_IN[1]:
        return f"in about 1 {period} in {one_in}"
    if share < 1 / ONE_IN[1] or share > 1 - 1 / ONE_IN[1]:
        return f"in about {_some(round(share * 100), period)} in 100"
    tenth = round(share * 10)
    return about_half(period) if tenth == 5 else f"in about {_some(tenth, period)} in 10"


def about_half(period: str) -> str:
    """Neither most nor few: "in about half of the months"."""
    return f"in about half of the {period}s"


def _some(count: int, period: str) -> str:
    return f"{count} {period}{'' if count == 1 else 's'}"


def in_a_hundred(share: float) -> str:
    """ "about 3 in 100", "fewer than 1 in 100" """
    if share < SELDOM:
        return "fewer than 1 in 100"
    if share > OFTEN:
        return "more than 99 in 100"
    return f"about {round(share * 100)} in 100"
