"""Minutes read: a document in, a meeting record out. The steps in order, each in a file of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from answerable.core.minutes import entries as made
from answerable.core.minutes.checks import check_actions, check_numbers, explained_in
from answerable.core.minutes.document import Document, Line
from answerable.core.minutes.front import read_front
from answerable.core.minutes.logs import read_logs
from answerable.core.minutes.notebook import Notebook
from answerable.core.minutes.paragraphs import Paragraph, paragraphs
from answerable.core.minutes.passage import places
from answerable.core.minutes.record import FORMAT, Furniture, MeetingRecord, ReadingWarning, SourceFile
from answerable.core.minutes.repairs import Repaired, repaired
from answerable.core.minutes.repeated import merge_repeated
from answerable.core.minutes.rows import rows, with_logs
from answerable.core.minutes.shape import shape_of
from answerable.core.minutes.speech import turns
from answerable.core.minutes.voices import voices
from answerable.core.minutes.walk import Walk


def read_minutes(document: Document) -> MeetingRecord:
    """Read a document as minutes. Never fails: what is not understood is a note, what is odd is a warning."""
    front = read_front(document)
    meeting_date = front.meeting["date"]
    said_on = date.fromisoformat(meeting_date) if meeting_date else None
    consumed = set(front.consumed)
    furniture = [one for one in paragraphs(document, _furniture(document)) if one.index not in consumed]
    body = [i for i, block in enumerate(document.blocks) if block.kind != "furniture" and i not in consumed]
    printed = list(paragraphs(document, body))
    logs = read_logs(printed)
    left = [one for one in printed if one.index not in logs.used]
    mended = Repaired(left) if front.own else repaired(left)
    laid_out = with_logs(rows(mended.paragraphs), logs.rows)
    book = Notebook(voices(front.attendance), said_on)
    book.furniture.extend(logs.heads)
    Walk(book, shape_of(laid_out)).run(laid_out)
    merge_repeated(book)
    found = made.Made(document, book, turns(book.units), said_on)
    next_meeting = found.next_meeting()
    actions = found.actions()
    checks = [
        *check_actions(actions, book.actions, book.voices, front.attendance, explained_in(document.text)),
        *check_numbers(book.actions),
        *([] if book.outline.items or logs.rows else [("no-agenda", "No agenda items were found.", ())]),
    ]
    record: MeetingRecord = {
        "format": FORMAT,
        "source": _source(document),
        "meeting": front.meeting,
        "attendance": front.attendance,
        "items": found.items(),
        "entries": found.entries(),
        "exchanges": found.exchanges(),
        "actions": actions,
        "updates": found.updates(),
        "commitments": found.commitments(),
        "figures": found.figures(),
        "next_meeting": next_meeting,
        "furniture": [
            *front.furniture,
            *_printed(document, [*furniture, *mended.furniture]),
            *_printed_places(document, found.furniture()),
        ],
        "warnings": _warnings(
            document, [*document.notices, *front.notices, *mended.notices, *found.notices(), *checks]
        ),
    }
    return record


def _source(document: Document) -> SourceFile:
    return {
        "name": document.name,
        "media_type": document.media_type,
        "sha256": document.sha256,
        "pages": document.pages,
    }


def _furniture(document: Document) -> list[int]:
    return [i for i, block in enumerate(document.blocks) if block.kind == "furniture"]


def _printed(document: Document, found: Sequence[Paragraph]) -> list[Furniture]:
    return [{"text": one.whole.text, "source": places(document.text, one.lines)} for one in found]


def _printed_places(document: Document, found: Sequence[tuple[str, Sequence[Line]]]) -> list[Furniture]:
    return [{"text": text, "source": places(document.text, lines)} for text, lines in found]


def _warnings(document: Document, notices: Sequence[tuple[str, str, Sequence[Line]]]) -> list[ReadingWarning]:
    return [
        {"code": code, "message": message, "source": places(document.text, lines)}
        for code, message, lines in notices
    ]
