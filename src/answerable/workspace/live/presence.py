"""Who is there: a tap for everybody who holds a post that day, a line for the others."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from answerable.accounts.doing import do
from answerable.core.live.states import why_not_typed
from answerable.core.permissions.table import Permission
from answerable.minuting.models import Present
from answerable.minuting.operations import change_present, mark_holder, mark_typed, remove_present
from answerable.minuting.queries import present_version
from answerable.people.holding import tenures_on
from answerable.web.address import Asked
from answerable.web.clash import seen_in
from answerable.workspace.here import here
from answerable.workspace.live import queries

STATUSES = {str(one): str(one.label) for one in Present.Status}
STAY = "stay"
TAP = "tap"
"""The name of the buttons: "present:12" of the holder of the tenure 12."""


def roll(request: HttpRequest, key: int) -> HttpResponse:
    """Who is there, who sent apologies, and who else could be."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    held = queries.roll(meeting)
    expected, others = queries.holders(meeting)
    known = {one.name for one in held}
    context = {
        "at": at,
        "meeting": meeting,
        "roll": held,
        "expected": [one for one in expected if one.person.name not in known],
        "others": [one for one in others if one.person.name not in known],
        "items": queries.agenda(at, meeting),
        "statuses": STATUSES,
        "version": present_version,
        "closed": why_not_typed(meeting.state, meeting.minutes_state),
        "can_type": at.actor.may(Permission.TAKE_MINUTES)
        and not why_not_typed(meeting.state, meeting.minutes_state),
    }
    return render(request, "workspace/live/roll.html", context)


def mark(request: HttpRequest, key: int) -> HttpResponse:
    """Somebody is there, or sends apologies."""
    meeting = queries.meeting_at(here(request), key)
    there = redirect("roll", key)
    status, _, number = request.POST.get(TAP, "").partition(":")
    if not number:
        status = request.POST.get(STAY, "")
    if status not in STATUSES:
        messages.error(request, "Choose whether they are present or sent apologies.")
        return there
    chosen = number or request.POST.get("holder", "")
    if chosen:
        tenure = tenures_on(meeting.office_id, meeting.date).filter(pk=_number(chosen)).first()
        if tenure is None:
            raise Http404("Nobody holds that post on this day.")
        said = f"{tenure.person}: {STATUSES[status].lower()}."
        do(request, said, mark_holder, meeting=meeting, tenure=tenure, status=status)
        return there
    typed = {name: request.POST.get(name, "") for name in ("name", "capacity", "abbreviation")}
    do(request, "Put on the list.", mark_typed, meeting=meeting, status=status, **typed)
    return there


def change(request: HttpRequest, key: int) -> HttpResponse:
    """They came later, left earlier, or were not there at all."""
    at = here(request)
    held = queries.present_at(at, key)
    there = reverse("roll", args=[held.meeting_id])
    if request.POST.get("take") == "off":
        do(request, f"{held.name} is not on the list any more.", remove_present, present=held)
        return redirect(there)
    asked = Asked(request.POST.dict())
    ends = {
        name: queries.item_of(at, held.meeting, asked.number(name, "an item"))
        for name in ("from_item", "to_item")
    }
    do(
        request, "Saved.", change_present, present=held, status=request.POST.get(STAY, ""),
        seen=seen_in(request.POST), **ends,
    )  # fmt: skip
    return redirect(there)


def _number(text: str) -> int:
    return Asked({"key": text}).number("key", "somebody") or 0
