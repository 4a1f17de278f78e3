"""One part of a plan: added, said otherwise, moved among its like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.plans.progress import ancestors
from answerable.core.plans.rows import MOST_PARTS
from answerable.core.refusal import Refusal
from answerable.plans.editing import put
from answerable.plans.models import Plan, PlanItem
from answerable.plans.operations.plan_holding import hold_part, hold_plan
from answerable.plans.part_fields import PART

ADD, EDIT, MOVE = "plans.add_part", "plans.edit_part", "plans.move_part"


@transaction.atomic
def add_part(*, plan: Plan, values: Mapping[str, Any], by: User, at: datetime) -> PlanItem:
    """A part at the end of a plan; ``values`` are those of ``part_fields.PART``. Raises Gone, Refusal."""
    held = hold_plan(plan)
    if held.items.count() >= MOST_PARTS:
        raise Refusal(f"A plan can have {MOST_PARTS:,} parts: begin another one.")
    last = held.items.aggregate(last=Max("position"))["last"]
    part = PlanItem(plan=held, position=0 if last is None else last + 1, **values)
    check_part(part)
    part.save()
    _record(ADD, part, f"Added part {part.number} to the plan {held}.", by, at)
    return part


@transaction.atomic
def edit_part(
    *, part: PlanItem, values: Mapping[str, Any], seen: str | None = None, by: User, at: datetime
) -> None:
    """Say a part otherwise, or put it under another. Raises Clash, Gone, Refusal."""
    held = hold_part(part)
    wanted = hold_part(part)
    for name, value in values.items():
        setattr(wanted, name, value)
    check_part(wanted)
    put(held, PART, values, seen=seen, thing="the part of the plan", operation=EDIT)
    _record(EDIT, held, f"Changed part {held.number} of the plan {held.plan}.", by, at)


@transaction.atomic
def move_part(*, part: PlanItem, up: bool, by: User, at: datetime) -> None:
    """Put a part before or after the next of those that stand under the same one. Raises Gone, Refusal."""
    held = hold_part(part)
    like = list(held.plan.items.filter(parent=held.parent).order_by("position", "pk"))
    place = next(at for at, one in enumerate(like) if one.pk == held.pk)
    to = place - 1 if up else place + 1
    if not 0 <= to < len(like):
        raise Refusal(f"It is the {'first' if up else 'last'} there already.")
    like[place], like[to] = like[to], like[place]
    _put_in_order(like)
    _record(MOVE, held, f"Moved part {held.number} of the plan {held.plan}.", by, at)


def check_part(part: PlanItem) -> None:
    """Raises Refusal where a part cannot be as it is meant to be."""
    if not part.number or not part.text:
        raise Refusal("Give the part a number and words.")
    twin = PlanItem.objects.filter(plan=part.plan, number__iexact=part.number).exclude(pk=part.pk)
    if twin.exists():
        raise Refusal(f"There is a part {part.number} already: give this one another number.")
    if part.parent and part.parent.plan_id != part.plan_id:
        raise Refusal("A part stands under a part of the same plan.")
    if part.pk and part.parent:
        parents = dict(PlanItem.objects.filter(plan=part.plan).values_list("pk", "parent_id"))
        if part.parent.pk == part.pk or part.pk in ancestors(part.parent.pk, parents):
            raise Refusal("A part cannot stand under itself: choose another one.")
    if part.serves and part.serves.plan_id == part.plan_id:
        raise Refusal("A part serves an objective of another plan; within a plan it stands under it.")


def _put_in_order(parts: Sequence[PlanItem]) -> None:
    """Share out the places that these parts have, in their new order."""
    places = sorted(one.position for one in parts)
    if len(set(places)) < len(places):  # parts that were imported side by side: give each its own
        places = list(range(places[0], places[0] + len(places)))
    for place, part in zip(places, parts, strict=True):
        PlanItem.objects.filter(pk=part.pk).update(position=place)


def _record(operation: str, part: PlanItem, summary: str, by: User, at: datetime) -> None:
    audit.record(
        by=by, at=at, operation=operation, office_id=part.plan.office_id, about=[part, part.plan],
        summary=summary,
    )  # fmt: skip
