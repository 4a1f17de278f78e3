"""Footnote marks behind values and periods: "12 [note 3]", "12*", "12 r", "May 2024 (p)"."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKS = re.compile(
    r"\s*(?:\[\s*(?:notes?|footnotes?|n)\s*[\d, and&]+\s*\]|\(\s*(?:notes?|footnotes?)\s*[\d, and&]+\s*\)"
    r"|\[\s*(?P<square>[a-z])\s*\]|\(\s*(?P<round>[a-z])\s*\)|(?<=\d)\s?(?P<bare>[pr])"
    r"|[*†‡§#¹²³⁴-⁹⁰]+|\((?P<word>provisional|revised|estimated?)\))\s*$",
    re.IGNORECASE,
)
"""The last mark of a cell. Superscript figures are marks and never digits: 12² is 12 with note 2.

Letters are those of the Government Analysis Function's guidance on symbols in tables: [p] provisional,
[r] revised, [e] estimated, [b] break in the series, [u] low reliability."""
_OF_VALUES = "pruebf"
"""Letters that stand beside a value; the others ([x], [c], [z]) stand in its place."""
_WORDS = {"provisional": "p", "revised": "r", "estimate": "e", "estimated": "e"}


class Marked(NamedTuple):
    """What stands there without its marks, and the letters of those ("p", "r") that say something."""

    text: str
    letters: frozenset[str]
    noted: bool  # there was a mark of any kind

    @property
    def provisional(self) -> bool:
        return "p" in self.letters or "e" in self.letters


def without_marks(text: str) -> Marked:
    """12 and {"p"} of "12 [p][note 3]"; a mark with nothing before it stays, it stands for a value."""
    rest, letters, noted = text.strip(), set[str](), False
    while found := _MARKS.search(rest):
        letter = (found["square"] or found["round"] or found["bare"] or "").lower()
        if found["word"]:
            letter = _WORDS[found["word"].lower()]
        if not rest[: found.start()].strip() or (letter and letter not in _OF_VALUES):
            break
        rest, noted = rest[: found.start()].strip(), True
        letters |= {letter} if letter else set()
    return Marked(rest, frozenset(letters), noted)
