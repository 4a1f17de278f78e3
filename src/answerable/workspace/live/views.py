"""The page on which minutes are typed, and what its forms do."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from answerable.accounts.doing import do
from answerable.accounts.shown import shows
from answerable.agendas.operations.editing import add_item as add_to_agenda
from answerable.core.live.pasting import folded, lines_of
from answerable.core.live.states import why_not_started, why_not_typed
from answerable.core.live.words import KIND_NAMES
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Item, Meeting
from answerable.minuting.models import Line
from answerable.minuting.operations import add_lines, start_minutes
from answerable.web.address import Asked, asked
from answerable.web.clash import chosen, seen_in
from answerable.web.paging import Page, page_link, page_number
from answerable.workspace.agenda.contents import shown_risks
from answerable.workspace.agenda.risks import risks_of
from answerable.workspace.agenda.views import day
from answerable.workspace.here import Here, here
from answerable.workspace.live import queries
from answerable.workspace.live.answering import done
from answerable.workspace.live.operations import SaidOf, report_on_actions
from answerable.workspace.live.queries import Returned
from answerable.workspace.standing import standing

MATTERS_ARISING = "matters_arising"
STATUSES = {"open": "Still open", "reported": "Reported as done", "complete": "Complete"}
ANY_KIND: dict[str, str] = {"": "as it is read"} | {str(kind): name for kind, name in KIND_NAMES.items()}
NOT_BEGUN = "Nobody has begun these minutes yet."
STARTED = "The minutes are begun. Type below: a paragraph is a line."


def live(request: HttpRequest, key: int) -> HttpResponse:
    """The agenda, the lines of one item, and who is there."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    values = asked(request)
    items = queries.agenda(at, meeting)
    item = queries.item_in(items, values.number("item", "an item"))
    place = items.index(item) if item else 0
    context = {
        "at": at,
        "meeting": meeting,
        "items": items,
        "item": item,
        "lines": queries.lines_of(at, item, values.number("before", "a line")) if item else None,
        "roll": queries.roll(meeting),
        "judgement": queries.judged(item) if item else "",
        "kinds": ANY_KIND,
        "days_ahead": (meeting.date - at.today).days,
        "previous": items[place - 1] if item and place else None,
        "next": items[place + 1] if item and place + 1 < len(items) else None,
        **_state(at, meeting),
        **(_arising(request, at, meeting) if item and item.kind == MATTERS_ARISING else {}),
    }
    return render(request, "workspace/live/live.html", context, status=400 if values.problems else 200)


def start(request: HttpRequest, key: int) -> HttpResponse:
    """Begin to take the minutes."""
    meeting = queries.meeting_at(here(request), key)
    do(request, STARTED, start_minutes, meeting=meeting)
    return redirect("live", key)


def type_lines(request: HttpRequest, key: int) -> HttpResponse:
    """Lines under an item: a paragraph is a line."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    item = _item(request, at, meeting)
    pairs = list(_typed(request))
    after = _line_in(item, request.POST.get("after", ""))
    there = f"{_page(meeting, item)}#text"
    if not pairs:
        messages.error(request, "Type something: a line has words.")
        return redirect(there)
    kind = request.POST.get("kind", "")
    return done(
        request, "Typed.", there, add_lines, under=item, item=item,
        texts=[text for text, _ in pairs], keys=[one for _, one in pairs], after=after,
        kind=kind if kind in ANY_KIND else "",
    )  # fmt: skip


def add_item(request: HttpRequest, key: int) -> HttpResponse:
    """An item that came up in the meeting."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    title = folded(request.POST.get("title", ""))
    if not title:
        messages.error(request, "Type what the item is about.")
        return redirect("live", key)
    made = do(request, "Added to the agenda.", add_to_agenda, meeting=meeting, title=title)
    return redirect(_page(meeting, Item.objects.get(pk=made.pk)) if made else _page(meeting, None))


def report(request: HttpRequest, key: int) -> HttpResponse:
    """What is said of the actions that come back."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    item = _item(request, at, meeting)
    page = max(Asked(request.POST.dict()).number("page", "a page") or 1, 1)
    found, _ = queries.returned(at, meeting, page)
    sent = chosen(request.POST.dict())
    said = [_said(sent, one) for one in found if f"said-{one.action.pk}" in sent]
    there = f"{_page(meeting, item)}&page={page}#arising"
    return done(
        request, "Put down what was said.", there, report_on_actions, under=item, item=item, reports=said,
        seen=seen_in(request.POST),
    )  # fmt: skip


def _said(sent: dict[str, str], one: Returned) -> SaidOf:
    """What was typed of an action, or the words of its report where those are taken."""
    action = one.action
    status = sent.get(f"status-{action.pk}", "")
    was = sent.get(f"was-{action.pk}", one.line.text if one.line else "")
    if one.report and sent.get("take") == str(action.pk):
        return SaidOf(action, folded(one.report.text), "reported" if one.report.done else "open", was)
    return SaidOf(action, folded(sent[f"said-{action.pk}"]), status if status in STATUSES else "open", was)


def _arising(request: HttpRequest, at: Here, meeting: Meeting) -> dict[str, Any]:
    number = page_number(request)
    found, total = queries.returned(at, meeting, number)
    page = Page(found, total, number, queries.ARISING, page_link(request))
    if number > page.count:
        raise Http404("There are fewer pages of earlier actions.")
    risks = risks_of(at.actor, meeting)
    shows(request, *shown_risks(risks))
    return {
        "arising": page,
        "risks": risks,
        "day": day,
        "statuses": STATUSES,
        "standing": lambda action: standing(action, at.today),
        "seen": queries.lines_version({one.action.pk: one.line for one in found if one.line}),
    }


def _state(at: Here, meeting: Meeting) -> dict[str, Any]:
    """Whether the actor can begin or type now, and the sentence that says why nobody can."""
    takes = at.actor.may(Permission.TAKE_MINUTES)
    closed = why_not_typed(meeting.state, meeting.minutes_state)
    unbegun = why_not_started(meeting.state, meeting.minutes_state, is_read=bool(meeting.source_sha256))
    if not meeting.minutes_state:
        closed = unbegun or NOT_BEGUN
    return {
        "can_type": takes and not closed,
        "can_start": takes and unbegun is None,
        "closed": closed,
    }


def _item(request: HttpRequest, at: Here, meeting: Meeting) -> Item:
    """The item that a form was sent for. Raises Http404."""
    key = Asked(request.POST.dict()).number("item", "an item")
    item = queries.item_of(at, meeting, key)
    if item is None:
        raise Http404("The agenda has no such item.")
    return item


def _typed(request: HttpRequest) -> Iterator[tuple[str, uuid.UUID]]:
    """The lines with their keys: a script sends each by itself, a form all of them in one text."""
    keys = request.POST.getlist("line_key")
    texts = request.POST.getlist("line") or [request.POST.get("text", "")]
    for at, text in enumerate(texts):
        for n, line in enumerate(lines_of(text)):
            yield line, (_uuid(keys[at]) if at < len(keys) and n == 0 else uuid.uuid4())


def _uuid(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.uuid4()


def _line_in(item: Item, key: str) -> Line | None:
    """The line behind which something is put, by its key."""
    return item.lines.filter(key=_uuid(key)).first() if key else None


def _page(meeting: Meeting, item: Item | None) -> str:
    there = reverse("live", args=[meeting.pk])
    return f"{there}?item={item.position + 1}" if item else there
