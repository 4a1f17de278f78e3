"""The front of minutes: title, date, time, place, chair, and who was there, up to the first item.

The rows of the document are gone through once. Each is a label with its value, a list of people, the
meeting's date and place, or a line that may be its title; the first that is none of these ends the front.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby

from answerable.core.minutes.attendance import Attendee, as_attendance, is_list, list_label, read_list
from answerable.core.minutes.attendance_table import (
    ListState,
    read_columns,
    read_heads,
    read_row,
    stacked_labels,
)
from answerable.core.minutes.body_attendance import body_attendance, closing_time
from answerable.core.minutes.document import Document, Line, Notice
from answerable.core.minutes.front_rows import Piece, Row, left_over, rows
from answerable.core.minutes.header import FieldName, Particulars, bare_label, is_run, labelled
from answerable.core.minutes.meeting_dates import settle_date
from answerable.core.minutes.meeting_titles import best_title, clean_title, forum_of, kind_of, title_weight
from answerable.core.minutes.names import are_initials
from answerable.core.minutes.passage import places
from answerable.core.minutes.people_once import merged
from answerable.core.minutes.record import Attendance, Furniture, Meeting, Place

MOST_TITLE_LINES = 8
"""So many lines may stand before the first particular; more are the minutes themselves."""

MOST_TITLE_WORDS = 30
FEW_WORDS = 14
"""A paragraph of more words with a full stop is prose."""

_NUMBERED = re.compile(
    r"(?:item\s+)?\d{1,2}(?:\.\d{1,2})*[.):]?(?:\s+|$)(?!\s*(?:st|nd|rd|th)\b)", re.IGNORECASE
)
_BODY = re.compile(
    r"(?:no\.?|#|ref\.?|items?|agenda(?:\s+items?)?|item\s+no\.?|minutes?\s+(?:no|ref)\.?|actions?|action\s+by|owner|lead|by\s+whom|description"
    r"|discussion|subject|decisions?|summary|introductions?|welcome.*|opening.*|declarations?.*|minutes\s+of\s+(?:the\s+)?(?:last|previous).*"
    r"|matters\s+arising.*|outstanding.*|meeting\s+date\b.*|purpose.*|background.*|review\s+of.*|chair['’]s\s+welcome.*|topics?\s+discussed)\s*:?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[a-z)]\.(?:\s|$)")
_HEAD_LINE = re.compile(
    r"names?\s*:?\s+(?:capacity|role|title|position|organisation)\s*:?(?:\s+\w+:?)?", re.IGNORECASE
)
_FRONT_MATTER = re.compile(r"^\s*title:\s*(?P<title>.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Front:
    """``consumed``: indexes of the blocks that the front took up.

    Every character of theirs that is not a blank lies in the source of the meeting or of somebody on the
    list, or in the furniture (column heads). People who are only named in the body (an item "Apologies")
    are on the list too; the blocks that name them are not consumed.
    """

    meeting: Meeting
    attendance: list[Attendance]
    consumed: tuple[int, ...]
    furniture: list[Furniture]
    notices: list[Notice]


@dataclass(slots=True)
class _Reading:
    document: Document
    particulars: Particulars = field(default_factory=Particulars)
    people: list[Attendee] = field(default_factory=list)
    state: ListState = field(default_factory=ListState)
    titles: list[Piece] = field(default_factory=list)
    heads: list[Piece] = field(default_factory=list)
    used: list[Piece] = field(default_factory=list)
    sure: int = 0
    awaits: FieldName | None = None
    body: str | None = None


def read_front(document: Document) -> Front:
    """Read what stands before the first item. A document without any of it gives None and empty lists."""
    read = _Reading(document)
    found = rows(document)
    rest = _go_through(read, found)
    return _front(read, found[rest:])


def _go_through(read: _Reading, found: list[Row]) -> int:
    """Take rows in until one is no part of the front; the number of rows that are."""
    at = end = 0
    while at < len(found):
        row = found[at]
        if row.table is not None and stacked_labels(row) and not _ends_table(row):
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


def _is_sure(read: _Reading) -> bool:
    """Whether the last piece taken belongs to the front for certain: the first title, or any but a title."""
    last = read.used[-1]
    return last not in read.titles or (len(read.titles) == 1 and title_weight(last.words) > 0)


def _ends_table(row: Row) -> bool:
    return bool(_NUMBERED.fullmatch(row.first)) or all(
        _BODY.fullmatch(row.words(column)) for column in row.cells
    )


def _take(read: _Reading, row: Row, following: Row | None) -> bool:
    """Take one row in; False where it is the body's first."""
    if row.table is not None and len(row.cells) > 0 and row.columns > 1:
        taken = _take_cells(read, row, following)
    else:
        taken = all(_take_paragraph(read, piece, row, following) for piece in row.pieces)
    if taken:
        read.used += [piece for piece in row.pieces if piece not in read.used]
    return taken


