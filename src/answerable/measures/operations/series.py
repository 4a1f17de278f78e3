"""Series: of whom a measure is kept, ours and those that stand beside ours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from answerable.accounts.models import User
from answerable.core.refusal import Refusal
from answerable.measures import fields
from answerable.measures.models import Measure, Series
from answerable.measures.operations.holding import hold_measure, hold_part, record
from answerable.plans.editing import put

ADD, EDIT, REMOVE = "measures.add_series", "measures.edit_series", "measures.remove_series"


@transaction.atomic
def add_series(*, measure: Measure, values: Mapping[str, Any], by: User, at: datetime) -> Series:
    """Of the force, an area, another force, the most similar group or the nation; ``values``: ``who``,
    ``force``, ``area``, ``name``, ``source``, ``lag``. Raises Gone, Refusal."""
    held = hold_measure(measure)
    made = Series(measure=held, **values)
    _see(made)
    made.save()
    record(ADD, held, f"Put in figures of {made.name} for", by, at, made)
    return made


@transaction.atomic
def edit_series(
    *, series: Series, values: Mapping[str, Any], seen: str | None = None, by: User, at: datetime
) -> None:
    """Its name, its source, how it differs. Raises Clash, Gone, Refusal."""
    held = hold_part(series, "the series")
    wanted = {one.name: values.get(one.name, getattr(held, one.name)) for one in fields.SERIES}
    _see(Series(pk=held.pk, measure=held.measure, who=held.who, area=held.area, **wanted))
    changed = put(held, fields.SERIES, values, seen=seen, thing="the series", operation=EDIT)
    record(EDIT, held.measure, f"Changed the figures of {held.name} for", by, at, held, changed=changed)


@transaction.atomic
def remove_series(*, series: Series, by: User, at: datetime) -> None:
    """Take away one without figures. Raises Gone, Refusal."""
    held = hold_part(series, "the series")
    if held.observations.exists() or held.phases.exists():
        raise Refusal("There are figures of it, and the record keeps them: it cannot be taken away.")
    measure, name = held.measure, held.name
    held.delete()
    record(REMOVE, measure, f"Took away the empty figures of {name} for", by, at)


def _see(wanted: Series) -> None:
    rows = Series.objects.filter(measure=wanted.measure, who=wanted.who).exclude(pk=wanted.pk)
    if rows.filter(name__iexact=wanted.name, source__iexact=wanted.source).exists():
        raise Refusal(
            f"There are figures of {wanted.name} from that source already: name another source, such as"
            " national or local."
        )
