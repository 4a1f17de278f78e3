"""Numbers of a sequence repaired: a misread one becomes the only one that fits between its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence

Number = tuple[int, ...]
PARTS = re.compile(r"\d+(?:\.\d+)*\.?")


def parsed(label: str) -> Number | None:
    """The parts of a printed number ("2.1" is 2, 1); None for any other label."""
    if not PARTS.fullmatch(label):
        return None
    return tuple(int(part) for part in label.rstrip(".").split("."))


def may_follow(before: Number, number: Number) -> bool:
    """Whether an agenda may print ``number`` next after ``before``: the next of a level, or a child."""
    if number == (*before, 1):
        return True
    level = len(number)
    return level <= len(before) and number == (*before[: level - 1], before[level - 1] + 1)


def repaired(labels: Sequence[str]) -> dict[int, str]:
    """For each place in the sequence that is misread, the one label that fits; others are left alone."""
    numbers = [parsed(label) for label in labels]
    known = [place for place, number in enumerate(numbers) if number is not None]
    found: dict[int, str] = {}
    for before, place, after in zip(known, known[1:], known[2:], strict=False):
        first, number, last = numbers[before], numbers[place], numbers[after]
        if first is None or number is None or last is None or may_follow(first, number):
            continue
        fitting = [middle for middle in _followers(first) if may_follow(middle, last)]
        if len(fitting) == 1:
            dot = "." if labels[place].endswith(".") else ""
            found[place] = ".".join(map(str, fitting[0])) + dot
            numbers[place] = fitting[0]
    return found


def _followers(number: Number) -> list[Number]:
    """The numbers that may come next after ``number``."""
    levels = range(1, len(number) + 1)
    return [(*number, 1), *((*number[: level - 1], number[level - 1] + 1) for level in levels)]
