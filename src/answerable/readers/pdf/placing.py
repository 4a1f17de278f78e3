"""Placing: which cell of which ruled table each piece of a page's text stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from answerable.readers.pdf.grids import Area, Grid
from answerable.readers.pdf.pieces import Piece
from answerable.readers.pdf.sheet import Sheet, Span

MIDDLE = 0.3
"""Letters are centred about this share of the font size above the base line."""
OVERHANG = 1.5
"""Points that a line may stick out of its cell without being cut at the rule."""


def place(sheet: Sheet, grids: Sequence[Grid]) -> list[Piece]:
    """Put the page's text into the grids' cells; return the pieces that stand in none."""
    spans = sheet.lines()
    pieces = sheet.pieces(spans)
    if not grids:
        return pieces
    free: list[Piece] = []
    for span, piece in zip(spans, pieces, strict=True):
        y = piece.base - MIDDLE * piece.size
        grid = next((grid for grid in grids if grid.holds(piece.x0, y) or grid.holds(piece.x1, y)), None)
        if grid is None:
            free.append(piece)
        else:
            _into(grid.band_at(y), piece, span, sheet)
    return free


def placed(grids: Sequence[Grid]) -> Iterator[Piece]:
    """The pieces that stand in the grids."""
    for grid in grids:
        for number, band in enumerate(grid.bands):
            for area in band:
                if area.band == number:
                    yield from area.pieces


def _into(band: Sequence[Area], piece: Piece, span: Span, sheet: Sheet) -> None:
    area = _area_at(band, piece.x0 + OVERHANG)
    if len(band) == 1 or piece.x1 - OVERHANG <= area.x1:
        area.pieces.append(piece)
        return
    for area, part in _parts(band, span, sheet):
        area.pieces.append(part)


def _parts(band: Sequence[Area], span: Span, sheet: Sheet) -> list[tuple[Area, Piece]]:
    """The pieces of a line that crosses an upright rule: its words, together again by cell."""
    words = sheet.words(span)
    areas = [_area_at(band, (word.x0 + word.x1) / 2) for word in sheet.pieces(words)]
    spans: list[Span] = []
    owners: list[Area] = []
    for word, area in zip(words, areas, strict=True):
        if owners and owners[-1] is area:
            spans[-1] = Span(spans[-1].start, word.end)
        else:
            spans.append(word)
            owners.append(area)
    return list(zip(owners, sheet.pieces(spans), strict=True))


def _area_at(band: Sequence[Area], x: float) -> Area:
    for area in band:
        if x < area.x1:
            return area
    return band[-1]
