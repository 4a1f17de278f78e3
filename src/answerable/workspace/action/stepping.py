"""The forms by which somebody takes a step with an action: a page each, made from the table of steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.actions.models import Action, Report
from answerable.actions.operations.living import life_of
from answerable.actions.steps import action_version, facts_of
from answerable.core.actions.life import Standing
from answerable.core.actions.life import standing as standing_of
from answerable.core.actions.steps import BASES, CAUSES, Step, step_of, why_not_step
from answerable.web.address import Asked
from answerable.web.clash import seen_in
from answerable.workspace.action import queries, typed
from answerable.workspace.here import Here, here
from answerable.workspace.sent import version_of_form, went_through
from answerable.workspace.standing import standing


@dataclass(frozen=True, slots=True)
class At:
    """What a form is about: the action, what stands, the step, and the report that it answers."""

    here: Here
    action: Action
    standing: Standing
    step: Step
    report: Report | None = None


def step_page(name: str) -> Callable[[HttpRequest, int], HttpResponse]:
    """The page of one step: its form, and what is sent from it."""

    def view(request: HttpRequest, key: int) -> HttpResponse:
        at = here(request)
        return _page(request, at, queries.action_at(at, key), name)

    view.__name__ = f"step_{name}"
    return view


def refuse(request: HttpRequest, key: int) -> HttpResponse:
    """A report is not accepted; ``key`` is the report's."""
    at = here(request)
    rows = at.sees(Report.objects.filter(office_id=at.office_id, state=Report.State.RELEASED), "action")
    report = rows.filter(pk=key).select_related("action", "released_by", "drafted_by", "answered_by").first()
    if report is None:
        raise Http404("There is no such report.")
    return _page(request, at, queries.action_at(at, report.action_id), "refuse", report)


def _page(
    request: HttpRequest, at: Here, action: Action, key: str, report: Report | None = None
) -> HttpResponse:
    step = step_of(key)
    assert step is not None, key
    stands = standing_of(life_of(action))
    about = At(at, action, stands, step, report)
    values = Asked(request.POST.dict())
    if request.method == "POST":
        operation, what = typed.READERS[key](about, values)
        if not values.problems and went_through(
            request, step.done, operation, seen=seen_in(request.POST), roles=at.actor.roles, **what
        ):
            return redirect("action", action.pk)
    return _form(request, about, values)


def _form(request: HttpRequest, about: At, values: Asked) -> HttpResponse:
    at, action, step = about.here, about.action, about.step
    facts = facts_of(action, about.standing)
    context: dict[str, Any] = {
        "at": at,
        "action": action,
        "step": step,
        "asked": values,
        "shown": {**typed.suggested(about), **values.values},
        "state_now": standing(action, at.today),
        "dates": about.standing,
        "why_not": why_not_step(step, facts, at.actor.roles),
        "version": version_of_form(request, action_version(action)),
        "bases": BASES,
        "causes": [("", "Choose why"), *CAUSES.items()],
        "forums": typed.forums(about) if step.key == "refer" else [],
        "next_meeting": typed.next_meeting(about) if step.key == "carry" else None,
        "reports": [about.report] if about.report else _unanswered(at, action),
    }
    return render(request, "workspace/action/step.html", context, status=400 if values.problems else 200)


def _unanswered(at: Here, action: Action) -> list[Report]:
    return [one for one in queries.reports_at(at, action) if not one.answer]
