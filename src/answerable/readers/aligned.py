"""Tables that somebody aligned with blanks: columns are the gutters that no line of a stretch crosses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from answerable.readers import wrapped
from answerable.readers.markup import Span

NARROWEST_GAP = 3
"""Blanks between two cells of a line; two also stand after a full stop."""
NARROWEST_GUTTER = 2
"""Blanks that all lines of a table share between two columns."""
FEWEST_LINES = 2
"""Lines with a gap in the same place: one such line is a heading that somebody centred."""
NARROWEST_PROSE = 25
"""Characters: a column that is narrower holds names and initials, which do not go on."""
_GAP = re.compile(rf"(?<=\S) {{{NARROWEST_GAP},}}(?=\S)")


class Paragraph(NamedTuple):
    """Pieces of printed lines, with the numbers that the first and last have in their row, from 0."""

    first: int
    last: int
    spans: list[Span]


class AlignedCell(NamedTuple):
    """The paragraphs in one cell of one row."""

    row: int
    column: int
    paragraphs: list[Paragraph]


class Aligned(NamedTuple):
    """A stretch of lines that is a table: how many lines it takes, its columns, its cells in order."""

    height: int
    columns: int
    cells: list[AlignedCell]


def find(text: str, lines: Sequence[tuple[int, int, bool]]) -> Aligned | None:
    """The aligned table that ``lines`` (start, end, blank line before) begin with; None where none does."""
    gutters = _gaps(text[lines[0][0] : lines[0][1]]) if lines else []
    if not gutters:
        return None
    count, shared = 1, 1
    for at, (start, end, gap) in enumerate(lines[1:], 1):
        if gap and _begins_anew(text, lines, at, len(gutters)):
            break
        line = text[start:end]
        left = [gutter for one in gutters if (gutter := _kept(line, one))]
        if not left or (len(left) < len(gutters) and shared >= FEWEST_LINES):
            break
        gutters = left
        shared += any(_parts(line, gutter) for gutter in gutters)
        count += 1
    count = _trimmed(text, lines, count, gutters)
    if shared < FEWEST_LINES or count < FEWEST_LINES:
        return None
    edges = _edges(text, lines[:count])
    return Aligned(count, len(edges), list(_cells(text, lines[:count], edges))) if len(edges) > 1 else None


def has_gap(line: str) -> bool:
    """Whether a line may begin an aligned table."""
    return bool(_gaps(line))


def _gaps(line: str) -> list[Span]:
    """The gaps of a line that may be gutters; the blanks after a list's marker are not."""
    marker = wrapped.MARKER.match(line)
    return [gap.span() for gap in _GAP.finditer(line) if not marker or gap.end() > marker.end()]


def _begins_anew(text: str, lines: Sequence[tuple[int, int, bool]], at: int, gutters: int) -> bool:
    """Whether another table begins after a blank line: on another page, or with more gaps in its lines."""
    if text.find("\f", lines[at - 1][1], lines[at][0]) >= 0:
        return True
    for start, end, gap in lines[at:]:
        if gap and start != lines[at][0]:
            return False
        if len(_gaps(text[start:end])) > gutters:
            return True
    return False


def _kept(line: str, gutter: Span) -> Span | None:
    """What is left of a gutter after a line's own letters; None where too little is."""
    start, end = gutter
    inside = line[start:end]
    if not inside.strip():
        return gutter
    runs = [(start + run.start(), start + run.end()) for run in re.finditer(r" +", inside.ljust(end - start))]
    widest = max(runs, key=lambda run: run[1] - run[0], default=(0, 0))
    return widest if widest[1] - widest[0] >= NARROWEST_GUTTER else None


def _parts(line: str, gutter: Span) -> bool:
    """Whether a line has letters on both sides of a gutter."""
    return bool(line[: gutter[0]].strip() and line[gutter[1] :].strip())


