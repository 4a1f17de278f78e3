"""Stretches of points that one pattern makes a special cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.core.measures.charting import Charted
from answerable.core.spc.rules import WINDOW, Rule


@dataclass(frozen=True, slots=True)
class Change:
    """The pattern that a point ends: rows ``first`` to ``last``, ``points`` of them.

    ``way``: 1 up, -1 down. ``rule`` is the widest that holds: a trend or run says more than a point.
    """

    first: int
    last: int
    points: int
    way: int
    rule: Rule


def change(charted: Charted) -> Change | None:
    """What the last point that has a value says; None where it is ordinary."""
    return change_at(charted, last_valued(charted))


def last_valued(charted: Charted) -> int:
    """The index of the last row that has a value. There is one in every chart."""
    return max(at for at, row in enumerate(charted.rows) if row.value is not None)


def change_at(charted: Charted, last: int) -> Change | None:
    """The pattern that a point is the last of; it never reaches back beyond its phase."""
    said, way = charted.rules[last], charted.ways[last]
    if said is None:
        return None
    begins = max(start for start in charted.starts if start <= last)
    rule = said
    if charted.trend[last] == way:
        rule = Rule.TREND
    elif charted.shift[last] and charted.sides[last] == way:
        rule = Rule.SHIFT
    marks: Sequence[int | None] = charted.ways
    if rule == Rule.SHIFT:
        marks = charted.sides
    elif rule == Rule.TREND:
        marks = charted.trend
    first = last
    if rule == Rule.TWO_IN_THREE:
        first = min(at for at in range(max(begins, last - WINDOW + 1), last + 1) if marks[at] == way)
    while first > begins and marks[first - 1] == way:
        first -= 1
    return Change(first, last, last - first + 1, way, rule)


def changes(charted: Charted) -> list[Change]:
    """The stretches of the last phase, in the order of time; the one that goes on is the last of them."""
    found = []
    at = len(charted.rows) - 1
    while at >= charted.starts[-1]:
        one = change_at(charted, at)
        if one is not None:
            found.append(one)
        at = one.first - 1 if one else at - 1
    return found[::-1]
