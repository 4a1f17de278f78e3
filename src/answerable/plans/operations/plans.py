"""A plan as a whole: made, and said otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.plans.editing import put
from answerable.plans.models import Plan
from answerable.plans.operations.plan_holding import hold_plan
from answerable.plans.part_fields import PLAN

MAKE, EDIT = "plans.make_plan", "plans.edit_plan"


@transaction.atomic
def make_plan(*, office: Office, values: Mapping[str, Any], by: User, at: datetime) -> Plan:
    """A plan that has no parts yet; ``values`` are those of ``part_fields.PLAN``. Raises Refusal."""
    hold_office(office.pk)
    made = begin_plan(office, values)
    audit.record(
        by=by, at=at, operation=MAKE, office_id=office.pk, about=made, summary=f"Made the plan {made}."
    )
    return made


def begin_plan(office: Office, values: Mapping[str, Any]) -> Plan:
    """A new plan's row, where its values are right. Part of a larger write. Raises Refusal."""
    check_plan(Plan(office=office, **values))
    return Plan.objects.create(office=office, **values)


@transaction.atomic
def edit_plan(
    *, plan: Plan, values: Mapping[str, Any], seen: str | None = None, by: User, at: datetime
) -> None:
    """Say a plan's name, kind, days or the plan it serves otherwise. Raises Clash, Gone, Refusal."""
    held = hold_plan(plan)
    wanted = Plan(pk=held.pk, office=held.office, name=held.name, start=held.start, end=held.end)
    wanted.serves = held.serves
    for name, value in values.items():
        setattr(wanted, name, value)
    check_plan(wanted)
    put(held, PLAN, values, seen=seen, thing="the plan", operation=EDIT)
    audit.record(
        by=by, at=at, operation=EDIT, office_id=held.office_id, about=held,
        summary=f"Changed what is said of the plan {held}.",
    )  # fmt: skip


def check_plan(plan: Plan) -> None:
    """Raises Refusal where a plan cannot be as it is meant to be."""
    if not plan.name:
        raise Refusal("Give the plan a name.")
    if Plan.objects.filter(office=plan.office, name__iexact=plan.name).exclude(pk=plan.pk).exists():
        raise Refusal(f"There is a plan called “{plan.name}” already: give this one another name.")
    if plan.start and plan.end and plan.end < plan.start:
        raise Refusal("The plan ends before it begins: change one of the two days.")
    if plan.serves and (plan.serves.pk == plan.pk or plan.serves.office_id != plan.office_id):
        raise Refusal("A plan serves another plan of the same office.")
