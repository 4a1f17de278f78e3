"""Gaps: lines outside ruled tables cut where a wide blank parts two columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from answerable.readers.paper.labels import BULLET, INITIALS, LABEL
from answerable.readers.paper.pieces import Piece
from answerable.readers.paper.widths import width
from answerable.readers.pdf.sheet import Sheet, Word

WIDE = 1.0
"""A blank wider than this share of the font size parts columns: two cells' paddings are at least that."""
AFTER_LABEL = 0.35
"""The same after an item's number, which often fills its column."""
BEFORE_INITIALS = 0.6
"""The same before initials at a line's end, which may be an owner's."""
UNUSUAL = 2.5
"""A blank that parts columns is this many times the line's usual one (justified lines stretch them all)."""
FEWEST_GAPS = 3
"""Blanks that a line needs for its usual one to be known."""
SHORT, FEWEST_LINES = 20, 12
"""Characters of a line, and such lines on a page, from which the usual width of letters can be told."""
EXCESS = 0.7
"""A line wider than its letters by this share of the font size may have a gap in it."""
STRETCHED = 1.2
"""A line this many times as wide as its letters may have a gap that the engine does not show."""


def cut_at_gaps(sheet: Sheet, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with those that cross a column's gap cut in two or more."""
    suspects = [piece for piece in _wider_than_usual(pieces) if _may_have_gap(sheet, piece)]
    if not suspects:
        return list(pieces)
    cut = {
        piece.at: [sheet.part(piece, words) for words in parts]
        for piece, line in zip(suspects, sheet.words(suspects), strict=True)
        if len(parts := _parts(line, piece.size)) > 1
    }
    return [part for piece in pieces for part in cut.get(piece.at, (piece,))]


def _wider_than_usual(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines wider than their letters are in most others, and those that have labels or initials."""
    letters = [width(piece.text, piece.size) for piece in pieces]
    scales = [(p.x1 - p.x0) / w for p, w in zip(pieces, letters, strict=True) if len(p.text) > SHORT]
    if len(scales) < FEWEST_LINES:
        return list(pieces)
    scale = median(scales)
    return [
        piece
        for piece, natural in zip(pieces, letters, strict=True)
        if piece.x1 - piece.x0 - scale * natural > EXCESS * piece.size
        or LABEL.fullmatch(piece.text.split(None, 1)[0])
        or INITIALS.fullmatch(piece.text.rsplit(None, 1)[-1])
    ]


def _may_have_gap(sheet: Sheet, piece: Piece) -> bool:
    """Whether a line's runs, or their widths, leave room for a column's gap: cheaper than its words."""
    text = piece.text
    if " " not in text:
        return False
    runs = sheet.runs(piece)
    if len(runs) < 2:
        return piece.x1 - piece.x0 > STRETCHED * width(text, piece.size)
    least = AFTER_LABEL * piece.size
    return any(after[0] - before[1] > least for before, after in pairwise(runs))


def _parts(words: Sequence[Word], size: float) -> list[list[Word]]:
    """The words of a line, parted at its wide gaps."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    usual = median(gaps) if len(gaps) >= FEWEST_GAPS else 0.0
    parts = [[words[0]]]
    for number, (gap, word) in enumerate(zip(gaps, words[1:], strict=True)):
        if _is_wide(gap, usual, words, number, size):
            parts.append([])
        parts[-1].append(word)
    return parts


def _is_wide(gap: float, usual: float, words: Sequence[Word], number: int, size: float) -> bool:
    """Whether the blank after word ``number`` parts columns."""
    first = words[number].text
    if number == 0 and BULLET.fullmatch(first):
        return False
    if number == 0 and LABEL.fullmatch(first):
        return gap > AFTER_LABEL * size
    if number == len(words) - 2 and INITIALS.fullmatch(words[-1].text):
        return gap > max(BEFORE_INITIALS * size, UNUSUAL * usual)
    return gap > max(WIDE * size, UNUSUAL * usual)
