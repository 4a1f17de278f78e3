"""The facts of series in one query, for pages that have much else to ask: the front page, a pack, an action.

Rows of all kinds come as one union and are put together by ``facts_from``, as everywhere else.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import (
    BigIntegerField,
    Case,
    DateField,
    F,
    FloatField,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, NullIf

from answerable.core.measures.facts import Facts, Frequency, Observed, Phase
from answerable.core.measures.window import window
from answerable.measures import models
from answerable.measures.models import Measure, Observation, PhaseChange, Series
from answerable.measures.queries.facts import Told, facts_from
from answerable.topics.models import Topic

DATES, NUMBERS, TEXTS = 2, 7, 11
"""Columns of each sort that a row has room for, whatever kind it is of."""


@dataclass(frozen=True, slots=True)
class Held:
    """A series with its facts. Of its measure is held what charts and lists need: no other column."""

    series: Series
    facts: Facts

    @property
    def measure(self) -> Measure:
        return self.series.measure


class Row(NamedTuple):
    """A row of any kind. ``key`` is its series', where it is of one; what the rest means differs by kind."""

    kind: str
    measure: int
    key: int | None
    area: int | None
    dates: Sequence[dt.date | None]
    numbers: Sequence[float | None]
    texts: Sequence[str]


def facts_together(series: QuerySet[Series], today: dt.date | None = None) -> list[Held]:
    """The series with their facts, by the names of their measures and their own. One query.

    With ``today`` only what a chart looks back at is read. Who may see them is the caller's to ask.
    """
    keys = series.order_by().values("pk")
    measures = series.order_by().values("measure")
    parts = [
        _series(series), _observations(keys, today), _lines(measures), _events(measures), _gaps(measures),
        _meanings(measures), _phases(keys),
    ]  # fmt: skip
    rows: dict[str, list[Row]] = defaultdict(list)
    for values in parts[0].union(*parts[1:], all=True):
        row = _row(values)
        rows[row.kind].append(row)
    return _held(rows)


def _row(values: Sequence[Any]) -> Row:
    ends = (4, 4 + DATES, 4 + DATES + NUMBERS)
    kind, measure, key, area = values[: ends[0]]
    return Row(
        kind, measure, key, area, values[ends[0] : ends[1]], values[ends[1] : ends[2]], values[ends[2] :]
    )


def _series(series: QuerySet[Series]) -> QuerySet[Any, Any]:
    of = "measure__"
    return _columns(
        "series", series, F("measure_id"), F("pk"), F("area_id"), [F(f"{of}ended")],
        [F(f"{of}decimals"), F(f"{of}baseline"), F(f"{of}topic_id"), _flag(f"{of}restricted")],
        [F("who"), F("name"), F("source"), *(F(f"{of}{name}") for name in MEASURE_TEXTS),
         Coalesce(F(f"{of}topic__name"), Value(""))],
    )  # fmt: skip


MEASURE_TEXTS = ("name", "kind", "unit", "better", "frequency", "tier", "aliases")


def _observations(keys: QuerySet[Any, Any], today: dt.date | None) -> QuerySet[Any, Any]:
    rows = Observation.objects.filter(series__in=keys)
    return _columns(
        "value", rows.filter(_in_window(today)) if today else rows, F("series__measure_id"), F("series_id"),
        None, [F("start"), F("last")],
        [F("value"), F("numerator"), F("denominator"), F("sample"), F("reported"), F("expected"),
         _flag("provisional")],
        [F("note")],
    )  # fmt: skip


def _in_window(today: dt.date) -> Q:
    """What the charts of each frequency look back at; a fixed baseline needs the first points as well, and a
    measure that has ended is told whole."""
    of = "series__measure__"
    parts = [Q(**{f"{of}frequency": one, "start__gte": window(one, today)}) for one in Frequency]
    return reduce(or_, parts, Q(**{f"{of}baseline__isnull": False}) | Q(**{f"{of}ended__isnull": False}))


