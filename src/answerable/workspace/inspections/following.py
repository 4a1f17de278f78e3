"""The forms of one recommendation: its words, what took its place, what becomes of it, what is tied to it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.accounts.doing import do
from answerable.core.inspections.pasted import KINDS
from answerable.core.inspections.states import LONGEST_WHY, Side, why_not
from answerable.plans import fields
from answerable.plans.editing import fields_version, shown
from answerable.plans.models import Recommendation
from answerable.plans.operations.recommendations import (
    edit_recommendation,
    remove_recommendation,
    restore,
    supersede,
    take_step,
)
from answerable.web.address import Asked, Problem
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import here
from answerable.workspace.inspections import queries, typed
from answerable.workspace.inspections.views import BAD, recommendation_page
from answerable.workspace.sent import version_of_form, went_through
from answerable.workspace.tied import tie_typed, topic_shown, untie_sent


def edit(request: HttpRequest, key: int) -> HttpResponse:
    """Its number, kind and words, whose it is, by when, and its topic."""
    at = here(request)
    one = queries.recommendation_at(at, key)
    sent = chosen(request.POST.dict())
    values = Asked(sent)
    if request.method == "POST":
        found = typed.recommendation_values(at, values, sent)
        if not values.problems and went_through(
            request, "Saved.", edit_recommendation, recommendation=one, values=found,
            seen=seen_in(request.POST),
        ):  # fmt: skip
            return _to(one)
    context = {
        "one": one,
        "asked": values,
        "shown": {**shown(one, fields.RECOMMENDATION), **request.POST.dict()},
        "kinds": list(KINDS.items()),
        "posts": queries.post_choices(at),
        "topics": queries.topic_choices(at, topic_shown(at, one.topic)),
        "version": version_of_form(request, fields_version(one, fields.RECOMMENDATION)),
    }
    status = BAD if request.method == "POST" else 200
    return render(request, "workspace/inspections/edit_recommendation.html", context, status=status)


def remove(request: HttpRequest, key: int) -> HttpResponse:
    """One that was put in by mistake."""
    one = queries.recommendation_at(here(request), key)
    if went_through(request, f"Took out {one}.", remove_recommendation, recommendation=one):
        return redirect("inspection", one.inspection_id)
    return _to(one)


def superseded(request: HttpRequest, key: int) -> HttpResponse:
    """Another one took its place."""
    at = here(request)
    one = queries.recommendation_at(at, key)
    values = Asked(request.POST.dict())
    other = values.number("instead", "a recommendation")
    new = (
        Recommendation.objects.filter(pk=other, inspection__office_id=at.office_id).first() if other else None
    )
    if new is None:
        problem = Problem("instead", "Choose from the list which one took its place")
        return recommendation_page(request, one, Asked(request.POST.dict(), [problem]))
    do(request, f"Noted: {new} took its place.", supersede, old=one, new=new)
    return _to(one)


def restored(request: HttpRequest, key: int) -> HttpResponse:
    """That another took its place is taken back."""
    one = queries.recommendation_at(here(request), key)
    do(request, "Taken back: it is open again.", restore, recommendation=one)
    return _to(one)


def state_for_force(request: HttpRequest, key: int) -> HttpResponse:
    """The force says that it is done, or not yet."""
    return _state(request, key, "force")


def state_for_office(request: HttpRequest, key: int) -> HttpResponse:
    """The office closes it, does not accept it, or opens it again."""
    return _state(request, key, "office")


def _state(request: HttpRequest, key: int, side: Side) -> HttpResponse:
    one = queries.recommendation_at(here(request), key)
    values = Asked(request.POST.dict())
    step, why = values.text("step"), typed.long(values, "why", "the reason", LONGEST_WHY)
    on = values.date("on", "the day")
    problem = why_not(step, side, one.state, why)
    if problem:
        values.refuse("why" if step else "step", problem)
    if values.problems:
        return recommendation_page(request, one, values)
    if went_through(
        request, "Noted.", take_step, recommendation=one, step=step, side=side, why=why, on=on,
        seen=seen_in(request.POST),
    ):  # fmt: skip
        return _to(one)
    return recommendation_page(request, one, values, BAD)


def tie(request: HttpRequest, key: int) -> HttpResponse:
    """To an action, by its number."""
    one = queries.recommendation_at(here(request), key)
    problem = tie_typed(request, one)
    if problem:
        return recommendation_page(request, one, Asked(request.POST.dict(), [Problem("action", problem)]))
    return _to(one)


def untie(request: HttpRequest, key: int) -> HttpResponse:
    """From an action."""
    one = queries.recommendation_at(here(request), key)
    untie_sent(request, one)
    return _to(one)


def _to(one: Recommendation) -> HttpResponse:
    answer: HttpResponse = redirect("recommendation", one.pk)
    return answer
