"""What the actions, plans and money of the sample are to move, so that the figures can be asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from answerable.accounts.models import User
from answerable.actions.models import Action
from answerable.actions.operations import measuring
from answerable.core.permissions.roles import Role
from answerable.measures.models import Measure
from answerable.measures.operations import tying
from answerable.offices.models import Area, Office
from answerable.plans.models import Funding, PlanItem
from planted.finding import action_like, when

HIGHER, LOWER = "higher", "lower"
TRACKED = when("2026-11-17")

FUNDED = (
    ("Four officers for the rural crime team", "Thefts of machinery", LOWER, "2025-09-08"),
    ("Valley Victims’ Hub", "Victim satisfaction, overall", HIGHER, "2025-04-01"),
)
PARTS = (
    ("1.1", "Calls settled at first contact", HIGHER, "2026-05-18"),
    ("3.1", "Rural crime team, time on other duties", LOWER, "2025-04-01"),
    ("3.2", "Burgled homes visited within two days", HIGHER, "2026-04-01"),
    ("5.1", "Overdue vetting renewals", LOWER, "2026-06-23"),
)
ACTIONS = (
    ("bring the Estmoor commander", "Domestic abuse arrest rate", "Estmoor", HIGHER, "2024-12-09"),
    ("weekly forecast of staffing", "101 calls answered in time", "", HIGHER, "2026-10-13"),
)
"""Words of what is to move a measure, the measure, its area, which way and from when."""


def plant(office: Office, people: Mapping[Role, User]) -> None:
    """Nothing of what is not there or is said already."""
    officer = people[Role.POLICY_OFFICER]
    for title, name, way, start in FUNDED:
        funding = Funding.objects.filter(office=office, title__startswith=title).first()
        _name(office, funding, name, "", way, start, officer)
    for number, name, way, start in PARTS:
        rows = PlanItem.objects.filter(plan__office=office, plan__kind="delivery", number=number)
        _name(office, rows.first(), name, "", way, start, officer)
    for words, name, place, way, start in ACTIONS:
        _name(office, action_like(office, words), name, place, way, start, officer)


def _name(office: Office, mover: Any, name: str, place: str, way: str, start: str, by: User) -> None:
    measure = Measure.objects.filter(office=office, name=name).first()
    if mover is None or measure is None:
        return
    area = Area.objects.filter(force__office=office, name=place).first() if place else None
    naming = measuring.name_measure if isinstance(mover, Action) else tying.name_measure
    day = dt.date.fromisoformat(start)
    naming(mover=mover, measure=measure, area=area, way=way, start=day, by=by, at=TRACKED)
