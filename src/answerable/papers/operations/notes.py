"""A briefing note comes in: kept whatever it is, as a version or a new note, with what may answer what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Gone
from answerable.core.papers.coverage import propose
from answerable.core.papers.lateness import deadline_moment, hours_late, in_words
from answerable.core.permissions.markings import Marking, Why
from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.documents.operations import NOT_READ, READER, keep_document
from answerable.meetings.models import Deadline, Meeting
from answerable.meetings.operations import meet_deadline
from answerable.papers.models import BriefingNote, Coverage, NoteVersion, Point
from answerable.papers.operations.holding import hold_meeting
from answerable.papers.reading import ReadNote

LONGEST_TITLE = 200
TITLE = "Briefing note"
WHY_RESTRICTED = "A briefing note of the force"


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it came: ``name`` is the sender's, without a folder."""

    name: str
    sha256: str
    content: bytes


@transaction.atomic
def send_note(
    *,
    meeting: Meeting,
    file: SentFile,
    read: ReadNote,
    title: str = "",
    note: BriefingNote | None = None,
    by: User,
    at: datetime,
) -> NoteVersion:
    """Keep a briefing note: a new version of ``note``, or (None) a note of its own. Raises Gone, Refusal.

    A file that could not be read is kept like any other, with the reason.
    """
    held = hold_meeting(meeting)
    of = _held_note(note) if note else _new_note(held, title)
    same = of.versions.filter(document__sha256=file.sha256).order_by("number").last()
    if same is not None:
        raise Refusal(f"This very file was sent in already, as version {same.number}.")
    before = of.versions.order_by("number").last()
    made = NoteVersion.objects.create(
        note=of, number=before.number + 1 if before else 1, document=_document(held, file, read, by, at),
        name=file.name, sent_at=at, sent_by=by, late=_late(held, at), problem=read.problem,
        words=read.words, pages=read.pages, headings=read.headings,
    )  # fmt: skip
    _propose(made, before)
    BriefingNote.objects.filter(pk=of.pk).update(state=BriefingNote.State.SENT)
    meet_deadline(meeting=held, kind=Deadline.Kind.PAPERS, by=by, at=at)
    audit.record(
        by=by, at=at, operation="papers.send_note", about=[of, made.document, held], office_id=held.office_id,
        summary=f"Sent in version {made.number} of the briefing note {of.pk} for {held}{_told(made.late)}.",
        details={"sha256": file.sha256, "late": made.late, "read": not read.problem},
    )  # fmt: skip
    return made


def _held_note(note: BriefingNote) -> BriefingNote:
    held = BriefingNote.objects.filter(pk=note.pk).first()
    if held is None:
        raise Gone("the briefing note")
    return held


def _new_note(meeting: Meeting, title: str) -> BriefingNote:
    """A note under a title of its own: two of one name could not be told apart."""
    title = title.strip()[:LONGEST_TITLE] or TITLE
    if BriefingNote.objects.filter(meeting=meeting, title__iexact=title).exists():
        raise Refusal(
            f"There is a note called “{title}” already: send a new version of it, or name this one."
        )
    return BriefingNote.objects.create(meeting=meeting, title=title)


def _document(meeting: Meeting, file: SentFile, read: ReadNote, by: User, at: datetime) -> Document:
    """The original. One that is held already stays as it is: the minutes' places count in its text.

    A new one is for those who may read papers before a meeting, which nothing says so surely as a marking:
    it counts wherever a document can be reached.
    """
    held = Document.objects.filter(office=meeting.office_id, sha256=file.sha256).first()
    if held is not None:
        return held
    made = keep_document(
        office=meeting.office, name=file.name, media_type=read.media_type, sha256=file.sha256,
        pages=read.pages, text=read.text, content=file.content,
        read_with=NOT_READ if read.problem else READER, by=by, at=at,
    )  # fmt: skip
    made.marking, made.marking_why, made.marking_note = Marking.RESTRICTED, Why.OTHER, WHY_RESTRICTED
    made.restricted = True
    made.save(update_fields=["marking", "marking_why", "marking_note", "restricted"])
    return made


def _late(meeting: Meeting, at: datetime) -> int | None:
    due = Deadline.objects.filter(meeting=meeting, kind=Deadline.Kind.PAPERS).first()
    if due is None:
        return None
    return hours_late(at, deadline_moment(due.date, due.time, timezone.get_default_timezone()))


def _propose(version: NoteVersion, before: NoteVersion | None) -> None:
    """A part for each point: the one that the force named for the last version, where this has it too; else
    the heading that is like the point."""
    points = list(Point.objects.filter(terms__meeting=version.note.meeting, terms__sent_at__isnull=False))
    titles = [str(one["title"]) for one in version.headings]
    said = _said_before(before)
    found = propose([one.text for one in points], titles)
    Coverage.objects.bulk_create(
        [_coverage(version, point, said, titles, at) for point, at in zip(points, found, strict=True)]
    )


def _coverage(
    version: NoteVersion, point: Point, said: dict[int, Coverage], titles: Sequence[str], at: int | None
) -> Coverage:
    earlier = said.get(point.pk)
    if earlier is not None and earlier.part in titles:
        return Coverage(version=version, point=point, part=earlier.part, said_by_id=earlier.said_by_id)
    return Coverage(version=version, point=point, part="" if at is None else titles[at])


def _said_before(version: NoteVersion | None) -> dict[int, Coverage]:
    if version is None:
        return {}
    return {one.point_id: one for one in version.coverage.exclude(said_by=None).exclude(part="")}


def _told(late: int | None) -> str:
    return f", {in_words(late)}" if late else ""
