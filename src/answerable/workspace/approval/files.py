"""Minutes given out as files: a web page, a Word document, a PDF, in the house style of their forum."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from answerable.accounts.shown import shows
from answerable.actions.models import Action, ActionUpdate, Commitment
from answerable.actions.queries import CLOSURES
from answerable.components.words import plural
from answerable.core.approval.open_parts import Closed, without
from answerable.core.approval.states import State
from answerable.core.minutes.printing import Unprintable, print_minutes
from answerable.core.minutes.sheet import Sheet
from answerable.intake.queries import record_of
from answerable.meetings.models import Meeting
from answerable.minuting.models import Line
from answerable.minuting.paper import style_of
from answerable.web.download import download
from answerable.workspace.approval.queries import may_see, meeting_at
from answerable.workspace.approval.reading import sheet_now
from answerable.workspace.here import Here, here
from answerable.writers.files import FORMATS

NOT_APPROVED = "DRAFT – not approved"


def minutes_file(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """The minutes as a file of that form, as far as the actor may see them."""
    at = here(request)
    meeting = meeting_at(at, key)
    kind = {str(key): one for key, one in FORMATS.items()}.get(form)
    if kind is None or not _may_have(at, meeting):
        raise Http404("There is no such file.")
    try:
        sheet = sheet_of(request, at, meeting)
    except Unprintable as reason:
        told = {"title": "This file cannot be made", "why": str(reason)}
        return render(request, "components/error.html", told, status=400)
    name = f"{slugify(meeting.forum.name)[:60]}-{meeting.date:%Y-%m-%d}{kind.suffix}"
    return download(kind.write(sheet), kind.media_type, name)


def sheet_of(request: HttpRequest, at: Here, meeting: Meeting) -> Sheet:
    """The minutes laid out. Raises Unprintable."""
    draft = meeting.minutes_state not in (State.NONE, State.APPROVED)
    closed = Closed() if at.actor.sees_restricted else _closed(meeting)
    if at.actor.sees_restricted:
        shows(request, *_restricted(meeting))
    if meeting.minutes_state and not closed:
        sheet = sheet_now(meeting)
    else:
        record = without(record_of(meeting), closed)
        sheet = print_minutes(record, style_of(meeting.forum), exact=not closed)
    said = NOT_APPROVED if draft else _note(closed, meeting)  # at the head of every page
    return replace(sheet, marking=said) if said else sheet


def _note(closed: Closed, meeting: Meeting) -> str:
    """How many items and single lines are left out, in a sentence."""
    if not closed:
        return ""
    alone = meeting.entries.filter(restricted=True).exclude(item__restricted=True).count()
    return f"{plural(len(closed.items) + alone, 'part')} of these minutes cannot be shown here."


def _may_have(at: Here, meeting: Meeting) -> bool:
    if meeting.state != Meeting.State.HELD:
        return False
    if meeting.minutes_state in (State.NONE, State.APPROVED):
        return bool(meeting.record_sha256)
    return may_see(at, meeting)


def _restricted(meeting: Meeting) -> list[Any]:
    """The items and lines that not everybody may see, as laid and as typed."""
    typed = Line.objects.filter(meeting=meeting, restricted=True, removed_at=None)
    laid = meeting.items.filter(restricted=True), meeting.entries.filter(restricted=True)
    return [*laid[0], *laid[1], *typed]


def _closed(meeting: Meeting) -> Closed:
    """What is restricted of a meeting, as indexes into its record."""
    others = {
        "exchanges": meeting.exchanges.all(),
        "figures": meeting.figures.all(),
        "actions": Action.objects.filter(meeting=meeting).exclude(entry=None),
        "commitments": Commitment.objects.filter(meeting=meeting).exclude(entry=None),
        "updates": ActionUpdate.objects.filter(meeting=meeting, position__lt=CLOSURES),
    }
    return Closed(
        _indexes(meeting.items.all()),
        _indexes(meeting.entries.all()),
        {part: _indexes(rows) for part, rows in others.items()},
    )


def _indexes(rows: QuerySet[Any]) -> set[int]:
    held = rows.order_by("position").values_list("restricted", flat=True)
    return {at for at, restricted in enumerate(held) if restricted}
