"""Finding words in a text however they are written there: the places that they take up.

Case, accents, ligatures, invisible characters, kinds of white space, hyphens and apostrophes, and a word cut
by the end of a line make no difference. What is found is given as places of the text as it is.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

Span = tuple[int, int]

APOSTROPHES = "'\u2018\u2019\u02bc\u2032\uff07`\u00b4"
HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe63\uff0d"
BREAK = r"(?:-?[^\S\n]*\n\s*|-\s+)?"
"""What may cut a word in two at the end of a line."""

TAIL = r"(?:(?:'s|s'|s|')(?!\w))?"
"""The end of a possessive or a plural goes with its word: it tells how the word ends."""


KEPT_PATTERNS = 1000  # more than a meeting has redactions


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it is compared, and for each character of it the place that it has in the text as it is."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The places of a stretch in the text as it is, with the marks that belong to its last letter."""
        return self.places[start], self.places[end - 1] + 1


def plain(text: str) -> Plain:
    """The text in small letters without accents and invisible characters; white space and line ends stay."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for one in _folded(character):
            letters.append(one)
            places.append(place)
    return Plain("".join(letters), tuple(places))


def _folded(character: str) -> str:
    if character.isspace():
        return "\n" if character in "\n\r\x0b\x0c\u2028\u2029" else " "
    alike = unicodedata.normalize("NFKD", character).upper().casefold()  # by its capital, "ı" is "i"
    return "".join(_sign(one) for one in unicodedata.normalize("NFKD", alike))


def _sign(character: str) -> str:
    """A letter or a sign as it is compared: one apostrophe, one hyphen, no accents, nothing invisible."""
    if character in APOSTROPHES:
        return "'"
    if character == "\u00ad" or unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return ""
    return "-" if character in HYPHENS else character


def found(words: str, text: str) -> list[Span]:
    """Where the words stand in a text as whole words, from the left, as places of the text."""
    pattern = pattern_of(words)
    if pattern is None:
        return []
    seen = plain(text)
    spans = [seen.span(*one.span()) for one in pattern.finditer(seen.text)]
    return [(start, _with_marks(text, end)) for start, end in spans]


@lru_cache(maxsize=KEPT_PATTERNS)
def pattern_of(words: str) -> re.Pattern[str] | None:
    """What finds some words in a plain text; None where there is nothing to find."""
    wanted = " ".join(plain(words).text.split())
    pieces = re.findall(r"\w+", wanted)
    if not pieces:
        return re.compile(re.escape(wanted)) if wanted else None
    before = "".join(rf"(?:{one}\s*)?" for one in _signs(wanted[: wanted.index(pieces[0])]))
    behind = wanted[wanted.rindex(pieces[-1]) + len(pieces[-1]) :]
    after = "".join(rf"(?:\s*{one})?" for one in _signs(behind))
    middle = r"[\W_]*".join(BREAK.join(re.escape(one) for one in piece) for piece in pieces)
    return re.compile(rf"{before}(?<!\w){middle}{after}{TAIL}(?!\w)")


def _signs(edge: str) -> list[str]:
    """Signs before or behind the words, "£" or "%": they go with them where they stand there."""
    return [re.escape(one) for one in edge if not one.isspace()]


def _with_marks(text: str, end: int) -> int:
    """The end of a stretch, behind the accents and invisible characters that follow its last letter."""
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me", "Cf"):
        end += 1
    return end


def squeezed(text: str) -> str:
    """Only the letters and digits of a text: what is the same however it is cut."""
    return re.sub(r"[\W_]+", "", plain(text).text)
