"""Placing: which cell of which ruled table each piece of a page's text stands in."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.readers.paper.grids import Area, Grid
from answerable.readers.paper.pieces import Piece
from answerable.readers.pdf.sheet import Sheet, Word

MIDDLE = 0.3
"""Letters are centred about this share of the font size above the base line."""
OVERHANG = 1.5
"""Points that a line may stick out of its cell without being cut at the rule."""

Band = Sequence[Area]


def place(sheet: Sheet, grids: Sequence[Grid]) -> list[Piece]:
    """Put the page's text into the grids' cells; return the pieces that stand in none."""
    if not grids:
        return sheet.lines()
    free: list[Piece] = []
    crossing: list[Piece] = []
    bands: list[Band] = []
    for piece in sheet.lines():
        y = piece.base - MIDDLE * piece.size
        grid = _grid_at(grids, piece, y)
        if grid is None:
            free.append(piece)
        elif not _put(grid.band_at(y), piece):
            crossing.append(piece)
            bands.append(grid.band_at(y))
    for piece, words, cells in zip(crossing, sheet.words(crossing), bands, strict=True):
        _put_parts(sheet, piece, words, cells)
    return free


def _grid_at(grids: Sequence[Grid], piece: Piece, y: float) -> Grid | None:
    for grid in grids:
        if grid.holds(piece.x0, y) or grid.holds(piece.x1, y):
            return grid
    return None


def _put(band: Band, piece: Piece) -> bool:
    """Put a piece into the cell of the band that it stands in; say no where it crosses into another."""
    area = _area_at(band, piece.x0 + OVERHANG)
    if area is not band[-1] and piece.x1 - OVERHANG > area.x1:
        return False
    area.pieces.append(piece)
    return True


def _put_parts(sheet: Sheet, piece: Piece, words: Sequence[Word], band: Band) -> None:
    """Put the words of a line that crosses an upright rule into their cells, together again by cell."""
    held: list[Word] = []
    here: Area | None = None
    for word in words:
        area = _area_at(band, (word.x0 + word.x1) / 2)
        if here is not None and area is not here:
            here.pieces.append(sheet.part(piece, held))
            held = []
        here = area
        held.append(word)
    if here is not None:
        here.pieces.append(sheet.part(piece, held))


def _area_at(band: Band, x: float) -> Area:
    for area in band:
        if x < area.x1:
            return area
    return band[-1]
