"""Leaving out: words of a line, a line, an item, a name wherever it stands, a paper; and taking that back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.core.publication.redaction import CATEGORY_NAMES
from answerable.meetings.models import Meeting
from answerable.publishing.models import Redaction
from answerable.publishing.operations.redacting import lift as lift_redaction
from answerable.publishing.operations.redacting import redact
from answerable.web.address import Asked
from answerable.workspace.here import here
from answerable.workspace.publishing import queries
from answerable.workspace.publishing.typed import long_text
from answerable.workspace.sent import went_through

SAID = "Left out of what is published from now on."
CATEGORIES = {
    str(one): (name, hint)
    for (one, name), hint in zip(
        CATEGORY_NAMES.items(),
        (
            "A law exempts it: say which below. Example: commercial interests.",
            "It is about somebody who holds no public office, or could point to one.",
            "It would help an offender, or says where somebody can be found.",
        ),
        strict=True,
    )
}
"""What the public is told, each with when it is right."""


def line(request: HttpRequest, key: int) -> HttpResponse:
    """Some words of a line, or all of it."""
    entry = queries.entry_at(here(request), key)
    values = Asked(request.POST.dict())
    what = values.choice("what", {"words": "", "entry": ""}, "what is left out") or "words"
    context = {"line": entry, "what": "line", "words": entry.text}
    return _form(request, entry.meeting, values, context, what=what, entry=entry)


def item(request: HttpRequest, key: int) -> HttpResponse:
    """A whole item with all its lines and the items under it."""
    row = queries.item_at(here(request), key)
    context = {"item": row, "what": "item", "words": str(row)}
    return _form(request, row.meeting, Asked(request.POST.dict()), context, what="item", item=row)


def name(request: HttpRequest, key: int) -> HttpResponse:
    """A name, or other words, wherever they stand in the minutes of a meeting."""
    meeting = queries.meeting_at(here(request), key)
    return _form(request, meeting, Asked(request.POST.dict()), {"what": "name"}, what="name")


def file(request: HttpRequest, key: int) -> HttpResponse:
    """A paper: it goes out with nothing of its meeting."""
    version = queries.paper_at(here(request), key)
    context = {"what": "file", "item": version.document, "words": version.note.title}
    return _form(
        request, version.note.meeting, Asked(request.POST.dict()), context, what="file",
        document=version.document,
    )  # fmt: skip


def _form(
    request: HttpRequest, meeting: Meeting, values: Asked, context: dict[str, Any], **asked: Any
) -> HttpResponse:
    if request.method == "POST":
        if asked["what"] in ("words", "name") and not values.values.get("words", "").strip():
            values.refuse("words", "Write the words that are to be left out")
        if values.text("category") not in CATEGORIES:
            values.refuse("category-exemption", "Choose what the public is told")
        reason = long_text(values, "reason", "Say why it is left out. The public does not see the reason")
        given = {
            "words": values.values.get("words", ""), "category": values.text("category"), "reason": reason,
            "exemption": values.text("exemption"),
        }  # fmt: skip
        if not values.problems and went_through(request, SAID, redact, meeting=meeting, **asked, **given):
            return redirect("publish_agenda" if asked["what"] == "file" else "publish_meeting", meeting.pk)
    context |= {
        "meeting": meeting, "asked": values, "shown": values.values, "categories": CATEGORIES,
        "public": bool(queries.of_meeting(meeting)),
    }  # fmt: skip
    status = 400 if values.problems else 200
    return render(request, "workspace/publishing/leave_out.html", context, status=status)


def lift(request: HttpRequest, key: int) -> HttpResponse:
    """Leave it in again."""
    row: Redaction = queries.redaction_at(here(request), key)
    values = Asked(request.POST.dict())
    if request.method == "POST":
        why = long_text(values, "why", "Say why everybody can read it now")
        said = "Taken back: what is published from now on says it again."
        if not values.problems and went_through(request, said, lift_redaction, redaction=row, why=why):
            file = row.what == Redaction.What.FILE
            return redirect("publish_agenda" if file else "publish_meeting", row.meeting_id)
    context = {"row": row, "meeting": row.meeting, "asked": values, "shown": values.values}
    status = 400 if values.problems else 200
    return render(request, "workspace/publishing/leave_in.html", context, status=status)
