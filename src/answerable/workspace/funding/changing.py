"""The forms of funded work: put in, edited, a report on it, and the actions tied to it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from answerable.plans import fields
from answerable.plans.editing import fields_version, shown
from answerable.plans.models import Funding
from answerable.plans.operations.funding import (
    LONGEST_REPORT,
    add_funding,
    edit_funding,
    report_on_funding,
)
from answerable.web.address import Asked, Problem
from answerable.web.clash import chosen, seen_in
from answerable.workspace.filed import filed, spooling
from answerable.workspace.funding import queries, typed
from answerable.workspace.funding.views import BAD, funding_page
from answerable.workspace.here import here
from answerable.workspace.inspections.queries import post_choices, topic_choices
from answerable.workspace.inspections.typed import long
from answerable.workspace.sent import version_of_form, went_through
from answerable.workspace.tied import tie_typed, topic_shown, untie_sent

NAMES = [one.name for one in fields.FUNDING]
WHY_RESTRICTED = "A report on funded work that was sent in confidence"
USUAL = {"kind": "grant"}


def new(request: HttpRequest) -> HttpResponse:
    """A grant or a post."""
    at, values = here(request), Asked(request.POST.dict())
    if request.method == "POST":
        found = typed.funding_values(at, values, NAMES)
        made: list[Funding] = []

        def add(**what: Any) -> None:
            made.append(add_funding(**what))

        if not values.problems and went_through(request, "Put in.", add, office=at.office, values=found):
            return redirect("funding", made[0].pk) if made else redirect("fundings")
    return _form(request, values, None)


def edit(request: HttpRequest, key: int) -> HttpResponse:
    """What is said of it."""
    at = here(request)
    one = queries.funding_at(at, key)
    sent = chosen(request.POST.dict())
    values = Asked(sent)
    if request.method == "POST":
        found = typed.funding_values(at, values, sent)
        if not values.problems and went_through(
            request, "Saved.", edit_funding, funding=one, values=found, seen=seen_in(request.POST)
        ):
            return redirect("funding", one.pk)
    return _form(request, values, one)


def _form(request: HttpRequest, values: Asked, one: Funding | None) -> HttpResponse:
    at = here(request)
    held = shown(one, fields.FUNDING) if one else USUAL
    context = {
        "one": one,
        "asked": values,
        "shown": {**held, **request.POST.dict()},
        "kinds": list(typed.KINDS.items()),
        "objectives": queries.objective_choices(at),
        "topics": topic_choices(at, topic_shown(at, one.topic) if one else None),
        "posts": post_choices(at, "None"),
        "version": version_of_form(request, fields_version(one, fields.FUNDING)) if one else "",
    }
    status = BAD if request.method == "POST" else 200
    return render(request, "workspace/funding/edit.html", context, status=status)


@csrf_exempt
def report(request: HttpRequest, key: int) -> HttpResponse:
    """What was reported, with its paper. Its key of the session is looked at first thing once it is settled
    how the paper comes."""
    spooling(request)
    return _report(request, key)


@csrf_protect
def _report(request: HttpRequest, key: int) -> HttpResponse:
    one = queries.funding_at(here(request), key)
    file, problem = filed(request, WHY_RESTRICTED if request.POST.get("restricted") == "yes" else "")
    values = Asked(request.POST.dict(), [Problem("file", problem)] if problem else [])
    on = values.date("on", "the day of the report")
    if on is None and not values.error("on"):
        values.refuse("on", "Write the day on which it was reported")
    text = long(values, "text", "the report", LONGEST_REPORT)
    if not text:
        values.refuse("text", "Write what came of it, or that it is not known yet")
    if not values.problems and went_through(
        request, "Noted.", report_on_funding, funding=one, on=on, text=text, file=file
    ):
        return redirect("funding", one.pk)
    return funding_page(request, one, values, BAD)


def tie(request: HttpRequest, key: int) -> HttpResponse:
    """To an action, by its number."""
    one = queries.funding_at(here(request), key)
    problem = tie_typed(request, one)
    if problem:
        return funding_page(request, one, Asked(request.POST.dict(), [Problem("action", problem)]))
    return redirect("funding", one.pk)


def untie(request: HttpRequest, key: int) -> HttpResponse:
    """From an action."""
    one = queries.funding_at(here(request), key)
    untie_sent(request, one)
    return redirect("funding", one.pk)
