"""Words of a scan in points, with how heavy their strokes are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from PIL import Image, ImageFilter

from answerable.readers.ocr.picture import INCH
from answerable.readers.ocr.tesseract import ReadWord

HANGING = re.compile(r"[gjpqyQ,;()\[\]/|]")
"""Letters that reach below the base line."""
TALL = re.compile(r"[A-Zbdfhklt0-9]")
CAPITAL, SMALL, HANG = 0.72, 0.52, 0.21
"""Heights of capitals and small letters above the base line, depth of hanging letters, in font sizes."""
JUNK = re.compile(r"[|_\-—–~.'‘’`°:;=\\/\[\]{}]+")
"""What rules and specks are read as."""
BELIEVED = 60.0
"""How sure a reading of nothing but strokes must be to count."""
FEWEST_LETTERS = 3
"""Letters that a word must have for its strokes to say anything."""
BOLD = 1.25
"""A word whose strokes are this many times as heavy as the page's usual ones is bold."""
CORE = 3
"""Pixels at 300 dpi that a stroke must be wide all ways to have a core; bold strokes are mostly core."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a scan: its box in points from the page's top left, how surely it was read (0 to 100),
    on which line, and the weight of its strokes (1 is the page's usual one)."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    sure: float
    line: tuple[int, int, int]
    weight: float = 1.0

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @property
    def is_telling(self) -> bool:
        """Whether the word is long enough for its size and weight to be trusted."""
        return sum(letter.isalpha() for letter in self.text) >= FEWEST_LETTERS

    @property
    def size(self) -> float:
        """The font size that its height and letters make likely."""
        share = CAPITAL if TALL.search(self.text) else SMALL
        return (self.bottom - self.top) / (share + (HANG if HANGING.search(self.text) else 0.0))

    def base(self, size: float) -> float:
        """Its base line, if it is set in this size."""
        return self.bottom - (HANG * size if HANGING.search(self.text) else 0.0)


def believed(read: Sequence[ReadWord], dpi: int, left: float = 0.0, top: float = 0.0) -> list[Word]:
    """The words in points from the page's top left (the picture's is at ``left``, ``top``), specks left out.

    A stroke between words is a dash; alone or at a line's end it is a speck or what was left of a rule.
    """
    scale = INCH / dpi
    inner = [False, *(before.line == word.line == after.line for before, word, after in _threes(read)), False]
    return [
        Word(
            word.text,
            left + word.x0 * scale,
            top + word.y0 * scale,
            left + word.x1 * scale,
            top + word.y1 * scale,
            word.sure,
            word.line,
        )
        for word, is_inner in zip(read, inner, strict=False)
        if is_inner or word.sure >= BELIEVED or not JUNK.fullmatch(word.text)
    ]


def _threes(read: Sequence[ReadWord]) -> Iterator[tuple[ReadWord, ReadWord, ReadWord]]:
    """Each word with the one before and the one after."""
    return zip(read, read[1:], read[2:], strict=False)


def weighed(words: Sequence[Word], dark: Image.Image, dpi: int) -> list[Word]:
    """The words with the weight of their strokes, measured on the page's ink."""
    core = dark.filter(ImageFilter.MinFilter(CORE))
    shares = [_core_share(word, dark, core, dpi) for word in words]
    known = [share for word, share in zip(words, shares, strict=True) if word.is_telling]
    usual = median(known) if known else 0.0
    if not usual:
        return list(words)
    return [replace(word, weight=share / usual) for word, share in zip(words, shares, strict=True)]


def _core_share(word: Word, dark: Image.Image, core: Image.Image, dpi: int) -> float:
    scale = dpi / INCH
    box = (
        int(word.x0 * scale),
        int(word.top * scale),
        int(word.x1 * scale) + 1,
        int(word.bottom * scale) + 1,
    )
    ink = dark.crop(box).histogram()[255]
    return core.crop(box).histogram()[255] / ink if ink else 0.0


def bold_length(words: Sequence[Word]) -> int:
    """How many characters of a line of words, from its start, are bold."""
    length = end = 0
    for word in words:
        end += len(word.text)
        if word.is_telling:
            if word.weight < BOLD:
                break
            length = end
        end += 1
    whole = length and not any(word.is_telling for word in _after(words, length))
    return len(" ".join(word.text for word in words)) if whole else length


def _after(words: Sequence[Word], length: int) -> list[Word]:
    """The words of a line that begin after its first ``length`` characters."""
    at, rest = 0, []
    for word in words:
        if at >= length:
            rest.append(word)
        at += len(word.text) + 1
    return rest
