"""One scanned page: set upright, its rules found, its words read and put into cells."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image

from answerable.readers.ocr.picture import dark_parts, rules_in, upright, without
from answerable.readers.ocr.placing import Joiner, mark_underlined, put_into
from answerable.readers.ocr.rereading import reread
from answerable.readers.ocr.tesseract import words_in
from answerable.readers.ocr.words import believed, weighed
from answerable.readers.paper.grids import Grid, grids_of
from answerable.readers.paper.pieces import Piece

DPI = 300
"""Dots per inch that pages are read at: strokes of small type are then 3 to 5 pixels wide."""


@dataclass(slots=True)
class ScannedPage:
    """A page's ruled tables with their pieces in them, the pieces outside, and the degrees it was turned."""

    grids: list[Grid]
    free: list[Piece]
    turned: float


def scanned_page(picture: Image.Image, number: int) -> ScannedPage:
    """Read a grey picture of a page at ``DPI``. Raises Unreadable where Tesseract is missing or fails."""
    level, turned = upright(picture)
    rules, mask = rules_in(dark_parts(level), DPI)
    grids, loose = grids_of(rules)
    clean = without(level, mask, loose, DPI)
    words = weighed(believed(words_in(clean, DPI), DPI), dark_parts(clean), DPI)
    words = reread(words, grids, clean, DPI)
    free = put_into(grids, words, Joiner(number, words))
    pieces = [*free, *(piece for grid in grids for piece in grid.pieces())]
    mark_underlined(pieces, loose)
    return ScannedPage(grids, free, turned)
