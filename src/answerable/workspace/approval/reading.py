"""Typed minutes as a record, and which line each part of it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.core.minutes.printing import Paper, Reading, read
from answerable.core.minutes.record import MeetingRecord, SourceFile
from answerable.core.minutes.sheet import Sheet
from answerable.meetings.models import Meeting
from answerable.minuting.models import Line
from answerable.minuting.paper import paper_of, style_of
from answerable.minuting.queries import standing_lines

NO_FILE: SourceFile = {"name": "", "media_type": "text/plain", "sha256": "", "pages": None}
"""Minutes that were typed came as no file."""


@dataclass(frozen=True, slots=True)
class Now:
    """The minutes of a meeting as they are typed now. ``line_of``: the line that each entry came from."""

    record: MeetingRecord
    paper: Paper
    lines: list[Line]
    line_of: Mapping[int, Line]


def minutes_now(meeting: Meeting) -> Now:
    """Read what is typed. Five queries, and the grammar's work."""
    lines = list(standing_lines(meeting).select_related("item", "about__item"))
    paper, style = paper_of(meeting, lines), style_of(meeting.forum)
    reading = read(paper, style)
    return Now(_record(paper, reading), paper, lines, _line_of(reading, lines))


def sheet_now(meeting: Meeting) -> Sheet:
    """What is typed, laid out: the very print that the record is read from."""
    return read(paper_of(meeting), style_of(meeting.forum)).sheet


def _record(paper: Paper, reading: Reading) -> MeetingRecord:
    """What was read; head, roll and agenda are the meeting's own, and only their places are read.

    The kind of an item is what its title says, as in any minutes, so that files of them read back the same.
    """
    record = reading.record
    record["source"] = NO_FILE
    record["meeting"] = {**paper.head, "source": record["meeting"]["source"]}
    record["warnings"] = []  # nobody has to be asked what was meant: it was typed here, and is checked
    if len(record["items"]) == len(paper.items):
        for held, own in zip(record["items"], paper.items, strict=True):
            held["number"], held["label"], held["title"] = own.number, own.label, own.title
            held["level"], held["assurance"] = own.level, own.assurance
    if len(record["attendance"]) == len(paper.attendance):
        places = [one["source"] for one in record["attendance"]]
        record["attendance"] = [
            {**one, "source": place} for one, place in zip(paper.attendance, places, strict=True)
        ]
    return record


def _line_of(reading: Reading, lines: list[Line]) -> dict[int, Line]:
    """Each line says as many things as it was read into, and each of them became some entries."""
    said = [line for line in lines for _ in line.read]
    return {entry: line for line, entries in zip(said, reading.entries, strict=False) for entry in entries}
