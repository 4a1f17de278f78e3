"""What can be edited of plans and their parts, field by field."""

from __future__ import annotations

from answerable.core.plans.values import STATE_WORDS
from answerable.plans.editing import Field
from answerable.plans.models import Plan, PlanItem

KINDS = {str(value): str(text) for value, text in Plan.Kind.choices}
PART_KINDS = {str(value): str(text) for value, text in PlanItem.Kind.choices}
STATES = STATE_WORDS

PLAN = (
    Field("name", "Name"),
    Field("kind", "Kind", "choice", words=lambda one: KINDS.get(one, one)),
    Field("start", "From"),
    Field("end", "To"),
    Field("serves", "Serves", "choice", words=lambda one: str(one or "No other plan")),
)
PART = (
    Field("number", "Number"),
    Field("kind", "Kind", "choice", words=lambda one: PART_KINDS.get(one, one)),
    Field("text", "Words", "long"),
    Field("parent", "Part of", "choice", words=lambda one: str(one or "The plan itself")),
    Field("owner", "Owner, as the plan names them"),
    Field("post", "Owner’s post", "choice", words=lambda one: str(one or "None")),
    Field("due", "Due"),
    Field("measure", "What shows the change"),
    Field("serves", "Objective that it serves", "choice", words=lambda one: str(one or "None")),
)
