"""Actions that minutes give twice: in the text, and again in a table at the end.

The table's row says who and by when; it makes no second action and is no entry of its own.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from answerable.core.minutes.notebook import Notebook
from answerable.core.minutes.units import FoundAction

SAME = 0.85  # likeness of the words from which on a table's row repeats an action of the text
CONTAINED = 25  # characters from which on a row that stands whole in an action's words repeats it


def merge_repeated(book: Notebook) -> None:
    """Lay table rows over the actions of the text that they repeat."""
    given = [action for action in book.actions if not action.from_table]
    kept: list[FoundAction] = []
    for action in book.actions:
        same = _repeated(action, given) if action.from_table else None
        if same is None:
            kept.append(action)
            continue
        same.due = action.due or same.due
        if not same.marks and not same.named:
            same.named = action.named
        book.units.remove(action.unit)
        book.furniture.append(action.unit.place)
    book.actions[:] = kept
    _without_empty_head(book)


def _without_empty_head(book: Notebook) -> None:
    """A heading ("Summary of actions") under which nothing is left is of the table, not of the record."""
    units = book.units[:]
    for at, unit in enumerate(units):
        after = units[at + 1] if at + 1 < len(units) else None
        nothing = after is None or (after.item, after.heading) != (unit.item, unit.heading)
        if unit.kind == "heading" and nothing and unit.text.lower().startswith("summary of actions"):
            book.units.remove(unit)
            book.furniture.append(unit.place)


def _repeated(action: FoundAction, given: list[FoundAction]) -> FoundAction | None:
    """The action of the text that a row repeats: one of the very same words before one that is like it."""
    words = _folded(action.text.text)
    exact = [one for one in given if _folded(one.text.text) == words]
    return next((one for one in exact or given if _same(one, action)), None)


def _same(one: FoundAction, other: FoundAction) -> bool:
    words, others = _folded(one.text.text), _folded(other.text.text)
    if len(others) >= CONTAINED and others in words:
        return True
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    return matcher.quick_ratio() >= SAME and matcher.ratio() >= SAME


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9%]+", text.lower()))
