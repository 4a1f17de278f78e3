"""What something should move, whether it moved since, and the form that names another measure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.actions.models import ActionMeasure
from answerable.actions.operations.measuring import unname_measure as unname_of_action
from answerable.core.measures.facts import EventKind
from answerable.core.permissions.table import Permission
from answerable.measures.models import WAYS, Measure, MeasureTie
from answerable.measures.operations.tying import unname_measure
from answerable.offices.models import Area
from answerable.web.address import Asked
from answerable.workspace.choices import MOST_CHOICES, NAME_LENGTH, Choices
from answerable.workspace.here import Here, here
from answerable.workspace.measured.movers import COLUMNS, KINDS, Kind
from answerable.workspace.measured.telling import charted, ties_seen, told_of
from answerable.workspace.sent import went_through

BAD = 400
View = Callable[[HttpRequest, int], HttpResponse]


def page(key: str) -> View:
    """The page of one kind."""
    kind = KINDS[key]

    def view(request: HttpRequest, key: int) -> HttpResponse:
        at = here(request)
        return _page(request, at, kind, kind.at(at, key), Asked({}))

    view.__name__ = f"moves_{key}"
    return view


def add(key: str) -> View:
    """The form of one kind: another measure is named."""
    kind = KINDS[key]

    def view(request: HttpRequest, key: int) -> HttpResponse:
        at = here(request)
        row, sent = kind.at(at, key), Asked(request.POST.dict())
        what = _named(at, sent)
        if not sent.problems and went_through(
            request, "Named. Before and after is told from its figures.", kind.operation, mover=row, **what
        ):
            return redirect(f"moves_{kind.key}", row.pk)
        return _page(request, at, kind, row, sent, BAD if sent.problems else 200)

    view.__name__ = f"moves_{key}_add"
    return view


def remove_of_action(request: HttpRequest, key: int) -> HttpResponse:
    """A measure that an action should move is taken away; ``key`` is the tie's."""
    at = here(request)
    rows = ActionMeasure.objects.filter(pk=key, action__office_id=at.office_id)
    tie = at.sees(at.sees(rows, "measure"), "action").select_related("measure", "action").first()
    if tie is None:
        raise Http404("That is not said of any measure.")
    went_through(request, "Taken away.", unname_of_action, tie=tie)
    return redirect("moves_action", tie.action_id)


def remove(request: HttpRequest, key: int) -> HttpResponse:
    """The same of a part of a plan, a recommendation or funded work."""
    at = here(request)
    rows = MeasureTie.objects.filter(pk=key, measure__office_id=at.office_id)
    tie = at.sees(rows, "measure").select_related("measure").first()
    if tie is None:
        raise Http404("That is not said of any measure.")
    went_through(request, "Taken away.", unname_measure, tie=tie)
    kind, row = next(
        (kind, getattr(tie, f"{column}_id")) for kind, column in COLUMNS.items()
        if kind != "action" and getattr(tie, f"{column}_id")
    )  # fmt: skip
    return redirect(f"moves_{kind}", row)


def _named(at: Here, sent: Asked) -> dict[str, Any]:
    """What the form names, with the problems left in it."""
    measures = {str(key): key for key, _ in _measures(at)}
    areas = {str(key): key for key, _ in _areas(at)}
    measure, area = sent.text("measure"), sent.text("area")
    if measure not in measures:
        sent.refuse("measure", "Choose the measure that it should move")
    if area and area not in areas:
        sent.refuse("area", "Choose an area from the list, or the whole force")
    way = sent.choice("way", {key: name for key, name in WAYS if key}, "which way") or ""
    start = sent.date("start", "the day from when it should show")
    if sent.problems:
        return {}
    return {
        "measure": Measure.objects.get(pk=measures[measure]),
        "area": Area.objects.select_related("force").get(pk=areas[area]) if area else None,
        "way": way,
        "start": start,
    }


def _page(
    request: HttpRequest, at: Here, kind: Kind, row: Any, sent: Asked, status: int = 200
) -> HttpResponse:  # fmt: skip
    told = told_of(at, ties_seen(at, kind.ties(row)), kind.began(row))
    writes = at.actor.may(Permission.SET_MEASURES)
    event = EventKind.ACTION if kind.key == "action" else EventKind.STRATEGY
    context = {
        "at": at, "kind": kind, "row": row, "name": kind.name(row), "asked": sent, "writes": writes,
        "told": [(one, charted(one, event, at.today)) for one in told],
        "began": kind.began(row),
        "measures": [("", "Choose a measure"), *_measures(at)] if writes else [],
        "areas": [("", "The whole force"), *_areas(at)] if writes else [],
        "ways": WAYS,
        "remove": "moves_action_remove" if kind.key == "action" else "moves_remove",
        "problems": sent.problems,
    }  # fmt: skip
    return render(request, "workspace/measured/moves.html", context, status=status)


def _measures(at: Here) -> Choices:
    rows = at.sees(Measure.objects.filter(office_id=at.office_id, ended=None))
    return [(key, name[:NAME_LENGTH]) for key, name in rows.values_list("pk", "name")[:MOST_CHOICES]]


def _areas(at: Here) -> Choices:
    rows = Area.objects.filter(force__office_id=at.office_id).order_by("name")
    return [(key, name[:NAME_LENGTH]) for key, name in rows.values_list("pk", "name")[:MOST_CHOICES]]
