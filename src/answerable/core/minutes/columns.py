"""Which column of a table is which, told by what stands in it rather than by its position.

A converter loses number columns on one page and adds a blank one on the next, so rows are judged by the
shape that they share: table and width.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from answerable.core.minutes.labels import cell_label
from answerable.core.minutes.owners import looks_like_owners
from answerable.core.minutes.paragraphs import Paragraph

Role = Literal["number", "body", "owner", "head"]
OWNER_HEAD = re.compile(
    r"(?:actions?|action(?:s)? (?:by|for|owner|lead|on)(?: whom)?|owners?|lead(?: officer)?|by whom|who|responsible|action/owner|initials|for action)\s*:?", re.I
)
NUMBER_HEAD = re.compile(r"(?:no\.?|item(?: no\.?)?|ref\.?|agenda item|#|number|min(?:ute)? (?:no|ref)\.?)\s*:?", re.I)
BODY_HEAD = re.compile(r"(?:items?|discussion|minutes?|notes?|subject|topic|agenda items?|details?|description|summary|discussion points?|discussion and actions?)\s*:?", re.I)

OWNER_SHARE = 0.8  # of a column's filled cells that must read as owners: a stray fragment may stand among them
NUMBER_SHARE = 0.8


def roles(paragraphs: Sequence[Paragraph]) -> dict[tuple[int, int, int], Role]:
    """The role of each column, by (table, width, column)."""
    filled: dict[tuple[int, int, int], dict[tuple[int, int], list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in paragraphs:
        if one.cell is not None:
            cell = one.cell
            filled[(cell.table, cell.columns, cell.column)][(cell.row, cell.fragment)].append(one.whole.text)
    found: dict[tuple[int, int, int], Role] = {}
    for key, cells in filled.items():
        found[key] = _role(key, [" ".join(texts) for texts in cells.values()])
    return found


def _role(key: tuple[int, int, int], cells: list[str]) -> Role:
    _, columns, column = key
    if columns > 1 and column == columns - 1:
        kept = [text for text in cells if not OWNER_HEAD.fullmatch(_first(text))] or ["ACC"] * bool(cells)
        without = [_after_head(text) for text in cells]
        kept = [text for text in without if text]
        if cells and _share(looks_like_owners(text) for text in kept) >= OWNER_SHARE:
            return "owner"
    if columns > 1 and column == 0 and _numbers(cells):
        return "number"
    return "body"


def _numbers(cells: list[str]) -> bool:
    kept = [text for text in cells if not NUMBER_HEAD.fullmatch(text)]
    return bool(kept) and _share(_all_labels(text) for text in kept) >= NUMBER_SHARE


def _all_labels(text: str) -> bool:
    return all(cell_label(word) is not None for word in text.split()) and len(text) <= 24


def _share(answers: object) -> float:
    flags = [bool(one) for one in answers]  # type: ignore[attr-defined]
    return sum(flags) / len(flags) if flags else 1.0


def _first(text: str) -> str:
    return text


def _after_head(text: str) -> str:
    found = re.match(r"(?:ACTIONS?|Action by|Owner)\b\s*:?\s*", text)
    return text[found.end() :] if found else text


def is_head(text: str) -> bool:
    """Whether a cell is a column's head ("No.", "Item", "ACTION")."""
    return any(head.fullmatch(text) for head in (OWNER_HEAD, NUMBER_HEAD, BODY_HEAD))
