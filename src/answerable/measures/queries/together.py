"""The facts of series in one query, for pages that have much else to ask: the front page, a pack, an action.

Series, observations and all that was said of the measures come as one union, with the columns of ``Said`` and
some more that only series and observations fill.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Case, F, FloatField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce

from answerable.core.measures.facts import Facts, Frequency, Observed
from answerable.core.measures.window import window
from answerable.measures.models import Measure, Observation, Series
from answerable.measures.queries.facts import facts_with
from answerable.measures.queries.said import Said, in_time, part, said_parts
from answerable.topics.models import Topic

SERIES, VALUE = "series", "value"
NUMBERS = 6  # columns of numbers that an observation fills beside its value
MEASURE_TEXTS = ("name", "kind", "unit", "better", "frequency", "tier", "aliases")
TEXTS = len(MEASURE_TEXTS) + 1  # and the topic's name
COLUMNS = len(Said._fields)
OWN = ("", "local")  # sources that are the office's own


@dataclass(frozen=True, slots=True)
class Held:
    """A series with its facts. Of its measure is held what charts and lists need: no other column."""

    series: Series
    facts: Facts

    @property
    def measure(self) -> Measure:
        return self.series.measure


def facts_together(series: QuerySet[Series], today: dt.date | None = None) -> list[Held]:
    """The series with their facts, by the names of their measures and their own. One query.

    With ``today`` only what a chart looks back at is read. Who may see them is the caller's to ask.
    """
    keys, measures = series.order_by().values("pk"), series.order_by().values("measure")
    parts = [_series(series), _observations(keys, today), *(_wider(one) for one in said_parts(measures))]
    every: list[Series] = []
    observed: dict[int, list[Observed]] = defaultdict(list)
    about: dict[int, list[Said]] = defaultdict(list)
    for values in parts[0].union(*parts[1:], all=True):
        row, numbers, texts = _parted(values)
        if row.what == SERIES:
            every.append(_one(row, numbers, texts))
        elif row.what == VALUE:
            observed[row.series or 0].append(_observed(row, numbers))
        else:
            about[row.measure].append(row)
    return _held(every, observed, about)


def one_source(held: Sequence[Held]) -> list[Held]:
    """Of a place whose figures come from two sources the office's own; in the order in which they came."""
    own: dict[tuple[int, str, str], Held] = {}
    for one in sorted(held, key=lambda one: (one.series.source not in OWN, one.series.source)):
        own.setdefault((one.series.measure_id, one.series.who, one.series.name), one)
    return [one for one in held if own[one.series.measure_id, one.series.who, one.series.name] is one]


def _held(
    every: list[Series], observed: dict[int, list[Observed]], about: dict[int, list[Said]]
) -> list[Held]:
    every.sort(key=lambda one: (one.measure.name.casefold(), one.measure_id, one.name.casefold(), one.pk))
    for rows in observed.values():
        rows.sort(key=lambda one: one.start)
    for said in about.values():
        said.sort(key=in_time)
    return [Held(one, facts_with(one, observed[one.pk], about[one.measure_id])) for one in every]


def _series(series: QuerySet[Series]) -> QuerySet[Any, Any]:
    rows = part(
        SERIES, series, series="pk", area="area_id", kind="who", text="name", more="source",
        start="measure__ended", value="measure__decimals",
    )  # fmt: skip
    numbers = [F("measure__baseline"), F("measure__topic_id"), _flag("measure__restricted")]
    texts = [F(f"measure__{name}") for name in MEASURE_TEXTS]
    return _wider(rows, numbers, [*texts, Coalesce(F("measure__topic__name"), Value(""))])


def _observations(keys: QuerySet[Any, Any], today: dt.date | None) -> QuerySet[Any, Any]:
    found = Observation.objects.filter(series__in=keys)
    rows = part(
        VALUE, found.filter(_in_window(today)) if today else found, measure="series__measure_id",
        series="series_id", start="start", last="last", value="value", text="note",
    )  # fmt: skip
    numbers = ("numerator", "denominator", "sample", "reported", "expected")
    return _wider(rows, [*map(F, numbers), _flag("provisional")])


def _in_window(today: dt.date) -> Q:
    """What the charts of each frequency look back at; a fixed baseline needs the first points as well, and a
    measure that has ended is told whole."""
    of = "series__measure__"
    parts = [Q(**{f"{of}frequency": one, "start__gte": window(one, today)}) for one in Frequency]
    return reduce(or_, parts, Q(**{f"{of}baseline__isnull": False}) | Q(**{f"{of}ended__isnull": False}))


def _wider(
    rows: QuerySet[Any, Any], numbers: Sequence[Any] = (), texts: Sequence[Any] = ()
) -> QuerySet[Any, Any]:
    """The rows with the columns that only some of them fill."""
    filled = [*numbers, *[Value(None)] * (NUMBERS - len(numbers))]
    written = [*texts, *[Value("")] * (TEXTS - len(texts))]
    columns = {f"more_number{place}": Cast(one, FloatField()) for place, one in enumerate(filled)}
    columns |= {f"more_text{place}": Cast(one, TextField()) for place, one in enumerate(written)}
    return rows.annotate(**columns)


def _flag(column: str) -> Case:
    return Case(When(**{column: True}, then=Value(1.0)), default=Value(0.0), output_field=FloatField())


def _parted(values: Sequence[Any]) -> tuple[Said, Sequence[float | None], Sequence[str]]:
    return Said(*values[:COLUMNS]), values[COLUMNS : COLUMNS + NUMBERS], values[COLUMNS + NUMBERS :]


def _one(row: Said, numbers: Sequence[float | None], texts: Sequence[str]) -> Series:
    baseline, topic, restricted = numbers[:3]
    *told, topic_name = texts
    measure = Measure(
        pk=row.measure, decimals=int(row.value or 0), restricted=bool(restricted), ended=row.start,
        baseline=_whole(baseline), **dict(zip(MEASURE_TEXTS, told, strict=True)),
    )  # fmt: skip
    if topic is not None:
        measure.topic = Topic(pk=int(topic), name=topic_name)
    return Series(
        pk=row.series, measure=measure, who=row.kind, area_id=row.area, name=row.text, source=row.more
    )


def _observed(row: Said, numbers: Sequence[float | None]) -> Observed:
    numerator, denominator, sample, reported, expected, provisional = numbers
    assert row.start and row.last
    return Observed(
        row.start, row.last, row.value, numerator, denominator, sample, bool(provisional), _whole(reported),
        _whole(expected), row.text,
    )  # fmt: skip


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)
