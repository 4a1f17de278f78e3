"""Measures, row by row: series, observations, lines, events, and what people decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from answerable.actions.models import Action, ActionMeasure
from answerable.measures.models import (
    Definition,
    Gap,
    Line,
    Load,
    Mapping,
    Measure,
    MeasureEvent,
    MeasureTie,
    Observation,
    PhaseChange,
    Series,
)  # fmt: skip
from answerable.meetings.models import Figure, Item
from answerable.offices.models import Area, Force
from tests import factories as make


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def measure(name: str = "101 calls answered in time", **fields: Any) -> Measure:
    values = {
        "kind": "proportion", "unit": "%", "better": "higher", "frequency": "month", **fields,
    }  # fmt: skip
    return Measure.objects.create(office=make.office(), name=name, **values)


def force() -> Force:
    return Force.objects.get_or_create(office=make.office(), name="Wyvern Valley Police")[0]


def area(name: str = "North") -> Area:
    return Area.objects.get_or_create(force=force(), name=name)[0]


def series(of: Measure, whose: Area | str | None = None, **fields: Any) -> Series:
    """Of the whole force; of an area; or, by its name, of another force."""
    if isinstance(whose, Area):
        values = {"who": "area", "area": whose, "force": whose.force, "name": whose.name}
    elif whose:
        values = {"who": "other", "name": whose}
    else:
        values = {"who": "force", "force": force(), "name": force().name}
    return Series.objects.create(measure=of, **{**values, **fields})


def months(of: Series, first: str, values: Sequence[float | None], **fields: Any) -> list[Observation]:
    """An observation for each month from ``first`` ("2024-01") on."""
    year, month = (int(part) for part in first.split("-"))
    rows = []
    for place, value in enumerate(values, month - 1):
        start = dt.date(year + place // 12, place % 12 + 1, 1)
        end = dt.date(year + (place + 1) // 12, (place + 1) % 12 + 1, 1) - dt.timedelta(days=1)
        rows.append(Observation(series=of, start=start, last=end, value=value, **fields))
    return Observation.objects.bulk_create(rows)


def _by(fields: dict[str, Any]) -> dict[str, Any]:
    return {"at": make.NOW, "by": make.user(), **fields}


def line(of: Measure, kind: str = "target", value: float = 85, **fields: Any) -> Line:
    return Line.objects.create(measure=of, kind=kind, value=value, **_by(fields))


def event(
    of: Measure, on: str, text: str = "The new system began.", kind: str = "recording", **fields: Any
) -> MeasureEvent:
    return MeasureEvent.objects.create(measure=of, on=day(on), text=text, kind=kind, **_by(fields))


def gap(of: Measure, start: str, last: str, reason: str = "No survey was made.", **fields: Any) -> Gap:
    return Gap.objects.create(measure=of, start=day(start), last=day(last), reason=reason, **_by(fields))


def definition(
    of: Measure, start: str, text: str = "Answered within 30 seconds", **fields: Any
) -> Definition:
    return Definition.objects.create(measure=of, start=day(start), text=text, **_by(fields))


def phase(of: Series, start: str, cause: str = "The new system began.", **fields: Any) -> PhaseChange:
    return PhaseChange.objects.create(series=of, start=day(start), cause=cause, **_by(fields))


def mapping(name: str = "Monthly return", **fields: Any) -> Mapping:
    return Mapping.objects.create(office=make.office(), name=name, shape={}, **_by(fields))


def load(name: str = "return.csv", **fields: Any) -> Load:
    values = {"digest": "0" * 64, **fields}
    return Load.objects.create(office=make.office(), name=name, **_by(values))


def moves(action: Action, of: Measure, **fields: Any) -> ActionMeasure:
    return ActionMeasure.objects.create(action=action, measure=of, **_by(fields))


def tie(of: Measure, **fields: Any) -> MeasureTie:
    """``fields`` name the part of a plan, the recommendation or the funded work that should move it."""
    return MeasureTie.objects.create(measure=of, **_by(fields))


def quoted(item: Item, text: str, value: float | None, **fields: Any) -> Figure:
    """A figure that the minutes state under an item."""
    values = {"measure": text[:60], "unit": "%", "kind": "actual", **fields}
    place = Figure.objects.filter(meeting=item.meeting).count()
    return Figure.objects.create(
        meeting=item.meeting, item=item, position=place, text=text, value=value, **values
    )
