"""What a chart says in a sentence that a policy officer would say; the rules' names stand behind a link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.core.measures.charting import Charted
from answerable.core.measures.facts import Better, Facts, Frequency, Observed
from answerable.core.measures.telling import in_unit, period_in_words
from answerable.core.spc.rules import Rule

PERIODS = {
    Frequency.WEEK: "week",
    Frequency.MONTH: "month",
    Frequency.QUARTER: "quarter",
    Frequency.YEAR: "year",
    Frequency.ROLLING: "period",
}
RULES_IN_WORDS = {
    Rule.OUTSIDE: "A single point lies outside the limits, which are three sigma from the mean.",
    Rule.TREND: "Seven points in a row each rise, or each fall.",
    Rule.TWO_IN_THREE: "Two of three points in a row lie between two and three sigma, all on one side of the mean.",
    Rule.SHIFT: "Seven points in a row lie on one side of the mean.",
}
ORDINARY = "Ordinary variation: nothing has changed that chance does not explain."
BETTER_WAY = {Better.HIGHER: 1, Better.LOWER: -1, Better.NEITHER: 0}


@dataclass(frozen=True, slots=True)
class Change:
    """The pattern that a point ends: rows ``first`` to ``last``, ``points`` of them.

    ``way``: 1 up, -1 down. ``rule`` is the widest that holds: a run says more than a point outside does.
    """

    first: int
    last: int
    points: int
    way: int
    rule: Rule


def change(charted: Charted) -> Change | None:
    """What the last point says; None where it is ordinary."""
    last = next(
        (at for at in range(len(charted.rows) - 1, -1, -1) if charted.rows[at].value is not None), None
    )
    return None if last is None else change_at(charted, last)


def change_at(charted: Charted, last: int) -> Change | None:
    """The pattern that a point is the last of; it never reaches back beyond its phase."""
    said, way = charted.rules[last], charted.ways[last]
    if said is None:
        return None
    begins = max(start for start in charted.starts if start <= last)
    rule = Rule.SHIFT if charted.shift[last] and charted.sides[last] == way else said
    marks: Sequence[int | None] = charted.ways
    if rule == Rule.SHIFT:
        marks = charted.sides
    elif rule == Rule.TREND:
        marks = charted.trend
    first = last
    while first > begins and marks[first - 1] == way:
        first -= 1
    return Change(first, last, last - first + 1, way, rule)


def headline(facts: Facts, charted: Charted, found: Change | None) -> str:
    """The sentence above the plot."""
    if found is None:
        return ORDINARY
    began = period_in_words(charted.rows[found.first].start, charted.rows[found.first].last, facts.frequency)
    word = direction(facts, found.way)
    if found.rule == Rule.TREND:
        return f"Getting {word.lower()} since {began}, and a real change: {_pattern(facts, charted, found)}."
    when = f"in {began}" if found.first == found.last else f"since {began}"
    return f"{word} {when}, and a real change: {_pattern(facts, charted, found)}."


def direction(facts: Facts, way: int) -> str:
    """Better or worse; higher or lower where neither way is better."""
    good = BETTER_WAY[facts.better]
    if not good:
        return "Higher" if way > 0 else "Lower"
    return "Better" if way == good else "Worse"


def _pattern(facts: Facts, charted: Charted, found: Change) -> str:
    """What makes it more than chance."""
    some = periods(facts, found.points)
    if found.rule == Rule.TREND:
        return f"{some} in a row, each {'higher' if found.way > 0 else 'lower'} than the one before"
    if found.rule == Rule.SHIFT:
        side = "above" if found.way > 0 else "below"
        return f"{some} in a row {side} the average of {_figure(facts, charted.centre)}"
    if found.rule == Rule.TWO_IN_THREE:
        edge = "top" if found.way > 0 else "bottom"
        return f"two of the last three {PERIODS[facts.frequency]}s close to the {edge} of what is ordinary"
    value = _figure(facts, charted.rows[found.last].value)
    return f"{value} is outside the range that is ordinary, {ordinary_range(facts, charted)}"


def ordinary_range(facts: Facts, charted: Charted) -> str:
    """ "71% to 85%" """
    return f"{_figure(facts, charted.lower)} to {_figure(facts, charted.upper)}"


def periods(facts: Facts, count: int) -> str:
    """ "1 month", "7 weeks" """
    return f"{count} {PERIODS[facts.frequency]}{'' if count == 1 else 's'}"


def when(facts: Facts, row: Observed) -> str:
    """The period of a row in words."""
    return period_in_words(row.start, row.last, facts.frequency)


def _figure(facts: Facts, value: float | None) -> str:
    return "" if value is None else in_unit(value, facts.unit, facts.decimals)
