"""How alike two wordings of an action are: abbreviations folded, small words left out, order forgiven."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

_SPELLED_OUT = {
    "police and crime commissioner": "pcc",
    "deputy police and crime commissioner": "dpcc",
    "police fire and crime commissioner": "pfcc",
    "chief constable": "cc",
    "deputy chief constable": "dcc",
    "assistant chief constable": "acc",
    "chief executive": "cex",
    "chief finance officer": "cfo",
    "holding to account": "hta",
    "service improvement board": "sib",
    "local policing area": "lpa",
    "local criminal justice board": "lcjb",
}
"""Words that minutes print in full at one meeting and short at the next."""

_LONGEST_FIRST = sorted(_SPELLED_OUT.items(), key=lambda pair: -len(pair[0]))
_SMALL = frozenset(
    {
        "a", "an", "and", "any", "are", "as", "at", "be", "been", "being", "by", "for", "from", "has",
        "have", "in", "into", "is", "it", "its", "of", "on", "or", "that", "the", "their", "then", "there",
        "this", "to", "was", "were", "will", "with", "would", "action", "update", "should",
    }
)  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+")
ENDINGS = ("ing", "ed", "es", "s")
SHORTEST_STEM = 4

ALL_WORDS, SET_WEIGHT = 0.6, 0.4
"""The likeness is mostly of all the words in any order; a quoted part of a longer action counts the rest."""


class Wording(NamedTuple):
    """The words that count, stemmed, in order and as one string."""

    text: str
    size: int

    @classmethod
    def of(cls, text: str) -> Wording:
        return _wording(text)


@lru_cache(maxsize=4096)
def _wording(text: str) -> Wording:
    folded = text.casefold().replace("'", "").replace("’", "")
    spaced = " ".join(_WORD.findall(folded))
    for long, short in _LONGEST_FIRST:
        spaced = re.sub(rf"\b{long}\b", short, spaced)
    words = [_stem(word) for word in spaced.split() if word not in _SMALL]
    return Wording(" ".join(words), len(words))


def _stem(word: str) -> str:
    """ "share" and "shared", "report" and "reports" count as one."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > SHORTEST_STEM else word


def likeness(one: Wording, other: Wording) -> float:
    """0 to 1; 0 where either has no word that counts.

    rapidfuzz's token sort ratio (all words, in any order) and its token set ratio (the words of the shorter
    in the longer), the latter worth less the fewer words the shorter has.
    """
    if not one.size or not other.size:
        return 0.0
    every = fuzz.token_sort_ratio(one.text, other.text) / 100
    part = fuzz.token_set_ratio(one.text, other.text) / 100
    shorter = min(one.size, other.size)
    trusted = part * shorter / (shorter + 2)
    return max(every, ALL_WORDS * every + SET_WEIGHT * trusted)
