"""Which measure a part of a plan, a recommendation or funded work should move; a person says so."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Model

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.measures.models import WAYS, Measure, MeasureTie
from answerable.measures.operations.holding import hold_measure
from answerable.offices.models import Area
from answerable.offices.operations import hold_office
from answerable.plans.models import Funding, PlanItem, Recommendation

NAME, UNNAME = "measures.name_measure", "measures.unname_measure"

Mover = PlanItem | Recommendation | Funding
"""What of plans can be to move a measure; an action's tie is kept by the actions."""

COLUMNS: dict[type[Model], str] = {
    PlanItem: "plan_item", Recommendation: "recommendation", Funding: "funding"
}  # fmt: skip
CALLED = {
    "plan_item": "a part of a plan", "recommendation": "a recommendation", "funding": "funded work"
}  # fmt: skip


@transaction.atomic
def name_measure(
    *, mover: Mover, measure: Measure, area: Area | None, way: str, start: date | None, by: User, at: datetime
) -> MeasureTie:
    """Say which measure something is to move, in which area, which way and from when.

    Raises Gone, Refusal where it is said already.
    """
    held = hold_measure(measure)
    if office_of(mover) != held.office_id:
        raise Refusal("That is in another office’s record.")
    column = COLUMNS[type(mover)]
    if not type(mover)._default_manager.filter(pk=mover.pk).exists():
        raise Gone(CALLED[column])
    usable(held, area, way)
    if MeasureTie.objects.filter(measure=held, area=area, **{column: mover}).exists():
        raise Refusal("That measure is named already.")
    made = MeasureTie.objects.create(
        measure=held, area=area, way=way, start=start, at=at, by=by, **{column: mover}
    )
    said(NAME, f"Named a measure that {CALLED[column]} should move.", held, mover, by, at)
    return made


@transaction.atomic
def unname_measure(*, tie: MeasureTie, by: User, at: datetime) -> None:
    """Take that away again. Raises Gone."""
    hold_office(tie.measure.office_id)
    rows = MeasureTie.objects.select_related(
        "measure", "plan_item__plan", "recommendation__inspection", "funding"
    )
    held = rows.filter(pk=tie.pk).first()
    if held is None:
        raise Gone("what was said of the measure")
    mover: Mover = held.plan_item or held.recommendation or held.funding  # type: ignore[assignment]
    measure = held.measure
    held.delete()
    text = f"Took away that {CALLED[COLUMNS[type(mover)]]} should move a measure."
    said(UNNAME, text, measure, mover, by, at)


def usable(measure: Measure, area: Area | None, way: str) -> None:
    """Refuse an area of another office, and a way that there is not."""
    if area is not None and area.force.office_id != measure.office_id:
        raise Refusal("That area is in another office’s record.")
    if way not in dict(WAYS):
        raise Refusal("Choose which way the measure should move.")


def office_of(mover: Mover) -> int:
    """The key of the office whose plan, inspection or money it is."""
    if isinstance(mover, PlanItem):
        return mover.plan.office_id
    return mover.inspection.office_id if isinstance(mover, Recommendation) else mover.office_id


def said(operation: str, text: str, measure: Measure, mover: Model, by: User, at: datetime) -> None:
    """The event names rows and none of their words: either may be restricted."""
    audit.record(
        by=by, at=at, operation=operation, about=[mover, measure], office_id=measure.office_id, summary=text
    )
