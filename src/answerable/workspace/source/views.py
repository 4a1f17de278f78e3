"""The place in the original that a line of the record came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from markupsafe import Markup

from answerable.accounts.marked import Marked
from answerable.components.charts import page_boxes
from answerable.documents.models import Document
from answerable.documents.pictures import NoPicture, page_picture
from answerable.workspace.here import here
from answerable.workspace.review.fields import CORRECTABLE, NOTHING_SENT, Sent, line
from answerable.workspace.source.passages import agrees, passages
from answerable.workspace.source.queries import Source, source_of

MOST_PAGES = 4  # of one line: more would be a fault of the reader


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the original with the boxes to lie over it; or why it cannot be shown."""

    number: int
    boxes: Markup | str = ""
    width: float = 0
    height: float = 0
    why_not: str = ""


def source(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """The page of the original with the very lines boxed, or the text with the passage marked."""
    return source_page(request, kind, key, NOTHING_SENT)


def source_page(request: HttpRequest, kind: str, key: int, sent: Sent) -> HttpResponse:
    """The same page, with its form as it was sent where it could not be used."""
    at = here(request)
    found = source_of(at, kind, key)
    document = found.meeting.document
    if document and document.restricted and not at.actor.sees_restricted:
        document = None  # other lines of it are not for them; this one's words stand in the quote
    sheets = sheets_of(document, found.places) if document else []
    shown = any(not sheet.why_not for sheet in sheets)
    text = document.text if document and not shown and found.places else ""
    context = {
        "source": found,
        "marked": _marked(found, kind),
        "sent": sent,
        "here": f"{kind}/{key}",
        "words": found.kind.words(found.row),
        "back": _back(found, kind),
        "document": document,
        "sheets": sheets,
        "line": line(CORRECTABLE[kind], found.row) if kind in CORRECTABLE else None,
        "passages": passages(text, found.places) if text and agrees(text, found.places) else [],
    }
    return render(request, "workspace/source/source.html", context, status=400 if sent.problems else 200)


def sheets_of(document: Document, places: list[dict[str, Any]]) -> list[Sheet]:
    """The pages that the places stand on; none where the format has no pages."""
    numbers = sorted({place["page"] for place in places if place["page"]})
    return [_sheet(document, number, places) for number in numbers[:MOST_PAGES]]


def _sheet(document: Document, number: int, places: list[dict[str, Any]]) -> Sheet:
    try:
        picture = page_picture(document, number)
    except NoPicture as reason:
        return Sheet(number, why_not=str(reason))
    boxes = [place["bbox"] for place in places if place["page"] == number and place["bbox"]]
    return Sheet(number, page_boxes(picture.width, picture.height, boxes), picture.width, picture.height)


def _marked(found: Source, kind: str) -> tuple[str, int] | None:
    """The kind and key of what can be restricted: the row itself, else the line that it was made of."""
    if isinstance(found.row, Marked):
        return kind, found.row.pk
    entry = getattr(found.row, "entry_id", None)
    return ("entry", entry) if entry else None


def _back(found: Source, kind: str) -> str:
    """The part of the meeting's page that the line stands in."""
    if kind == "entry":
        return f"?at={found.row.position}#entry-{found.row.position}"
    return ""
