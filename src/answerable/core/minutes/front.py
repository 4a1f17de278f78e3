"""The front of minutes: title, date, time, place, chair, and who was there, up to the first item.

The rows of the document are gone through once. Each is a label with its value, a list of people, the
meeting's date and place, or a line that may be its title; the first that is none of these ends the front.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.core.minutes.attendance import Attendee, as_attendance
from answerable.core.minutes.attendance_table import read_columns, stacked_labels
from answerable.core.minutes.body_attendance import body_attendance, closing_time
from answerable.core.minutes.capacities import read_beside
from answerable.core.minutes.document import Document, Line, Notice
from answerable.core.minutes.front_cells import ends_table, take_cells
from answerable.core.minutes.front_paragraphs import take_paragraph
from answerable.core.minutes.front_rows import Row, left_over, rows
from answerable.core.minutes.front_state import Reading
from answerable.core.minutes.header import Particulars, is_run
from answerable.core.minutes.meeting_dates import settle_date
from answerable.core.minutes.meeting_titles import best_title, clean_title, forum_of, kind_of, title_weight
from answerable.core.minutes.names import are_initials, is_name
from answerable.core.minutes.passage import places
from answerable.core.minutes.people_once import merged, same_name
from answerable.core.minutes.record import Attendance, Furniture, Meeting, Place

_FRONT_MATTER = re.compile(r"^\s*title:\s*(?P<title>.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Front:
    """``consumed``: indexes of the blocks that the front took up.

    Every character of theirs that is not a blank lies in the source of the meeting or of somebody on the
    list, or in the furniture (column heads). People who are only named in the body (an item "Apologies")
    are on the list too; the blocks that name them are not consumed. ``own``: it has a roll, as our own
    printer sets it, so that what follows is no converter's damage.
    """

    meeting: Meeting
    attendance: list[Attendance]
    consumed: tuple[int, ...]
    furniture: list[Furniture]
    notices: list[Notice]
    own: bool = False


def read_front(document: Document) -> Front:
    """Read what stands before the first item. A document without any of it gives None and empty lists."""
    read = Reading(document)
    found = rows(document)
    rest = _go_through(read, found)
    return _front(read, found[rest:])


def _go_through(read: Reading, found: list[Row]) -> int:
    """Take rows in until one is no part of the front; the number of rows that are."""
    at = end = 0
    while at < len(found):
        row = found[at]
        if row.table is not None and stacked_labels(row) and not ends_table(row):
            table = [one for one in found if one.table == row.table and one.number >= row.number]
            read.people += read_columns(table)
            read.used += [piece for one in table for piece in one.pieces]
            at += len(table)
        elif _take(read, row, found[at + 1] if at + 1 < len(found) else None):
            at += 1
        else:
            break
        if len(read.used) > read.sure and _is_sure(read):
            read.sure, end = len(read.used), at
    read.used = read.used[: read.sure]
    read.titles = [piece for piece in read.titles if piece in read.used]
    return end


def _is_sure(read: Reading) -> bool:
    """Whether the last piece taken belongs to the front for certain: the first title, or any but a title."""
    last = read.used[-1]
    return (
        last not in read.titles
        or is_run(last.words)
        or (len(read.titles) == 1 and title_weight(last.words) > 0)
    )


def _take(read: Reading, row: Row, following: Row | None) -> bool:
    """Take one row in; False where it is the body's first."""
    if row.table is not None and len(row.cells) > 0 and row.columns > 1:
        taken = take_cells(read, row, following)
    else:
        taken = all(take_paragraph(read, piece, row, following) for piece in row.pieces)
    if taken:
        read.used += [piece for piece in row.pieces if piece not in read.used]
    return taken


def _front(read: Reading, rest: list[Row]) -> Front:
    document, given = read.document, read.particulars
    title_line = given.title or _title(read)
    title = clean_title(title_line) if title_line else None
    settled = settle_date(given.dates, title_line, document.name)
    people, notices = _people(read, rest)
    lines = [line for piece in read.used for line in piece.block.lines]
    shown = [line for person in people for line in person.lines()]
    heads = [piece for piece in read.heads if piece in read.used]
    head_lines = [line for piece in heads for line in piece.block.lines]
    own = left_over(document, [piece.block for piece in read.used], [*shown, *head_lines])
    where = tuple(lines[:1])  # warnings about the whole front stand at its first line

    def placed(found: Sequence[Line]) -> list[Place]:
        return places(document.text, found)

    meeting: Meeting = {
        "title": title,
        "forum": forum_of(title) if title else None,
        "kind": kind_of(given.kind, title_line),
        "date": settled.day.isoformat() if settled.day else None,
        "start_time": given.start_time,
        "end_time": given.end_time or closing_time(rest),
        "chair": given.chair,
        "minutes_by": given.minutes_by,
        "venue": given.venue,
        "source": places(document.text, own),
    }
    return Front(
        meeting=meeting,
        attendance=[as_attendance(person, placed) for person in people],
        consumed=tuple(sorted({piece.index for piece in read.used})),
        furniture=[
            {"text": piece.words, "source": places(document.text, piece.block.lines)} for piece in heads
        ],
        notices=[
            *(Notice(code, message, where) for code, message in settled.notices),
            *notices,
            *_odd_shorts(people),
        ],
        own=read.roll is not None,
    )


def _people(read: Reading, rest: list[Row]) -> tuple[list[Attendee], list[Notice]]:
    """Everybody who is listed, once; a roll is taken as it stands."""
    if read.roll is not None:
        return read.people, []
    people, notices = merged([*read.people, *body_attendance(rest)])
    _chair_and_minutes(read.particulars, people)
    return _with_chair(read, people), notices


def _title(read: Reading) -> str | None:
    """The best of the lines above the particulars, else the front matter's title."""
    best = best_title([piece.words for piece in read.titles])
    if best is not None:
        return read.titles[best].words
    for block in read.document.blocks:
        if block.kind == "furniture":
            match = _FRONT_MATTER.search(read.document.text[block.start : block.end])
            if match:
                return match["title"].strip("'\" ")
    return None


def _chair_and_minutes(given: Particulars, people: list[Attendee]) -> None:
    """Who chaired and who took the minutes, where only the list of people says so."""
    for person in people:
        if person.beside.chair and person.status == "present":
            given.chair = given.chair or person.name
        if person.beside.minutes:
            given.minutes_by = given.minutes_by or person.name


def _with_chair(read: Reading, people: list[Attendee]) -> list[Attendee]:
    """The chair first among those present, where a list of people leaves out who is named as the chair."""
    chair = read.particulars.chair
    if not people or chair is None or not is_name(chair) or any(same_name(chair, one.name) for one in people):
        return people
    pieces = [piece for piece in read.used if chair in piece.words]
    if not pieces:
        return people
    at = pieces[0].words.index(chair)
    beside = read_beside(read.particulars.chair_beside, chair)
    beside.capacity = beside.capacity or "Chair"
    return [Attendee(chair, beside, "present", [pieces[0].text.cut(at)]), *people]


def _odd_shorts(people: list[Attendee]) -> list[Notice]:
    return [
        Notice(
            "abbreviation-disagrees-with-name",
            f"“{person.beside.abbreviation}” beside {person.name} abbreviates neither the name nor the "
            f"capacity.",
            tuple(person.lines()),
        )
        for person in people
        if person.beside.disagrees and not are_initials(person.beside.abbreviation or "", person.name)
    ]