# A row of a table


def _take_cells(read: _Reading, row: Row, following: Row | None) -> bool:
    if _ends_table(row):
        return False
    heads = read_heads(row)
    if heads is not None and not _is_field_row(row):
        label = list_label(row.first)
        read.state.status = label[0] if label else read.state.status or "present"
        read.state.roles = heads
        read.heads += row.pieces
        return True
    if _take_fields(read, row):
        read.state = ListState()
        return True
    people = read_row(row, read.state, read.document.text)
    if people is not None:
        read.people += people
        return True
    if len(row.cells) == 1 and len(row.pieces) == 1:
        return _take_paragraph(read, row.pieces[0], row, following)
    return False


def _is_field_row(row: Row) -> bool:
    return (
        len(row.cells) == 2
        and bare_label(row.first) in ("title", "date", "venue", "chair")
        and ":" in row.first
    )


def _take_fields(read: _Reading, row: Row) -> bool:
    """ "Date | 3 March" and "Date: 3 March | Venue: HQ" and four cells of both."""
    if _take_stacked(read, row):
        return True
    waiting: FieldName | None = None
    taken = False
    for piece in row.pieces:
        name, whole = bare_label(piece.words), labelled(piece.words)
        if name is not None and waiting is None:
            waiting = name
        elif waiting is not None:
            read.particulars.take(waiting, piece.words)
            waiting, taken = None, True
        elif whole is not None:
            read.particulars.take(whole[0], piece.words[whole[1] :])
            taken = True
        elif is_run(piece.words) and not read.particulars.dates:
            read.particulars.take_run(piece.words)
            taken = True
        elif not taken:
            return False
    return taken or (waiting is not None and len(row.cells) == 1)


def _take_stacked(read: _Reading, row: Row) -> bool:
    """Labels and values set below each other in two cells: the first label is of the first value."""
    text = read.document.text
    if len(row.cells) != 2:
        return False
    labels, values = (
        [line.text for piece in pieces for line in piece.split(text)] for pieces in row.cells.values()
    )
    names = [bare_label(label) for label in labels]
    if len(names) < 2 or len(names) != len(values):
        return False
    if None in names:
        return False
    for name, value in zip(names, values, strict=True):
        if name is not None:
            read.particulars.take(name, value)
    return True


# A paragraph


def _take_paragraph(read: _Reading, piece: Piece, row: Row, following: Row | None) -> bool:
    words = piece.words
    if read.awaits is not None and not labelled(words) and list_label(words) is None:
        name, read.awaits = read.awaits, None
        read.particulars.take(name, words)
        return True
    label = list_label(words)
    if label is not None and _is_list_start(words, label[1]):
        read.state = ListState(status=label[0])
        read.body = None
        read.people += _listed(read, piece, label[1])
        return True
    whole = labelled(words)
    if whole is not None:
        return _take_field(read, words, whole)
    if read.state.status is not None and _take_people(read, piece, following):
        return True
    return _take_line(read, piece, following)


def _is_list_start(words: str, at: int) -> bool:
    """ "Present:" and "Apologies – Jane Doe", not "Members were asked"."""
    rest = words[at:].strip()
    return (
        not rest
        or is_list(rest)
        or bool(re.match(r"(?:none|nil|n/?a|no\b)", rest, re.IGNORECASE))
        or words[at - 1 : at] == ":"
    )


def _take_field(read: _Reading, words: str, whole: tuple[FieldName, int]) -> bool:
    name, start = whole
    value = words[start:]
    if _NUMBERED.match(words) or (name == "title" and _SENTENCE.search(value)):
        return False
    if not value:
        read.awaits = name
    if name != "chair" or read.state.status is None:
        read.state = ListState()
    read.particulars.take(name, value)
    return True


def _take_people(read: _Reading, piece: Piece, following: Row | None) -> bool:
    """A line of a list of people, or a label inside it ("Wyvern Police:")."""
    words = piece.words
    if _HEAD_LINE.fullmatch(words):
        read.heads.append(piece)
        return True
    if piece.block.kind == "heading" or _is_heading(read, piece, following):
        return False
    people = _listed(read, piece, 0)
    if people:
        read.people += people
        return True
    if words.endswith(":") and len(words.split()) <= 6 and not _BODY.fullmatch(words):
        read.body = words.rstrip(": ")
        return True
    if re.fullmatch(r"(?:none|nil|n/?a)\.?", words, re.IGNORECASE):
        return True
    return bool(read.people) and _goes_on(read, words)


