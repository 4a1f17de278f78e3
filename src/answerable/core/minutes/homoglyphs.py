"""Letters that look like other letters: Cyrillic and Greek ones in Latin words, noughts for C.

Folded only where the context says so: in number and owner cells, and in tokens of capitals.
Source of the pairs: Unicode Technical Standard 39, confusables, the letters that stand alone in Latin use.
"""

from __future__ import annotations

import re

_PAIRS = dict(
    zip(
        "АВЕЗКМНОРСТУХІЅЈаеорсухіѕјԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABE3KMHOPCTYXISJaeopcyxisjdqwABEZHIKMNOPTYXo",
        strict=True,
    )
)
_TABLE = str.maketrans(_PAIRS)
_ALIEN = re.compile("[" + "".join(_PAIRS) + "]")


def has_alien(text: str) -> bool:
    """Whether the text holds a letter that only looks Latin."""
    return not text.isascii() and _ALIEN.search(text) is not None


def fold(text: str) -> str:
    """Look-alikes as the Latin letters that they look like; the length stays."""
    return text if text.isascii() else text.translate(_TABLE)


_NOUGHTS = re.compile(r"(?<![\d.])0(?:0|O|C)(?![\d.])|(?<![\d.A-Z])[CO]0(?![\d.])")


def fold_owner(text: str) -> str:
    """An owner cell read as it was meant ("сс" and "00" as "CC"); the length stays."""
    folded = fold(text)
    if has_alien(text):
        folded = re.sub(
            r"\b[a-z]{2,5}\b",
            lambda found: found[0].upper() if has_alien(text[found.start() : found.end()]) else found[0],
            folded,
        )
    return _NOUGHTS.sub("CC", folded)
