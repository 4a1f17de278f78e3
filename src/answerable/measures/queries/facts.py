"""What is known of series, as ``core.measures`` takes it: the same number of queries for one and for all."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
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
from answerable.measures.models import Measure, Observation, Series
from answerable.measures.queries.said import (
    DEFINITION,
    EVENT,
    GAP,
    LINE,
    PHASE,
    TAKEN_BACK,
    TIE,
    Said,
    said_about,
)

OURS = (Who.FORCE, Who.AREA)
"""Of these lines, gaps and all events tell; of others only what happened to everybody."""
TO_ALL = (EventKind.OUTSIDE, EventKind.DEFINITION)
NEW_DEFINITION = "New definition"
OBSERVED = (
    "series_id", "start", "last", "value", "numerator", "denominator", "sample", "provisional", "reported",
    "expected", "note",
)  # fmt: skip


def facts_of(series_ids: Collection[int], today: dt.date | None = None) -> dict[int, Facts]:
    """The facts of each series by its key, observations in the order of time. Three queries, however many.

    With ``today`` only what a chart looks back at is read (``core.measures.window``), and all where a fixed
    baseline needs the first points. Who may see the series is the caller's to ask.
    """
    every = list(Series.objects.filter(pk__in=series_ids).select_related("measure"))
    return facts_from(every, said_about({one.measure_id for one in every}), today)


def facts_from(
    every: Sequence[Series], said: Iterable[Said], today: dt.date | None = None
) -> dict[int, Facts]:
    """The same of series that were fetched with their measures, and what was said about these. One query."""
    if not every:
        return {}
    observed = _observed(every, today)
    about: dict[int, list[Said]] = defaultdict(list)
    for one in said:
        about[one.measure].append(one)
    return {one.pk: facts_with(one, observed[one.pk], about[one.measure_id]) for one in every}


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


def facts_with(one: Series, observed: Sequence[Observed], said: Sequence[Said]) -> Facts:
    """The facts of one series, of rows that were read. No query."""
    measure, ours = one.measure, one.who in OURS
    return Facts(
        name=measure.name,
        kind=Kind(measure.kind),
        unit=measure.unit,
        better=Better(measure.better),
        frequency=Frequency(measure.frequency),
        observed=observed,
        lines=_lines(one, said) if ours else (),
        phases=[
            Phase(row.start, row.text, row.more)
            for row in said
            if row.what == PHASE and row.series == one.pk and row.kind != TAKEN_BACK and row.start
        ],
        events=_events(one, said, ours=ours),
        gaps=[
            Gap(row.start, row.last, row.text)
            for row in said
            if row.what == GAP and (row.series == one.pk or (ours and row.series is None))
            if row.start and row.last
        ],
        decimals=measure.decimals,
        whose=str(one),
        baseline=measure.baseline,
    )


def _lines(one: Series, said: Iterable[Said]) -> list[Line]:
    """An area's own lines of a kind stand in place of those of all."""
    rows = [row for row in said if row.what == LINE and row.value is not None]
    own = {row.kind for row in rows if row.area and row.area == one.area_id}
    return [
        Line(LineKind(row.kind), row.value, row.start, row.last, row.text)
        for row in rows
        if row.value is not None
        if (row.area == one.area_id if row.kind in own else row.area is None)
    ]


def _events(one: Series, said: Sequence[Said], *, ours: bool) -> list[Event]:
    """What happened, what began that is to move it, and each new definition after the first one."""
    found = [
        Event(row.start, EventKind(row.kind), row.text)
        for row in said
        if row.what in (EVENT, TIE) and row.start
        if row.area in (None, one.area_id) and (ours or row.kind in TO_ALL)
    ]
    days = {event.on for event in found if event.kind is EventKind.DEFINITION}
    versions = [row for row in said if row.what == DEFINITION]
    new = [
        Event(row.start, EventKind.DEFINITION, f"{NEW_DEFINITION}: {row.text}")
        for row in versions[1:]
        if row.start and row.start not in days
    ]
    return sorted([*found, *new], key=lambda event: event.on)
