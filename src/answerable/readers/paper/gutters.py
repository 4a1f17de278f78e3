"""Gutters: the columns of an agenda that has no ruling lines.

Over the whole document: the body's left edge is where its long lines begin; pieces left of it that look
like numbers are the number column; the first thin band right of the body is the owner column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from answerable.readers.paper.labels import LABEL
from answerable.readers.paper.layout import CellText, Fragment, Row, Table
from answerable.readers.paper.pieces import Piece, printed

LONG = 0.4
"""A piece wider than this share of the text's width is a line of the body."""
FEWEST_LONG = 5
"""Lines of body without which nothing is made of gutters."""
FEWEST_LABELS = 2
OFTEN = 0.15
"""Share of the body's lines that begin at its left edge at least: list items begin further in."""
NEAR = 3.0
"""Points within which two edges are one."""
BODY_REACH = 0.93
"""Share of the body's lines that end left of the owner column: a title may cross it."""
THIN = 0.25
"""An owner column's pieces are narrower than this share of the text's width."""
FEWEST_OWNERS = 2


class Columns(NamedTuple):
    """Edges of an agenda's columns: ``owner`` is None where there is no owner column."""

    left: float
    body: float
    owner: float | None
    right: float
    has_numbers: bool

    @property
    def edges(self) -> list[float]:
        inner = ([self.body] if self.has_numbers else []) + ([self.owner] if self.owner is not None else [])
        return [self.left, *inner, self.right]


Lines = Sequence[Sequence[Piece]]
"""Printed lines, each the pieces that stand on it from left to right."""


def columns_of(pages: Sequence[Lines]) -> Columns | None:
    """The columns of the document's agenda, from its free lines; None where there is but one."""
    pieces = [piece for lines in pages for line in lines for piece in line]
    if not pieces:
        return None
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    long = [piece for piece in pieces if piece.x1 - piece.x0 > LONG * (right - left)]
    if len(long) < FEWEST_LONG:
        return None
    body = _body_edge(long)
    outside = [piece for piece in pieces if piece.x0 < body - NEAR]
    has_numbers = sum(is_number_at(piece, body) for piece in outside) >= FEWEST_LABELS
    owner = _owner_edge(pages, long, body, right - left)
    if not has_numbers and owner is None:
        return None
    return Columns(left, body, owner, right, has_numbers)


def _body_edge(long: Sequence[Piece]) -> float:
    """The leftmost place where lines of the body often begin."""
    starts = Counter(round(piece.x0) for piece in long)
    near = {x: sum(starts[x + off] for off in (-1, 0, 1)) for x in starts}
    often = [x for x, count in near.items() if count >= max(2.0, OFTEN * len(long))]
    edge = min(often) if often else min(starts)
    return min(piece.x0 for piece in long if abs(piece.x0 - edge) <= 2)


def is_number_at(piece: Piece, body: float) -> bool:
    """Whether a piece stands left of the body and looks like an item's number."""
    return piece.x0 < body - NEAR and piece.x1 < body + NEAR and bool(LABEL.fullmatch(piece.text))


def _owner_edge(pages: Sequence[Lines], long: Sequence[Piece], body: float, width: float) -> float | None:
    """Where the thin band right of the body begins."""
    ends = sorted(piece.x1 for piece in long if abs(piece.x0 - body) < width / 4)
    if not ends:
        return None
    reach = ends[min(int(BODY_REACH * len(ends)), len(ends) - 1)]
    found = [
        piece
        for lines in pages
        for line in lines
        if (piece := line[-1]).x0 > reach + NEAR
        and piece.x1 - piece.x0 < THIN * width
        and _in_agenda(line, body)
    ]
    return min(piece.x0 for piece in found) if len(found) >= FEWEST_OWNERS else None


def _in_agenda(line: Sequence[Piece], body: float) -> bool:
    """Whether a line could be the agenda's: nothing but a number stands left of its body."""
    return all(piece.x0 >= body - NEAR or is_number_at(piece, body) for piece in line)


def begins_agenda(line: Sequence[Piece], columns: Columns) -> bool:
    """Whether the agenda's first row may be this line: it has a number, or a head over the owners."""
    if columns.has_numbers:
        return is_number_at(line[0], columns.body)
    return columns.owner is not None and line[-1].x0 >= columns.owner - NEAR


def agenda_table(lines: Lines, columns: Columns) -> Table:
    """The agenda's lines on one page as a table: a row for each number."""
    rows = [_row(group, columns) for group in _by_number(lines, columns)]
    return Table(columns.edges, rows)


def _by_number(lines: Lines, columns: Columns) -> Iterable[list[Sequence[Piece]]]:
    group: list[Sequence[Piece]] = []
    left = columns.body - NEAR if columns.has_numbers else columns.left
    for line in lines:
        if line[0].x0 < left and group and is_number_at(line[0], columns.body):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _row(lines: Lines, columns: Columns) -> Row:
    edges = columns.edges
    held: dict[int, list[Piece]] = {}
    body = 1 if columns.has_numbers else 0
    left = columns.body - NEAR
    owner = columns.right if columns.owner is None else columns.owner - NEAR
    for line in lines:
        for piece in line:
            column = body
            if piece.x0 >= owner and columns.owner is not None:
                column = body + 1
            elif body and piece.x0 < left and is_number_at(piece, columns.body):
                column = 0
            held.setdefault(column, []).append(piece)
    cells = [
        CellText(column, edges[column], edges[column + 1], printed(pieces))
        for column, pieces in sorted(held.items())
    ]
    return Row(cells, [Fragment(lines[0][0].page, lines[0][0].top, lines[-1][0].bottom)])
