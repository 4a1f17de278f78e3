"""Which areas and partner bodies a text names, by whole words as minutes print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

SHORTEST = 2
"""A name of one letter is a bullet or an initial."""


class Named(NamedTuple):
    """``key`` is what is kept where one of ``words`` stands in a text: an area's slug, a body's name."""

    key: str
    words: tuple[str, ...]


class Finder:
    """Finds names as printed, or all in capitals: "north of the river" is not the area North."""

    def __init__(self, named: Iterable[Named]) -> None:
        self._keys: Mapping[str, list[str]] = _keys(named)
        spelled = sorted(self._keys, key=len, reverse=True)
        patterns = (r"\s+".join(map(re.escape, words.split())) for words in spelled)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")

    def __call__(self, *texts: str) -> list[str]:
        """The keys of what the texts name, each once, in order of the alphabet."""
        if not self._keys:
            return []
        found = (" ".join(one[0].split()) for text in texts for one in self._pattern.finditer(text))
        return sorted({key for words in found for key in self._keys[words]})


def _keys(named: Iterable[Named]) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = {}
    for one in named:
        for words in _spellings(one.words):
            keys.setdefault(words, []).append(one.key)
    return keys


def _spellings(words: Sequence[str]) -> set[str]:
    kept = [" ".join(one.split()) for one in words if len(one.strip()) >= SHORTEST]
    return {spelled for one in kept for spelled in (one, one.upper())}
