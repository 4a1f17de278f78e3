"""The forms of plans and their parts: what is typed, as values of the tables."""

from __future__ import annotations

from typing import Any

from answerable.core.plans.rows import LONGEST
from answerable.people.models import Post
from answerable.plans.models import Plan, PlanItem
from answerable.plans.part_fields import KINDS, PART_KINDS
from answerable.web.address import Asked
from answerable.workspace.here import Here

LONGEST_NAME = 200


def plan_values(here: Here, typed: Asked, *, new: bool = False) -> dict[str, Any]:
    """Of the form of a plan; usable where it left no problem. Of one that is there, what was sent alone."""
    found: dict[str, Any] = {
        "name": " ".join(typed.text("name").split()),
        "kind": typed.choice("kind", KINDS, "the kind of plan"),
        "start": typed.date("start", "the first day"),
        "end": typed.date("end", "the last day"),
    }
    if not found["name"] and (new or "name" in typed.values):
        typed.refuse("name", "Give the plan a name")
    if not found["kind"] and (new or "kind" in typed.values) and not typed.error("kind"):
        typed.refuse("kind", "Choose the kind of plan")
    if found["start"] and found["end"] and found["end"] < found["start"]:
        typed.refuse("end", "The plan ends before it begins: change one of the two days")
    found["serves"] = _row(
        typed, "serves", Plan.objects.filter(office_id=here.office_id), "the plan that it serves"
    )
    return {name: value for name, value in found.items() if new or name in typed.values}


def part_values(here: Here, plan: Plan, typed: Asked, *, new: bool = False) -> dict[str, Any]:
    """Of the form of a part; usable where it left no problem."""
    found: dict[str, Any] = {
        "number": " ".join(typed.text("number").split()),
        "kind": typed.choice("kind", PART_KINDS, "whether it is an objective or an action"),
        "text": " ".join(typed.values.get("text", "").split()),
        "parent": _row(typed, "parent", PlanItem.objects.filter(plan=plan), "what it is part of"),
        "owner": typed.text("owner"),
        "post": _row(typed, "post", Post.objects.filter(office_id=here.office_id), "the owner’s post"),
        "due": typed.date("due", "the due date"),
        "measure": typed.text("measure"),
        "serves": _row(typed, "serves", _objectives(here, plan), "the objective that it serves"),
    }
    for name, what in (
        ("number", "Give it a number, as the plan has it"),
        ("text", "Write what is to be done"),
    ):
        if not found[name] and (new or name in typed.values):
            typed.refuse(name, what)
    for name in ("number", "text", "owner", "measure"):
        if len(found[name]) > LONGEST[name]:
            typed.refuse(name, f"Shorten it to {LONGEST[name]:,} letters")
    if not found["kind"] and (new or "kind" in typed.values) and not typed.error("kind"):
        typed.refuse("kind", "Choose whether it is an objective or an action")
    return {name: value for name, value in found.items() if new or name in typed.values}


def _objectives(here: Here, plan: Plan) -> Any:
    return PlanItem.objects.filter(plan__office_id=here.office_id, plan=plan.serves_id)


def _row(typed: Asked, name: str, rows: Any, what: str) -> Any:
    key = typed.number(name, what)
    found = rows.filter(pk=key).first() if key else None
    if key and found is None:
        typed.refuse(name, f"Choose {what} from the list")
    return found