def _trimmed(text: str, lines: Sequence[tuple[int, int, bool]], count: int, gutters: Sequence[Span]) -> int:
    """The count without last paragraphs that stand in the first column alone: text after the table."""
    while count > 1:
        start, end, gap = lines[count - 1]
        line = text[start:end]
        last = max(gutter[1] for gutter in gutters)
        if line[last:].strip() or line[:1] == " " or wrapped.MARKER.match(line):
            break
        if not gap and count > 1 and any(_parts(line, gutter) for gutter in gutters):
            break
        count -= 1
    return count


def _edges(text: str, lines: Sequence[tuple[int, int, bool]]) -> list[int]:
    """Where the columns of the table begin: after every gutter that all of its lines share."""
    width = max(end - start for start, end, _ in lines)
    used = bytearray(width + 1)
    for start, end, _ in lines:
        for word in re.finditer(r"\S+(?: \S+)*", text[start:end]):
            used[word.start() : word.end()] = b"\1" * (word.end() - word.start())
    edges = [0]
    at = used.find(1)
    while 0 <= at < width:
        stop = used.find(0, at)
        at = used.find(1, stop)
        if at < 0:
            break
        if at - stop >= NARROWEST_GUTTER:
            edges.append(at)
    return edges


def _cells(text: str, lines: Sequence[tuple[int, int, bool]], edges: Sequence[int]) -> Iterator[AlignedCell]:
    row = -1
    at = 0
    open_row: dict[int, list[tuple[int, Span]]] = {}
    for line in lines:
        pieces = _pieces(text, line, edges)
        if row < 0 or _begins_row(text, pieces, open_row, gap=line[2]):
            yield from _closed(text, row, open_row)
            row, at, open_row = row + 1, 0, {}
        at += line[2] and at > 0
        for column, span in pieces.items():
            open_row.setdefault(column, []).append((at, span))
        at += 1
    yield from _closed(text, row, open_row)


def _closed(text: str, row: int, cells: dict[int, list[tuple[int, Span]]]) -> Iterator[AlignedCell]:
    for column in sorted(cells):
        yield AlignedCell(row, column, list(_paragraphs(text, cells[column])))


def _paragraphs(text: str, lines: Sequence[tuple[int, Span]]) -> Iterator[Paragraph]:
    """The paragraphs of a cell: lines right under each other that go on."""
    width = max(end - start for _, (start, end) in lines)
    width = width if width >= NARROWEST_PROSE else 0
    at = 0
    for stop in range(1, len(lines) + 1):
        if stop < len(lines) and lines[stop][0] == lines[stop - 1][0] + 1:
            continue
        number = lines[at][0]
        for spans in wrapped.paragraphs(text, [span for _, span in lines[at:stop]], width):
            yield Paragraph(number, number + len(spans) - 1, spans)
            number += len(spans)
        at = stop


def _pieces(text: str, line: tuple[int, int, bool], edges: Sequence[int]) -> dict[int, Span]:
    """The parts of a line in their columns, blanks at the ends left out."""
    start, end, _ = line
    found = {}
    for column, left in enumerate(edges):
        right = edges[column + 1] if column + 1 < len(edges) else end - start
        piece = text[start + left : min(start + right, end)]
        if piece.strip():
            first = start + left + len(piece) - len(piece.lstrip())
            found[column] = (first, first + len(piece.strip()))
    return found


def _begins_row(
    text: str, pieces: dict[int, Span], before: dict[int, list[tuple[int, Span]]], *, gap: bool
) -> bool:
    """A row begins with a label in the first column, or where several cells begin anew side by side."""
    if 0 in pieces and (1 in pieces or gap):
        return True
    if len(pieces) < 2:
        return False
    first = min(pieces)
    if gap or first not in before:
        return gap
    last, now = before[first][-1][1], pieces[first]
    return not _is_wrapped(text[slice(*last)], text[slice(*now)])


def _is_wrapped(last: str, now: str) -> bool:
    """Whether a piece goes on from the one above it: an unfinished line of prose."""
    return now[0].islower() or (
        len(last) >= wrapped.NARROWEST_WRAP and not last.rstrip().endswith((".", ":"))
    )
