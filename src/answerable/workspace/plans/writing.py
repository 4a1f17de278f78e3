"""The forms that keep a plan: made, said otherwise; parts added, said otherwise, moved."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.accounts.doing import do
from answerable.plans.editing import fields_version, shown
from answerable.plans.models import Plan, PlanItem
from answerable.plans.operations.parts import add_part, edit_part, move_part
from answerable.plans.operations.plans import edit_plan, make_plan
from answerable.plans.part_fields import KINDS, PART, PART_KINDS, PLAN
from answerable.web.address import Asked
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import Here, here
from answerable.workspace.plans import queries
from answerable.workspace.plans.typed import part_values, plan_values
from answerable.workspace.sent import version_of_form, went_through


def new(request: HttpRequest) -> HttpResponse:
    """A plan without parts yet."""
    at = here(request)
    typed = Asked(request.POST.dict())
    if request.method == "POST" and at.office is not None:
        values = plan_values(at, typed, new=True)
        if not typed.problems and went_through(
            request, f"Made: {values['name']}.", make_plan, office=at.office, values=values
        ):
            made = Plan.objects.filter(office=at.office, name=values["name"]).first()
            return redirect("plans_plan", made.pk) if made else redirect("plans")
    return _plan_form(request, None, typed)


def edit(request: HttpRequest, key: int) -> HttpResponse:
    """What a plan is called, and from when to when it runs."""
    at = here(request)
    plan = queries.plan_at(at, key)
    typed = Asked(chosen(request.POST.dict()))
    if request.method == "POST":
        values = plan_values(at, typed)
        seen = seen_in(request.POST)
        if not typed.problems and went_through(
            request, "Saved.", edit_plan, plan=plan, values=values, seen=seen
        ):
            return redirect("plans_plan", plan.pk)
    return _plan_form(request, plan, typed)


def _plan_form(request: HttpRequest, plan: Plan | None, typed: Asked) -> HttpResponse:
    at = here(request)
    context = {
        "plan": plan, "asked": typed, "kinds": KINDS,
        "shown": {**shown(plan, PLAN), **typed.values},
        "plans": [("", "No other plan"), *queries.plans_to_choose(at, plan)],
        "version": version_of_form(request, fields_version(plan, PLAN) if plan else ""),
    }  # fmt: skip
    return render(request, "workspace/plans/plan_form.html", context, status=400 if typed.problems else 200)


def add(request: HttpRequest, key: int) -> HttpResponse:
    """A part at the end of a plan, or under one of its parts."""
    at = here(request)
    plan = queries.plan_at(at, key)
    typed = Asked(request.POST.dict())
    if request.method == "POST":
        values = part_values(at, plan, typed, new=True)
        if not typed.problems and went_through(
            request, f"Added part {values['number']}.", add_part, plan=plan, values=values
        ):
            return redirect("plans_plan", plan.pk)
    return _part_form(request, at, plan, None, typed)


def part_edit(request: HttpRequest, key: int) -> HttpResponse:
    """One part said otherwise, or put under another."""
    at = here(request)
    part = queries.part_at(at, key)
    typed = Asked(chosen(request.POST.dict()))
    if request.method == "POST":
        values = part_values(at, part.plan, typed)
        seen = seen_in(request.POST)
        if not typed.problems and went_through(
            request, "Saved.", edit_part, part=part, values=values, seen=seen
        ):
            return redirect("plans_part", part.pk)
    return _part_form(request, at, part.plan, part, typed)


def _part_form(
    request: HttpRequest, at: Here, plan: Plan, part: PlanItem | None, typed: Asked
) -> HttpResponse:
    begun: dict[str, Any] = {"parent": request.GET.get("under", ""), "kind": "action"}
    context = {
        "plan": plan, "part": part, "asked": typed, "kinds": PART_KINDS,
        "shown": {**(shown(part, PART) if part else begun), **typed.values},
        "parents": [("", "The plan itself"), *queries.parts_to_choose(plan)],
        "posts": [("", "None"), *queries.posts_to_choose(at)],
        "objectives": [("", "None"), *queries.parts_to_choose(plan.serves, objectives=True)],
        "version": version_of_form(request, fields_version(part, PART) if part else ""),
    }  # fmt: skip
    return render(request, "workspace/plans/part_form.html", context, status=400 if typed.problems else 200)


def move(request: HttpRequest, key: int) -> HttpResponse:
    """One place up or down among those that stand beside it."""
    part = queries.part_at(here(request), key)
    up = request.POST.get("way") == "up"
    do(request, f"Moved part {part.number} {'up' if up else 'down'}.", move_part, part=part, up=up)
    return redirect("plans_part", part.pk)
