"""How much of holding to account each objective got: what leads to it, counted, against all there was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

KINDS = {
    "meetings": "Meetings",
    "items": "Agenda items",
    "questions": "Questions",
    "actions": "Actions",
    "promises": "Promises",
}
"""What is counted, in the order of the table."""

Keys = dict[str, set[int]]
"""Of each kind the keys of what was reached."""


def none_yet() -> Keys:
    return {kind: set() for kind in KINDS}


@dataclass(frozen=True, slots=True)
class Shares:
    """``rows``: how many of each kind each objective got. ``none``: how many belong to no objective.

    What belongs to two objectives counts for both, and once in ``some``: a column may come to more than its
    total.
    """

    rows: Mapping[int, Mapping[str, int]]
    none: Mapping[str, int]
    some: Mapping[str, int]
    totals: Mapping[str, int]
    most: int = field(default=0)


def shares(reached: Mapping[int, Keys], every: Keys) -> Shares:
    """``reached`` by objective; only what is among ``every`` counts, so that a year is a year."""
    rows = {
        objective: {kind: len(found[kind] & every[kind]) for kind in KINDS}
        for objective, found in reached.items()
    }
    taken = {kind: set[int]().union(*(found[kind] for found in reached.values())) for kind in KINDS}
    some = {kind: len(taken[kind] & every[kind]) for kind in KINDS}
    totals = {kind: len(every[kind]) for kind in KINDS}
    none = {kind: totals[kind] - some[kind] for kind in KINDS}
    most = max([none["items"], *(row["items"] for row in rows.values())], default=0)
    return Shares(rows, none, some, totals, most)


def parts_below(objective: int, links: Iterable[tuple[int, int | None, int | None]]) -> set[int]:
    """The keys of all parts that belong to an objective, itself among them.

    ``links`` gives for each part its key, the key of what it is under, and of the objective of another plan
    that it serves.
    """
    under: dict[int, list[int]] = {}
    for key, parent, serves in links:
        for above in (parent, serves):
            if above is not None:
                under.setdefault(above, []).append(key)
    found, left = {objective}, [objective]
    while left:
        new = [key for key in under.get(left.pop(), []) if key not in found]
        found.update(new)
        left += new
    return found
