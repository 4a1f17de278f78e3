"""What each part of a plan stands under: as the sheet says, by its number, or by the heading over it."""

from __future__ import annotations

import re
from collections.abc import Callable

from answerable.core.plans.parts import ACTION, OBJECTIVE, Found, Part

POLICE_AND_CRIME = "police-and-crime"

_LAST = re.compile(
    r"(.+?)(?:[.\-/ ][0-9]+|(?<=[a-z])[0-9]+|[.\-/ ]\(?[a-z]\)?|(?<=[0-9])\(?[a-z]\)?)", re.IGNORECASE
)
"""A number without its last piece: 1.2|.3, A|4, 4|b, 4|(b); two digits are one piece."""

Tell = Callable[[Part, str, str], None]
"""Says that a field of a part is wrong, and why."""


def settle_tree(found: Found, plan_kind: str, tell: Tell) -> None:
    """Give each part its parent and kind; tell numbers that stand twice, missing parents, circles."""
    first: dict[str, Part] = {}
    for part in found.parts:
        known = first.setdefault(part.number.casefold(), part)
        if known is not part and part.number:
            tell(part, "number", _twice(part, known))
    for part in found.parts:
        _find_parent(part, first, tell)
    for part in found.parts:
        if _goes_round(part, first):
            tell(part, "parent", f"{part.number} stands under itself: name another parent")
    parents = {part.parent.casefold() for part in found.parts if part.parent}
    alone = OBJECTIVE if plan_kind == POLICE_AND_CRIME else ACTION
    for part in found.parts:
        if not part.kind:
            part.kind = OBJECTIVE if part.number.casefold() in parents else ACTION if part.parent else alone


def _twice(part: Part, known: Part) -> str:
    why = f"number {part.number} stands in row {known.row} already: give each row a number of its own"
    if re.fullmatch(r"\d+\.\d", part.number):
        why += " (a spreadsheet takes 1.10 for 1.1: format the column as text)"
    return why


def _find_parent(part: Part, known: dict[str, Part], tell: Tell) -> None:
    named = part.parent.casefold()
    by_number = _above(part.number, known)
    if by_number is not None and not (named and named in known and not named.startswith("objective ")):
        part.parent = by_number.number
    elif named and named not in known:
        tell(part, "parent", f"“{part.parent}” is no number of this plan: write that of what it is part of")
    elif named:
        part.parent = known[named].number


def _above(number: str, known: dict[str, Part]) -> Part | None:
    """The part whose number is this one's without its last piece: 1.2 of 1.2.3, 4 of 4b."""
    rest = number.casefold()
    while found := _LAST.fullmatch(rest):
        rest = found[1].strip(" .-/")
        if rest in known and rest != number.casefold():
            return known[rest]
        if not rest:
            break
    return None


def _goes_round(part: Part, known: dict[str, Part]) -> bool:
    at = part
    for _ in range(len(known) + 1):
        if not at.parent:
            return False
        at = known.get(at.parent.casefold(), Part("", "", 0))
        if at is part:
            return True
    return False
