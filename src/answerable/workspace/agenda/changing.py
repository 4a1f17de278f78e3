"""What the forms of an agenda send: one operation each, then back to the page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from answerable.accounts.doing import do
from answerable.agendas.models import Proposal
from answerable.agendas.operations.carrying import carry_forward
from answerable.agendas.operations.editing import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    add_item,
    change_item,
    move_item,
)
from answerable.agendas.queries import item_version
from answerable.core.agenda.kinds import ITEM_KINDS
from answerable.meetings.models import Item, Meeting
from answerable.web.address import Asked, Problem
from answerable.web.clash import chosen, seen_in
from answerable.workspace.agenda import operations, queries
from answerable.workspace.agenda.views import agenda_page
from answerable.workspace.here import Here, here

MOST_MEETINGS = 100  # ahead, that an item can be carried to
WAYS = {"up": "Moved up.", "down": "Moved down.", "in": "Moved in.", "out": "Moved out."}


def write(request: HttpRequest, key: int) -> HttpResponse:
    """Write the agenda, or bring it up to date."""
    meeting = queries.meeting_at(here(request), key)
    do(request, "The agenda is up to date.", operations.write_agenda, meeting=meeting)
    return redirect("agenda", key)


def add(request: HttpRequest, key: int) -> HttpResponse:
    """A new item."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    asked = Asked(request.POST.dict())
    under = asked.number("under", "an item")
    what = _texts(request, asked)
    if asked.problems:
        return agenda_page(request, at, meeting, asked)
    parent = meeting.items.filter(pk=under).first() if under else None
    do(request, "Added to the agenda.", add_item, meeting=meeting, under=parent, **what)
    return redirect("agenda", key)


def change(request: HttpRequest, key: int) -> HttpResponse:
    """The words of an item."""
    item = queries.item_at(here(request), key)
    sent = chosen(request.POST.dict())
    held = {"title": item.title, "note": item.note, "lead": item.lead, "kind": item.kind}
    asked = Asked({**held, **sent})
    if request.method == "POST":
        what = _texts(request, asked, asked.values)
        if not asked.problems:
            do(request, "Changed.", change_item, item=item, seen=seen_in(request.POST), **what)
            return redirect("agenda", item.meeting_id)
    context = {"item": item, "meeting": item.meeting, "asked": asked, "kinds": ITEM_KINDS,
               "version": item_version(item)}  # fmt: skip
    return render(request, "workspace/agenda/item.html", context, status=400 if asked.problems else 200)


def move(request: HttpRequest, key: int) -> HttpResponse:
    """Up, down, in or out."""
    item = queries.item_at(here(request), key)
    way = request.POST.get("way", "")
    do(request, WAYS.get(way, "Moved."), move_item, item=item, way=way)
    return redirect(f"{_page(item.meeting)}#item-{item.pk}")


def take_off(request: HttpRequest, key: int) -> HttpResponse:
    """Off the agenda, with what stands under it."""
    item = queries.item_at(here(request), key)
    said = "Taken off the agenda. It stays off until somebody puts it back."
    do(request, said, operations.take_off, item=item)
    return redirect("agenda", item.meeting_id)


def put_back(request: HttpRequest, key: int) -> HttpResponse:
    """What was taken off."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    asked = Asked(request.POST.dict())
    wanted = asked.number("proposal", "what was taken off") or 0
    proposal = get_object_or_404(at.sees(Proposal.objects.filter(meeting=meeting)), pk=wanted)
    do(request, "Put back on the agenda.", operations.put_back, proposal=proposal)
    return redirect("agenda", key)


def send_out(request: HttpRequest, key: int) -> HttpResponse:
    """Freeze the agenda as it is, for its readers."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    said = "Sent out: the force sees this agenda from now on."
    do(request, said, operations.send_out, here=at, meeting=meeting, seen=seen_in(request.POST))
    return redirect("agenda", key)


def carry(request: HttpRequest, key: int) -> HttpResponse:
    """On to a later meeting, of this forum or another."""
    at = here(request)
    item = queries.item_at(at, key)
    asked = Asked(request.POST.dict())
    choices = _later(at, item)
    if request.method == "POST":
        wanted = asked.number("to", "a meeting") if asked.text("to") else None
        to = next((one for one in choices if one.pk == wanted), None)
        if to is None and not asked.problems:
            asked.problems.append(Problem("to", "Choose the meeting that it is carried to"))
        if to is not None:
            why = request.POST.get("why", "")[:LONGEST_NOTE]
            do(request, f"Carried forward to {to.date:%-d %B %Y}.", carry_forward, item=item, to=to, why=why)
            return redirect("agenda", to.pk)
    context = {"item": item, "meeting": item.meeting, "choices": choices, "asked": asked}
    return render(request, "workspace/agenda/carry.html", context, status=400 if asked.problems else 200)


def _later(at: Here, item: Item) -> list[Meeting]:
    """Planned meetings behind the item's own, those of the same forum first."""
    rows = Meeting.objects.filter(office_id=at.office_id, state="planned", date__gt=item.meeting.date)
    found = list(rows.select_related("forum").order_by("date", "pk")[:MOST_MEETINGS])
    return sorted(found, key=lambda one: one.forum_id != item.meeting.forum_id)


def _texts(request: HttpRequest, asked: Asked, values: Any = None) -> dict[str, str]:
    """The texts of an item's form; what cannot be used leaves a problem."""
    sent = values if values is not None else request.POST
    title, note = sent.get("title", "").strip(), sent.get("note", "")
    if not title:
        asked.problems.append(Problem("title", "Write what the item is called"))
    elif len(title) > LONGEST_TITLE:
        asked.problems.append(Problem("title", f"Make the title shorter than {LONGEST_TITLE} characters"))
    if len(note) > LONGEST_NOTE:
        asked.problems.append(Problem("note", f"Make the note shorter than {LONGEST_NOTE:,} characters"))
    kind = sent.get("kind", "other")
    if kind not in ITEM_KINDS:
        asked.problems.append(Problem("kind", "Choose the kind of item from the list"))
    return {"title": title, "note": note, "lead": sent.get("lead", "")[:LONGEST_TITLE], "kind": kind}


def _page(meeting: Meeting) -> str:
    return redirect("agenda", meeting.pk)["Location"]
