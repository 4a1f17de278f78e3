"""Numbers of agenda items in a forum's scheme, as the meeting record tells them.

A label is what is printed before the title; a number is the labels of an item and of those that it stands
under, joined by dots, which a decimal label already is: docs/reference/meeting-record.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

DECIMAL, LETTERS, NONE = "decimal", "letters", "none"
DEEPEST = 3  # levels: "2.1.1" can be said aloud in a meeting, a fourth cannot


class Numbered(NamedTuple):
    """What is printed before a title and what it is cited by; None where a forum has no numbers."""

    label: str | None
    number: str | None


def numbered(levels: Sequence[int], scheme: str) -> list[Numbered]:
    """The labels and numbers of items in order. ``levels`` are 1 for the outermost."""
    if scheme == NONE:
        return [Numbered(None, None) for _ in levels]
    found = []
    for counts in _counts(levels):
        if scheme == DECIMAL:
            number = ".".join(map(str, counts))
            found.append(Numbered(number, number))
        else:
            labels = [_STYLES[depth % len(_STYLES)](count) for depth, count in enumerate(counts)]
            found.append(Numbered(labels[-1], ".".join(labels)))
    return found


def tidied(levels: Sequence[int]) -> list[int]:
    """The levels without a step down of more than one, and none below the deepest."""
    found: list[int] = []
    for level in levels:
        most = found[-1] + 1 if found else 1
        found.append(min(max(level, 1), most, DEEPEST))
    return found


def letters(count: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    found = ""
    while count > 0:
        count, rest = divmod(count - 1, 26)
        found = chr(ord("a") + rest) + found
    return found


def roman(count: int) -> str:
    """1 is i, 4 is iv, 9 is ix."""
    found = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        found += sign * times
    return found


def _counts(levels: Sequence[int]) -> list[tuple[int, ...]]:
    """How many of each level there were, down to each item: (2, 1) is the first under the second."""
    counts: list[int] = []
    found = []
    for level in tidied(levels):
        counts = [*counts[: level - 1], (counts[level - 1] if len(counts) >= level else 0) + 1]
        found.append(tuple(counts))
    return found


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STYLES: tuple[Callable[[int], str], ...] = (str, letters, roman)
