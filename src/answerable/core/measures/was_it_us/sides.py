"""What lies before an event and what after it, on one footing: the same definition, the same recording."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from answerable.core.measures.facts import Event, EventKind, Facts, Frequency, Observed
from answerable.core.measures.telling import period_in_words

LARGEST = 1e15
"""No figure of a police force is larger; beyond it sums lose their digits."""
LEAST = 8
"""Periods that each side takes: fewer leave the spread unknown (Penfold and Zhang 2013: 8 and 8)."""
LONGEST_BEFORE = {Frequency.WEEK: 156, Frequency.MONTH: 36, Frequency.QUARTER: 20, Frequency.YEAR: 20}
LONGEST_AFTER = {Frequency.WEEK: 104, Frequency.MONTH: 24, Frequency.QUARTER: 12, Frequency.YEAR: 10}
"""What is looked at: three years of months before it and two after; beyond them other things count."""
NAMES = {
    Frequency.WEEK: "week",
    Frequency.MONTH: "month",
    Frequency.QUARTER: "quarter",
    Frequency.YEAR: "year",
    Frequency.ROLLING: "month",
}
_FOOTING = {EventKind.RECORDING: "the recording changed", EventKind.DEFINITION: "the definition changed"}
_LAST_YEAR = 9000  # dates this late are mistakes, and adding to them would leave the calendar


@dataclass(slots=True)
class Sides:
    """Whole periods with a value. ``cut``: the change of footing that ends the time after, if any."""

    before: list[Observed]
    after: list[Observed]
    cautions: list[str] = field(default_factory=list)
    cut_before: Event | None = None
    cut_after: Event | None = None

    @property
    def cuts(self) -> list[str]:
        """Cautions of what is not compared, since it is on another footing."""
        before = f"{footing(self.cut_before)}; only what came later is compared." if self.cut_before else ""
        after = (
            f"{footing(self.cut_after)}; only what came before that is compared." if self.cut_after else ""
        )
        return [one for one in (before, after) if one]

    @property
    def rows(self) -> list[tuple[bool, Observed]]:
        """Every row, with whether it is after the event."""
        return [*((False, one) for one in self.before), *((True, one) for one in self.after)]


def sides(facts: Facts, on: dt.date, today: dt.date) -> Sides:
    """Split a series at ``on``. The period that ``on`` falls inside of belongs to neither side."""
    known = [one for one in facts.observed if one.value is not None and one.last < today]
    found = Sides([one for one in known if one.last < on], [one for one in known if one.start >= on])
    astride = next((one for one in known if one.start < on <= one.last), None)
    if astride is not None:
        when = period_in_words(astride.start, astride.last, facts.frequency)
        found.cautions.append(f"It began within {when}, which is counted on neither side.")
    _on_one_footing(facts, on, found)
    found.before = found.before[-LONGEST_BEFORE.get(facts.frequency, LEAST) :]
    found.after = found.after[: LONGEST_AFTER.get(facts.frequency, LEAST)]
    return found


def _on_one_footing(facts: Facts, on: dt.date, found: Sides) -> None:
    changes = sorted(footing_changes(facts), key=lambda event: event.on)
    earlier = next((event for event in reversed(changes) if event.on <= on), None)
    later = next((event for event in changes if event.on > on), None)
    if earlier is not None and any(one.start < earlier.on for one in found.before):
        found.cut_before = earlier
        found.before = [one for one in found.before if one.start >= earlier.on]
    if later is not None and any(one.last >= later.on for one in found.after):
        found.cut_after = later
        found.after = [one for one in found.after if one.last < later.on]
    _since_the_last_phase(facts, on, found)


def _since_the_last_phase(facts: Facts, on: dt.date, found: Sides) -> None:
    """Where people have said that a phase began, what came before it is no measure of what was ordinary."""
    for phase in sorted(facts.phases, key=lambda phase: phase.start, reverse=True):
        kept = [one for one in found.before if one.start >= phase.start]
        if phase.start < on and LEAST <= len(kept) < len(found.before):
            found.cautions.append(
                f"Before it, only what came since {phase.start:%B %Y} is compared, when a new phase began."
            )
            found.before = kept
            return


def absurd(facts: Facts) -> bool:
    """Return whether a figure is too large to be one."""
    return any(one.value is not None and not abs(one.value) <= LARGEST for one in facts.observed)


def footing_changes(facts: Facts) -> Sequence[Event]:
    """Return the events after which figures are not on the footing of those before."""
    return [event for event in facts.events if event.kind in _FOOTING]


def footing(event: Event) -> str:
    """ "In May 2025 the recording changed (new counting rules)"."""
    said = event.text.strip().rstrip(".")
    return f"In {event.on:%B %Y} {_FOOTING[event.kind]}" + (f" ({said})" if said else "")


def number(one: Observed, frequency: Frequency) -> int:
    """Return the number of a period, one more than the period before it."""
    if frequency is Frequency.WEEK:
        return one.start.toordinal() // 7
    if frequency is Frequency.YEAR:
        return one.start.year
    months = one.start.year * 12 + one.start.month - 1
    return months // 3 if frequency is Frequency.QUARTER else months


def season(one: Observed, frequency: Frequency) -> int | None:
    """Return what a period is held against in other years: its month or quarter; a week, its month."""
    if frequency is Frequency.YEAR:
        return None
    return (one.start.month - 1) // 3 if frequency is Frequency.QUARTER else one.start.month


def enough_from(facts: Facts, on: dt.date, after: Sequence[Observed], missing: int) -> dt.date | None:
    """Return the first day on which ``missing`` more periods after the event will be over."""
    if on.year >= _LAST_YEAR or (after and after[-1].last.year >= _LAST_YEAR):
        return None
    day = after[-1].last + dt.timedelta(days=1) if after else _first_whole(facts, on)
    if facts.frequency is Frequency.WEEK:
        return day + dt.timedelta(weeks=missing)
    months = {Frequency.QUARTER: 3, Frequency.YEAR: 12}.get(facts.frequency, 1) * missing
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, 1)


def _first_whole(facts: Facts, on: dt.date) -> dt.date:
    """Return when the first whole period on or after ``on`` begins."""
    if facts.frequency is Frequency.WEEK:
        earlier = [one.last for one in facts.observed if one.last < on]
        return on + dt.timedelta(days=((earlier[-1] - on).days + 1) % 7) if earlier else on
    begins = {Frequency.QUARTER: (1, 4, 7, 10), Frequency.YEAR: (4,)}.get(facts.frequency, range(1, 13))
    day = on
    while day.day != 1 or day.month not in begins:
        day += dt.timedelta(days=1)
    return day
