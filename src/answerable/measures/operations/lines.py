"""Lines that somebody set: targets, limits, baselines, aspirations; from a day to a day, of all or of one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from answerable.accounts.models import User
from answerable.core.measures.facts import LineKind
from answerable.core.measures.words import exact
from answerable.core.refusal import Refusal
from answerable.measures import fields
from answerable.measures.models import Line, Measure
from answerable.measures.operations.holding import hold_measure, hold_part, in_per_cent, record
from answerable.plans.editing import put

ADD, EDIT, REMOVE = "measures.add_line", "measures.edit_line", "measures.remove_line"
ONE_AT_A_TIME = (LineKind.TARGET, LineKind.BASELINE)
"""Of these one is in force at a time: two targets cannot both be met or missed."""


@transaction.atomic
def add_line(*, measure: Measure, values: Mapping[str, Any], by: User, at: datetime) -> Line:
    """A line that somebody set; ``values`` are of ``fields.LINE``.

    A target or baseline without an end that is in force when this one begins ends the day before.
    Raises Gone, Refusal.
    """
    held = hold_measure(measure)
    made = Line(measure=held, at=at, by=by, **values)
    ended = _end_the_one_before(made)
    _see(made)
    made.save()
    record(ADD, held, f"Set a {made.kind} for", by, at, made, value=made.value, ended=ended)
    return made


@transaction.atomic
def edit_line(
    *, line: Line, values: Mapping[str, Any], seen: str | None = None, by: User, at: datetime
) -> None:
    """Put one right. Raises Clash, Gone, Refusal."""
    held = hold_part(line, "the line")
    wanted = {one.name: values.get(one.name, getattr(held, one.name)) for one in fields.LINE}
    _see(Line(pk=held.pk, measure=held.measure, **wanted))
    changed = put(held, fields.LINE, values, seen=seen, thing="the line", operation=EDIT)
    record(EDIT, held.measure, f"Changed a {held.kind} for", by, at, held, changed=changed)


@transaction.atomic
def remove_line(*, line: Line, by: User, at: datetime) -> None:
    """Take one away that was never set; one that does not hold any more gets a last day. Raises Gone."""
    held = hold_part(line, "the line")
    measure, was = held.measure, {"kind": held.kind, "value": held.value}
    held.delete()
    record(REMOVE, measure, "Took away a line of", by, at, was=was)


def _beside(line: Line) -> QuerySet[Line]:
    rows = Line.objects.filter(measure=line.measure, kind=line.kind, area=line.area)
    return rows.exclude(pk=line.pk)


def _end_the_one_before(line: Line) -> list[int]:
    """The keys of the lines that end because this one begins."""
    if line.kind not in ONE_AT_A_TIME or line.start is None or line.start == date.min:
        return []
    before = _beside(line).filter(Q(start__lt=line.start) | Q(start=None), last=None)
    keys = [one.pk for one in before]
    before.update(last=line.start - timedelta(days=1))
    return keys


def _see(line: Line) -> None:
    if line.start and line.last and line.last < line.start:
        raise Refusal("It ends before it begins: put one of the two days right.")
    in_per_cent(line.measure, line.value, f"the {line.kind}")
    if line.kind not in ONE_AT_A_TIME:
        return
    rows = _beside(line)
    if line.last:
        rows = rows.filter(Q(start=None) | Q(start__lte=line.last))
    if line.start:
        rows = rows.filter(Q(last=None) | Q(last__gte=line.start))
    there = rows.first()
    if there is not None:
        told = exact(there.value, line.measure.unit, line.measure.decimals)
        raise Refusal(f"A {line.kind} of {told} is in force in a part of that time: put its days right.")
