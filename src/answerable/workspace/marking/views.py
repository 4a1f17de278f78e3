"""The form that restricts a part of the record or opens it, and the list of what is restricted."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.accounts.doing import do
from answerable.core.permissions.markings import WHY_NAMES, Marking, Why
from answerable.core.permissions.roles import NAMES
from answerable.core.permissions.table import TABLE, Permission
from answerable.intake.operations import mark, marking_version
from answerable.web.address import Asked, Problem
from answerable.web.clash import seen_in
from answerable.workspace.here import here
from answerable.workspace.marking import queries

MARKINGS = {Marking.OPEN: "Open", Marking.RESTRICTED: "Restricted"}


def marking(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """One part of the record: open or restricted, and why."""
    part = queries.part_at(here(request), kind, key)
    values = Asked(request.POST.dict())
    if request.method == "POST" and not _problems(values):
        chosen = Marking(values.text("marking"))
        said = "Restricted." if chosen is Marking.RESTRICTED else "Opened."
        what = {"marking": chosen, "why": values.text("why"), "note": request.POST.get("note", "")}
        do(request, said, mark, row=part.row, seen=seen_in(request.POST), **what)
        return redirect(part.href)
    context = {
        "part": part,
        "version": marking_version(part.row),
        "asked": values,
        "markings": MARKINGS,
        "reasons": {why: name for why, name in WHY_NAMES.items() if why is not Why.DRAFT},
        "readers": [NAMES[role] for role in NAMES if role in TABLE[Permission.READ_RESTRICTED].roles],
    }
    return render(request, "workspace/marking/marking.html", context, status=400 if values.problems else 200)


def restricted(request: HttpRequest) -> HttpResponse:
    """Everything that is restricted, with its reason."""
    context = {"kinds": queries.restricted_parts(here(request)), "reasons": WHY_NAMES}
    return render(request, "workspace/marking/restricted.html", context)


def _problems(values: Asked) -> list[Problem]:
    """What must be put right before it can be marked."""
    if values.text("marking") not in MARKINGS:
        values.problems.append(Problem("marking-open", "Choose whether it is open or restricted"))
    elif values.text("marking") == Marking.RESTRICTED and values.text("why") not in set(Why) - {Why.DRAFT}:
        values.problems.append(Problem("why", "Choose why it is restricted"))
    elif values.text("why") == Why.OTHER and not values.text("note"):
        values.problems.append(Problem("note", "Say in a few words why it is restricted"))
    return values.problems
