"""Which measure an action should move; a person says so."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionMeasure
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.measures.models import Measure
from answerable.measures.operations.holding import hold_measure
from answerable.measures.operations.tying import said, usable
from answerable.offices.models import Area
from answerable.offices.operations import hold_office

NAME, UNNAME = "actions.name_measure", "actions.unname_measure"


@transaction.atomic
def name_measure(
    *,
    mover: Action,
    measure: Measure,
    area: Area | None,
    way: str,
    start: date | None,
    by: User,
    at: datetime,
) -> ActionMeasure:
    """Say which measure an action is to move, in which area, which way and from when.

    Raises Gone, Refusal where it is said already.
    """
    held = hold_measure(measure)
    if mover.office_id != held.office_id:
        raise Refusal("That is in another office’s record.")
    if not Action.objects.filter(pk=mover.pk).exists():
        raise Gone("the action")
    usable(held, area, way)
    if ActionMeasure.objects.filter(measure=held, action=mover).exists():
        raise Refusal("That measure is named already: take it away first, to say it otherwise.")
    made = ActionMeasure.objects.create(
        action=mover, measure=held, area=area, way=way, start=start, at=at, by=by
    )  # fmt: skip
    said(NAME, "Named a measure that an action should move.", held, mover, by, at)
    return made


@transaction.atomic
def unname_measure(*, tie: ActionMeasure, by: User, at: datetime) -> None:
    """Take that away again. Raises Gone."""
    hold_office(tie.measure.office_id)
    held = ActionMeasure.objects.select_related("measure", "action").filter(pk=tie.pk).first()
    if held is None:
        raise Gone("what was said of the measure")
    measure, action = held.measure, held.action
    held.delete()
    said(UNNAME, "Took away that an action should move a measure.", measure, action, by, at)
