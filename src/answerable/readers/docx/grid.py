"""The columns of a table: merged cells, and grids that Word splits finer than anybody sees."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from answerable.readers.docx.names import TC, TC_PR, TR, TR_PR, VAL, W
from answerable.readers.docx.styles import TWIPS
from answerable.readers.edges import column, merged
from answerable.readers.numbers import length, whole

UNKNOWN_WIDTH = 100.0
"""Points, for a column whose width is not given."""
MOST_COLUMNS = 63
"""Word's own limit."""


class GridCell(NamedTuple):
    """A cell with its column in the table as seen, and its width in points."""

    element: etree._Element
    column: int
    width: float


class Grid(NamedTuple):
    """The rows of a table and how many columns they make."""

    rows: list[list[GridCell]]
    columns: int


def grid(table: etree._Element, rows: Iterable[etree._Element]) -> Grid:
    """Lay the cells of ``rows`` on the columns that are seen."""
    widths = _grid_widths(table)
    placed = [_row(row, widths) for row in rows]
    edges = merged(left for row in placed for _, left, _ in row)
    cells = [
        [GridCell(element, column(edges, left), right - left) for element, left, right in row]
        for row in placed
    ]
    return Grid(cells, len(edges))


def _grid_widths(table: etree._Element) -> list[float]:
    element = table.find(W + "tblGrid")
    columns = [] if element is None else element.findall(W + "gridCol")
    return [_points(column.get(W + "w")) or UNKNOWN_WIDTH for column in columns]


def _row(row: etree._Element, widths: list[float]) -> list[tuple[etree._Element, float, float]]:
    """The cells of a row with their left and right edges."""
    placed: list[tuple[etree._Element, float, float]] = []
    at = _skipped(row)
    for cell in _cells(row):
        properties = cell.find(TC_PR)
        span = _span(properties)
        if at + span <= len(widths):
            left, right = sum(widths[:at]), sum(widths[: at + span])
        else:
            left = placed[-1][2] if placed else 0.0
            right = left + (_cell_width(properties) or UNKNOWN_WIDTH)
        placed.append((cell, left, right))
        at += span
    return placed


def _cells(row: etree._Element) -> Iterable[etree._Element]:
    for child in row:
        if child.tag == TC:
            yield child
        elif child.tag != TR_PR and child.tag != TR:
            yield from child.iter(TC) if child.tag != W + "tbl" else ()


def _skipped(row: etree._Element) -> int:
    before = row.find(f"{TR_PR}/{W}gridBefore")
    return 0 if before is None else _count(before.get(VAL), 0)


def _span(properties: etree._Element | None) -> int:
    element = None if properties is None else properties.find(W + "gridSpan")
    return 1 if element is None else max(_count(element.get(VAL), 1), 1)


def _count(text: str | None, default: int) -> int:
    return min(whole(text, default), MOST_COLUMNS)


def _cell_width(properties: etree._Element | None) -> float:
    element = None if properties is None else properties.find(W + "tcW")
    return 0.0 if element is None or element.get(W + "type") == "pct" else _points(element.get(W + "w"))


def _points(text: str | None) -> float:
    try:
        return max(length(text or "0") / TWIPS, 0.0)
    except ValueError:
        return 0.0
