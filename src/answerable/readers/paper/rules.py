"""Ruling lines: snapped to one another and merged."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

SNAP = 2.0
"""Points: rules nearer than this are one (a double border, the cells' own borders side by side)."""
GAP = 3.0
"""Points: pieces of a rule nearer than this are joined (borders drawn cell by cell leave out the corner)."""


class Rule(NamedTuple):
    """A straight line: at height (or distance from the left) ``at``, from ``start`` to ``end``."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The page's rules, as shown, sorted by where they stand."""

    level: list[Rule]
    upright: list[Rule]


def merged(rules: list[Rule]) -> list[Rule]:
    """Rules in line with one another made one where they touch, sorted by where they stand."""
    done: list[Rule] = []
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and rule.at - group[0].at > SNAP:
            done.extend(_end_to_end(group))
            group = []
        group.append(rule)
    done.extend(_end_to_end(group))
    return done


def _end_to_end(group: list[Rule]) -> list[Rule]:
    if len(group) < 2:
        return group
    at = max(group, key=_length).at
    joined: list[Rule] = []
    for _, start, end in sorted(group, key=itemgetter(1)):
        if joined and start <= joined[-1].end + GAP:
            if end > joined[-1].end:
                joined[-1] = Rule(at, joined[-1].start, end)
        else:
            joined.append(Rule(at, start, end))
    return joined


def _length(rule: Rule) -> float:
    return rule.end - rule.start
