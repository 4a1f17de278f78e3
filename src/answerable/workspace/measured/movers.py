"""What can be to move a measure: actions, parts of plans, recommendations and funded work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from answerable.actions.models import Action, ActionMeasure
from answerable.actions.operations import measuring
from answerable.measures.models import MeasureTie
from answerable.measures.operations import tying
from answerable.plans.models import PlanItem, Recommendation
from answerable.workspace.action.queries import action_at
from answerable.workspace.funding.queries import funding_at
from answerable.workspace.here import Here
from answerable.workspace.inspections.queries import recommendation_at
from answerable.workspace.plans.queries import part_at

Tie = ActionMeasure | MeasureTie
LONGEST = 120  # characters of a name in a heading


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: how it is found, named and tied. ``page`` is the name of its own page's address."""

    key: str
    noun: str
    page: str
    at: Callable[[Here, int], Any]
    name: Callable[[Any], str]
    began: Callable[[Any], dt.date | None]
    operation: Callable[..., Any] = tying.name_measure

    def ties(self, row: Model) -> QuerySet[Any]:
        """The ties of one of its kind, with what they name."""
        rows = ActionMeasure.objects if self.key == "action" else MeasureTie.objects
        return rows.filter(**{COLUMNS[self.key]: row}).select_related("measure", "area")


COLUMNS = {"action": "action", "part": "plan_item", "recommendation": "recommendation", "funding": "funding"}


def _action_name(one: Action) -> str:
    return f"{one.number or 'Action'} {one.text}"


def _part_name(one: PlanItem) -> str:
    return f"{one.number} {one.text}".strip()


def _recommendation_name(one: Recommendation) -> str:
    return f"{one.number} {one.text}".strip()


KINDS: Mapping[str, Kind] = {
    one.key: one
    for one in (
        Kind(
            "action", "action", "action", action_at, _action_name, lambda one: one.given,
            measuring.name_measure,
        ),
        Kind("part", "part of the plan", "plans_part", part_at, _part_name, lambda one: one.plan.start),
        Kind(
            "recommendation", "recommendation", "recommendation", recommendation_at, _recommendation_name,
            lambda one: one.inspection.published,
        ),
        Kind("funding", "funded work", "funding", funding_at, lambda one: one.title, lambda one: one.start),
    )
}  # fmt: skip