def _lines(measures: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    rows = models.Line.objects.filter(measure__in=measures)
    return _columns(
        "line", rows, F("measure_id"), None, F("area_id"), [F("start"), F("last")], [F("value")],
        [F("kind"), F("words")],
    )  # fmt: skip


def _events(measures: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    rows = models.MeasureEvent.objects.filter(measure__in=measures)
    return _columns(
        "event", rows, F("measure_id"), None, F("area_id"), [F("on")], [], [F("kind"), F("text")]
    )  # fmt: skip


def _gaps(measures: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    rows = models.Gap.objects.filter(measure__in=measures)
    return _columns(
        "gap", rows, F("measure_id"), F("series_id"), None, [F("start"), F("last")], [], [F("reason")]
    )  # fmt: skip


def _meanings(measures: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    rows = models.Definition.objects.filter(measure__in=measures)
    return _columns("meaning", rows, F("measure_id"), None, None, [F("start")], [], [F("text")])


def _phases(keys: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    rows = PhaseChange.objects.filter(series__in=keys, taken_back_at=None)
    by = Coalesce(NullIf(F("agreed_by"), Value("")), F("by__name"))
    return _columns(
        "phase", rows, F("series__measure_id"), F("series_id"), None, [F("start")], [], [F("cause"), by]
    )  # fmt: skip


def _columns(
    kind: str, rows: QuerySet[Any], measure: Any, key: Any, area: Any, dates: Sequence[Any],
    numbers: Sequence[Any], texts: Sequence[Any],
) -> QuerySet[Any, Any]:  # fmt: skip
    """The rows with as many columns of each sort as every kind has."""
    none = Value(None)
    columns = {
        "kind": Value(kind, TextField()),
        "measure": Cast(measure, BigIntegerField()),
        "key": Cast(key or none, BigIntegerField()),
        "area": Cast(area or none, BigIntegerField()),
        **_filled("date", dates, DATES, none, DateField()),
        **_filled("number", numbers, NUMBERS, none, FloatField()),
        **_filled("text", texts, TEXTS, Value(""), TextField()),
    }
    named = {f"x_{name}": column for name, column in columns.items()}
    return rows.order_by().annotate(**named).values_list(*named)


def _filled(name: str, given: Sequence[Any], room: int, empty: Any, field: Any) -> dict[str, Any]:
    every = [*given, *[empty] * (room - len(given))]
    return {f"{name}{place}": Cast(one, field) for place, one in enumerate(every)}


def _flag(column: str) -> Case:
    return Case(When(**{column: True}, then=Value(1.0)), default=Value(0.0), output_field=FloatField())


def _held(rows: dict[str, list[Row]]) -> list[Held]:
    told, phases, observed = _told(rows), defaultdict(list), defaultdict(list)
    for row in sorted(rows["phase"], key=_first):
        phases[row.key].append(Phase(_day(row), row.texts[0], row.texts[1]))
    for row in sorted(rows["value"], key=_first):
        observed[row.key].append(_observed(row))
    every = [_one(row) for row in rows["series"]]
    every.sort(key=lambda one: (one.measure.name.casefold(), one.measure_id, one.name.casefold(), one.pk))
    return [Held(one, facts_from(one, observed[one.pk], told, phases[one.pk])) for one in every]


def _one(row: Row) -> Series:
    who, name, source, *texts, topic = row.texts
    decimals, baseline, topic_id, restricted = row.numbers[:4]
    measure = Measure(
        pk=row.measure, decimals=int(decimals or 0), restricted=bool(restricted), ended=row.dates[0],
        baseline=None if baseline is None else int(baseline), **dict(zip(MEASURE_TEXTS, texts, strict=True)),
    )  # fmt: skip
    if topic_id is not None:
        measure.topic = Topic(pk=int(topic_id), name=topic)
    return Series(pk=row.key, measure=measure, who=who, area_id=row.area, name=name, source=source)


def _observed(row: Row) -> Observed:
    value, numerator, denominator, sample, reported, expected, provisional = row.numbers
    start, last = row.dates
    assert start and last
    return Observed(
        start, last, value, numerator, denominator, sample, bool(provisional), _whole(reported),
        _whole(expected), row.texts[0],
    )  # fmt: skip


def _told(rows: dict[str, list[Row]]) -> Told:
    """As ``facts_from`` takes it, each list in the order in which the models keep it."""
    told = Told()
    for row in _ordered(rows["line"]):
        start, last = row.dates
        line = models.Line(
            measure_id=row.measure, area_id=row.area, kind=row.texts[0], value=row.numbers[0], start=start,
            last=last, words=row.texts[1],
        )  # fmt: skip
        told.lines[row.measure].append(line)
    for row in _ordered(rows["event"]):
        event = models.MeasureEvent(
            measure_id=row.measure, area_id=row.area, on=_day(row), kind=row.texts[0], text=row.texts[1]
        )
        told.events[row.measure].append(event)
    for row in _ordered(rows["gap"]):
        start, last = row.dates
        gap = models.Gap(
            measure_id=row.measure, series_id=row.key, start=start, last=last, reason=row.texts[0]
        )  # fmt: skip
        told.gaps[row.measure].append(gap)
    for row in _ordered(rows["meaning"]):
        meaning = models.Definition(measure_id=row.measure, start=_day(row), text=row.texts[0])
        told.definitions[row.measure].append(meaning)
    return told


def _ordered(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (row.texts[0] if row.kind == "line" else "", *_first(row)))


def _first(row: Row) -> tuple[bool, dt.date]:
    """The order of the first day, none before any."""
    day = row.dates[0]
    return (day is not None, day or dt.date.min)


def _day(row: Row) -> dt.date:
    day = row.dates[0]
    assert day is not None
    return day


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)
