"""What a check says of one place of what is put forward."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

AROUND = 40
"""Letters on either side that are quoted, so that a person sees what is meant."""


@dataclass(frozen=True, slots=True)
class Place:
    """One text of a part: the address that it is read at, and which of its fields it is ("text", "title")."""

    path: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """Names that may stand: of people who hold a public post, as they are printed anywhere."""

    names: frozenset[str] = field(default=frozenset())

    def has(self, name: str) -> bool:
        """Is it one of them, or the surname of one?"""
        words = name.casefold().split()
        return any(words == held[-len(words) :] for held in (one.casefold().split() for one in self.names))


@dataclass(frozen=True, slots=True)
class Finding:
    """``code`` is the check's. ``blocks``: nobody can let it stand; else a person says why it may."""

    code: str
    path: str
    field: str
    words: str
    quote: str
    sentence: str
    mend: str
    blocks: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """``find`` gives the spans of a text that it is about; its steps are bounded by the letters.

    ``sentence`` says what was found, ``mend`` what to do.
    """

    code: str
    name: str
    sentence: str
    mend: str
    find: Callable[[str, Known], Iterator[tuple[int, int]]]
    blocks: bool = False

    def look(self, place: Place, known: Known) -> Iterator[Finding]:
        for start, end in self.find(place.text, known):
            words, quote = place.text[start:end], quoted(place.text, start, end)
            yield Finding(
                self.code, place.path, place.field, words, quote, self.sentence, self.mend, self.blocks
            )


def quoted(text: str, start: int, end: int) -> str:
    """The words with a little of what stands around them."""
    before, after = max(0, start - AROUND), min(len(text), end + AROUND)
    cut = re.sub(r"\s+", " ", text[before:after]).strip()
    return f"{'…' if before else ''}{cut}{'…' if after < len(text) else ''}"


def spans(pattern: re.Pattern[str]) -> Callable[[str, Known], Iterator[tuple[int, int]]]:
    """A check that is one pattern."""

    def find(text: str, known: Known) -> Iterator[tuple[int, int]]:
        del known
        for match in pattern.finditer(text):
            yield match.span()

    return find
