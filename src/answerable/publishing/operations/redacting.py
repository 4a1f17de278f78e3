"""Saying what the public is not to read, and taking that back.

What is left out is written nowhere but in its own row: events and messages name the kind and the category.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit.operations import record
from answerable.core.clash import Gone
from answerable.core.publication.redaction import MOST_WORDS, Category, stands_in
from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.meetings.models import Entry, Item, Meeting
from answerable.offices.operations import hold_office
from answerable.papers.models import NoteVersion
from answerable.publishing.building.redacting import quote_of
from answerable.publishing.models import Redaction

CATEGORIES = frozenset(str(one) for one in Category)
LONGEST_REASON = 2000  # characters
NEEDS = {
    Redaction.What.WORDS: "Choose the line that the words stand in.",
    Redaction.What.ENTRY: "Choose the line.",
    Redaction.What.ITEM: "Choose the item.",
    Redaction.What.FILE: "Choose the file.",
}
SHORTEST_NAME = 2  # letters: one alone would take half of the minutes away


@transaction.atomic
def redact(
    *,
    meeting: Meeting,
    what: str,
    category: str,
    reason: str,
    by: User,
    at: datetime,
    words: str = "",
    entry: Entry | None = None,
    item: Item | None = None,
    document: Document | None = None,
    exemption: str = "",
) -> Redaction:
    """Leave something of a meeting out of all that is published of it from now on. Raises Refusal, Gone."""
    hold_office(meeting.office_id)
    words = " ".join(words.split()) if what in (Redaction.What.WORDS, Redaction.What.NAME) else ""
    _check(meeting, what, category, reason, words, entry, item, document)
    line = entry if what in (Redaction.What.WORDS, Redaction.What.ENTRY) else None
    made = Redaction(
        office_id=meeting.office_id, meeting=meeting, what=what, words=words, category=category,
        entry=line,
        item=item if what == Redaction.What.ITEM else None,
        document=document if what == Redaction.What.FILE else None,
        quote_sha256=quote_of(line.text) if line else "",
        exemption=exemption.strip()[:80], reason=reason.strip()[:LONGEST_REASON], at=at, by=by,
    )  # fmt: skip
    same = Redaction.objects.filter(
        meeting=meeting, what=what, words__iexact=words, entry=made.entry, item=made.item,
        document=made.document, lifted_at=None,
    )  # fmt: skip
    if same.exists():
        raise Refusal("That is left out already.")
    made.save()
    _event("redact", made, by, at)
    return made


@transaction.atomic
def lift(*, redaction: Redaction, why: str, by: User, at: datetime) -> None:
    """Leave it in again from now on; what is public already stays as it is. Raises Refusal."""
    hold_office(redaction.office_id)
    found = Redaction.objects.select_for_update().select_related("meeting").get(pk=redaction.pk)
    if found.lifted_at is not None:
        raise Refusal("It is not left out any more: that was taken back already.")
    if not why.strip():
        raise Refusal("Say why it can be read by everybody now.")
    found.lifted_at, found.lifted_by, found.why_lifted = at, by, why.strip()[:LONGEST_REASON]
    found.save(update_fields=["lifted_at", "lifted_by", "why_lifted"])
    _event("lift_redaction", found, by, at)


def _check(
    meeting: Meeting,
    what: str,
    category: str,
    reason: str,
    words: str,
    entry: Entry | None,
    item: Item | None,
    document: Document | None,
) -> None:
    if what not in Redaction.What.values:
        raise Refusal("Choose what is to be left out.")
    subject = {"words": entry, "entry": entry, "item": item, "file": document}
    if what in subject and subject[what] is None:
        raise Refusal(NEEDS[Redaction.What(what)])
    for row in (entry, item):
        if row is not None and not type(row)._default_manager.filter(pk=row.pk, meeting=meeting).exists():
            raise Gone("the line")
    if document is not None and not _is_of(document, meeting):
        raise Gone("the file")
    _check_words(what, words, entry)
    if category not in CATEGORIES:
        raise Refusal("Choose what the public is told: exempt, personal data or operational detail.")
    if not reason.strip():
        raise Refusal("Say why it is left out. The public does not see the reason.")


def _is_of(document: Document, meeting: Meeting) -> bool:
    """Is it a paper of the meeting, or what its minutes were read from?"""
    papers = NoteVersion.objects.filter(document=document, note__meeting=meeting)
    return meeting.document_id == document.pk or papers.exists()


def _check_words(what: str, words: str, entry: Entry | None) -> None:
    if len(words) > MOST_WORDS:
        raise Refusal("That is too long. Leave out the whole line, or choose fewer words.")
    if what == Redaction.What.WORDS and entry is not None:
        if not words:
            raise Refusal("Write the words that are to be left out, as they stand in the line.")
        if not stands_in(words, entry.text):
            raise Refusal("These words do not stand in the line. Copy whole words out of it.")
    if what == Redaction.What.NAME and sum(one.isalnum() for one in words) < SHORTEST_NAME:
        raise Refusal("Write the name or the words that are to be left out wherever they stand.")


def _event(operation: str, row: Redaction, by: User, at: datetime) -> None:
    said = "Left out" if operation == "redact" else "Taken back that it is left out"
    record(
        by=by, at=at, operation=f"publishing.{operation}", about=[row, row.meeting],
        office_id=row.office_id, summary=f"{said} of {row.meeting}: {row.get_what_display().lower()}.",
        details={"what": row.what, "category": row.category, "exemption": row.exemption},
    )  # fmt: skip
