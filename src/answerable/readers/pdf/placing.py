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
    crossing: list[tuple[Piece, Band]] = []
    for piece in sheet.lines():
        x0, x1, y = piece.x0, piece.x1, piece.base - MIDDLE * piece.size
        for grid in grids:
            if grid.holds(y, x0, x1):
                band: Band = grid.band_at(y)
                for area in band:
                    if x0 + OVERHANG < area.x1:
                        break
                if x1 - OVERHANG <= area.x1 or area is band[-1]:
                    area.pieces.append(piece)
                else:
                    crossing.append((piece, band))
                break
        else:
            free.append(piece)
    words_of = sheet.words([piece for piece, _ in crossing])
    for (piece, band), words in zip(crossing, words_of, strict=True):
        _put_parts(sheet, piece, words, band)
    return free


def _put_parts(sheet: Sheet, piece: Piece, words: Sequence[Word], band: Band) -> None:
    """Put the words of a line that crosses an upright rule into their cells, together again by cell."""
    begun = 0
    here: Area | None = None
    for number, (_, _, x0, x1) in enumerate(words):
        area = _area_at(band, (x0 + x1) / 2)
        if area is not here:
            if here is not None:
                here.pieces.append(sheet.part(piece, words[begun:number]))
            here, begun = area, number
    if here is not None:
        here.pieces.append(sheet.part(piece, words[begun:]))


def _area_at(band: Band, x: float) -> Area:
    for area in band:
        if x < area.x1:
            return area
    return band[-1]
