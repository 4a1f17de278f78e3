"""Many actions dealt with at once: those that were ticked in the register, or named by their numbers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.actions.models import Action
from answerable.actions.operations import carry_many, close_many
from answerable.core.actions.listed import listed_numbers
from answerable.core.actions.steps import BASES
from answerable.core.permissions.table import Permission
from answerable.web.address import Asked
from answerable.workspace.here import Here, here
from answerable.workspace.sent import went_through
from answerable.workspace.standing import Standing, standing

LONGEST_LIST = 2000  # characters of a list of numbers
MOST_SHOWN = 60  # of those that are named, listed with their words


def many(request: HttpRequest) -> HttpResponse:
    """Close, or carry forward, all the actions of a list: all of them or none."""
    at = here(request)
    values = Asked({**request.POST.dict(), "numbers": _named(request)})
    if request.method == "POST" and _done(request, at, values):
        return redirect("actions")
    found = _found(at, values.values["numbers"])
    doing = {"close": "Close them"}
    if at.actor.may(Permission.FOLLOW_ACTIONS):
        doing["carry"] = "Carry them forward"
    context = {
        "at": at,
        "asked": values,
        "shown": {"what": "close", "on": at.today.isoformat(), **values.values},
        "rows": found[:MOST_SHOWN],
        "more": max(len(found) - MOST_SHOWN, 0),
        "doing": doing,
        "bases": BASES,
    }
    return render(request, "workspace/register/many.html", context, status=400 if values.problems else 200)


def _named(request: HttpRequest) -> str:
    """The numbers as typed, with those that were ticked."""
    sent = request.POST if request.method == "POST" else request.GET
    return ", ".join(one.strip() for one in sent.getlist("numbers") if one.strip())[:LONGEST_LIST]


def _done(request: HttpRequest, at: Here, values: Asked) -> bool:
    """Whether the list was dealt with; what is wrong is left as problems, or said by the operation."""
    closes = values.text("what") != "carry"
    if closes and values.text("basis") not in BASES:
        values.refuse("basis", "Choose what you saw: were you told, were you shown, or did you test it?")
    if not values.values.get("reason", "").strip():
        values.refuse("reason", "Say in a few words what you saw, or why they are carried forward")
    on = values.date("on", "the day")
    if values.problems or at.office is None:
        return False
    what = {
        "office": at.office, "numbers": values.values["numbers"], "reason": values.values["reason"],
        "sees_restricted": at.actor.sees_restricted, "roles": at.actor.roles,
    }  # fmt: skip
    if closes:
        return went_through(
            request, "Closed, all of them.", close_many, **what, basis=values.text("basis"), on=on
        )
    return went_through(request, "Carried forward, all of them.", carry_many, **what)


def _found(at: Here, numbers: str) -> list[tuple[Action, Standing]]:
    """Those of the list that are there, in its order. One query."""
    listed = listed_numbers(numbers).numbers
    rows = at.sees(Action.objects.filter(office_id=at.office_id, number__in=listed))
    order = {number: place for place, number in enumerate(listed)}
    return sorted(
        ((one, standing(one, at.today)) for one in rows), key=lambda row: order[row[0].number or ""]
    )
