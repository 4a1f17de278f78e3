"""Matters arising: in which order open actions come back to a meeting, and what is said of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

GROUPS = {
    "reported": "Reported as done: to be closed, or kept open",
    "late": "Late",
    "due": "Due by this meeting",
    "open": "Open, due later or without a date",
}
"""In the order in which a meeting takes them: what can be closed first, then what is wrong."""

FAR = dt.date.max  # actions without a date come behind those that have one


class Open(Protocol):
    """An action that is open or reported. ``overdue_from`` is the first day on which it is late."""

    state: str
    given: dt.date
    due: dt.date | None
    overdue_from: dt.date | None


T = TypeVar("T", bound=Open)


def group_of(one: Open, today: dt.date, meeting: dt.date) -> str:
    """One of GROUPS, as the action stands today."""
    if one.state == "reported":
        return "reported"
    if one.overdue_from is not None and one.overdue_from <= today:
        return "late"
    return "due" if one.due is not None and one.due <= meeting else "open"


def in_order(actions: Iterable[T], today: dt.date, meeting: dt.date) -> list[tuple[str, list[T]]]:
    """The actions in groups, each group by what fell due first, then by what was given first."""
    found: dict[str, list[T]] = {key: [] for key in GROUPS}
    for one in sorted(actions, key=lambda one: (one.due or FAR, one.given)):
        found[group_of(one, today, meeting)].append(one)
    return [(key, some) for key, some in found.items() if some]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many actions come back, and why."""

    all: int = 0
    reported: int = 0
    late: int = 0
    due: int = 0

    @property
    def in_words(self) -> str:
        """7 actions come back: 3 reported as done, 2 late, 2 due by this meeting"""
        if not self.all:
            return "No action comes back to this meeting"
        parts = [(self.reported, "reported as done"), (self.late, "late"), (self.due, "due by this meeting")]
        said = ", ".join(f"{count} {what}" for count, what in parts if count)
        begin = f"{self.all:,} action{' comes' if self.all == 1 else 's come'} back"
        return f"{begin}: {said}" if said else begin


def counts(groups: Sequence[tuple[str, Sequence[object]]]) -> Counts:
    sizes = {key: len(some) for key, some in groups}
    return Counts(sum(sizes.values()), sizes.get("reported", 0), sizes.get("late", 0), sizes.get("due", 0))
