"""Files that go with a meeting: its minutes set from what is public, and papers as they may be given out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from answerable.core.publication.addresses import meeting_path, safe
from answerable.core.publication.checks import Place
from answerable.core.publication.left_over import left_over
from answerable.core.publication.parts import Kind, Part
from answerable.core.publication.printing import sheet_of
from answerable.core.publication.redaction import Category
from answerable.core.publication.redaction import Redaction as Left
from answerable.core.publication.shapes import MeetingContent, PublishedFile
from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.meetings.models import Meeting
from answerable.papers.queries import accepted_versions
from answerable.publishing.addresses import given
from answerable.publishing.building.redacting import Redacting
from answerable.publishing.files.child import clean_file
from answerable.publishing.files.cleaned import Cleaned
from answerable.publishing.models import Redaction
from answerable.readers.errors import Unreadable
from answerable.writers.files import FORMATS, FormatKey, write

LONGEST_STEM = 80
ORIGINAL, ORIGINAL_NAME = "original", "The minutes as they were published at the time"
KEPT_STEMS = ("minutes", ORIGINAL)
"""Ends of addresses that no paper gets."""
MINUTES_FORMATS: tuple[FormatKey, ...] = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file as a part; ``name`` is what a link says, ``what`` it is: "minutes", "paper" or "original"."""

    part: Part
    name: str
    what: str


def told_files(files: Sequence[MadeFile]) -> list[PublishedFile]:
    """What the part that files belong to says of them."""
    return [
        {
            "path": one.part.path,
            "name": one.name,
            "media_type": one.part.media_type,
            "size": len(one.part.content),
            "what": one.what,
        }
        for one in files
    ]


def minutes_files(meeting: Meeting, content: MeetingContent, at: dt.datetime) -> list[MadeFile]:
    """The minutes as PDF and Word, made of the published content alone: never the original."""
    sheet = sheet_of(content)
    return [
        file_at(meeting, "minutes", FORMATS[key].suffix, write(sheet, key), FORMATS[key].media_type,
                f"Minutes ({FORMATS[key].name})", "minutes", at)
        for key in MINUTES_FORMATS
    ]  # fmt: skip


def file_at(
    meeting: Meeting,
    stem: str,
    suffix: str,
    content: bytes,
    media_type: str,
    name: str,
    what: str,
    at: dt.datetime,
) -> MadeFile:
    """A file at ``<meeting>/files/<stem><suffix>``; the address is never that of another file."""
    where = meeting_path(meeting.office.slug, meeting.forum.slug, meeting.date.isoformat())
    path = given(meeting.office, f"{where}/files/{stem}{suffix}", "file", None, at, stem)
    return MadeFile(Part(path, Kind.FILE, content, media_type), name, what)


def paper_parts(meeting: Meeting, hide: Redacting, at: dt.datetime) -> list[MadeFile]:
    """The newest version of each paper that was accepted and may go out, cleaned. Raises Refusal.

    A paper that is restricted or left out is not in it, and neither is one in which anything stands that is
    left out of the meeting: it cannot be given out as it is.
    """
    made: list[MadeFile] = []
    for version in accepted_versions(meeting).filter(document__restricted=False, document__kept_for=""):
        if Redaction.objects.filter(document=version.document, lifted_at=None).exists():
            continue
        title = hide.text(version.note.title)
        try:
            found = clean_file(_bytes(version.document), version.name, title)
        except Unreadable as error:
            raise Refusal(f"The paper “{version.note.title}” cannot be given out. {error}") from error
        if holds_left_out(found, meeting):
            continue
        stem = _stem(title, [one.name for one in made])
        made.append(file_at(meeting, stem, found.suffix, found.content, found.media_type, title, "paper", at))
    return made


def original_of(meeting: Meeting, at: dt.datetime) -> MadeFile:
    """What the minutes were read from, looking as it did, without what is hidden in it. Raises Refusal."""
    document = meeting.document
    if document is None:
        raise Refusal("These minutes were written here: there is no original of them.")
    if document.restricted or document.kept_for:
        raise Refusal("The original is restricted or was taken away, so it is not given out.")
    try:
        found = clean_file(_bytes(document), document.name, ORIGINAL_NAME)
    except Unreadable as error:
        raise Refusal(f"The original cannot be given out. {error}") from error
    if holds_left_out(found, meeting):
        raise Refusal(
            "Something is left out of these minutes that stands in the original, or a page of it cannot be "
            "read, so the original is not given out."
        )
    return file_at(
        meeting, ORIGINAL, found.suffix, found.content, found.media_type, ORIGINAL_NAME, ORIGINAL, at
    )


def _bytes(document: Document) -> bytes:
    with document.content.open("rb") as file:
        return bytes(file.read())


def holds_left_out(found: Cleaned, meeting: Meeting) -> bool:
    """Does anything stand in a file that is left out of the meeting, by somebody or as restricted?

    Also in its pictures; where something is left out, a page that cannot be read may hold it, so it counts.
    """
    rows = Redaction.objects.filter(meeting=meeting, lifted_at=None).exclude(what=Redaction.What.FILE)
    words = [Left(one.words, Category(one.category)) for one in rows.exclude(words="")]
    whole = Q(pk__in=rows.filter(words="").values("entry")) | Q(item__in=rows.filter(words="").values("item"))
    lines = meeting.entries.filter(whole | Q(restricted=True) | Q(item__restricted=True))
    texts = list(lines.values_list("text", flat=True))
    if found.unread_pages and (words or texts):
        return True
    return bool(left_over([Place("", "file", f"{found.text}\n{found.in_pictures}")], words, texts))


def _stem(title: str, taken: Sequence[str]) -> str:
    """The end of a paper's address, without what ends a file's name."""
    base = safe(title).lower()[:LONGEST_STEM] or "paper"
    base = "paper" if base in KEPT_STEMS else base
    again = sum(safe(one).lower()[:LONGEST_STEM] == base for one in taken)
    return f"{base}-{again + 1}" if again else base
