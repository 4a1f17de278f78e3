"""From ruled grids to tables of rows: empty rows dropped, different tables that share a border parted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from answerable.readers.paper.grids import Area, Grid
from answerable.readers.paper.layout import CellText, Fragment, Part, Row, Table
from answerable.readers.paper.pieces import printed


def tables_of(grids: Sequence[Grid]) -> list[Part]:
    """The tables of a page's grids; those with text in one column only may yet be the rest of another."""
    return [_table(grid, rows) for grid in grids for rows in _parted(grid)]


def _table(grid: Grid, rows: list[Row]) -> Table:
    """The table with the edges that its own rows use: another table's are not counted."""
    used = sorted({0, len(grid.xs) - 1} | {edge for row in rows for edge in _edges(grid, row)})
    for row in rows:
        for cell in row.cells:
            cell.column = used.index(cell.column)
    return Table([grid.xs[edge] for edge in used], rows)


def _edges(grid: Grid, row: Row) -> Iterator[int]:
    fragment = row.fragments[0]
    for area in grid.band_at((fragment.top + fragment.bottom) / 2):
        yield area.column


def _parted(grid: Grid) -> Iterator[list[Row]]:
    """Runs of rows that belong together: a row that shares no inner edge with those before starts anew."""
    rows: list[Row] = []
    inner: set[int] = set()
    for number, band in enumerate(grid.bands):
        edges = {area.column for area in band if area.column}
        if rows and inner and edges and not inner & edges:
            yield rows
            rows, inner = [], set()
        inner |= edges
        row = _row(grid, number, band)
        if row is not None:
            rows.append(row)
    if rows:
        yield rows


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
