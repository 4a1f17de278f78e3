"""Gaps: lines outside ruled tables cut where a wide blank parts two columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    wide = _wider_than_usual(pieces)
    known = {piece.at for piece in wide}
    suspects = [piece for piece in wide if _may_have_gap(sheet, piece)]
    cut: dict[int, list[Piece]] = {}
    for piece, words, is_label in _apart(sheet, [piece for piece in pieces if piece.at not in known]):
        if is_label:
            cut[piece.at] = [sheet.part(piece, [word]) for word in words]
        else:
            suspects.append(piece)
    for piece, line in zip(suspects, sheet.words(suspects), strict=True):
        if len(parts := _parts(line, piece.size)) > 1:
            cut[piece.at] = [sheet.part(piece, words) for words in parts]
    return [part for piece in pieces for part in cut.get(piece.at, (piece,))] if cut else list(pieces)


def _wider_than_usual(pieces: Sequence[Piece]) -> list[Piece]:
    """The lines of several words that are wider than their letters are in most others."""
    letters = [width(piece.text, piece.size) for piece in pieces]
    scales = [(p.x1 - p.x0) / w for p, w in zip(pieces, letters, strict=True) if len(p.text) > SHORT]
    scale = median(scales) if len(scales) >= FEWEST_LINES else 0.0
    return [
        piece
        for piece, natural in zip(pieces, letters, strict=True)
        if piece.x1 - piece.x0 - scale * natural > EXCESS * piece.size and " " in piece.text
    ]


def _apart(sheet: Sheet, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, tuple[Word, Word], bool]]:
    """The lines whose label at the start, or initials at the end, stand apart from the rest.

    Each with its two parts, and whether the gap is a label's.
    """
    asked: list[tuple[Piece, bool]] = []
    texts: list[str] = []
    for piece in pieces:
        first, _, rest = piece.text.partition(" ")
        if not rest:
            continue
        if LABEL.fullmatch(first) and not BULLET.fullmatch(first):
            asked.append((piece, True))
            texts += first, rest.lstrip()
        rest, _, last = piece.text.rpartition(" ")
        if INITIALS.fullmatch(last):
            asked.append((piece, False))
            texts += rest.rstrip(), last
    starts = [piece.at for piece, _ in asked for _ in range(2)]
    starts[1::2] = [
        piece.at + len(piece.text) - len(text) for (piece, _), text in zip(asked, texts[1::2], strict=True)
    ]
    lefts, rights = sheet.reaches(starts, texts)
    placed = zip(texts, starts, lefts, rights, strict=True)
    for (piece, is_label), before, after in zip(asked, placed, placed, strict=True):
        gap = after[2] - before[3]
        if gap > (AFTER_LABEL if is_label else BEFORE_INITIALS) * piece.size:
            yield piece, (before, after), is_label


def _may_have_gap(sheet: Sheet, piece: Piece) -> bool:
    """Whether a line's runs, or their widths, leave room for a column's gap: cheaper than its words."""
    runs = sheet.runs(piece)
    if not runs:
        return piece.x1 - piece.x0 > STRETCHED * width(piece.text, piece.size)
    least = AFTER_LABEL * piece.size
    return any(after[0] - before[1] > least for before, after in pairwise(runs))


def _parts(words: Sequence[Word], size: float) -> list[Sequence[Word]]:
    """The words of a line, parted at its wide gaps."""
    gaps = [x0 - x1 for (_, _, _, x1), (_, _, x0, _) in pairwise(words)]
    if max(gaps, default=0.0) <= AFTER_LABEL * size:
        return [words]
    usual = median(gaps) if len(gaps) >= FEWEST_GAPS else 0.0
    ends = [
        number
        for number, gap in enumerate(gaps, 1)
        if gap > AFTER_LABEL * size and _is_wide(gap, usual, words, number, size)
    ]
    return [words[start:end] for start, end in pairwise([0, *ends, len(words)])]


def _is_wide(gap: float, usual: float, words: Sequence[Word], number: int, size: float) -> bool:
    """Whether the blank before word ``number`` parts columns."""
    first = words[0][0]
    if number == 1 and BULLET.fullmatch(first):
        return False
    if number == 1 and LABEL.fullmatch(first):
        return True
    if number == len(words) - 1 and INITIALS.fullmatch(words[-1][0]):
        return gap > max(BEFORE_INITIALS * size, UNUSUAL * usual)
    return gap > max(WIDE * size, UNUSUAL * usual)
