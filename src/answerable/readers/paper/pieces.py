"""Pieces: runs of characters on one printed line, in one column, with the place they stand at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from answerable.core.minutes.document import Box
from answerable.readers.paper.labels import BULLET, LABEL, marker_length

ASCENT, DESCENT = 0.80, 0.22
"""How far letters reach above and below the base line, in font sizes (Helvetica and Times, rounded up)."""


@dataclass(slots=True)
class Piece:
    """Characters of one printed line in one column; lengths in points from the page's top left.

    ``base`` is the base line's height, ``strong`` how many characters from the start are bold or
    underlined (a marker before them counted in), ``at`` the place of the first character in the page's text,
    ``marker`` how many characters before the words are a bullet or number (found when first asked for).
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    page: int
    at: int
    strong: int = 0
    marker: int = -1

    @property
    def is_marked(self) -> bool:
        """Whether the line begins with a bullet or a list item's number, and words follow."""
        if self.marker < 0:
            self.marker = marker_length(self.text)
        return self.marker > 0

    @property
    def top(self) -> float:
        return self.base - ASCENT * self.size

    @property
    def bottom(self) -> float:
        return self.base + DESCENT * self.size

    @property
    def box(self) -> Box:
        base, size = self.base, self.size
        top, bottom = base - ASCENT * size, base + DESCENT * size
        return (  # rounded to a tenth of a point, at a fifth of what round() costs
            (10 * self.x0 + 0.5) // 1 / 10,
            (10 * top + 0.5) // 1 / 10,
            (10 * self.x1 + 0.5) // 1 / 10,
            (10 * bottom + 0.5) // 1 / 10,
        )


_height, _left = attrgetter("base"), attrgetter("x0")
SAME_LINE = 0.45
"""Two pieces stand on one line where their base lines differ by less than this share of the font size."""


def on_lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces grouped by printed line, top to bottom, and left to right within a line."""
    if not pieces:
        return []
    first, *rest = sorted(pieces, key=_height)
    lines = [[first]]
    for piece in rest:
        if piece.base - first.base < SAME_LINE * (piece.size if piece.size > first.size else first.size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
            first = piece
    for line in lines:
        if len(line) > 1:
            line.sort(key=_left)
    return lines


JOIN = 0.12
"""Pieces closer than this share of the font size are one word (a raised "th" after a number)."""


def printed(pieces: Sequence[Piece]) -> list[Piece]:
    """The printed lines of one cell: pieces of a line made into one, the text in reading order."""
    if len(pieces) == 1:
        return list(pieces)
    ordered = sorted(pieces, key=_height)
    above = ordered[0]
    for piece in ordered[1:]:
        if piece.base - above.base < SAME_LINE * (piece.size if piece.size > above.size else above.size):
            return [line[0] if len(line) == 1 else _joined(line) for line in on_lines(ordered)]
        above = piece
    return ordered


def _joined(line: Sequence[Piece]) -> Piece:
    text, strong = line[0].text, line[0].strong
    whole = strong == len(text) or bool(LABEL.fullmatch(text) or BULLET.fullmatch(text))
    for before, piece in pairwise(line):
        if piece.x0 - before.x1 > JOIN * piece.size:
            text += " "
        if whole and piece.strong:
            strong = len(text) + piece.strong
            whole = piece.strong == len(piece.text)
        else:
            whole = False
        text += piece.text
    biggest = max(line, key=attrgetter("size"))
    x1 = max(piece.x1 for piece in line)
    first = line[0]
    return Piece(text, first.x0, x1, biggest.base, biggest.size, first.page, first.at, strong)
