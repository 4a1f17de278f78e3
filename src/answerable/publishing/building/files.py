"""Files that go with a meeting: its minutes set from what is public, and papers as they may be given out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.core.publication.addresses import safe
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
from answerable.papers.models import BriefingNote
from answerable.papers.queries import accepted_versions
from answerable.publishing.addresses import given, given_to_meeting, numbered
from answerable.publishing.building.redacting import Redacting
from answerable.publishing.closed import texts_of_meeting
from answerable.publishing.files.child import Cleaner
from answerable.publishing.files.cleaned import Cleaned
from answerable.publishing.models import Address, Redaction
from answerable.publishing.queries import notes_left_out
from answerable.readers.errors import Unreadable
from answerable.writers.files import FORMATS, FormatKey

LONGEST_STEM = 80
MINUTES, ORIGINAL = "minutes", "original"
ORIGINAL_NAME = "The minutes as they were published at the time"
KEPT_STEMS = (MINUTES, ORIGINAL)
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
    made = []
    for key in MINUTES_FORMATS:
        one = FORMATS[key]
        path = _path_of(meeting, MINUTES, one.suffix, at)
        part = Part(path, Kind.FILE, one.write(sheet), one.media_type)
        made.append(MadeFile(part, f"Minutes ({one.name})", MINUTES))
    return made


def _path_of(meeting: Meeting, stem: str, suffix: str, at: dt.datetime) -> str:
    """The address of a file of which each meeting has one."""
    return given(meeting.office, f"{_folder(meeting, at)}/{stem}{suffix}", "file", None, at, stem)


def _folder(meeting: Meeting, at: dt.datetime) -> str:
    return f"{given_to_meeting(meeting, at)}/files"


def paper_parts(meeting: Meeting, hide: Redacting, at: dt.datetime, cleaner: Cleaner) -> list[MadeFile]:
    """The newest version of each paper that was accepted and may go out, cleaned. Raises Refusal.

    A paper that is restricted or left out is not in it, and neither is one in which anything stands that is
    left out of the meeting: it cannot be given out as it is.
    """
    made: list[MadeFile] = []
    for note, title, found in cleaned_papers(meeting, hide, cleaner):
        if holds_left_out(found, meeting):
            continue
        path = _paper_path(meeting, note, title, found.suffix, at)
        made.append(MadeFile(Part(path, Kind.FILE, found.content, found.media_type), title, "paper"))
    return made


def cleaned_papers(
    meeting: Meeting, hide: Redacting, cleaner: Cleaner
) -> Iterator[tuple[BriefingNote, str, Cleaned]]:
    """Each paper that may go out, with the title that the public reads. Raises Refusal."""
    fit = accepted_versions(meeting).filter(document__restricted=False, document__kept_for="")
    for version in fit.exclude(note__in=notes_left_out(meeting)):
        title = hide.text(version.note.title)
        try:
            found = cleaner.clean(_bytes(version.document), version.name, title)
        except Unreadable as error:
            raise Refusal(f"The paper “{version.note.title}” cannot be given out. {error}") from error
        yield version.note, title, found


def original_of(meeting: Meeting, at: dt.datetime, cleaner: Cleaner) -> MadeFile:
    """What the minutes were read from, looking as it did, without what is hidden in it. Raises Refusal."""
    found = cleaned_original(meeting, cleaner)
    if holds_left_out(found, meeting):
        raise Refusal(
            "Something is left out of these minutes that stands in the original, or a page of it cannot be "
            "read, so the original is not given out."
        )
    path = _path_of(meeting, ORIGINAL, found.suffix, at)
    return MadeFile(Part(path, Kind.FILE, found.content, found.media_type), ORIGINAL_NAME, ORIGINAL)


def cleaned_original(meeting: Meeting, cleaner: Cleaner) -> Cleaned:
    """The file that minutes were read from. Raises Refusal where it is not to go out."""
    document = meeting.document
    if document is None:
        raise Refusal("These minutes were written here: there is no original of them.")
    left_out = Redaction.objects.filter(document=document, meeting=meeting, lifted_at=None).exists()
    if document.restricted or document.kept_for or left_out:
        raise Refusal("The original is restricted, left out or was taken away, so it is not given out.")
    try:
        return cleaner.clean(_bytes(document), document.name, ORIGINAL_NAME)
    except Unreadable as error:
        raise Refusal(f"The original cannot be given out. {error}") from error


def _bytes(document: Document) -> bytes:
    with document.content.open("rb") as file:
        return bytes(file.read())


def holds_left_out(found: Cleaned, meeting: Meeting) -> bool:
    """Does anything stand in a file that is left out of the meeting, by somebody or as restricted?

    Also in its pictures; where something is left out, a page that cannot be read may hold it, so it counts.
    """
    rows = Redaction.objects.filter(meeting=meeting, lifted_at=None).exclude(what=Redaction.What.FILE)
    words = [Left(one.words, Category(one.category)) for one in rows.exclude(words="")]
    texts = texts_of_meeting(meeting)
    if found.pictures.pages and (words or texts):
        return True
    return bool(left_over([Place("", "file", f"{found.text}\n{found.pictures.text}")], words, texts))


def _paper_path(meeting: Meeting, note: BriefingNote, title: str, suffix: str, at: dt.datetime) -> str:
    """The address of a paper, made of its title as the public reads it: the same one while that stays."""
    where = f"{_folder(meeting, at)}/"
    base = safe(title).lower()[:LONGEST_STEM] or "paper"
    base = "paper" if base in KEPT_STEMS else base
    rows = Address.objects.filter(office=meeting.office, path__startswith=where)
    held = dict(rows.values_list("path", "about"))
    every = (f"{where}{stem}{suffix}" for stem in numbered(base))
    free = next(path for path in every if held.get(path, note.pk) == note.pk)
    return given(meeting.office, free, "file", note.pk, at, base)
