"""The cells of an HTML table on its grid: spans over rows and columns resolved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from answerable.readers.htmlstyle import StyleSheet, width
from answerable.readers.numbers import whole

_PARTS = ("thead", "tbody", "tfoot")
MOST_SPANNED = 1000
"""The HTML standard's limit on columns that a cell spans, and enough rows."""
MOST_COLUMNS = 200
"""Columns that are told apart; what a broken table has beyond them counts as in the last."""
CELL_PADDING = 10.0
"""Points that a cell's width loses to its padding, about."""


class HtmlCell(NamedTuple):
    """A cell at its place; ``width`` in points inside the padding, 0 where none is given."""

    element: etree._Element
    row: int
    column: int
    width: float


class HtmlTable(NamedTuple):
    """All cells in reading order, and the width of the table in columns."""

    cells: list[HtmlCell]
    columns: int


def lay_out(table: etree._Element, sheet: StyleSheet) -> HtmlTable:
    """Place each cell of the table's own rows (not of tables inside) on the grid."""
    cells: list[HtmlCell] = []
    taken: dict[int, int] = {}
    widths = [width(column, sheet.of(column)) for column in _columns(table)]
    columns = 0
    for row, element in enumerate(_rows(table)):
        at = 0
        for cell in element.iterchildren("td", "th"):
            while at < MOST_COLUMNS and taken.get(at, 0) > row:
                at += 1
            down = _span(cell, "rowspan")
            across = min(_span(cell, "colspan"), MOST_COLUMNS - at + 1)
            wide = sum(widths[at : at + across]) or width(cell, sheet.of(cell))
            cells.append(HtmlCell(cell, row, at, max(wide - CELL_PADDING, 0.0)))
            for spanned in range(at, at + across):
                taken[spanned] = row + down
            at += across
        columns = max(columns, at)
    return HtmlTable(cells, columns)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _PARTS:
            yield from child.iterchildren("tr")


def _columns(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "col":
            yield child
        elif child.tag == "colgroup":
            yield from child.iterchildren("col")


def _span(cell: etree._Element, name: str) -> int:
    return min(max(whole(cell.get(name, "1").strip(), 1), 1), MOST_SPANNED)
