"""From ruled grids to tables of rows: empty rows dropped, different tables that share a border parted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from answerable.readers.paper.grids import Area, Grid
from answerable.readers.paper.layout import CellText, Fragment, Part, Row, Table
from answerable.readers.paper.pieces import printed


def tables_of(grids: Sequence[Grid]) -> list[Part]:
    """The tables of a page's grids; those with text in one column only may yet be the rest of another."""
    found: list[Part] = []
    for grid in grids:
        tables = [_table(grid, rows, edges) for rows, edges in _parted(grid)]
        if tables and tables[-1].rows[-1].fragments[-1].bottom >= grid.ys[-1]:
            tables[-1].open = _open(grid, tables[-1])
        found.extend(tables)
    return found


def _open(grid: Grid, table: Table) -> frozenset[int]:
    """Which columns of the grid's last table have no rule at its foot."""
    edges = [grid.xs[column] for column in grid.open]
    return frozenset(table.xs.index(edge) for edge in edges if edge in table.xs)


def _table(grid: Grid, rows: list[Row], edges: set[int]) -> Table:
    """The table with the edges that its own rows use: another table's are not counted."""
    used = sorted({0, len(grid.xs) - 1} | edges)
    if len(used) < len(grid.xs):
        for row in rows:
            for cell in row.cells:
                cell.column = used.index(cell.column)
    return Table([grid.xs[edge] for edge in used], rows)


def _parted(grid: Grid) -> Iterator[tuple[list[Row], set[int]]]:
    """Runs of rows that belong together, with the edges that they use.

    A row that shares no inner edge with those before starts anew.
    """
    rows: list[Row] = []
    inner: set[int] = set()
    used: set[int] = set()
    for number, band in enumerate(grid.bands):
        edges = {area.column for area in band if area.column}
        if rows and inner and edges and not inner & edges:
            yield rows, used
            rows, inner, used = [], set(), set()
        inner |= edges
        row = _row(grid, number, band)
        if row is not None:
            rows.append(row)
            used |= edges
    if rows:
        yield rows, used


def _row(grid: Grid, number: int, band: Sequence[Area]) -> Row | None:
    """The cells that begin in a band and hold text; None where there are none."""
    cells = [
        CellText(area.column, area.x0, area.x1, printed(area.pieces))
        for area in band
        if area.band == number and area.pieces
    ]
    if not cells:
        return None
    page = cells[0].lines[0].page
    return Row(cells, [Fragment(page, grid.ys[number], grid.ys[number + 1])])
