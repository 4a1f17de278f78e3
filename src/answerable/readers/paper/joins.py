"""Joins: tables, rows and flows that go on over a page."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.readers.paper.labels import LABEL, is_marked
from answerable.readers.paper.layout import Flow, PageLayout, Part, Row, Table
from answerable.readers.paper.paragraphs import ENDED

FEWEST_COLUMNS = 2
"""A table has text in at least this many columns; a box around text is no table."""
SAME_EDGE = 4.0
"""Points by which a column's edge may move from page to page."""
MOSTLY = 0.6
"""Share of the filled cells of a first column that must be labels for it to be a column of numbers."""
OWN_ROWS = 0.34
"""Where more of a table's rows than this have no number, a row is a paragraph and not an item."""


def joined(pages: Sequence[PageLayout]) -> list[Part]:
    """The document's parts: those that go on over a page made one, boxes around text no tables."""
    parts: list[Part] = []
    numbering = Numbering()
    for page in pages:
        rest = list(page.parts)
        if parts and rest and _goes_on(parts[-1], rest[0]):
            _join(parts[-1], rest.pop(0), numbering)
        parts.extend(rest)
    return _without_boxes(parts)


def _without_boxes(parts: Sequence[Part]) -> list[Part]:
    """The parts, tables with text in one column only as flows, and flows in a row as one."""
    kept: list[Part] = []
    for part in parts:
        if isinstance(part, Table) and len(part.filled) < FEWEST_COLUMNS:
            part = Flow([line for row in part.rows for cell in row.cells for line in cell.lines])
        if kept and isinstance(part, Flow) and isinstance(kept[-1], Flow):
            kept[-1].lines.extend(part.lines)
        else:
            kept.append(part)
    return kept


def _goes_on(before: Part, after: Part) -> bool:
    """Whether a page's first part may be the rest of the last part of the page before."""
    if isinstance(before, Flow) or isinstance(after, Flow):
        return isinstance(before, Flow) and isinstance(after, Flow)
    return _same_outside(before, after) and (_holds(before, after) or _holds(after, before))


def _same_outside(table: Table, other: Table) -> bool:
    return all(abs(table.xs[end] - other.xs[end]) <= SAME_EDGE for end in (0, -1))


def _holds(table: Table, other: Table) -> bool:
    """Whether the table has all the edges of the other: on a page all rows may have cells run together."""
    return all(any(abs(x - edge) <= SAME_EDGE for edge in table.xs) for x in other.xs)


class Numbering:
    """What stands in the first column of the table that goes on, each row counted once."""

    def __init__(self) -> None:
        self._table: Table | None = None
        self._start_anew()

    def _start_anew(self) -> None:
        self._rows = self._filled = self._labels = self._heads = 0

    def count(self, table: Table) -> None:
        """Count the rows that the table was given since it was last asked about."""
        if table is not self._table:
            self._table = table
            self._start_anew()
        for row in table.rows[self._rows :]:
            cell = row.cell(0)
            if cell is not None:
                self._filled += 1
                text = " ".join([line.text for line in cell.lines])
                is_label = bool(LABEL.fullmatch(text.strip()))
                self._labels += is_label
                self._heads += row is table.rows[0] and not is_label
        self._rows = len(table.rows)

    def forget(self) -> None:
        """Count from the start again: the table's columns have moved."""
        self._table = None

    @property
    def is_numbered(self) -> bool:
        """Whether the first column holds the items' numbers, by what stands in it below its head."""
        return self._labels >= max(1.0, MOSTLY * (self._filled - self._heads))

    def is_by_paragraph(self, after: Sequence[Row]) -> bool:
        """Whether many of the rows, and of those that come after, have no number."""
        without = self._rows - self._filled + sum(row.cell(0) is None for row in after)
        return without > OWN_ROWS * (self._rows + len(after))


def _join(before: Part, after: Part, numbering: Numbering) -> None:
    if isinstance(before, Flow) and isinstance(after, Flow):
        before.lines.extend(after.lines)
    elif isinstance(before, Table) and isinstance(after, Table):
        if _widen(before, after.xs):
            numbering.forget()
        _widen(after, before.xs)
        _join_rows(before, after.rows, numbering)
        before.open = after.open


def _widen(table: Table, xs: Sequence[float]) -> bool:
    """Give the table the edges ``xs``, which hold all of its own; False where it has as many."""
    if len(xs) <= len(table.xs):
        return False
    places = [min(range(len(xs)), key=lambda at: abs(xs[at] - x)) for x in table.xs]
    for row in table.rows:
        for cell in row.cells:
            cell.column = places[cell.column]
    table.open = frozenset(places[column] for column in table.open)
    table.xs = list(xs)
    return True


def _join_rows(table: Table, rows: list[Row], numbering: Numbering) -> None:
    if len(table.rows) > 1 and _reads_as(rows[0], table.rows[0]):
        rows[0].is_head = True
        table.rows.append(rows.pop(0))
    last = next((row for row in reversed(table.rows) if not row.is_head), None)
    if rows and last is not None and _continues(table, last, rows, numbering):
        _extend(last, rows.pop(0))
    table.rows.extend(rows)


def _reads_as(row: Row, other: Row) -> bool:
    """Whether two rows have the same text; most differ in their first letter."""
    return row.cells[0].lines[0].text[0] == other.cells[0].lines[0].text[0] and row.text() == other.text()


def _continues(table: Table, last: Row, rows: Sequence[Row], numbering: Numbering) -> bool:
    """Whether the first of a page's rows is the rest of the last row of the page before.

    A row that is left open at the page's foot goes on, one that is closed there beside an open number does
    not: the next row stands under the same number.
    """
    row = rows[0]
    if row.cell(0) is not None:
        return False
    if table.open:
        return table.open != {0}
    numbering.count(table)
    if numbering.is_numbered and not numbering.is_by_paragraph(rows[1:]):
        return True
    return any(_unfinished(last, cell.column, cell.lines[0].text) for cell in row.cells)


def _unfinished(last: Row, column: int, text: str) -> bool:
    above = last.cell(column)
    if above is None or is_marked(text):
        return False
    return text[0].islower() or not ENDED.search(above.lines[-1].text)


def _extend(last: Row, row: Row) -> None:
    for cell in row.cells:
        above = last.cell(cell.column)
        if above is None:
            last.cells.append(cell)
            last.cells.sort(key=lambda each: each.column)
        else:
            above.lines.extend(cell.lines)
    last.fragments.extend(row.fragments)
