"""All that people set, noted and decided about measures, in one query.

Lines, events, gaps, definitions, phases, and what a part of a plan or funded work is to move.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce

from answerable.core.measures.facts import EventKind
from answerable.measures.models import Definition, Gap, Line, MeasureEvent, MeasureTie, PhaseChange

LINE, EVENT, GAP, DEFINITION, PHASE, TIE = "line", "event", "gap", "definition", "phase", "tie"
TAKEN_BACK = "taken back"


class Said(NamedTuple):
    """One row of any of them. ``kind`` is a line's or an event's, or ``TAKEN_BACK`` of a phase; ``start`` is
    also the day of an event. ``more``: why a definition changed, who agreed a phase."""

    what: str
    key: int
    measure: int
    area: int | None
    series: int | None
    kind: str
    start: dt.date | None
    last: dt.date | None
    value: float | None
    text: str
    more: str


def said_about(measures: Collection[int]) -> list[Said]:
    """Of these measures, in the order of time; what began always comes first. One query."""
    if not measures:
        return []
    parts = said_parts(measures)
    found = [Said(*row) for row in parts[0].union(*parts[1:], all=True)]
    return sorted(found, key=in_time)


def in_time(one: Said) -> tuple[dt.date, str, int]:
    """The order in which they are told."""
    return (one.start or dt.date.min, one.what, one.key)


def said_parts(measures: Collection[int] | QuerySet[Any, Any]) -> list[QuerySet[Any, Any]]:
    """The rows of each kind, with the columns of ``Said``: to be asked for together. No query."""
    of = {"measure__in": measures}
    return [
        part(LINE, Line.objects.filter(**of), area="area_id", kind="kind", start="start", last="last",
              value="value", text="words"),
        part(EVENT, MeasureEvent.objects.filter(**of), area="area_id", kind="kind", start="on", text="text"),
        part(GAP, Gap.objects.filter(**of), series="series_id", start="start", last="last", text="reason"),
        part(DEFINITION, Definition.objects.filter(**of), start="start", text="text", more="reason"),
        part(PHASE, PhaseChange.objects.filter(series__measure__in=measures), measure="series__measure_id",
              series="series_id", kind=_taken_back(), start="start", text="cause", more=_agreed()),
        part(TIE, MeasureTie.objects.filter(**of).exclude(start=None), area="area_id", start="start",
              kind=Value(EventKind.STRATEGY.value), text=_tied()),
    ]  # fmt: skip


_NOTHING: dict[str, models.Field[Any, Any]] = {
    "area": models.BigIntegerField(),
    "series": models.BigIntegerField(),
    "kind": models.TextField(),
    "start": models.DateField(),
    "last": models.DateField(),
    "value": models.FloatField(),
    "text": models.TextField(),
    "more": models.TextField(),
}
"""The columns, with their types: PostgreSQL joins only rows whose columns are alike."""


def part(
    what: str, rows: QuerySet[Any], *, measure: str = "measure_id", **columns: Any
) -> QuerySet[Any, Any]:
    """Rows with the columns of ``Said``; those that are not named are empty."""
    named: dict[str, Any] = {"said_what": Value(what), "said_key": F("pk"), "said_measure": F(measure)}
    for name, kind in _NOTHING.items():
        given = columns.get(name)
        if given is None:
            given = Value("") if isinstance(kind, models.TextField) else Value(None)
        named[f"said_{name}"] = Cast(F(given) if isinstance(given, str) else given, kind)
    return rows.order_by().annotate(**named).values_list(*named)


def _taken_back() -> Case:
    return Case(When(taken_back_at__isnull=False, then=Value(TAKEN_BACK)), default=Value(""))


def _agreed() -> Case:
    return Case(When(~Q(agreed_by=""), then=F("agreed_by")), default=F("by__name"))


def _tied() -> Coalesce:
    """The words of whatever is to move it."""
    texts = [
        Cast(F(name), models.TextField())
        for name in ("plan_item__text", "recommendation__text", "funding__title")
    ]
    return Coalesce(*texts)
