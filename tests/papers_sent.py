"""Papers of a meeting as the force sent them, for tests of what is published of them."""

from __future__ import annotations

from answerable.core.minutes.sheet import Heading, Sheet, Text
from answerable.documents.models import Document
from answerable.meetings.models import Meeting
from answerable.papers.models import BriefingNote, NoteVersion
from answerable.writers.files import write
from tests import factories as make
from tests import publish


def paper(
    of: Meeting,
    said: str,
    *,
    state: str = "accepted",
    content: bytes | None = None,
    title: str = "Answering 101: the paper",
    **more: object,
) -> Document:
    """A paper in Word, unless ``content`` is another file; the document that it is kept as."""
    sheet = Sheet("Briefing", [Heading("Calls"), Text(said)])
    document = make.document(said, "DCI draft v3 (2).docx", content or write(sheet, "docx"), **more)
    note = BriefingNote.objects.create(meeting=of, title=title, state=state)
    NoteVersion.objects.create(
        note=note, number=1, document=document, name=document.name, sent_at=publish.AT, sent_by=make.user()
    )
    return document
