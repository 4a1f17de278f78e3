"""Strong type: how far into a line its start is bold or underlined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answerable.readers.pdf.labels import BULLET, NUMBER
from answerable.readers.pdf.pieces import Piece
from answerable.readers.pdf.rules import Rule
from answerable.readers.pdf.sheet import Sheet, Span

BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
BOLD_WEIGHT = 650
"""Weight from which a font is bold where its name does not say so (700 is bold, 400 plain)."""
UNDER = 0.35
"""An underline stands less than this share of the font size below the base line."""
SLACK = 2.0
"""Points by which an underline may begin or end beside its words."""


def mark_strong(sheet: Sheet, pieces: Sequence[Piece], underlines: Sequence[Rule]) -> None:
    """Set ``strong`` of the pieces: by their font, else by a rule under them."""
    starts = [piece.at + _marker(piece.text) for piece in pieces]
    for piece, font in zip(pieces, sheet.fonts(starts), strict=True):
        if _is_bold(sheet, font):
            piece.strong = _bold_length(sheet, piece)
    for rule in underlines:
        _mark_underlined(sheet, pieces, rule)


def _marker(text: str) -> int:
    """Where the words begin after a bullet or number."""
    match = BULLET.match(text) or NUMBER.match(text)
    if match is None:
        return 0
    rest = text[match.end() :]
    return len(text) - len(rest.lstrip()) if rest.strip() else 0


def _is_bold(sheet: Sheet, font: bytes) -> bool:
    return bool(BOLD_NAME.search(font)) or sheet.weight(font) >= BOLD_WEIGHT


def _bold_length(sheet: Sheet, piece: Piece) -> int:
    end = piece.at + len(piece.text)
    if _is_bold(sheet, sheet.fonts([end - 1])[0]):
        return len(piece.text)
    words = sheet.words(Span(piece.at + _marker(piece.text), end))
    bold = 0
    for word, font in zip(words, sheet.fonts([word.start for word in words]), strict=True):
        if not _is_bold(sheet, font):
            break
        bold = word.end - piece.at
    return bold


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
    first = _marker(piece.text)
    if rule.start <= piece.x0 + SLACK and rule.end >= piece.x1 - SLACK:
        return len(piece.text)
    words = sheet.words(Span(piece.at + first, piece.at + len(piece.text)))
    length = 0
    for word, found in zip(words, sheet.pieces(words), strict=True):
        if found.x0 < rule.start - SLACK or found.x1 > rule.end + SLACK:
            break
        length = word.end - piece.at
    return length
