"""Measures: made, and what is said of them changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.core.refusal import Refusal
from answerable.measures import fields
from answerable.measures.models import Definition, Line, Measure, Series
from answerable.measures.operations.holding import (
    MOST_PER_CENT,
    PER_CENT_KINDS,
    hold_measure,
    record,
)
from answerable.offices.models import Force, Office
from answerable.offices.operations import hold_office
from answerable.plans.editing import put

ADD, EDIT = "measures.add_measure", "measures.edit_measure"


@transaction.atomic
def add_measure(
    *,
    office: Office,
    values: Mapping[str, Any],
    definition: str = "",
    start: date | None = None,
    by: User,
    at: datetime,
) -> Measure:
    """A measure, with what it means from ``start`` on (from today where that is not known).

    ``values`` are of ``fields.MEASURE``. Its series of the whole force is made with it, where the office
    has one force. Raises Refusal.
    """
    hold_office(office.pk)
    made = Measure(office=office, **values)
    _see(made)
    made.save()
    if definition.strip():
        Definition.objects.create(
            measure=made, start=start or timezone.localdate(at), text=definition.strip(), at=at, by=by
        )
    forces = list(Force.objects.filter(office=office)[:2])
    if len(forces) == 1:
        Series.objects.create(measure=made, who="force", force=forces[0], name=forces[0].name)
    record(ADD, made, "Made the measure", by, at)
    return made


@transaction.atomic
def edit_measure(
    *, measure: Measure, values: Mapping[str, Any], seen: str | None = None, by: User, at: datetime
) -> None:
    """Change what is said of it. What it means is changed by a definition. Raises Clash, Gone, Refusal."""
    held = hold_measure(measure)
    wanted = {one.name: values.get(one.name, getattr(held, one.name)) for one in fields.MEASURE}
    _see(Measure(pk=held.pk, office=held.office, **wanted))
    changed = put(held, fields.MEASURE, values, seen=seen, thing="the measure", operation=EDIT)
    record(EDIT, held, "Changed the measure", by, at, changed=changed)


def _see(wanted: Measure) -> None:
    """What a form lets through and no two fields agree about. Raises Refusal."""
    if wanted.kind == "rate" and not wanted.per:
        raise Refusal("Write what the rate is for, such as 1,000 people: it is not a count otherwise.")
    named = Measure.objects.filter(office=wanted.office, name__iexact=wanted.name).exclude(pk=wanted.pk)
    if named.exists():
        raise Refusal(f"There is a measure “{wanted.name}” already: give this one another name.")
    if wanted.pk and wanted.kind in PER_CENT_KINDS and _beyond(wanted):
        raise Refusal("A line of it is set above 100: it cannot be in per cent. Put that right first.")


def _beyond(measure: Measure) -> bool:
    return Line.objects.filter(measure=measure, value__gt=MOST_PER_CENT).exists()
