"""What a series should be read with: what happened, and periods without values."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from answerable.accounts.models import User
from answerable.core.refusal import Refusal
from answerable.measures import fields
from answerable.measures.models import Gap, Measure, MeasureEvent
from answerable.measures.operations.holding import hold_measure, hold_part, record
from answerable.plans.editing import put

ADD_EVENT, EDIT_EVENT = "measures.add_event", "measures.edit_event"
REMOVE_EVENT = "measures.remove_event"
ADD_GAP, EDIT_GAP, REMOVE_GAP = "measures.add_gap", "measures.edit_gap", "measures.remove_gap"


@transaction.atomic
def add_event(*, measure: Measure, values: Mapping[str, Any], by: User, at: datetime) -> MeasureEvent:
    """Something happened; ``values`` are of ``fields.EVENT``. Raises Gone, Refusal."""
    held = hold_measure(measure)
    _not_twice(held, values)
    made = MeasureEvent.objects.create(measure=held, at=at, by=by, **values)
    record(ADD_EVENT, held, "Noted what happened about", by, at, made, on=made.on.isoformat())
    return made


@transaction.atomic
def edit_event(
    *, event: MeasureEvent, values: Mapping[str, Any], seen: str | None = None, by: User, at: datetime
) -> None:
    """Put one right. Raises Clash, Gone, Refusal."""
    held = hold_part(event, "the event")
    changed = put(held, fields.EVENT, values, seen=seen, thing="the event", operation=EDIT_EVENT)
    record(EDIT_EVENT, held.measure, "Changed what happened about", by, at, held, changed=changed)


@transaction.atomic
def remove_event(*, event: MeasureEvent, by: User, at: datetime) -> None:
    """Take one away that did not happen. Raises Gone, Refusal where a step change rests on it."""
    held = hold_part(event, "the event")
    if held.phases.filter(taken_back_at=None).exists():
        raise Refusal("A step change rests on it: take that back first, with a reason.")
    measure, was = held.measure, {"on": held.on.isoformat(), "text": held.text}
    held.delete()
    record(REMOVE_EVENT, measure, "Took away an event of", by, at, was=was)


@transaction.atomic
def add_gap(*, measure: Measure, values: Mapping[str, Any], by: User, at: datetime) -> Gap:
    """Periods without values, and why; ``values`` are of ``fields.GAP``. Raises Gone, Refusal."""
    held = hold_measure(measure)
    made = Gap(measure=held, at=at, by=by, **values)
    _in_order(made)
    made.save()
    record(ADD_GAP, held, "Said why there are no values of", by, at, made)
    return made


@transaction.atomic
def edit_gap(*, gap: Gap, values: Mapping[str, Any], seen: str | None = None, by: User, at: datetime) -> None:
    """Put one right. Raises Clash, Gone, Refusal."""
    held = hold_part(gap, "the gap")
    wanted = {one.name: values.get(one.name, getattr(held, one.name)) for one in fields.GAP}
    _in_order(Gap(pk=held.pk, measure=held.measure, **wanted))
    changed = put(held, fields.GAP, values, seen=seen, thing="the gap", operation=EDIT_GAP)
    record(EDIT_GAP, held.measure, "Changed why there are no values of", by, at, held, changed=changed)


@transaction.atomic
def remove_gap(*, gap: Gap, by: User, at: datetime) -> None:
    """Take one away that is none. Raises Gone."""
    held = hold_part(gap, "the gap")
    measure, was = held.measure, {"start": held.start.isoformat(), "last": held.last.isoformat()}
    held.delete()
    record(REMOVE_GAP, measure, "Took away a gap of", by, at, was=was)


def _not_twice(measure: Measure, values: Mapping[str, Any]) -> None:
    same = {name: values.get(name) for name in ("on", "text", "area")}
    if MeasureEvent.objects.filter(measure=measure, **same).exists():
        raise Refusal("That is noted already, on that day and in these words.")


def _in_order(gap: Gap) -> None:
    if gap.last < gap.start:
        raise Refusal("It ends before it begins: put one of the two days right.")
