"""The figures over a register of actions, each with what it is counted of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from answerable.core.actions.outcomes import Facts, Outcome, outcome


@dataclass(frozen=True, slots=True)
class Figures:
    """How many actions are in each class on a day; ``overdue`` are those open past the date that stands."""

    counts: Mapping[Outcome, int]
    overdue: int
    dated_open: int

    @property
    def all(self) -> int:
        return sum(self.counts.values())

    @property
    def dated_done(self) -> int:
        """Closed, and given a date at first: the only ones that can be kept in time."""
        return self.counts[Outcome.KEPT] + self.counts[Outcome.LATE]

    @property
    def open(self) -> int:
        return sum(self.counts[one] for one in (Outcome.OPEN, Outcome.SLIPPED, Outcome.LAPSED))


def figures(rows: Iterable[tuple[Facts, date | None]], today: date) -> Figures:
    """Of actions, each with the first day on which it is late."""
    counts: Counter[Outcome] = Counter(dict.fromkeys(Outcome, 0))
    overdue = dated = 0
    for facts, overdue_from in rows:
        counts[outcome(facts, today)] += 1
        if facts.state == "open" and overdue_from is not None:
            dated += 1
            overdue += overdue_from <= today
    return Figures(counts, overdue, dated)
