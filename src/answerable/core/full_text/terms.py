"""What somebody typed into a search box, taken apart once for both databases.

``police officers`` finds both words, ``"police officer"`` the phrase, ``burgl*`` words that begin so,
``theft OR burglary`` either, ``-vehicle`` leaves out. Anything else is read as words, so nothing that can
be typed is an error. What is left is letters and digits, which neither database can misread.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_WORDS = 32  # more than anybody means; SQLite's expressions may be 256 deep
LONGEST_WORD = 60  # letters; PostgreSQL refuses words of 2 kB
LONGEST_QUERY = 4000  # letters: what comes after is not looked at

_OF_NO_SCRIPT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\uf8ff\ufff0-\uffff\U000e0000-\U0010ffff]")
_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_OR = "OR"


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other; with ``prefix`` the last may be the start of a word."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(slots=True)
class Group:
    """Terms that must all be there, and terms that must not."""

    wanted: list[Term] = field(default_factory=list)
    unwanted: list[Term] = field(default_factory=list)


def clean(text: str) -> str:
    """Text that every database stores and splits alike: NFC, and a blank for each letter of no script.

    Those are control characters, halves of surrogate pairs and private letters (a font's bullets). The
    marks that highlights are made of are control characters too, so no text can contain one.
    """
    return _OF_NO_SCRIPT.sub(" ", unicodedata.normalize("NFC", text))


def parse(text: str) -> list[Group]:
    """The groups of which one must match; empty where nothing was asked for.

    A group that only leaves out asks for nothing, and is not one.
    """
    groups = [Group()]
    left = MOST_WORDS
    for term, minus in _terms(clean(text[:LONGEST_QUERY])):
        if term is None:
            groups.append(Group())
        elif left > 0:
            kept = Term(term.words[:left], term.prefix)
            left -= len(kept.words)
            (groups[-1].unwanted if minus else groups[-1].wanted).append(kept)
    return [group for group in groups if group.wanted]


def _terms(text: str) -> Iterator[tuple[Term | None, bool]]:
    """Each term with whether it is to be left out; None stands for OR."""
    for piece in _PIECE.finditer(text):
        word, phrase, minus = piece["word"], piece["phrase"], bool(piece["minus"])
        if word == _OR and not minus:
            yield None, False
            continue
        raw = word if phrase is None else phrase
        words = tuple(found[:LONGEST_WORD] for found in _WORD.findall(raw))
        if words:
            yield Term(words, prefix=phrase is None and raw.endswith("*")), minus
