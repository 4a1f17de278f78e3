"""A scan's words put into cells, and made into pieces line by line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from answerable.readers.ocr.words import Word, bold_length
from answerable.readers.paper.grids import Area, Grid
from answerable.readers.paper.pieces import Piece
from answerable.readers.paper.rules import Rule

SNAP_SIZE = 0.15
"""A line's size within this share of the page's usual one is the usual one."""
SAME_BASE = 0.4
"""Words of one line whose base lines differ by less than this share of the size stand on the same one."""
UNDER = 4.0
"""Points below the base line in which an underline stands."""
SLACK = 3.0
"""Points by which an underline may begin or end beside its words."""
WIDE = 1.0
"""A blank wider than this many font sizes parts columns."""
HANGING_INDENT, DEEPEST_INDENT = 0.6, 3.0
"""A bullet stands at least and at most so many font sizes before the text; a blank is half the least."""
BULLET, DASHES = "•", "-–—"
USUAL_SIZE = 11.0
"""Points: the size taken where no word tells it."""


class Joiner:
    """Makes pieces of words: those of one line in one cell together."""

    def __init__(self, page: int, words: Sequence[Word]) -> None:
        self._page = page
        sizes = [word.size for word in words if word.is_telling]
        self._usual = median(sizes) if sizes else USUAL_SIZE
        self._lines: dict[tuple[int, int, int], list[Word]] = defaultdict(list)
        for word in words:
            self._lines[word.line].append(word)

    def pieces(self, words: Sequence[Word]) -> list[Piece]:
        """The pieces of the words of one cell, or of those in no cell."""
        lines: dict[tuple[int, int, int], list[Word]] = defaultdict(list)
        for word in words:
            lines[word.line].append(word)
        return [
            self._piece(part)
            for line in lines.values()
            for part in self._parted(sorted(line, key=lambda word: word.x0))
        ]

    def _parted(self, line: Sequence[Word]) -> list[list[Word]]:
        parts = [[line[0]]]
        for word in line[1:]:
            if len(parts[-1]) == 1 and is_bullet(parts[-1][0], word, self._usual):
                parts[-1].append(word)
                continue
            if word.x0 - parts[-1][-1].x1 > WIDE * self._usual:
                parts.append([])
            parts[-1].append(word)
        return parts

    def _piece(self, line: Sequence[Word]) -> Piece:
        words = with_bullet(line, self._usual)
        line_mates = self._lines[words[0].line]
        size = median([word.size for word in line_mates])
        if abs(size - self._usual) < SNAP_SIZE * self._usual or not any(
            word.is_telling for word in line_mates
        ):
            size = self._usual
        base = median([word.base(size) for word in words])
        common = median([word.base(size) for word in line_mates])
        if abs(base - common) < SAME_BASE * size:
            base = common
        text = " ".join(word.text for word in words)
        return Piece(text, words[0].x0, words[-1].x1, base, size, self._page, 0, bold_length(words))


def is_bullet(word: Word, following: Word, size: float) -> bool:
    """Whether a line's first word is a bullet: one sign, no number and no capital, well before the text."""
    sign = word.text
    return (
        (len(sign) == 1 or (len(sign) == 2 and not sign.isascii()))
        and not sign.isdigit()
        and not sign.isupper()
        and HANGING_INDENT * size < following.x0 - word.x1 < DEEPEST_INDENT * size
    )


def with_bullet(line: Sequence[Word], size: float) -> list[Word]:
    """The line's words; a bullet, which is read as "e", "«" or "°", made one."""
    first, *rest = line
    if rest and first.text not in DASHES and is_bullet(first, rest[0], size):
        first = replace(first, text=BULLET)
    return [first, *rest]


def put_into(grids: Sequence[Grid], words: Sequence[Word], joiner: Joiner) -> list[Piece]:
    """Put the words into the grids' cells; return the pieces that stand in none."""
    free: list[Word] = []
    held: dict[int, tuple[Area, list[Word]]] = {}
    for word in words:
        area = area_of(grids, word)
        if area is None:
            free.append(word)
        else:
            held.setdefault(id(area), (area, []))[1].append(word)
    for area, inside in held.values():
        area.pieces.extend(joiner.pieces(inside))
    return joiner.pieces(free)


def area_of(grids: Sequence[Grid], word: Word) -> Area | None:
    """The cell that a word's middle lies in."""
    x, y = word.middle
    grid = next((grid for grid in grids if grid.holds(y, x, x)), None)
    if grid is None:
        return None
    band = grid.band_at(y)
    return next((area for area in band if x < area.x1), band[-1])


def mark_underlined(pieces: Sequence[Piece], rules: Sequence[Rule]) -> None:
    """Set ``strong`` where a rule stands under a line's first words."""
    for rule in rules:
        for piece in pieces:
            if -1.0 < rule.at - piece.base < UNDER and abs(rule.start - piece.x0) <= SLACK:
                piece.strong = max(piece.strong, _underlined(piece, rule.end))


def _underlined(piece: Piece, end: float) -> int:
    """How many characters from the piece's start end before ``end``, the letters taken as equally wide."""
    if end >= piece.x1 - SLACK:
        return len(piece.text)
    reach = (end - piece.x0) / max(piece.x1 - piece.x0, 1.0) * len(piece.text)
    return max(piece.text.rfind(" ", 0, int(reach) + 1), 0)
