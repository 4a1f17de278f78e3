"""The forms of a report: put in, edited, its file and recommendations, whether it concerns us, published."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from answerable.accounts.doing import do
from answerable.core.inspections.pasted import problem_with, recommendations_in
from answerable.plans import fields
from answerable.plans.editing import fields_version, shown
from answerable.plans.models import Inspection
from answerable.plans.operations.inspections import (
    LONGEST_WHY,
    add_inspection,
    edit_inspection,
    keep_inspection_file,
    say_concerns,
)
from answerable.plans.operations.recommendations import add_recommendations
from answerable.plans.operations.responses import publish_response, take_back_response
from answerable.web.address import Asked, Problem
from answerable.web.clash import chosen, seen_in
from answerable.workspace.filed import filed, spooling
from answerable.workspace.here import here
from answerable.workspace.inspections import queries, typed
from answerable.workspace.inspections.views import BAD, inspection_page
from answerable.workspace.sent import version_of_form, went_through

NAMES = [one.name for one in fields.INSPECTION]
USUAL = {"inspectorate": "HMICFRS", "national": "no"}


def new(request: HttpRequest) -> HttpResponse:
    """A report that was published."""
    values = Asked(request.POST.dict())
    if request.method == "POST":
        found = typed.inspection_values(values, NAMES)
        said = "Put in. Now paste what it recommends."
        made: list[Inspection] = []

        def put_in(**what: Any) -> None:
            made.append(add_inspection(**what))

        if not values.problems and went_through(
            request, said, put_in, office=here(request).office, values=found
        ):
            return redirect("inspection", made[0].pk) if made else redirect("inspection_reports")
    return _form(request, values, None)


def edit(request: HttpRequest, key: int) -> HttpResponse:
    """What is said of a report."""
    one = queries.inspection_at(here(request), key)
    sent = chosen(request.POST.dict())
    values = Asked(sent)
    if request.method == "POST":
        found = typed.inspection_values(values, sent)
        seen = seen_in(request.POST)
        if not values.problems and went_through(
            request, "Saved.", edit_inspection, inspection=one, values=found, seen=seen
        ):
            return redirect("inspection", one.pk)
    return _form(request, values, one)


def _form(request: HttpRequest, values: Asked, one: Inspection | None) -> HttpResponse:
    held = shown(one, fields.INSPECTION) if one else USUAL
    context = {
        "inspection": one,
        "asked": values,
        "shown": {**held, **request.POST.dict()},
        "scopes": list(typed.SCOPES.items()),
        "version": version_of_form(request, fields_version(one, fields.INSPECTION)) if one else "",
    }
    status = BAD if request.method == "POST" else 200
    return render(request, "workspace/inspections/edit.html", context, status=status)


def add(request: HttpRequest, key: int) -> HttpResponse:
    """One recommendation, or a pasted list of them."""
    one = queries.inspection_at(here(request), key)
    values = Asked(request.POST.dict())
    there = list(one.recommendations.values_list("number", flat=True))
    found = recommendations_in(request.POST.get("found", ""), typed.kind(values), there)
    problem = problem_with(found, there)
    if problem:
        values.refuse("found", problem)
    if values.problems:
        return inspection_page(request, one, values)
    said = "Put in the recommendation." if len(found) == 1 else f"Put in {len(found)} recommendations."
    if went_through(request, said, add_recommendations, inspection=one, found=found):
        return redirect("inspection", one.pk)
    return inspection_page(request, one, values, BAD)


@csrf_exempt
def keep_file(request: HttpRequest, key: int) -> HttpResponse:
    """The report itself. Its key of the session is looked at first thing once it is settled how it comes."""
    spooling(request)
    return _keep_file(request, key)


@csrf_protect
def _keep_file(request: HttpRequest, key: int) -> HttpResponse:
    one = queries.inspection_at(here(request), key)
    file, problem = filed(request)
    if file is None:
        problems = [Problem("file", problem or "Choose the file of the report")]
        return inspection_page(request, one, Asked(request.POST.dict(), problems))
    do(request, f"Kept {file.name}.", keep_inspection_file, inspection=one, file=file)
    return redirect("inspection", one.pk)


def concerns(request: HttpRequest, key: int) -> HttpResponse:
    """Whether it concerns us, and why not."""
    one = queries.inspection_at(here(request), key)
    values = Asked({"concerns_us": shown(one, fields.CONCERNS)["concerns_us"], **chosen(request.POST.dict())})
    answer = values.choice("concerns_us", {"yes": "Yes", "no": "No"}, "whether it concerns us") or "yes"
    why = (
        typed.long(values, "why_not", "the reason", LONGEST_WHY)
        if "why_not" in values.values
        else one.why_not
    )
    if answer == "no" and not why:
        values.refuse("why_not", "Say why it does not concern us: no response is due then")
    if values.problems:
        return inspection_page(request, one, values)
    said = "Noted: it concerns us." if answer == "yes" else "Noted: no response is due."
    if went_through(
        request, said, say_concerns, inspection=one, concerns_us=answer == "yes", why_not=why,
        seen=seen_in(request.POST),
    ):  # fmt: skip
        return redirect("inspection", one.pk)
    return inspection_page(request, one, values, BAD)


def published(request: HttpRequest, key: int) -> HttpResponse:
    """That the response was published, when and where."""
    one = queries.inspection_at(here(request), key)
    values = Asked(request.POST.dict())
    on, where = values.date("responded_on", "the day"), typed.address(values, "response_address")
    if on is None and not values.error("responded_on"):
        values.refuse("responded_on", "Write the day on which the response was published")
    if values.problems:
        return inspection_page(request, one, values)
    if went_through(
        request, "Noted: the response was published.", publish_response, inspection=one, on=on, address=where
    ):
        return redirect("inspection", one.pk)
    return inspection_page(request, one, values, BAD)


def taken_back(request: HttpRequest, key: int) -> HttpResponse:
    """That it was published is taken back: it can be changed again."""
    one = queries.inspection_at(here(request), key)
    do(request, "Taken back: the response can be changed again.", take_back_response, inspection=one)
    return redirect("inspection", one.pk)
