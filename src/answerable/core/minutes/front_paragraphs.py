"""Paragraphs of the front: labels with their values, lists of people, the lines of title and date."""

from __future__ import annotations

import re

from answerable.core.minutes.attendance import Attendee, is_list, list_label, read_list
from answerable.core.minutes.attendance_table import ListState
from answerable.core.minutes.dates import find_dates
from answerable.core.minutes.front_rows import Piece, Row
from answerable.core.minutes.front_state import (
    BODY,
    FEW_WORDS,
    MOST_TITLE_LINES,
    MOST_TITLE_WORDS,
    NUMBERED,
    SENTENCE,
    Reading,
)
from answerable.core.minutes.header import FieldName, is_run, labelled, split_fields, venue_in
from answerable.core.minutes.meeting_titles import title_weight

_HEAD_LINE = re.compile(
    r"names?\s*:?\s+(?:capacity|role|title|position|organisation)\s*:?(?:\s+\w+:?)?", re.IGNORECASE
)

_ROMAN_TITLE = re.compile(r"[IVX]{1,5}[.)] +[A-Z]{3}")
_VIRTUAL = re.compile(
    r"(?:virtual(?:ly)?|remote(?:ly)?|held|via|online|by)\b.{0,20}\b(?:in|at|via|by|on)\b.{3,60}$",
    re.IGNORECASE,
)
LIKELY_TITLE = 2.5
"""A line that has a date weighs two; one that names a gathering or minutes besides is the title too."""


def take_paragraph(read: Reading, piece: Piece, row: Row, following: Row | None) -> bool:
    words = piece.words
    if _ROMAN_TITLE.match(words):
        return False
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


def _take_field(read: Reading, words: str, whole: tuple[FieldName, int]) -> bool:
    name, start = whole
    if NUMBERED.match(words) or (name == "title" and SENTENCE.search(words[start:])):
        return False
    if name != "chair" or read.state.status is None:
        read.state = ListState()
    for part in split_fields(words):
        found = labelled(part)
        if found is not None:
            read.awaits = None if part[found[1] :] else found[0]
            read.particulars.take(found[0], part[found[1] :])
    return True


def _take_people(read: Reading, piece: Piece, following: Row | None) -> bool:
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
    if words.endswith(":") and len(words.split()) <= 6 and not BODY.fullmatch(words):
        read.body = words.rstrip(": ")
        return True
    if re.fullmatch(r"(?:none|nil|n/?a)\.?", words, re.IGNORECASE):
        return True
    return bool(read.people) and _goes_on(read, words)


def _goes_on(read: Reading, words: str) -> bool:
    """A wrapped end of the line before: "Commissioner (CEx)"."""
    return bool(
        re.fullmatch(r"[a-z(][\w ,()&/-]{2,60}|[\w ]{2,30}\([A-Z]\w{1,5}\)", words)
    ) and not SENTENCE.search(words)


def _is_heading(read: Reading, piece: Piece, following: Row | None) -> bool:
    """Whether a line that could be a name heads the prose below it ("Sam Lee" in bold, a paragraph after)."""
    names_are_strong = any(used.strong for used in read.used[-1:]) and bool(read.people)
    if piece.strong and not names_are_strong and len(read.people) > 1:
        return True
    if following is None or re.search(r"[,(:–-]", piece.words):
        return False
    below = following.first
    return len(below.split()) > FEW_WORDS and not is_list(below) and bool(SENTENCE.search(below))


def _listed(read: Reading, piece: Piece, at: int) -> list[Attendee]:
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


def _names_document(words: str, following: Row | None) -> bool:
    """ "Agenda" above the meeting's date, not above the agenda."""
    return words.casefold().strip(" :") == "agenda" and following is not None and is_run(following.first)


def _take_line(read: Reading, piece: Piece, following: Row | None) -> bool:
    """The meeting's date and place on a line, a line of its title, or nothing of the front."""
    words = piece.words
    early = not read.people and read.state.status is None
    if is_run(words) and (early or not read.particulars.dates):
        read.particulars.take_run(words)
        if title_weight(words) > LIKELY_TITLE and find_dates(words)[0].start > 0:
            read.titles.append(piece)
        return True
    if early and read.particulars.dates and read.particulars.venue is None and _VIRTUAL.match(words):
        read.particulars.venue = venue_in(words) or words
        return True
    if _HEAD_LINE.fullmatch(words):
        read.heads.append(piece)
        return True
    if not early or read.awaits or NUMBERED.match(words) or piece.block.kind == "list_item":
        return False
    if BODY.fullmatch(words) and read.titles and not _names_document(words, following):
        return False
    if len(words.split()) > MOST_TITLE_WORDS or (SENTENCE.search(words) and len(words.split()) > FEW_WORDS):
        return False
    if len(read.titles) >= MOST_TITLE_LINES:
        return False
    read.titles.append(piece)
    return True
