"""Limits that somebody set and an area is beyond, told by its last figure without reading the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import OuterRef, Subquery

from answerable.core.measures.facts import LineKind, Observed
from answerable.core.measures.proposing import passed
from answerable.core.measures.words import exact
from answerable.measures.models import Observation, Series
from answerable.measures.queries import Said, facts_with
from answerable.measures.queries.said import LINE


def passed_in_areas(rows: Sequence[Series], said: Sequence[Said]) -> dict[int, list[str]]:
    """By the measure: "North 34, beyond the limit of 30 (set)", in the order of the names.

    ``rows`` are series with their measures. A query where any of these measures has a limit, none otherwise.
    """
    about: dict[int, list[Said]] = defaultdict(list)
    for one in said:
        if one.what == LINE and one.kind == LineKind.LIMIT:
            about[one.measure].append(one)
    limited = {row.pk: row for row in rows if row.who == "area" and row.measure_id in about}
    found: dict[int, list[str]] = defaultdict(list)
    for key, last in _last(list(limited)).items():
        row = limited[key]
        words = _words(row, last, about[row.measure_id])
        if words:
            found[row.measure_id].append(words)
    return {key: sorted(words) for key, words in found.items()}


def _words(row: Series, last: Observed, said: Sequence[Said]) -> str:
    facts = facts_with(row, [last], said)
    beyond = passed(facts)
    if beyond is None or last.value is None:
        return ""
    value = exact(round(last.value, facts.decimals), "", facts.decimals)
    return f"{row.name} {value}, beyond the limit of {exact(beyond[0].value, facts.unit)} (set)"


def _last(keys: Sequence[int]) -> dict[int, Observed]:
    """The last value of each series."""
    if not keys:
        return {}
    newest = Observation.objects.filter(series=OuterRef("pk")).exclude(value=None).order_by("-start")
    rows = Series.objects.filter(pk__in=keys).annotate(newest=Subquery(newest.values("pk")[:1]))
    held = Observation.objects.filter(pk__in=rows.values("newest"))
    return {
        key: Observed(start, last, value)
        for key, start, last, value in held.values_list("series_id", "start", "last", "value")
    }
