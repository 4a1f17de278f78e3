"""The date that the office announced for actions that are given without one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from answerable.actions.models import Action
from answerable.actions.operations.announcing import LONGEST, default_due_version, in_words, set_default_due
from answerable.offices.models import Office
from answerable.web.address import Asked
from answerable.web.clash import seen_in
from answerable.workspace.here import here
from answerable.workspace.sent import version_of_form, went_through


def undated(request: HttpRequest) -> HttpResponse:
    """How many days, and from which day on; the rule that stands, and what it concerns."""
    at = here(request)
    office = get_object_or_404(Office, pk=at.office_id)
    values = Asked(request.POST.dict())
    if request.method == "POST":
        days, since = _days(values), values.date("since", "the first day")
        if not values.problems and went_through(
            request, "Noted.", set_default_due, office=office, days=days, since=since,
            seen=seen_in(request.POST),
        ):  # fmt: skip
            return redirect("actions_undated")
    held = {
        "days": office.undated_due_days or "",
        "since": (office.undated_due_from or at.today).isoformat(),
    }
    open_ones = at.sees(Action.objects.filter(office=office, state="open", draft=False))
    context = {
        "at": at,
        "asked": values,
        "shown": {**held, **values.values},
        "rule": in_words(office.undated_due_days, office.undated_due_from),
        "without": open_ones.filter(due=None, waits_for="").count(),
        "version": version_of_form(request, default_due_version(office)),
    }
    return render(request, "workspace/register/undated.html", context, status=400 if values.problems else 200)


def _days(values: Asked) -> int | None:
    """None where the field is empty: no rule."""
    typed = values.text("days")
    if not typed:
        return None
    if typed.isascii() and typed.isdigit() and 1 <= int(typed[:6]) <= LONGEST:
        return int(typed)
    values.refuse("days", f"Write the days as a number from 1 to {LONGEST}")
    return None
