"""Short cells read again: a narrow column by itself, with only the letters that it can hold.

In a full page "2.1" is read as "24" and "DCC" as "bcc"; a strip of them alone is read well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from answerable.readers.ocr.picture import INCH
from answerable.readers.ocr.placing import area_of
from answerable.readers.ocr.tesseract import ONE_BLOCK, words_in
from answerable.readers.ocr.words import Word, believed
from answerable.readers.paper.grids import Grid

NARROW = 90.0
"""Points: a column this narrow holds numbers, dates or owners."""
INSET = 1.5
"""Points cut off a strip's sides, where the rules were."""
DIGITS = "0123456789."
CAPITALS = "0123456789.ABCDEFGHIJKLMNOPQRSTUVWXYZx/&,"
SHARE = 0.5
"""Share of a column's words that must look like numbers, or like initials, for it to be read as such."""
LOOKS_NUMBER = re.compile(r"[\d.,lI]{1,6}[a-z]?\.?|[a-i]")
LOOKS_INITIALS = re.compile(r"(?:\d\.)?[A-Za-z]{2,4}[xX]?(?:/[A-Za-z]*)*")
KEPT = re.compile(r"[A-Za-z]{4,}:?|[a-i]\.?")
"""A column's head, or a letter among numbers: kept as the page gave it."""
PLAIN_WORD = re.compile(r"[A-Za-z]{4,}:?")
SURE = 80.0


def reread(words: Sequence[Word], grids: Sequence[Grid], picture: Image.Image, dpi: int) -> list[Word]:
    """The page's words, those of narrow columns of numbers or initials as a second look at them gives."""
    kept = list(words)
    for number, grid in enumerate(grids):
        for left, right in zip(grid.xs, grid.xs[1:], strict=False):
            inside = [word for word in kept if _is_in(grid, word, left, right)]
            letters = _letters(inside) if right - left < NARROW else ""
            if letters:
                again = _strip(grid, left, right, picture, dpi, letters)
                kept = _merged(kept, inside, again, number)
    return kept


def _is_in(grid: Grid, word: Word, left: float, right: float) -> bool:
    area = area_of([grid], word)
    return area is not None and abs(area.x0 - left) < INSET and abs(area.x1 - right) < INSET


def _letters(words: Sequence[Word]) -> str:
    """What a column can hold, by what its words look like; nothing where it is neither."""
    short = [word for word in words if not PLAIN_WORD.fullmatch(word.text)]
    if not short:
        return ""
    if sum(bool(LOOKS_NUMBER.fullmatch(word.text)) for word in short) >= SHARE * len(short):
        return DIGITS
    if sum(bool(LOOKS_INITIALS.fullmatch(word.text)) for word in short) >= SHARE * len(short):
        return CAPITALS
    return ""


def _strip(grid: Grid, left: float, right: float, picture: Image.Image, dpi: int, letters: str) -> list[Word]:
    x0, x1, top, bottom = left + INSET, right - INSET, grid.ys[0], grid.ys[-1]
    scale = dpi / INCH
    crop = picture.crop((int(x0 * scale), int(top * scale), int(x1 * scale), int(bottom * scale)))
    return believed(words_in(crop, dpi, mode=ONE_BLOCK, letters=letters), dpi, x0, top)


def _merged(kept: Sequence[Word], inside: Sequence[Word], again: Sequence[Word], number: int) -> list[Word]:
    """The second reading where it says anything; heads and what it missed as they were."""
    heads = [word for word in inside if KEPT.fullmatch(word.text) and word.sure >= SURE]
    fresh = [
        replace(word, line=(-1 - number, *word.line[1:]), weight=_weight(word, inside))
        for word in again
        if not any(_overlap(word, head) for head in heads)
    ]
    missed = [word for word in inside if not any(_overlap(word, other) for other in fresh)]
    others = [word for word in kept if not any(word is each for each in inside)]
    return others + fresh + missed


def _overlap(word: Word, other: Word) -> bool:
    return min(word.bottom, other.bottom) > max(word.top, other.top) and min(word.x1, other.x1) > max(
        word.x0, other.x0
    )


def _weight(word: Word, before: Sequence[Word]) -> float:
    return next((other.weight for other in before if _overlap(word, other)), 1.0)
