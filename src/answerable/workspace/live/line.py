"""One line: what it says and is, where it stands, who may see it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from answerable.core.live.pasting import folded
from answerable.core.live.states import why_not_typed
from answerable.core.live.words import names_in
from answerable.core.permissions.markings import WHY_NAMES, Marking, Why
from answerable.minuting.models import Line
from answerable.minuting.operations import (
    change_line,
    keep_typed,
    move_line,
    remove_line,
    restore_line,
    restrict_line,
)
from answerable.minuting.queries import line_version
from answerable.web.address import Asked
from answerable.web.clash import CHOOSE, chosen, seen_in
from answerable.workspace.here import here
from answerable.workspace.live import queries
from answerable.workspace.live.answering import done, refused, wants_json
from answerable.workspace.live.showing import shown
from answerable.workspace.live.views import ANY_KIND, STATUSES

REASONS = {str(why): name for why, name in WHY_NAMES.items() if why is not Why.DRAFT}
NO_WORDS = "Type the words of the line, or take it out."


def line(request: HttpRequest, key: int) -> HttpResponse:
    """The line with all that can be changed about it."""
    at = here(request)
    held = queries.line_at(at, key)
    problem = ""
    if request.method == "POST":
        if request.POST.get(f"{CHOOSE}text") == "theirs":
            return _keep(request, held)
        values = _values(request, held)
        if values.get("text", "-"):
            return done(
                request, "Saved.", there_of(held), change_line, under=held.item, line=held, values=values,
                seen=seen_in(request.POST),
            )  # fmt: skip
        if wants_json(request):
            return refused(NO_WORDS)
        problem = NO_WORDS
    items = queries.agenda(at, held.meeting)
    context = {
        "at": at,
        "line": held,
        "shown": shown([held], [])[0],
        "version": line_version(held),
        "items": items,
        "beside": queries.beside(at, held),
        "kinds": ANY_KIND,
        "statuses": STATUSES,
        "reasons": REASONS,
        "texts": held.texts.select_related("by")[:20],
        "there": there_of(held),
        "closed": why_not_typed(held.meeting.state, held.meeting.minutes_state),
        "problem": problem,
    }
    return render(request, "workspace/live/line.html", context, status=400 if problem else 200)


def remove(request: HttpRequest, key: int) -> HttpResponse:
    """Take the line out."""
    held = queries.line_at(here(request), key)
    seen = seen_in(request.POST)
    said = "Taken out. It can be put back at the foot of the item."
    return done(request, said, there_of(held), remove_line, under=held.item, line=held, seen=seen)


def restore(request: HttpRequest, key: int) -> HttpResponse:
    """Put the line back."""
    held = queries.line_at(here(request), key)
    return done(request, "Put back.", there_of(held), restore_line, under=held.item, line=held)


def move(request: HttpRequest, key: int) -> HttpResponse:
    """Put the line under another item, or elsewhere under this one."""
    at = here(request)
    held = queries.line_at(at, key)
    asked = Asked(request.POST.dict())
    item = queries.item_of(at, held.meeting, asked.number("item", "an item"))
    if item is None:
        raise Http404("The agenda has no such item.")
    number = asked.number("after", "a line")
    after = Line.objects.filter(pk=number, item=item, removed_at=None).first() if number else None
    if after is None and item.pk != held.item_id:
        after = item.lines.filter(removed_at=None).order_by("position", "pk").last()
    there = f"{reverse('live', args=[held.meeting_id])}?item={item.position + 1}#line-{held.pk}"
    return done(request, "Moved.", there, move_line, under=item, line=held, item=item, after=after)


def restrict(request: HttpRequest, key: int) -> HttpResponse:
    """Keep the line from those who may not read what is restricted, or open it."""
    held = queries.line_at(here(request), key)
    closed = request.POST.get("marking") == Marking.RESTRICTED
    return done(
        request, "Restricted." if closed else "Opened.", there_of(held), restrict_line, under=held.item,
        line=held, marking=Marking.RESTRICTED if closed else Marking.OPEN,
        why=request.POST.get("why", ""), note=request.POST.get("note", ""),
    )  # fmt: skip


def there_of(line: Line) -> str:
    """Where the line stands on the page of its minutes."""
    return f"{reverse('live', args=[line.meeting_id])}?item={line.item.position + 1}#line-{line.pk}"


def _values(request: HttpRequest, held: Line) -> dict[str, object]:
    """What the form says of the line; a field that it does not have stays."""
    sent = chosen(request.POST.dict())
    values: dict[str, object] = {}
    if "text" in sent:
        values["text"] = folded(sent["text"])
    if sent.get("kind") in ANY_KIND:
        values["kind"] = sent["kind"]
    if "who" in sent:
        values["speakers"] = list(names_in(sent["who"])) or None
    if held.about_id and sent.get("status") in STATUSES:
        values["status"] = sent["status"]
    return values


def _keep(request: HttpRequest, held: Line) -> HttpResponse:
    """Theirs stands; what was typed beside it is kept with the line."""
    text = folded(request.POST.get("text", ""))
    said = "Theirs stands. What you typed is kept with the line."
    return done(request, said, there_of(held), keep_typed, under=held.item, line=held, text=text)