def _goes_on(read: _Reading, words: str) -> bool:
    """A wrapped end of the line before: "Commissioner (CEx)"."""
    return bool(
        re.fullmatch(r"[a-z(][\w ,()&/-]{2,60}|[\w ]{2,30}\([A-Z]\w{1,5}\)", words)
    ) and not _SENTENCE.search(words)


def _is_heading(read: _Reading, piece: Piece, following: Row | None) -> bool:
    """Whether a line that could be a name heads the prose below it ("Sam Lee" in bold, a paragraph after)."""
    names_are_strong = any(used.strong for used in read.used[-1:]) and bool(read.people)
    if piece.strong and not names_are_strong and len(read.people) > 1:
        return True
    if following is None or re.search(r"[,(:–-]", piece.words):
        return False
    below = following.first
    return len(below.split()) > FEW_WORDS and not is_list(below) and bool(_SENTENCE.search(below))


def _listed(read: _Reading, piece: Piece, at: int) -> list[Attendee]:
    """The people of a paragraph from character ``at`` on, line by line where each line is a person."""
    assert read.state.status is not None
    status = read.state.status
    lines = piece.split(read.document.text)
    text = piece.text.cut(at)
    if (
        len(lines) > 1
        and sum(is_list(line.text) for line in lines[1:]) == len(lines) - 1
        and not _runs_on(text.text)
    ):
        first = [lines[0].cut(at)] if at < len(lines[0].text) else []
        found = [person for line in [*first, *lines[1:]] for person in read_list(line, status)]
    elif not text or (at == 0 and not is_list(text.text)):
        return []
    else:
        found = read_list(text, status)
    for person in found:
        if read.body is not None and person.beside.capacity is None:
            person.beside.capacity = read.body
    return found


def _runs_on(text: str) -> bool:
    """Whether people are set one after the other with commas, so that lines break anywhere."""
    return len(re.findall(r"(?:,|;|\band\b)\s", text)) >= 3


def _take_line(read: _Reading, piece: Piece, following: Row | None) -> bool:
    """The meeting's date and place on a line, a line of its title, or nothing of the front."""
    words = piece.words
    early = not read.people and read.state.status is None
    if is_run(words) and (early or not read.particulars.dates):
        read.particulars.take_run(words)
        if title_weight(words) > 1:
            read.titles.append(piece)
            read.sure = len(read.used)  # the lines before it stand above the date, and so in the front
        return True
    if _HEAD_LINE.fullmatch(words):
        read.heads.append(piece)
        return True
    if not early or read.awaits or _NUMBERED.match(words) or _BODY.fullmatch(words) and read.titles:
        return False
    if len(words.split()) > MOST_TITLE_WORDS or (_SENTENCE.search(words) and len(words.split()) > FEW_WORDS):
        return False
    if len(read.titles) >= MOST_TITLE_LINES:
        return False
    read.titles.append(piece)
    return True


# What was read, put together


def _front(read: _Reading, rest: list[Row]) -> Front:
    document, given = read.document, read.particulars
    title_line = given.title or _title(read)
    title = clean_title(title_line) if title_line else None
    settled = settle_date(given.dates, title_line, document.name)
    people, notices = merged([*read.people, *body_attendance(rest)])
    _chair_and_minutes(given, people)
    lines = [line for piece in read.used for line in piece.block.lines]
    shown = [line for person in people for line in person.lines()]
    heads = [piece for piece in read.heads if piece in read.used]
    head_lines = [line for piece in heads for line in piece.block.lines]
    own = left_over(document, [piece.block for piece in read.used], [*shown, *head_lines])
    where = _first_line(read, lines)
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
        attendance=[as_attendance(person, lambda found: _places(document, found)) for person in people],
        consumed=tuple(sorted({piece.index for piece in read.used})),
        furniture=[
            {"text": piece.words, "source": places(document.text, piece.block.lines)} for piece in heads
        ],
        notices=[
            *(Notice(code, message, where) for code, message in settled.notices),
            *notices,
            *_odd_shorts(people),
        ],
    )


def _places(document: Document, lines: object) -> list[Place]:
    return places(document.text, lines)  # type: ignore[arg-type]


def _title(read: _Reading) -> str | None:
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


def _odd_shorts(people: list[Attendee]) -> list[Notice]:
    return [
        Notice(
            "abbreviation-disagrees-with-name",
            f"“{person.beside.abbreviation}” stands beside {person.name} and abbreviates neither the name nor the capacity.",
            tuple(person.lines()),
        )
        for person in people
        if person.beside.disagrees and not are_initials(person.beside.abbreviation or "", person.name)
    ]


def _first_line(read: _Reading, lines: list[Line]) -> tuple[Line, ...]:
    """Where warnings about the whole front stand: its first line, or nowhere."""
    return tuple(lines[:1])
