"""What a measure means, from a day on: added where it changes, put right where it is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from answerable.accounts.models import User
from answerable.core.refusal import Refusal
from answerable.measures import fields
from answerable.measures.models import Definition, Measure
from answerable.measures.operations.holding import hold_measure, hold_part, record
from answerable.plans.editing import put

ADD, EDIT = "measures.add_definition", "measures.edit_definition"


@transaction.atomic
def add_definition(*, measure: Measure, values: Mapping[str, Any], by: User, at: datetime) -> Definition:
    """Another meaning from a day on; ``values`` are of ``fields.DEFINITION``. Raises Gone, Refusal."""
    held = hold_measure(measure)
    _alone(held, values["start"])
    if held.definitions.exists() and not values.get("reason"):
        raise Refusal("Write why it means something else from then on.")
    made = Definition.objects.create(measure=held, at=at, by=by, **values)
    record(ADD, held, "Put in a new definition of", by, at, made, start=made.start.isoformat())
    return made


@transaction.atomic
def edit_definition(
    *, definition: Definition, values: Mapping[str, Any], seen: str | None = None, by: User, at: datetime
) -> None:
    """Put one right. Raises Clash, Gone, Refusal."""
    held = hold_part(definition, "the definition")
    if "start" in values:
        _alone(held.measure, values["start"], held)
    changed = put(held, fields.DEFINITION, values, seen=seen, thing="the definition", operation=EDIT)
    record(EDIT, held.measure, "Put right a definition of", by, at, held, changed=changed)


def _alone(measure: Measure, start: date, but: Definition | None = None) -> None:
    there = measure.definitions.filter(start=start)
    if (there.exclude(pk=but.pk) if but else there).exists():
        raise Refusal("There is a definition from that day on already: put that one right.")
