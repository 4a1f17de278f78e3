"""Tabular lines without rules: labels with their values, attendance, small tables.

Lines that follow one another and part at the same places are rows; the places are the columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from answerable.readers.paper.labels import BULLET, LABEL
from answerable.readers.paper.layout import CellText, Flow, Fragment, Part, Row, Table
from answerable.readers.paper.paragraphs import ended_early
from answerable.readers.paper.pieces import Piece, printed

ALIGNED = 3.0
"""Points within which pieces begin at the same place."""
APART = 3.2
"""Base lines further apart than this many font sizes are not of one table."""
GUTTER = 10.0
"""Points left blank between two columns at least, as word processors pad cells (0.19 cm each side)."""
NEW_ROW = 1.6
"""Base lines further apart than this many font sizes are not of one row."""

Line = Sequence[Piece]


def tabular_parts(lines: Sequence[Line]) -> list[Part]:
    """Lines of one stretch of a page, as flows and, where they are tabular, tables."""
    parts: list[Part] = []
    at = 0
    while at < len(lines):
        end = _run_end(lines, at)
        starts = _starts(lines[at:end]) if end - at > 1 else []
        if starts:
            parts.append(_table(lines[at:end], starts))
        else:
            end = max(end, at + 1)
            _flow(parts).lines.extend(printed([piece for line in lines[at:end] for piece in line]))
        at = end
    return parts


def _flow(parts: list[Part]) -> Flow:
    if not parts or not isinstance(parts[-1], Flow):
        parts.append(Flow())
    last = parts[-1]
    assert isinstance(last, Flow)
    return last


def _is_tabular(line: Line) -> bool:
    """Whether a line has text in two columns; an item's number before its text makes none."""
    return len(line) > 2 or (
        len(line) == 2 and not (LABEL.fullmatch(line[0].text) or BULLET.fullmatch(line[0].text))
    )


def _run_end(lines: Sequence[Line], at: int) -> int:
    """The end of the run of tabular lines that begins at ``at``; ``at`` where none does."""
    if not _is_tabular(lines[at]):
        return at
    inner = {piece.x0 for piece in lines[at][1:]}
    end = at + 1
    last_aligned = end
    for line in lines[at + 1 :]:
        if line[0].base - lines[end - 1][0].base > APART * line[0].size:
            break
        shared = [piece for piece in line if _is_near(piece.x0, inner)]
        if _is_tabular(line):
            if not shared and not _is_near(line[0].x0, inner):
                break
            inner |= {piece.x0 for piece in line[1:]}
        elif not shared and not _is_short_label(line, lines[at], inner):
            break
        end += 1
        if shared:
            last_aligned = end
    return _with_rest(lines, at, last_aligned, min(inner)) if last_aligned > at + 1 else at


def _with_rest(lines: Sequence[Line], at: int, end: int, second: float) -> int:
    """The end of the run with the rest of its last row's first cell, where that goes on below the others."""
    while end < len(lines):
        above, line = lines[end - 1][0], lines[end]
        if line[0].base - above.base > NEW_ROW * line[0].size or ended_early(above, line[0], second - GUTTER):
            break
        if not _is_short_label(line, lines[at], {second}):
            break
        end += 1
    return end


def _is_near(x: float, places: set[float]) -> bool:
    return any(abs(x - place) <= ALIGNED for place in places)


def _is_short_label(line: Line, first: Line, inner: set[float]) -> bool:
    """A label by itself: it begins where the first column does and ends before the second."""
    return abs(line[0].x0 - first[0].x0) <= ALIGNED and line[-1].x1 < min(inner)


def _starts(lines: Sequence[Line]) -> list[float]:
    """Where the columns begin: the first, and those that two lines or more share."""
    places = sorted(piece.x0 for line in lines for piece in line)
    inner = [piece.x0 for line in lines for piece in line[1:]]
    starts = [places[0]]
    for place in places:
        shared = sum(abs(place - other) <= ALIGNED for other in places)
        if place > starts[-1] + 2 * ALIGNED and shared > 1 and _is_near(place, set(inner)):
            starts.append(place)
    return starts if len(starts) > 1 else []


def _table(lines: Sequence[Line], starts: Sequence[float]) -> Table:
    edges = [*starts, max(piece.x1 for line in lines for piece in line)]
    rows: list[Row] = []
    held: dict[int, list[Piece]] = {}
    for line in lines:
        columns = [_column(piece.x0, starts) for piece in line]
        if held and not _goes_on(held, line, columns, edges):
            rows.append(_row(held, edges))
            held = {}
        for piece, column in zip(line, columns, strict=True):
            held.setdefault(column, []).append(piece)
    rows.append(_row(held, edges))
    return Table(edges, rows)


def _column(x: float, starts: Sequence[float]) -> int:
    return max(number for number, start in enumerate(starts) if number == 0 or x >= start - ALIGNED)


def _goes_on(
    held: dict[int, list[Piece]], line: Line, columns: Sequence[int], edges: Sequence[float]
) -> bool:
    """Whether a line is the rest of the row above: its pieces fill up cells, close below them."""
    for piece, column in zip(line, columns, strict=True):
        if column not in held:
            return False
        above = held[column][-1]
        if piece.base - above.base > NEW_ROW * piece.size:
            return False
        if len(line) > 1 and ended_early(above, piece, edges[column + 1] - GUTTER):
            return False
    if 0 not in columns:
        return True
    above = held[0][-1]
    return not above.text.endswith(":") and not ended_early(above, line[0], edges[1] - GUTTER)


def _row(held: dict[int, list[Piece]], edges: Sequence[float]) -> Row:
    cells = [
        CellText(column, edges[column], edges[column + 1], printed(pieces))
        for column, pieces in sorted(held.items())
    ]
    every = [line for cell in cells for line in cell.lines]
    top, bottom = min(line.top for line in every), max(line.bottom for line in every)
    return Row(cells, [Fragment(every[0].page, top, bottom)])
