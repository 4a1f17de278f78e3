"""What is set about a measure: definitions, lines, events, gaps and series, put in, changed, taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from answerable.accounts.doing import do
from answerable.measures import fields, models, operations
from answerable.measures.models import Measure
from answerable.plans.editing import Field, fields_version, shown
from answerable.web.address import Asked
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import here
from answerable.workspace.measures import inputs, queries, typed
from answerable.workspace.measures.inputs import Input
from answerable.workspace.sent import version_of_form, went_through

BAD = 400
View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of thing that is set: its words, its form, and the operations that write it.

    ``what`` is the operations' keyword. ``made`` is the form of a new one where it differs.
    """

    what: str
    new: str
    change: str
    model: Any
    fields: Sequence[Field]
    inputs: Callable[..., list[Input]]
    values: Callable[..., dict[str, Any]]
    add: Callable[..., Any]
    edit: Callable[..., Any]
    remove: Callable[..., Any] | None = None
    made: Callable[..., list[Input]] | None = None
    about: str = ""


DEFINITION = Part(
    "definition", "Put in a new definition", "Put a definition right", models.Definition, fields.DEFINITION,
    inputs.of_definition, typed.definition_values, operations.add_definition, operations.edit_definition,
    about="The former definition stays, up to the day before. A new phase does not begin by it:"
    " that is decided by a person, once they show it.",
)  # fmt: skip
LINE = Part(
    "line", "Set a target or another line", "Change a line", models.Line, fields.LINE, inputs.of_line,
    typed.line_values, operations.add_line, operations.edit_line, operations.remove_line,
)  # fmt: skip
EVENT = Part(
    "event", "Note what happened", "Change what happened", models.MeasureEvent, fields.EVENT, inputs.of_event,
    typed.event_values, operations.add_event, operations.edit_event, operations.remove_event,
    about="It is marked on the charts. A new phase does not begin by it: that is decided by a person.",
)  # fmt: skip
GAP = Part(
    "gap", "Say why there are no values", "Change why there are no values", models.Gap, fields.GAP,
    inputs.of_gap, typed.gap_values, operations.add_gap, operations.edit_gap, operations.remove_gap,
)  # fmt: skip
SERIES = Part(
    "series", "Put figures of another place beside ours", "Change whose figures they are", models.Series,
    fields.SERIES, inputs.of_series, typed.series_values, operations.add_series, operations.edit_series,
    operations.remove_series, inputs.of_new_series,
)  # fmt: skip


def adding(part: Part) -> View:
    """The form of a new one, for the measure of the address."""

    def add(request: HttpRequest, key: int) -> HttpResponse:
        at, values = here(request), Asked(request.POST.dict())
        measure = queries.measure_at(at, key)
        wanted = (part.made or part.inputs)(at, measure)
        if request.method == "POST":
            found = part.values(at, values, measure, [one.name for one in wanted])
            if not values.problems and went_through(
                request, "Put in.", part.add, measure=measure, values=found
            ):
                return redirect(_set(measure))
        context = {"measure": measure, "heading": part.new, "about": part.about, "to": request.path}
        return _form(request, values, wanted, {}, **context)

    return add


def editing(part: Part) -> View:
    """The form that puts the row of the address right."""

    def edit(request: HttpRequest, key: int) -> HttpResponse:
        at, sent = here(request), chosen(request.POST.dict())
        row, values = queries.part_at(at, part.model, key), Asked(sent)
        measure: Measure = row.measure
        if request.method == "POST":
            found = part.values(at, values, measure, sent)
            what = {part.what: row, "values": found, "seen": seen_in(request.POST)}
            if not values.problems and went_through(request, "Saved.", part.edit, **what):
                return redirect(_set(measure))
        version = version_of_form(request, fields_version(row, part.fields))
        context = {"measure": measure, "heading": part.change, "to": request.path, "version": version}
        if part.remove:
            context["remove"] = reverse(f"measure_{part.what}_remove", args=[row.pk])
        return _form(request, values, part.inputs(at, measure), shown(row, part.fields), **context)

    return edit


def removing(part: Part) -> View:
    """Takes the row of the address away."""

    def remove(request: HttpRequest, key: int) -> HttpResponse:
        row: Any = queries.part_at(here(request), part.model, key)
        do(request, "Taken away.", part.remove, **{part.what: row})  # type: ignore[arg-type]
        return redirect(_set(row.measure))

    return remove


def _form(
    request: HttpRequest, values: Asked, wanted: Sequence[Input], held: dict[str, str], **more: Any
) -> HttpResponse:
    sent = request.POST.dict()
    context = {"asked": values, "inputs": wanted, "shown": {**held, **sent}, "version": "", **more}
    status = BAD if request.method == "POST" else 200
    return render(request, "workspace/measures/form.html", context, status=status)


def _set(measure: Measure) -> str:
    return reverse("measure_set", args=[measure.pk])
