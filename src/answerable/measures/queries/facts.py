"""What is known of series, as ``core.measures`` takes it: the same number of queries for one and for all."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q

from answerable.core.measures.facts import (
    Better,
    Event,
    EventKind,
    Facts,
    Frequency,
    Gap,
    Kind,
    Line,
    LineKind,
    Observed,
    Phase,
    Who,
)  # fmt: skip
from answerable.core.measures.window import window
from answerable.measures import models
from answerable.measures.models import Measure, Observation, PhaseChange, Series

OURS = (Who.FORCE, Who.AREA)
"""Of these lines, gaps and all events tell; of others only what happened to everybody."""
TO_ALL = (EventKind.OUTSIDE, EventKind.DEFINITION)
NEW_DEFINITION = "New definition"
OBSERVED = (
    "series_id", "start", "last", "value", "numerator", "denominator", "sample", "provisional", "reported",
    "expected", "note",
)  # fmt: skip


@dataclass(slots=True)
class Told:
    """What people set and said about measures, by the measure."""

    lines: dict[int, list[models.Line]] = field(default_factory=lambda: defaultdict(list))
    events: dict[int, list[models.MeasureEvent]] = field(default_factory=lambda: defaultdict(list))
    gaps: dict[int, list[models.Gap]] = field(default_factory=lambda: defaultdict(list))
    definitions: dict[int, list[models.Definition]] = field(default_factory=lambda: defaultdict(list))


def facts_of(series_ids: Collection[int], today: dt.date | None = None) -> dict[int, Facts]:
    """The facts of each series by its key, observations in the order of time. Seven queries, however many.

    With ``today`` only what a chart looks back at is read (``core.measures.window``), and all where a fixed
    baseline needs the first points. Who may see the series is the caller's to ask.
    """
    every = list(Series.objects.filter(pk__in=series_ids).select_related("measure"))
    if not every:
        return {}
    observed = _observed(every, today)
    told, phases = _told({one.measure_id for one in every}), _phases(every)
    return {one.pk: facts_from(one, observed[one.pk], told, phases[one.pk]) for one in every}


def first_day(measure: Measure, today: dt.date) -> dt.date | None:
    """The first day that a measure's charts look at; None: all of it."""
    if measure.baseline is not None:
        return None
    return window(Frequency(measure.frequency), today, measure.ended)


def _observed(every: Sequence[Series], today: dt.date | None) -> dict[int, list[Observed]]:
    by_day: dict[dt.date | None, list[int]] = defaultdict(list)
    for one in every:
        by_day[first_day(one.measure, today) if today else None].append(one.pk)
    parts = [
        Q(series_id__in=keys) if day is None else Q(series_id__in=keys, start__gte=day)
        for day, keys in by_day.items()
    ]
    found: dict[int, list[Observed]] = defaultdict(list)
    rows = Observation.objects.filter(reduce(or_, parts)).order_by("series_id", "start")
    for key, *values in rows.values_list(*OBSERVED):
        found[key].append(Observed(*values))
    return found


def _told(measures: Collection[int]) -> Told:
    told = Told()
    for line in models.Line.objects.filter(measure_id__in=measures):
        told.lines[line.measure_id].append(line)
    for event in models.MeasureEvent.objects.filter(measure_id__in=measures):
        told.events[event.measure_id].append(event)
    for gap in models.Gap.objects.filter(measure_id__in=measures):
        told.gaps[gap.measure_id].append(gap)
    for definition in models.Definition.objects.filter(measure_id__in=measures):
        told.definitions[definition.measure_id].append(definition)
    return told


def _phases(every: Sequence[Series]) -> dict[int, list[Phase]]:
    found: dict[int, list[Phase]] = defaultdict(list)
    rows = PhaseChange.objects.filter(series__in=every, taken_back_at=None).select_related("by")
    for one in rows:
        found[one.series_id].append(Phase(one.start, one.cause, one.agreed_by or one.by.name))
    return found


def facts_from(one: Series, observed: Sequence[Observed], told: Told, phases: Sequence[Phase]) -> Facts:
    """The facts of one series, of rows that were read. No query."""
    measure, ours = one.measure, one.who in OURS
    return Facts(
        name=measure.name,
        kind=Kind(measure.kind),
        unit=measure.unit,
        better=Better(measure.better),
        frequency=Frequency(measure.frequency),
        observed=observed,
        lines=_lines(one, told.lines[measure.pk]) if ours else (),
        phases=phases,
        events=_events(one, told, ours=ours),
        gaps=[
            Gap(gap.start, gap.last, gap.reason)
            for gap in told.gaps[measure.pk]
            if gap.series_id == one.pk or (ours and gap.series_id is None)
        ],
        decimals=measure.decimals,
        whose=str(one),
        baseline=measure.baseline,
    )


def _lines(one: Series, rows: Iterable[models.Line]) -> list[Line]:
    """An area's own lines of a kind stand in place of those of all."""
    rows = list(rows)
    own = {line.kind for line in rows if line.area_id and line.area_id == one.area_id}
    return [
        Line(LineKind(line.kind), line.value, line.start, line.last, line.words)
        for line in rows
        if (line.area_id == one.area_id if line.kind in own else line.area_id is None)
    ]


def _events(one: Series, told: Told, *, ours: bool) -> list[Event]:
    """What happened, and each new definition after the first one."""
    said = [
        Event(event.on, EventKind(event.kind), event.text)
        for event in told.events[one.measure_id]
        if event.area_id in (None, one.area_id) and (ours or event.kind in TO_ALL)
    ]
    days = {event.on for event in said if event.kind is EventKind.DEFINITION}
    new = [
        Event(version.start, EventKind.DEFINITION, f"{NEW_DEFINITION}: {version.text}")
        for version in told.definitions[one.measure_id][1:]
        if version.start not in days
    ]
    return sorted([*said, *new], key=lambda event: event.on)
