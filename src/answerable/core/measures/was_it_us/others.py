"""The same before and after where nothing was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from answerable.core.measures.facts import Facts, Frequency, Kind, Observed
from answerable.core.measures.was_it_us.answer import Beyond, Compared
from answerable.core.measures.was_it_us.effects import Effect, Timed, effect, mean
from answerable.core.measures.was_it_us.sides import LEAST, absurd, footing_changes, number, season

PERIODS_IN_A_YEAR = {Frequency.WEEK: 52, Frequency.MONTH: 12, Frequency.QUARTER: 4, Frequency.YEAR: 1}


@dataclass(slots=True)
class Beside:
    """Rows side by side, ours first; the difference of the differences; ``cautions`` say who is not in it."""

    rows: list[Compared] = field(default_factory=list)
    beyond: Beyond | None = None
    cautions: list[str] = field(default_factory=list)
    scaled: bool = False


def timed(one: Observed, frequency: Frequency, *, after: bool) -> Timed:
    """Return an observation that has a value, with its period."""
    return Timed(number(one, frequency), one.value or 0.0, after, season(one, frequency))


def _same_periods(other: Facts, asked: Mapping[int, bool]) -> list[Timed]:
    """Return another's values for the periods asked for (which say whether they are after the event)."""
    rows = {number(one, other.frequency): one for one in other.observed if one.value is not None}
    return [timed(rows[at], other.frequency, after=after) for at, after in asked.items() if at in rows]


def beside(facts: Facts, ours: Sequence[Timed], others: Sequence[Facts]) -> Beside:
    """Compare with the others over the same periods.

    The mean of the others is taken from ours, period by period, and the same before and after is asked
    of what is left; so what happened everywhere, trend and season too, cancels out. Counts are brought to our
    level, since places differ in size.
    """
    found = Beside(scaled=facts.kind is Kind.COUNT)
    asked = {one.number: one.after for one in ours}
    fit, found.cautions = comparable(facts, asked, others)
    usable = [(other, _same_periods(other, asked)) for other in fit]
    if not usable:
        return found
    shared = set(asked).intersection(*({one.number for one in points} for _, points in usable))
    kept = [one for one in ours if one.number in shared]
    if not _enough(kept):
        found.cautions.append("The others' figures are for too few of the same periods to be compared.")
        return found
    theirs = [(named(other), _within(points, shared)) for other, points in usable]
    year = PERIODS_IN_A_YEAR[facts.frequency]
    for name, points in [(named(facts), kept), *theirs]:
        row = _row(name, effect(points, year))
        found.rows += [row] if row else []
    found.beyond = _beyond(kept, [points for _, points in theirs], year, scaled=found.scaled)
    return found


def comparable(
    facts: Facts, asked: Mapping[int, bool], others: Sequence[Facts]
) -> tuple[list[Facts], list[str]]:
    """Return the others that can be compared over these periods, and of the rest why they cannot."""
    kept, cautions = [], []
    for other in others:
        reason = _unlike(facts, other) or _other_footing(other, asked)
        if not reason and not _enough(_same_periods(other, asked)):
            reason = "too few of its figures are known"
        if reason:
            cautions.append(f"{named(other)} is left out: {reason}.")
        else:
            kept.append(other)
    return kept, cautions


def _beyond(
    ours: Sequence[Timed], theirs: Sequence[Sequence[Timed]], year: int, *, scaled: bool
) -> Beyond | None:
    level = mean([one for one in ours if not one.after])
    factors = [_factor(level, points) if scaled else 1.0 for points in theirs]
    others: dict[int, float] = {}
    for factor, points in zip(factors, theirs, strict=True):
        for one in points:
            others[one.number] = others.get(one.number, 0.0) + factor * one.value / len(theirs)
    left = [Timed(one.number, one.value - others[one.number], one.after, one.season) for one in ours]
    found = effect(left, year)
    return Beyond(found.estimate, found.lower, found.upper, found.drifting) if found else None


def _factor(level: float, points: Sequence[Timed]) -> float:
    """Return what brings another place's counts to our level before the event; 1 where it had none."""
    theirs = mean([one for one in points if not one.after])
    return level / theirs if theirs > 0 and level > 0 else 1.0


def _row(name: str, found: Effect | None) -> Compared | None:
    if found is None:
        return None
    note = "beside the trend before it" if found.trend is not None else ""
    return Compared(name, found.before, found.after, found.estimate, found.lower, found.upper, note)


def _within(points: Sequence[Timed], shared: set[int]) -> list[Timed]:
    return sorted((one for one in points if one.number in shared), key=lambda one: one.number)


def _enough(points: Sequence[Timed]) -> bool:
    after = sum(one.after for one in points)
    return min(after, len(points) - after) >= LEAST


def named(facts: Facts) -> str:
    """Return whose series it is, or what it is called."""
    return facts.whose or facts.name


def _unlike(ours: Facts, other: Facts) -> str:
    if other.frequency is not ours.frequency:
        return "its figures are for other periods"
    if absurd(other):
        return "figures this large are a mistake"
    return "" if (other.unit, other.kind) == (ours.unit, ours.kind) else "its figures are of another kind"


def _other_footing(other: Facts, asked: Mapping[int, bool]) -> str:
    """Return why its figures before and after are not on one footing, "" where they are."""
    rows = [one for one in other.observed if number(one, other.frequency) in asked]
    if not rows:
        return ""
    changed = [e for e in footing_changes(other) if rows[0].start < e.on <= rows[-1].last]
    return f"in {changed[0].on:%B %Y} what is recorded, or how, changed there" if changed else ""
