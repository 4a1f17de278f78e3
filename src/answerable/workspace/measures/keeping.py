"""A measure is made, and what is said of it changed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.measures import fields, operations
from answerable.measures.models import Measure
from answerable.plans.editing import fields_version, shown
from answerable.web.address import Asked
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import here
from answerable.workspace.inspections.typed import long
from answerable.workspace.measures import inputs, queries, typed
from answerable.workspace.sent import version_of_form, went_through

BAD = 400
NAMES = [one.name for one in fields.MEASURE]
MEANS = [
    inputs.Input("definition", "What is counted, and how", "Its first definition", "long"),
    inputs.Input("since", "Defined so since (optional)", "", "day"),
]
USUAL = {"kind": "count", "better": "lower", "frequency": "month", "decimals": "0"}


def new(request: HttpRequest) -> HttpResponse:
    """A new measure with its first definition."""
    at, values = here(request), Asked(request.POST.dict())
    if request.method == "POST":
        found = typed.measure_values(at, values, NAMES)
        definition = long(values, "definition", "the definition", typed.LONGEST_TEXT)
        since = values.date("since", "the day since when it is defined so")
        made: list[Measure] = []

        def add(**what: Any) -> None:
            made.append(operations.add_measure(**what))

        what = {"office": at.office, "values": found, "definition": definition, "start": since}
        if not values.problems and went_through(request, "Made.", add, **what):
            return redirect("measure_set", made[0].pk) if made else redirect("measures")
    return _form(request, values, None)


def edit(request: HttpRequest, key: int) -> HttpResponse:
    """What is said of it; what it means is changed by a definition."""
    at, sent = here(request), chosen(request.POST.dict())
    one, values = queries.measure_at(at, key), Asked(sent)
    if request.method == "POST":
        found = typed.measure_values(at, values, sent)
        what = {"measure": one, "values": found, "seen": seen_in(request.POST)}
        if not values.problems and went_through(request, "Saved.", operations.edit_measure, **what):
            return redirect("measure", one.pk)
    return _form(request, values, one)


def _form(request: HttpRequest, values: Asked, one: Measure | None) -> HttpResponse:
    wanted = inputs.of_measure(here(request), one)
    held = shown(one, fields.MEASURE) if one else USUAL
    context = {
        "measure": one, "asked": values, "inputs": wanted if one else [*wanted[:1], *MEANS, *wanted[1:]],
        "shown": {**held, **request.POST.dict()}, "to": request.path,
        "heading": "Change what is said of it" if one else "Make a measure",
        "version": version_of_form(request, fields_version(one, fields.MEASURE)) if one else "",
    }  # fmt: skip
    return render(
        request, "workspace/measures/form.html", context, status=BAD if request.method == "POST" else 200
    )
