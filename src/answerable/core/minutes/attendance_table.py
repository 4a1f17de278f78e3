"""Attendance in tables: columns by their heads, rows with a label before them, labels among the cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from answerable.core.minutes.attendance import Attendee, is_list, list_label, read_list
from answerable.core.minutes.capacities import Beside, read_beside
from answerable.core.minutes.front_rows import Piece, Row
from answerable.core.minutes.passage import Passage
from answerable.core.minutes.record import AttendanceStatus

_HEADS = {
    "name": r"(?:full )?names?|who|attendee(?: name)?|member(?: name)?",
    "capacity": (
        r"capacity|role|roles?/title|title|position|post|designation|job title|rank|rank/role|job role"
        r"|representing as|responsibility"
    ),
    "body": (
        r"organisation|organization|agency|representing|company|force|body|department|partner|service"
        r"|directorate|area|team"
    ),
    "short": r"initials?|abbreviation|abbr\.?|ref",
    "status": r"status|attendance|attended|present\?|present/apologies|attendance status|apologies\?",
}
_HEAD = {
    role: re.compile(rf"(?:{words})(?:\s*/\s*(?:{words}|[\w ]+))?\s*:?", re.IGNORECASE)
    for role, words in _HEADS.items()
}
AGAIN = "again"
"""Where the same heads begin once more: two lists side by side."""

_ABSENT = re.compile(r"(?:apolog\w+.*|absent|a|no|n|not present|x|✗|✘)\.?", re.IGNORECASE)


@dataclass(slots=True)
class ListState:
    """What a list of people is in the middle of: the status, and the columns' parts where heads name them."""

    status: AttendanceStatus | None = None
    roles: dict[str, int] = field(default_factory=dict)
    heads: list[Piece] = field(default_factory=list)


def read_heads(row: Row) -> dict[str, int] | None:
    """The columns' parts where a row is the head of an attendance table ("Name: | Capacity:")."""
    roles: dict[str, int] = {}
    columns = sorted(row.cells)
    half = len(columns) // 2
    if half > 1 and [row.words(one) for one in columns[:half]] == [row.words(one) for one in columns[half:]]:
        roles[AGAIN] = columns[half]
        columns = columns[:half]
    for column in columns:
        words = row.words(column)
        role = next(
            (role for role, pattern in _HEAD.items() if role not in roles and pattern.fullmatch(words)), None
        )
        if role is None:
            if list_label(words) is None or not _only_label(words):
                return None
            role = "name" if "name" not in roles and len(row.cells) > 1 and column > min(row.cells) else None
        if role is not None:
            roles[role] = column
    return roles if "name" in roles or len(roles) > 1 else None


def _only_label(words: str) -> bool:
    label = list_label(words)
    return label is not None and not words[label[1] :].strip(" :")


def stacked_labels(row: Row) -> bool:
    """Whether a row sets lists side by side: "Present | Apologies", people below each."""
    return len(row.cells) > 1 and all(_only_label(row.words(column)) for column in row.cells)


def read_columns(table: list[Row]) -> list[Attendee]:
    """People of a table whose columns are lists of their own, each with labels among its cells."""
    found: list[Attendee] = []
    for column in range(max(row.columns for row in table)):
        status: AttendanceStatus = "present"
        for piece in (piece for row in table for piece in row.cells.get(column, ())):
            label = list_label(piece.words)
            if label is None:
                found += read_list(piece.text, status)
                continue
            status = label[0]
            if rest := piece.text.cut(label[1]):
                found += read_list(rest, status)
    return found


def read_row(row: Row, state: ListState, text: str) -> list[Attendee] | None:
    """The people of a row, its own label taken into account; None where it holds none and no label."""
    label = list_label(row.first)
    cells = dict(row.cells)
    if label is not None and (min(row.cells) == 0 or _only_label(row.first)):
        state.status = label[0]
        first = cells.pop(min(cells))
        rest = first[0].text.cut(label[1])
        inline = read_list(rest, label[0]) if rest else []
        inline += [person for piece in first[1:] for person in read_list(piece.text, label[0])]
        return inline + (_people(cells, state, text) if cells else [])
    if state.status is None and not state.roles:
        return None
    found = _people(cells, state, text)
    return found or None


def _people(cells: dict[int, list[Piece]], state: ListState, text: str) -> list[Attendee]:
    status: AttendanceStatus = state.status or "present"
    again = state.roles.get(AGAIN)
    if again is not None:
        once = replace(state, roles={role: column for role, column in state.roles.items() if role != AGAIN})
        first = {column: pieces for column, pieces in cells.items() if column < again}
        second = {column - again: pieces for column, pieces in cells.items() if column >= again}
        return [person for half in (first, second) if half for person in _people(half, once, text)]
    name_column = state.roles.get("name", min(cells))
    if name_column not in cells:
        name_column = min(cells)
    names = [line for piece in cells[name_column] for line in _lines(piece, text)]
    beside = {column: pieces for column, pieces in cells.items() if column > name_column}
    found = [person for name in names for person in read_list(name, status)]
    if not beside:
        return found
    if len(found) == 1:
        return _given(found, beside, state)
    return _zipped(found, beside, text)


def _lines(piece: Piece, text: str) -> list[Passage]:
    """A paragraph of a cell, or its printed lines where each is a person."""
    lines = piece.split(text)
    return lines if len(lines) > 1 and all(is_list(line.text) for line in lines) else [piece.text]


def _given(found: list[Attendee], beside: dict[int, list[Piece]], state: ListState) -> list[Attendee]:
    """One person with what the other cells of the row say."""
    [person] = found
    by_column = {column: role for role, column in state.roles.items()}
    printed = {column: " ".join(piece.words for piece in pieces) for column, pieces in beside.items()}
    words = [
        value for column, value in printed.items() if by_column.get(column) in (None, "capacity", "body")
    ]
    _add(person, read_beside(", ".join(words), person.name))
    for column, value in printed.items():
        if by_column.get(column) == "short":
            person.beside.abbreviation = value
        elif by_column.get(column) == "status" and _ABSENT.fullmatch(value):
            person.status = "apologies"
    person.place += [piece.text for pieces in beside.values() for piece in pieces]
    return found


def _add(person: Attendee, more: Beside) -> None:
    """What another cell says beside what the name's own cell says."""
    own = person.beside
    more.capacity = ", ".join(part for part in (own.capacity, more.capacity) if part) or None
    more.disagrees = more.disagrees and own.abbreviation is None
    more.abbreviation = own.abbreviation or more.abbreviation
    more.chair, more.minutes = own.chair or more.chair, own.minutes or more.minutes
    more.apologies = own.apologies or more.apologies
    more.from_item, more.to_item = own.from_item or more.from_item, own.to_item or more.to_item
    person.beside = more


def _zipped(found: list[Attendee], beside: dict[int, list[Piece]], text: str) -> list[Attendee]:
    """Names and capacities stacked in two cells: the first beside the first, where they are as many."""
    for pieces in beside.values():
        stack = [line for piece in pieces for line in _stack(piece, text, len(found))]
        if len(stack) != len(found):
            continue
        for person, words in zip(found, stack, strict=True):
            _add(person, read_beside(words.text, person.name))
            person.place.append(words)
    return found


def _stack(piece: Piece, text: str, wanted: int) -> list[Passage]:
    lines = piece.split(text)
    return lines if len(lines) == wanted else [piece.text]
