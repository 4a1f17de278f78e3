"""Rows of tables in the front: labels beside their values, and people."""

from __future__ import annotations

from answerable.core.minutes import roll
from answerable.core.minutes.attendance import list_label
from answerable.core.minutes.attendance_table import ListState, read_heads, read_row
from answerable.core.minutes.columns import is_head
from answerable.core.minutes.front_paragraphs import take_paragraph
from answerable.core.minutes.front_rows import Row
from answerable.core.minutes.front_state import BODY, NUMBERED, Reading
from answerable.core.minutes.header import FieldName, bare_label, is_run, labelled

HEADS_OF_MINUTES = 3  # heads of the columns of minutes: a list of people has at most two that read alike


def ends_table(row: Row) -> bool:
    may_be_heads = len(row.cells) >= HEADS_OF_MINUTES
    if may_be_heads and sum(is_head(row.words(column)) for column in row.cells) >= HEADS_OF_MINUTES:
        return True
    if NUMBERED.fullmatch(row.first):
        return True
    return all(BODY.fullmatch(row.words(column)) for column in row.cells)


def take_cells(read: Reading, row: Row, following: Row | None) -> bool:
    if _take_roll(read, row):
        return True
    if ends_table(row):
        return False
    if _take_columns(read, row):
        return True
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
        return take_paragraph(read, row.pieces[0], row, following)
    return False


def _take_roll(read: Reading, row: Row) -> bool:
    if roll.is_head(row):
        read.roll, read.state = row.table, ListState()
        read.heads += row.pieces
        return True
    person = roll.attendee(row) if read.roll is not None and read.roll == row.table else None
    if person is not None:
        read.people.append(person)
    return person is not None


def _take_columns(read: Reading, row: Row) -> bool:
    """ "Date | Time | Venue" as heads, and the row of values below them."""
    names: dict[int, FieldName] = {}
    for column in row.cells:
        name = bare_label(row.words(column))
        if name is None:
            break
        names[column] = name
    if len(names) == len(row.cells) > 1:
        read.columns = names
        return True
    columns, read.columns = read.columns, {}
    if not columns or not set(row.cells) <= set(columns):
        return False
    for column, name in columns.items():
        if row.words(column):
            read.particulars.take(name, row.words(column))
    return True


def _is_field_row(row: Row) -> bool:
    return (
        len(row.cells) == 2
        and bare_label(row.first) in ("title", "date", "venue", "chair")
        and ":" in row.first
    )


def _take_fields(read: Reading, row: Row) -> bool:
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


def _take_stacked(read: Reading, row: Row) -> bool:
    """Labels and values set below each other in two cells: the first label is of the first value."""
    text = read.document.text
    if len(row.cells) != 2:
        return False
    if any(sum(len(piece.block.lines) for piece in pieces) < 2 for pieces in row.cells.values()):
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
