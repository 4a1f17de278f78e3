"""How much of holding to account each objective of a plan got in a year."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.components.shares import counts
from answerable.components.words import shortened
from answerable.core.plans.shares import KINDS, Shares
from answerable.plans.models import Plan, PlanItem
from answerable.web.address import Asked, asked
from answerable.workspace.here import here
from answerable.workspace.plans import share_queries as queries

NAMES, LETTERS = 350, 44
"""The room for a name beside its bar, in px, and the letters that fit there."""


def share(request: HttpRequest) -> HttpResponse:
    """A row to each objective, what belongs to none, and the totals that all this is out of."""
    at, values = here(request), asked(request)
    plans, years = queries.plans_with_objectives(at), queries.years(at)
    plan, year = _plan(plans, values), _year(years, values)
    parts = queries.objectives(plan) if plan else []
    found = queries.share(at, parts, year) if plan and year else None
    first, last = queries.days_of(year) if year else (None, None)
    context = {
        "plans": [(one.pk, one.name) for one in plans], "plan": plan, "asked": values,
        "years": [(one, queries.year_name(one)) for one in years], "year": year, "first": first,
        "last": last, "parts": parts, "found": found, "kinds": KINDS,
        "year_name": queries.year_name(year) if year else "",
        "picture": _picture(parts, found) if found else "",
    }  # fmt: skip
    return render(request, "workspace/plans/share.html", context, status=400 if values.problems else 200)


def _picture(parts: Sequence[PlanItem], found: Shares) -> str:
    """Agenda items of each objective, and of none, on one scale; the table beside it says the same."""
    rows = [(shortened(f"{one.number} {one.text}", LETTERS), found.rows[one.pk]["items"]) for one in parts]
    rows.append(("No objective", found.none["items"]))
    said = "; ".join(f"{name}, {value}" for name, value in rows)
    return counts(rows, f"Agenda items: {said}", NAMES)


def _plan(plans: list[Plan], values: Asked) -> Plan | None:
    key = values.number("plan", "a plan")
    found = next((one for one in plans if one.pk == key), None)
    if key and found is None:
        values.refuse("plan", "Choose a plan from the list")
    return found or next(iter(plans), None)


def _year(years: list[int], values: Asked) -> int | None:
    wanted = values.number("year", "a year")
    if wanted and wanted not in years:
        values.refuse("year", "Choose a year from the list")
        wanted = None
    return wanted or next(iter(years), None)
