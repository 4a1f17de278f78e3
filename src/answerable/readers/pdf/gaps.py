"""Gaps: lines outside ruled tables cut where a wide blank parts two columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from answerable.readers.pdf.labels import BULLET, INITIALS, LABEL
from answerable.readers.pdf.pieces import Piece
from answerable.readers.pdf.sheet import Sheet, Span

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


def cut_at_gaps(sheet: Sheet, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with those that cross a column's gap cut in two or more."""
    words_of = [sheet.words(Span(piece.at, piece.at + len(piece.text))) for piece in pieces]
    placed = iter(sheet.pieces([word for words in words_of for word in words]))
    done: list[Piece] = []
    spans: list[Span] = []
    for piece, words in zip(pieces, words_of, strict=True):
        parts = _parts([next(placed) for _ in words])
        if len(parts) < 2:
            done.append(piece)
        else:
            spans.extend(Span(part[0].at, part[-1].at + len(part[-1].text)) for part in parts)
    return done + sheet.pieces(spans) if spans else done


def _parts(words: Sequence[Piece]) -> list[list[Piece]]:
    """The words of a line, parted at its wide gaps."""
    gaps = [after.x0 - before.x1 for before, after in pairwise(words)]
    usual = median(gaps) if len(gaps) >= FEWEST_GAPS else 0.0
    parts = [[words[0]]]
    for number, (gap, word) in enumerate(zip(gaps, words[1:], strict=True)):
        if _is_wide(gap, usual, words, number):
            parts.append([])
        parts[-1].append(word)
    return parts


def _is_wide(gap: float, usual: float, words: Sequence[Piece], number: int) -> bool:
    """Whether the blank after word ``number`` parts columns."""
    first, size = words[number].text, words[number].size
    if number == 0 and BULLET.fullmatch(first):
        return False
    if number == 0 and LABEL.fullmatch(first):
        return gap > AFTER_LABEL * size
    if number == len(words) - 2 and INITIALS.fullmatch(words[-1].text):
        return gap > max(BEFORE_INITIALS * size, UNUSUAL * usual)
    return gap > max(WIDE * size, UNUSUAL * usual)
