"""Series judged and drawn, for the pages that show them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from answerable.core.measures.drawing import picture
from answerable.core.measures.facts import Facts, Observed
from answerable.core.measures.judging import judge
from answerable.core.measures.picture import Picture
from answerable.core.measures.proposing import passed, target_now
from answerable.core.measures.verdict import Verdict
from answerable.core.measures.words import exact, figure, short_period
from answerable.measures.models import Measure, Series
from answerable.measures.queries import Said, facts_from

ORDER = {"force": 0, "area": 1, "group": 2, "nation": 3, "other": 4}
SOURCES = ("", "local")
"""Where the whole force's figures come from two sources, the office's own stand first."""


@dataclass(frozen=True)
class Chart:
    """A series with what is known and said of it."""

    series: Series
    facts: Facts
    verdict: Verdict

    @cached_property
    def last(self) -> Observed | None:
        """The last period that has a value."""
        return next((one for one in reversed(self.facts.observed) if one.value is not None), None)

    @property
    def value(self) -> str:
        """The last value in its unit."""
        return figure(self.last.value if self.last else None, self.facts.unit, self.facts.decimals)

    @property
    def period(self) -> str:
        return short_period(self.last.start, self.last.last, self.facts.frequency) if self.last else ""

    @property
    def target(self) -> str:
        """The target in force at the last period, "" where there is none."""
        line = target_now(self.facts, self.last.last) if self.last else None
        return exact(line.value, self.facts.unit, self.facts.decimals) if line else ""

    @property
    def passed(self) -> str:
        """The limit that somebody set and the last value is beyond: "limit of 30 (set) passed"."""
        found = passed(self.facts)
        return f"limit of {exact(found[0].value, self.facts.unit)} (set) passed" if found else ""

    @property
    def met(self) -> str:
        """Met in so many of the last periods."""
        return f"{self.verdict.met.times} of {self.verdict.met.of}" if self.verdict.met else ""

    @property
    def drawn(self) -> Picture:
        return picture(self.facts, self.verdict)


def charts_of(
    rows: Sequence[Series], said: Iterable[Said], today: dt.date, *, every: bool = False
) -> list[Chart]:
    """The rows, each with its verdict, as far back as charts look; with ``every``, all of it. One query."""
    known = facts_from(rows, said, None if every else today)
    return [Chart(one, known[one.pk], judge(known[one.pk], today)) for one in rows]


def ours_first(rows: Iterable[Series]) -> list[Series]:
    """The whole force first, by its own source; then areas, then others, in the order of their names."""
    return sorted(
        rows, key=lambda one: (ORDER[one.who], one.name.casefold(), one.source not in SOURCES, one.source)
    )


def heads(measures: Iterable[Measure], rows: Iterable[Series]) -> dict[int, list[Series]]:
    """The series that stand for each measure in a list: the whole force's, or else those of its areas."""
    of: dict[int, list[Series]] = {one.pk: [] for one in measures}
    for one in ours_first(rows):
        if one.measure_id in of:
            of[one.measure_id].append(one)
    return {key: found[:1] if found and found[0].who == "force" else found for key, found in of.items()}
