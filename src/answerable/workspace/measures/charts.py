"""Series judged and drawn, for the pages that show them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from answerable.core.measures.charted import Charted
from answerable.core.measures.facts import Facts
from answerable.core.measures.judging import judge
from answerable.core.measures.proposing import passed, target_now
from answerable.core.measures.verdict import Verdict
from answerable.core.measures.words import exact
from answerable.measures.models import Measure, Series
from answerable.measures.queries import Said, facts_from

ORDER = {"force": 0, "area": 1, "group": 2, "nation": 3, "other": 4}
SOURCES = ("", "local")
"""Where the whole force's figures come from two sources, the office's own stand first."""


@dataclass(frozen=True)
class Chart(Charted):
    """A series with what is known and said of it."""

    series: Series
    facts: Facts
    verdict: Verdict

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
