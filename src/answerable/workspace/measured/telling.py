"""Whether a measure moved after what was to move it: the figures before and after, never the cause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet

from answerable.actions.models import ActionMeasure
from answerable.components.figures_chart import chart
from answerable.core.measures.drawing import picture
from answerable.core.measures.facts import Better, Event, EventKind, Facts, Who
from answerable.core.measures.judging import judge
from answerable.core.measures.telling import apart, in_unit
from answerable.core.measures.was_it_us import Answer, was_it_us
from answerable.measures.models import Measure, MeasureTie, Series
from answerable.measures.queries.together import Held, facts_together
from answerable.workspace.here import Here

Tie = ActionMeasure | MeasureTie
MOST_TIES = 20  # measures that one thing is to move: more is no plan that anybody can check
OURS = (Who.FORCE, Who.AREA)
BEGINS = "It begins"
BEGINNINGS = (EventKind.ACTION, EventKind.STRATEGY)


@dataclass(frozen=True, slots=True)
class Told:
    """One measure that something should move, and what its figures say of before and after.

    ``facts`` and ``answer`` are None where no series is kept of what was named.
    """

    tie: Tie
    start: dt.date | None
    facts: Facts | None = None
    answer: Answer | None = None

    @property
    def measure(self) -> Measure:
        return self.tie.measure

    @property
    def should(self) -> str:
        """ "should be higher in North, from 1 May 2024"."""
        way = self.tie.way or _usual_way(self.measure)
        where = f" in {self.tie.area.name}" if self.tie.area else ""
        since = f", from {self.start.day} {self.start:%B %Y}" if self.start else ""
        return f"should {f'be {way}' if way else 'change'}{where}{since}"

    @property
    def headline(self) -> str:
        if self.answer is not None:
            return self.answer.headline
        if self.start is None:
            return "Nobody has said from when it should show."
        whose = self.tie.area.name if self.tie.area else "the whole force"
        return f"No figures are kept of {whose}."

    def number(self, value: float) -> str:
        """A value as its measure tells it."""
        return in_unit(value, self.measure.unit, self._decimals)

    def change(self, value: float) -> str:
        """A change, with its sign: per cent change by points."""
        said = apart(value, self.measure.unit, self._decimals)
        return f"{'−' if value < 0 else '+'}{said}" if value else said

    @property
    def _decimals(self) -> int:
        """One digit more than the values have: a mean is finer than what it is of."""
        return self.measure.decimals + 1


def ties_seen(here: Here, ties: QuerySet[Any]) -> list[Tie]:
    """The ties to measures that the actor may see. One query."""
    rows: QuerySet[Any] = here.sees(ties.select_related("measure", "area"), "measure")
    return list(rows.order_by("at", "pk")[:MOST_TIES])


def moved(here: Here, ties: QuerySet[Any], began: dt.date | None) -> list[Told]:
    """What each of these ties says, for the page of what is to move something. Two queries."""
    return told_of(here, ties_seen(here, ties), began)


def told_of(here: Here, ties: Sequence[Tie], began: dt.date | None) -> list[Told]:
    """What the figures say after each. ``began``: from when, where the tie does not say it. One query, and
    none where nothing is tied."""
    if not ties:
        return []
    measures = {one.measure_id for one in ties}
    rows = Series.objects.filter(measure__in=measures, who__in=[*OURS, Who.OTHER])
    held = facts_together(rows)
    acted = {(one.measure_id, one.area_id) for one in ties}
    return [_told(one, one.start or began, held, acted, here.today) for one in ties]


def _told(
    tie: Tie, start: dt.date | None, held: Sequence[Held], acted: set[tuple[int, int | None]], today: dt.date
) -> Told:
    own = [one for one in held if one.series.measure_id == tie.measure_id]
    ours = _of(own, tie.area_id)
    if ours is None or start is None:
        return Told(tie, start)
    facts = _meant(ours.facts, tie, start)
    others = [
        one.facts
        for one in own
        if one.series.source == ours.series.source and _beside(one.series, tie.area_id, acted)
    ]
    return Told(tie, start, facts, was_it_us(facts, start, others, today))


def _of(own: Sequence[Held], area: int | None) -> Held | None:
    """The series of an area, or of the whole force; of two sources the one without a name, then by name."""
    who = Who.AREA if area else Who.FORCE
    found = [one for one in own if one.series.who == who and one.series.area_id == area]
    return min(found, key=lambda one: (one.series.source, one.series.pk), default=None)


def _beside(series: Series, area: int | None, acted: set[tuple[int, int | None]]) -> bool:
    """Whether nothing was done there: other areas beside an area, other forces beside the whole force."""
    if area is None:
        return series.who == Who.OTHER
    return series.who == Who.AREA and (series.measure_id, series.area_id) not in acted


def _meant(facts: Facts, tie: Tie, start: dt.date) -> Facts:
    """The facts with the way that was meant as the better one, and without the event of this tie itself."""
    events = [one for one in facts.events if one.on != start or one.kind not in BEGINNINGS]
    return replace(facts, events=events, better=Better(tie.way) if tie.way else facts.better)


def _usual_way(measure: Measure) -> str:
    return "" if measure.better == Better.NEITHER else measure.better


def charted(one: Told, kind: EventKind, today: dt.date) -> str:
    """The chart of what should move, with the day from when it should show."""
    if one.facts is None or one.start is None:
        return ""
    begins = Event(one.start, kind, BEGINS)
    facts = replace(one.facts, events=sorted([*one.facts.events, begins], key=lambda event: event.on))
    return chart(picture(facts, judge(facts, today)))
