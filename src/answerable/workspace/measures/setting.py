"""What was set about one measure, row by row, with who set it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, Min

from answerable.core.measures.facts import LineKind
from answerable.core.measures.words import exact
from answerable.measures.models import Definition, Gap, Line, Measure, MeasureEvent, Series


@dataclass(frozen=True, slots=True)
class AllSet:
    definitions: Sequence[Definition]
    lines: Sequence[Line]
    events: Sequence[MeasureEvent]
    gaps: Sequence[Gap]
    series: Sequence[Series]

    def line(self, one: Line) -> str:
        """ "Target 85%", "Limit 30 (set)": never to be mixed up with the range that is ordinary."""
        told = exact(one.value, one.measure.unit, one.measure.decimals)
        return f"{one.get_kind_display()} {told}{' (set)' if one.kind == LineKind.LIMIT else ''}"


def all_set(measure: Measure) -> AllSet:
    """Five queries."""
    series = measure.series.annotate(
        values_held=Count("observations"), first=Min("observations__start"), last=Max("observations__last")
    )
    return AllSet(
        list(measure.definitions.select_related("by").order_by("-start")),
        list(measure.lines.select_related("by", "area", "measure").order_by("kind", "-start", "pk")),
        list(measure.events.select_related("by", "area").order_by("-on", "-pk")),
        list(measure.gaps.select_related("by", "series").order_by("-start")),
        list(series.select_related("area").order_by("who", "name", "source")),
    )
