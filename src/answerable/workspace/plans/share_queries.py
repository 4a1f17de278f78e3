"""How much of a year's record leads to each objective of a plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db.models import Max, Min, QuerySet

from answerable.core.plans.parts import OBJECTIVE
from answerable.core.plans.shares import Shares, shares
from answerable.meetings.models import Meeting
from answerable.plans.models import Plan, PlanItem
from answerable.workspace.here import Here
from answerable.workspace.reached import by_objective, record_of

YEAR_BEGINS = (4, 1)
"""Month and day: a commissioner reports on the financial year (Police Reform and Social Responsibility Act
2011, section 12: the annual report is for each financial year)."""
MOST_OBJECTIVES = 100


def year_of(day: dt.date) -> int:
    """The financial year that a day is in, by the year that it begins in."""
    return day.year if (day.month, day.day) >= YEAR_BEGINS else day.year - 1


def days_of(year: int) -> tuple[dt.date, dt.date]:
    """First and last day of a financial year."""
    first = dt.date(year, *YEAR_BEGINS)
    return first, dt.date(year + 1, *YEAR_BEGINS) - dt.timedelta(days=1)


def year_name(year: int) -> str:
    """2026/27"""
    return f"{year}/{(year + 1) % 100:02}"


def years(here: Here) -> list[int]:
    """The years that meetings were held in, the newest first. One query."""
    ends = _held(here).aggregate(first=Min("date"), last=Max("date"))
    if ends["first"] is None:
        return []
    return list(range(year_of(ends["last"]), year_of(ends["first"]) - 1, -1))


def plans_with_objectives(here: Here) -> list[Plan]:
    """Plans that something can be counted for: Police and Crime Plans first, the newest first."""
    found = list(Plan.objects.filter(office_id=here.office_id, items__kind=OBJECTIVE).distinct())
    return sorted(found, key=lambda one: one.kind != Plan.Kind.POLICE_AND_CRIME)


def objectives(plan: Plan) -> list[PlanItem]:
    """The objectives that stand under nothing, those that were dropped left out."""
    rows = plan.items.filter(kind=OBJECTIVE, parent=None).exclude(state=PlanItem.State.DROPPED)
    return list(rows.order_by("position", "pk")[:MOST_OBJECTIVES])


def share(here: Here, parts: Sequence[PlanItem], year: int) -> Shares:
    """How much each of these objectives got in a financial year. Nine queries, at any size."""
    record = record_of(here, *days_of(year))
    every = PlanItem.objects.filter(plan__office_id=here.office_id).only("parent", "serves")
    return shares(by_objective(here, record, parts, every), record.every)


def _held(here: Here) -> QuerySet[Meeting]:
    return Meeting.objects.filter(office_id=here.office_id, state=Meeting.State.HELD)
