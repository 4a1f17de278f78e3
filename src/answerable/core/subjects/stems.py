"""Words to stems: a light English stemmer that joins "partners" and "partnership", "surveyed" and "survey".

After the first steps of Porter's algorithm (M. F. Porter, "An algorithm for suffix stripping", 1980), made
lighter: an ending goes only where at least three letters with a vowel are left.
"""

from __future__ import annotations

import re
from functools import lru_cache

LEAST_STEM = 3
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_ENDINGS = ("ships", "ship", "ings", "ing", "edly", "ed", "ely", "ly")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a lower-case word; numbers and short words are their own."""
    if len(word) <= LEAST_STEM or not word.isalpha():
        return word
    word = _singular(word)
    for ending in _ENDINGS:
        left = word[: -len(ending)]
        if word.endswith(ending) and len(left) >= LEAST_STEM and _VOWEL.search(left):
            return _tidy(left)
    return _tidy(word)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > LEAST_STEM + 1:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _tidy(left: str) -> str:
    """Without a doubled last consonant ("planned") or a mute e ("service", "servicing")."""
    if _DOUBLED.search(left):
        return left[:-1]
    if left.endswith("e") and len(left) > LEAST_STEM:
        return left[:-1]
    return left
