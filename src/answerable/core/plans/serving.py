"""Which objective of another plan each part of a delivery plan is there for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from answerable.core.plans.parts import Fault, Found


def settle_serves(
    found: Found, columns: Mapping[str, int], sheet: str, objectives: Sequence[tuple[str, str]], plan: str
) -> None:
    """Put the number of the objective where its number or its words stand; tell those that are not there.

    ``objectives`` are numbers and words of the plan that is served, which is called ``plan``: "" of none.
    """
    if "serves" not in columns:
        return
    if not plan:
        _forget(found)
        return
    known = {_folded(word): number for number, text in objectives for word in (number, text)}
    for part in found.parts:
        if not part.serves:
            continue
        number = known.get(_folded(part.serves))
        if number is None:
            why = f"“{part.serves[:60]}” is no objective of {plan}: write its number"
            found.faults.append(Fault(sheet, part.row, columns["serves"], why))
        else:
            part.serves = number
    found.faults.sort(key=lambda one: (one.row, one.column))


def _forget(found: Found) -> None:
    if any(part.serves for part in found.parts):
        found.said.append("The column of objectives was not used: say first which plan this one serves.")
    for part in found.parts:
        part.serves = ""


def _folded(text: str) -> str:
    """ "Objective 2", "Priority 2." and "2" are one."""
    plain = " ".join(text.casefold().split()).strip(" .:")
    return re.sub(r"^(?:objective|priority|theme|no\.?)\s+(?=\S+$)", "", plain)
