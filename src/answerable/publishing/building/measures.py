"""Measures with their figures and what is said of them: small numbers and what is restricted left out."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils import timezone
from django.utils.text import slugify

from answerable.actions.models import ActionMeasure
from answerable.core.measures.areas import side_by_side
from answerable.core.measures.facts import Facts, Kind, Observed, Who
from answerable.core.publication.frozen_measures import frozen, judged, looked_at, observations, without
from answerable.core.publication.parts import Kind as PartKind
from answerable.core.publication.parts import Part, made
from answerable.core.publication.shapes_measures import MeasureContent
from answerable.core.publication.small_numbers import WHOLE, counts_of, left_out
from answerable.measures.models import Measure, Revision, Series
from answerable.measures.queries import Said, facts_from, said_about
from answerable.measures.queries.said import DEFINITION, TIE
from answerable.publishing.addresses import path_of
from answerable.publishing.building.standing import as_it_stands
from answerable.publishing.models import Publication
from answerable.publishing.naming import named

ORDER = {"force": 0, "area": 1, "group": 2, "nation": 3, "other": 4}
SOURCES = ("", "local")
"""Where the whole force's figures come from two sources, the office's own stand first."""

Hidden = Mapping[int, set[dt.date]]
"""Of each series the periods whose figures are not shown, by their first days."""


def measures_parts(publication: Publication, at: dt.datetime) -> list[Part]:
    """A part for each measure that is open to all."""
    rows = Measure.objects.filter(office=publication.office, restricted=False)
    if publication.measure_id:
        rows = rows.filter(pk=publication.measure_id)
    every = rows.select_related("office", "topic").order_by("pk")
    return [
        as_it_stands(made(one["path"], PartKind.MEASURE, one)) for one in (content(row, at) for row in every)
    ]


def content(measure: Measure, at: dt.datetime) -> MeasureContent:
    said = [one for one in said_about([measure.pk]) if one.what != TIE]  # what is paid for may be restricted
    series = _ours_first(Series.objects.filter(measure=measure).select_related("area"))
    for one in series:
        one.measure = measure
    facts = facts_from(series, said)
    hidden = _hidden(measure, series, facts)
    shown = {key: without(known, hidden.get(key, set())) for key, known in facts.items()}
    told = [_series(one, shown[one.pk], hidden.get(one.pk, set()), at) for one in series]
    areas = [one.pk for one in series if one.who == Who.AREA]
    whole = len(areas) > 1 and not any(hidden[key] for key in areas)
    beside = side_by_side([shown[key] for key in areas]) if whole else None
    office, topic = measure.office, measure.topic_id
    return {
        "path": named(office, "measures", "measure", measure.pk, measure.name, at),
        "name": measure.name,
        "kind": measure.kind,
        "unit": measure.unit,
        "per": measure.per,
        "decimals": measure.decimals,
        "better": measure.better,
        "frequency": measure.frequency,
        "tier": measure.tier,
        "source": measure.source,
        "ended": measure.ended.isoformat() if measure.ended else None,
        "baseline": measure.baseline,
        "also": [one for one in measure.aliases.splitlines() if one.strip()],
        "topic": path_of(office, "topic", topic) if topic else None,
        "actions": _actions(measure),
        "definitions": _definitions(said),
        "series": told,
        "beside": {"headline": beside.headline, "sentences": list(beside.sentences)} if beside else None,
        "smallest": measure.smallest,
        "as_of": timezone.localdate(at).isoformat(),
    }


def _series(one: Series, facts: Facts, hidden: set[dt.date], at: dt.datetime) -> Any:
    today = timezone.localdate(at)
    verdict = judged(looked_at(facts, today, one.measure.ended), hidden, today)
    rows = (
        Revision.objects.filter(observation__series=one)
        .order_by("at")
        .values_list("observation__start", "at")
    )
    revised = {start: timezone.localdate(when) for start, when in rows}
    key = slugify(f"{one.who} {one.name} {one.source}")
    area = slugify(one.area.name) if one.area else None
    return frozen(
        key, facts, verdict, observations(facts, hidden, revised), who=one.who, name=one.name, area=area,
        source=one.source, lag=one.lag,
    )  # fmt: skip


def _definitions(said: Iterable[Said]) -> Any:
    return [
        {"start": one.start.isoformat() if one.start else "", "text": one.text, "reason": one.more}
        for one in said
        if one.what == DEFINITION
    ]


def _actions(measure: Measure) -> list[str]:
    """The actions that are to move it, of those that have a public address."""
    rows = ActionMeasure.objects.filter(measure=measure, action__restricted=False, action__draft=False)
    keys = rows.order_by("action__given", "action").values_list("action", flat=True)
    paths = (path_of(measure.office, "action", key) for key in keys)
    return [path for path in paths if path]


def _hidden(measure: Measure, series: Sequence[Series], facts: Mapping[int, Facts]) -> Hidden:
    """Small numbers, and what would give them away: areas beside their force, period by period.

    A place whose figures come from two sources shows neither where one of them is too small.
    """
    found: dict[int, set[dt.date]] = defaultdict(set)
    for source in sorted({one.source for one in series}):
        for group in _families(one for one in series if one.source == source):
            for key, starts in _of_family(measure, group, facts).items():
                found[key] |= starts
    places: dict[tuple[str, str], set[dt.date]] = defaultdict(set)
    for one in series:
        places[one.who, one.name] |= found[one.pk]
    return {one.pk: places[one.who, one.name] for one in series}


def _families(series: Iterable[Series]) -> list[list[Series]]:
    """A force with its areas; each of the others alone."""
    of: dict[Any, list[Series]] = defaultdict(list)
    for one in series:
        ours = one.who in (Who.FORCE, Who.AREA)
        of[("ours", one.force_id) if ours else ("other", one.pk)].append(one)
    return list(of.values())


def _of_family(
    measure: Measure, group: Sequence[Series], facts: Mapping[int, Facts]
) -> dict[int, set[dt.date]]:
    by_period: dict[tuple[dt.date, dt.date], dict[int, Observed]] = defaultdict(dict)
    for one in group:
        for row in facts[one.pk].observed:
            if row.value is not None:
                by_period[row.start, row.last][one.pk] = row
    wholes = {one.pk for one in group if one.who != Who.AREA}
    found: dict[int, set[dt.date]] = defaultdict(set)
    for (start, _), rows in by_period.items():
        for key in _of_period(measure, rows, wholes):
            found[key].add(start)
    return found


def _of_period(measure: Measure, rows: Mapping[int, Observed], wholes: set[int]) -> set[int]:
    kind = Kind(measure.kind)
    counts = {key: counts_of(kind, row, measure.per) for key, row in rows.items()}
    parts = {str(key): one for key, one in counts.items() if key not in wholes}
    whole = next((key for key in counts if key in wholes), None)
    gone = left_out(parts, counts[whole] if whole is not None else None, measure.smallest)
    return {int(name) if name != WHOLE else whole or 0 for name in gone}


def _ours_first(rows: Iterable[Series]) -> list[Series]:
    """The whole force first, by its own source; then areas, then others, in the order of their names."""
    return sorted(
        rows, key=lambda one: (ORDER[one.who], one.name.casefold(), one.source not in SOURCES, one.source)
    )
