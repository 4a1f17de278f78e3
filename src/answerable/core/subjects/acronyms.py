"""Acronyms that a text defines: "Total Recorded Crime (TRC)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from answerable.core.subjects.stems import stem

_DEFINED = re.compile(r"((?:[A-Za-z][\w'’&-]*\s+){1,8})\(([A-Z]{2,7})s?\)")
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to", "with", "&"})


class Definition(NamedTuple):
    """``acronym`` in lower case, ``words`` as printed, ``stems`` of the words."""

    acronym: str
    words: str
    stems: tuple[str, ...]


def definitions(text: str) -> Iterator[Definition]:
    """Each acronym in brackets whose letters begin the words before it, small words passed over or not."""
    if "(" not in text:
        return
    for match in _DEFINED.finditer(text):
        words = match[1].split()
        found = _expanded(words, match[2].lower())
        if found:
            stems = tuple(stem(word.lower()) for word in found if word.lower() not in _SMALL)
            yield Definition(match[2].lower(), " ".join(found), stems)


def _expanded(words: list[str], acronym: str) -> list[str] | None:
    """The last words whose first letters are the acronym, or None."""
    for start in range(len(words) - 1, -1, -1):
        taken = words[start:]
        letters = "".join(word[0].lower() for word in taken)
        great = "".join(word[0].lower() for word in taken if word.lower() not in _SMALL)
        if acronym in (letters, great) and words[start].lower() not in _SMALL:
            return taken
    return None
