"""How alike two wordings are, and which label goes with which prediction.

Texts are folded to lower-case letters, digits and "%" before they are compared. The measure is difflib's
ratio. RapidFuzz's ratio counts the longest common subsequence where difflib counts matching blocks, which
are a common subsequence: it can never be the smaller of the two, so it rules pairs out at no loss.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

from rapidfuzz import fuzz

LEAST_WORDS_FOR_OVERLAP = 4
"""Shorter wordings hold too little for "most of its words are there" to mean anything."""

Label = TypeVar("Label")
Prediction = TypeVar("Prediction")

_TRAILING_BRACKETS = re.compile(r"\s*\([^()]*\)[\s.]*$")
_WORD = re.compile(r"[^\W_]+|%")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower-case letters, digits and "%" only."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return "".join(char for char in folded if char.isalnum() or char == "%")


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, lower case, in order."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).lower()))


@lru_cache(maxsize=200_000)
def ratio(one: str, other: str, least: float) -> float:
    """difflib's ratio of the folded texts, or 0 where it is certainly under ``least``."""
    left, right = fold(one), fold(other)
    if left == right:
        return 1.0
    if fuzz.ratio(left, right) < least * 100:
        return 0.0
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def overlap(one: str, other: str) -> float:
    """The share of the shorter text's words that stand in the other as well (0 to 1)."""
    left, right = Counter(words(one)), Counter(words(other))
    shorter = min(left.total(), right.total())
    if shorter < LEAST_WORDS_FOR_OVERLAP:
        return 0.0
    return (left & right).total() / shorter


def without_trailing_brackets(text: str) -> str:
    """A text without the "(Secretariat)" that it ends with."""
    return _TRAILING_BRACKETS.sub("", text)


def pair(
    labels: Sequence[Label],
    predictions: Sequence[Prediction],
    alike: Callable[[Label, Prediction], float],
    least: float,
) -> dict[int, int]:
    """Label index to prediction index, the most alike first, each used once at most.

    Equally alike pairs are joined in the order of the document.
    """
    pairs = [
        (-score, abs(left - right), left, right)
        for left, label in enumerate(labels)
        for right, prediction in enumerate(predictions)
        if (score := alike(label, prediction)) >= least
    ]
    joined: dict[int, int] = {}
    used: set[int] = set()
    for _score, _distance, left, right in sorted(pairs):
        if left not in joined and right not in used:
            joined[left] = right
            used.add(right)
    return joined
