"""What every write about plans begins with: the row as it is now, with nobody else writing."""

from __future__ import annotations

from answerable.core.clash import Gone
from answerable.offices.operations import hold_office
from answerable.plans.models import Plan, PlanItem


def hold_plan(plan: Plan) -> Plan:
    """Raises Gone."""
    hold_office(plan.office_id)
    held = Plan.objects.select_related("office", "serves").filter(pk=plan.pk).first()
    if held is None:
        raise Gone("the plan")
    return held


def hold_part(part: PlanItem) -> PlanItem:
    """Raises Gone."""
    hold_office(part.plan.office_id)
    rows = PlanItem.objects.select_related("plan__office", "parent", "post", "serves")
    held = rows.filter(pk=part.pk).first()
    if held is None:
        raise Gone("the part of the plan")
    return held
