"""Strong type: how far into a line its start is bold or underlined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

from answerable.readers.paper.labels import marker_length
from answerable.readers.paper.pieces import Piece
from answerable.readers.paper.rules import Rule
from answerable.readers.pdf.sheet import Sheet

BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
BOLD_WEIGHT = 650
"""Weight from which a font is bold where its name does not say so (700 is bold, 400 plain)."""
UNDER = 0.35
"""An underline stands less than this share of the font size below the base line."""
SLACK = 2.0
"""Points by which an underline may begin or end beside its words."""
WORD = re.compile(r"\S+")


def mark_strong(sheet: Sheet, pieces: Sequence[Piece], underlines: Sequence[Rule]) -> None:
    """Set ``strong`` of the pieces: by their font, else by a rule under them."""
    bold = _Bold(sheet)
    for piece in pieces:
        piece.marker = marker_length(piece.text)
    starts = bold.at([piece.at + piece.marker for piece in pieces])
    begun = list(compress(pieces, starts))
    ends = bold.at([piece.at + len(piece.text) - 1 for piece in begun])
    for piece, is_bold in zip(begun, ends, strict=True):
        piece.strong = len(piece.text) if is_bold else _bold_length(bold, piece)
    for rule in underlines:
        _mark_underlined(sheet, pieces, rule)


class _Bold:
    """Tells bold characters by the names of their fonts, each looked up once, else by their weight."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._known: dict[int, bool] = {}

    def at(self, places: Sequence[int]) -> list[bool]:
        """Whether the characters at these places of the page's text are bold."""
        known = self._known
        fonts = self._sheet.fonts(places)
        for font in set(fonts) - known.keys():
            known[font] = self._is_bold(places[fonts.index(font)])
        return list(map(known.__getitem__, fonts))

    def is_at(self, place: int) -> bool:
        """Whether the character at this place is bold."""
        is_bold = self._known.get(self._sheet.font(place))
        return self.at([place])[0] if is_bold is None else is_bold

    def _is_bold(self, place: int) -> bool:
        return (
            bool(BOLD_NAME.search(self._sheet.font_name(place))) or self._sheet.weight(place) >= BOLD_WEIGHT
        )


def _bold_length(bold: _Bold, piece: Piece) -> int:
    length = 0
    for word in WORD.finditer(piece.text, piece.marker):
        if not bold.is_at(piece.at + word.start()):
            break
        length = word.end()
    return length


def _mark_underlined(sheet: Sheet, pieces: Sequence[Piece], rule: Rule) -> None:
    for piece in pieces:
        if (
            -SLACK / 2 < rule.at - piece.base < UNDER * piece.size
            and rule.start < piece.x1
            and rule.end > piece.x0
        ):
            piece.strong = max(piece.strong, _underlined(sheet, piece, rule))


def _underlined(sheet: Sheet, piece: Piece, rule: Rule) -> int:
    """How many characters from the piece's start the rule underlines; the marker needs no rule."""
    if rule.start <= piece.x0 + SLACK and rule.end >= piece.x1 - SLACK:
        return len(piece.text)
    marker, length = piece.marker, 0
    for text, at, x0, x1 in sheet.words([piece])[0]:
        end = at - piece.at + len(text)
        if end <= marker:
            continue
        if x0 < rule.start - SLACK or x1 > rule.end + SLACK:
            break
        length = end
    return length
