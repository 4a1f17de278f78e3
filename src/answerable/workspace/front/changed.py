"""Which measures have really changed, for one line of the front page: the whole force's figures only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.core.measures.facts import Who
from answerable.core.measures.judging import judge
from answerable.core.measures.telling import inside
from answerable.core.measures.verdict import Verdict
from answerable.measures.models import Measure, Series
from answerable.measures.queries.together import facts_together, one_source
from answerable.workspace.here import Here

NAMED = 2  # that the line names: the rest is a link away
TIERS = ("gold", "silver", "")
WAYS = {"improvement": "better", "concern": "worse"}


@dataclass(frozen=True, slots=True)
class Change:
    """A measure whose last figures are a real change."""

    measure: Measure
    verdict: Verdict

    @property
    def name(self) -> str:
        return inside(self.measure.name)

    @property
    def words(self) -> str:
        """ "worse since February 2026" """
        kind, _, side = (self.verdict.variation or "").partition("-")
        way = WAYS.get(kind) or ("higher" if side == "high" else "lower")
        since = self.verdict.since
        return f"{way} since {since:%B %Y}" if since else way


@dataclass(frozen=True, slots=True)
class Changed:
    """``count`` of ``charts`` signal; ``named`` are the first of them."""

    count: int
    charts: int
    named: Sequence[Change]


def changed(here: Here) -> Changed:
    """The measures that have really changed: gold ones first, then the newest change. One query."""
    rows = Series.objects.filter(
        measure__office_id=here.office_id, measure__ended=None, who=Who.FORCE
    )  # fmt: skip
    held = one_source(facts_together(here.sees(rows, "measure"), here.today))
    found = [
        Change(one.measure, verdict)
        for one in held
        if (verdict := judge(one.facts, here.today)).signal and not verdict.refused
    ]
    found.sort(key=_strength)
    return Changed(len(found), len(held), found[:NAMED])


def _strength(one: Change) -> tuple[int, int, str]:
    since = one.verdict.since or dt.date.min
    return TIERS.index(one.measure.tier), -since.toordinal(), one.measure.name.casefold()
