"""Office numbers of actions as people list them: "close A-0020, 33, 34 and 35", "33 to 35; A-0040"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MOST = 500
"""So many actions at most are dealt with at once: more is a slip of the keyboard ("33 to 3500")."""

LARGEST = 9_999_999
"""The largest number that an office can have given: what is longer is no number of ours."""

_LEAD = re.compile(
    r"^\s*(?:please\s+)?(?:close|carry forward|carry)?\s*(?:actions?|numbers?|nos?\.?)?\s*:?", re.I
)
_NUMBER = r"(?:A\s?[-–]?\s?)?\d+"
_PART = re.compile(
    rf"(?P<first>{_NUMBER})(?:\s*(?:to|until|-|–|—)\s*(?P<last>{_NUMBER}))?|(?P<word>[^\s,;&]+)", re.I
)
_BETWEEN = frozenset({"and", "also", "as", "well", "both", "actions", "action", "number", "numbers"})
_DIGITS = re.compile(r"\d+")


class Listed(NamedTuple):
    """The numbers in the order named, each once, as the office writes them; and a sentence to each slip."""

    numbers: tuple[str, ...]
    problems: tuple[str, ...]


def listed_numbers(text: str) -> Listed:
    """The numbers that a list names."""
    numbers: dict[str, None] = {}
    problems: list[str] = []
    for part in _PART.finditer(_LEAD.sub(" ", text, count=1)):
        if part["word"]:
            problems += _slip(part["word"])
            continue
        found, problem = _range(part["first"], part["last"])
        numbers.update(dict.fromkeys(map(office_number, found)))
        problems += problem
    if len(numbers) > MOST:
        problems = [*problems, f"That is {len(numbers)} actions: name at most {MOST} at once."]
    return Listed(tuple(numbers), tuple(dict.fromkeys(problems)))


def office_number(number: int) -> str:
    """20 as "A-0020"."""
    return f"A-{number:04d}"


def _slip(word: str) -> Iterator[str]:
    bare = word.strip(".()[]\"'“”‘’")
    if bare and bare.casefold() not in _BETWEEN:
        yield f"“{bare[:40]}” is no number of an action: write A-0020, or 20."


def _range(first: str, last: str | None) -> tuple[list[int], list[str]]:
    low = _value(first)
    high = _value(last) if last else low
    if low is None or high is None:
        return [], [f"“{first[:40]}” is no number of an action: write A-0020, or 20."]
    if high < low:
        return [], [f"“{first} to {last}” runs backwards: write the smaller number first."]
    if high - low >= MOST:
        return [], [f"“{first} to {last}” is {high - low + 1} actions: name at most {MOST} at once."]
    return list(range(low, high + 1)), []


def _value(printed: str) -> int | None:
    digits = _DIGITS.search(printed)
    if digits is None or len(digits[0]) > len(str(LARGEST)):
        return None
    return int(digits[0]) or None
