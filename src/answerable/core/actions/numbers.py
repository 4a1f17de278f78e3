"""Item numbers as people print them, in one shape."""

from __future__ import annotations

import re

_LEAD = re.compile(r"^(?:agenda\s+)?(?:items?|minute|action|ref|no)\.?\s*(?:no\.?\s*)?", re.IGNORECASE)
_PART = re.compile(r"\d+|[a-z]+", re.IGNORECASE)


def normal_number(number: str) -> str:
    """An item number in one shape: "2.1c", "2.1.c", "2.1 (c)" and "Agenda item 2.1C" are "2.1.c"."""
    return ".".join(part.casefold() for part in _PART.findall(_LEAD.sub("", number.strip())))


def likeness_of_numbers(printed: str, number: str | None) -> float:
    """1 for the same item, for a parent or child of it their shared parts over all, else 0."""
    if number is None:
        return 0.0
    one, other = normal_number(printed).split("."), normal_number(number).split(".")
    shared = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        shared += 1
    if shared < min(len(one), len(other)):
        return 0.0  # a sibling is another item
    return shared / max(len(one), len(other))
