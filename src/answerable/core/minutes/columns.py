"""Which cell of a table is a number, an owner or text, told by what stands in it.

A converter loses the number column on one page and adds a blank one on the next, so a cell is a number
where it reads as one and stands first, and an owner where it reads as one in a last column of owners.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from answerable.core.minutes.homoglyphs import fold
from answerable.core.minutes.labels import cell_label
from answerable.core.minutes.owners import looks_like_owners
from answerable.core.minutes.paragraphs import Paragraph

Role = Literal["number", "body", "owner", "action", "due", "head"]
OWNER_HEAD = re.compile(
    r"(?:actions?|action(?:s)? (?:by|for|owner|lead|on)(?: whom)?|owners?|lead(?: officer)?|by "
    r"whom|who|responsible|action/owner|initials|for action)\s*:?",
    re.I,
)
NUMBER_HEAD = re.compile(
    r"(?:no\.?|item(?: no\.?)?|ref\.?|agenda item|#|number|min(?:ute)? (?:no|ref)\.?)\s*:?", re.I
)
BODY_HEAD = re.compile(
    r"(?:items?|discussion|minutes?|notes?|subject|topic|agenda items?|details?|description"
    r"|summary|discussion points?|discussion and actions?)\s*:?",
    re.I,
)
DUE_HEAD = re.compile(
    r"(?:due(?: date| by)?|date due|deadline|by when|when|time ?scales?|target(?: date)?|completion(?: date)?"
    r"|date for completion|date)\s*:?",
    re.I,
)
_ANY_HEAD = re.compile(
    "|".join(f"(?:{head.pattern})" for head in (OWNER_HEAD, NUMBER_HEAD, BODY_HEAD, DUE_HEAD)), re.I
)
_ACTION_HEAD = re.compile(r"(?:agreed |key )?actions?\b.*|decisions? (?:and|/|&) actions?.*", re.I)
_HEAD_GLUE = re.compile(r"\s*(?:/|&|,|\band\b|\+)\s*")
_OWNER_HEAD_START = re.compile(r"(?:ACTIONS?|Actions?|Action by|Owner)\b\s*:?\s*")
OWNER_SHARE = 0.5  # of a column's filled cells that must read as owners: damage may put prose among them
LONGEST_HEAD = 120  # characters of a head that names several things; more are text
MAX_LABEL = 24  # characters of a number cell; a page break may leave several labels in one

CellKey = tuple[int, int, int, int, int]


class Columns:
    """The roles of the cells of a document's tables."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._cells: dict[CellKey, str] = {}
        for one in paragraphs:
            if one.cell is not None and one.cell.columns > 1:
                key = _key(one)
                before = self._cells.get(key)
                self._cells[key] = f"{before} {one.whole.text}" if before else one.whole.text
        self._owner_columns = self._find_owner_columns()
        self._headed = self._find_headed()

    def _find_headed(self) -> dict[tuple[int, int], Role]:
        """Columns of (table, column) whose head says that they hold actions, owners or dues, and that do."""
        heads: dict[tuple[int, int], Role] = {}
        named: set[tuple[int, int]] = set()
        below: dict[tuple[int, int], list[str]] = defaultdict(list)
        for (table, _, row, column, _), text in self._cells.items():
            role = _role_of_head(text)
            if row == 0 and is_head(text):
                named.add((table, column))
            elif (table, column) in named:
                role = None
            if role is not None and (row == 0 or (table, column) not in heads) and is_head(text):
                heads.setdefault((table, column), role)
            else:
                below[table, column].append(text)
        return {key: role for key, role in heads.items() if _holds(role, below[key])}

    def _find_owner_columns(self) -> set[tuple[int, int]]:
        """Tables by width whose last column is mostly owners."""
        filled: dict[tuple[int, int], list[str]] = defaultdict(list)
        for (table, columns, _, column, _), text in self._cells.items():
            if column == columns - 1:
                filled[(table, columns)].append(_after_head(text))
        return {key for key, cells in filled.items() if _share_of_owners(cells) >= OWNER_SHARE}

    def role(self, one: Paragraph) -> Role:
        if one.cell is None or one.cell.columns == 1:
            return "body"
        text = self._cells[_key(one)]
        last = one.cell.column == one.cell.columns - 1
        if (
            last
            and (one.cell.table, one.cell.columns) in self._owner_columns
            and looks_like_owners(_after_head(text))
        ):
            return "owner"
        if one.cell.column == 0 and _all_labels(text):
            return "number"
        headed = self._headed.get((one.cell.table, one.cell.column))
        return headed if headed and not (one.cell.row == 0 and is_head(text)) else "body"


def _key(one: Paragraph) -> CellKey:
    cell = one.cell
    assert cell is not None
    return (cell.table, cell.columns, cell.row, cell.column, cell.fragment)


def _share_of_owners(cells: Sequence[str]) -> float:
    kept = [text for text in cells if text]
    return sum(looks_like_owners(text) for text in kept) / len(kept) if kept else 1.0


def _all_labels(text: str) -> bool:
    return len(text) <= MAX_LABEL and all(cell_label(fold(word)) is not None for word in text.split())


def _after_head(text: str) -> str:
    found = _OWNER_HEAD_START.match(text)
    return text[found.end() :] if found else text


def is_head(text: str) -> bool:
    """Whether a cell is a column's head ("No.", "Item", "ACTION", "Action / Owner / Due date")."""
    if len(text) > LONGEST_HEAD or _ANY_HEAD.match(text) is None:
        return False
    if _names_column(text):
        return True
    parts = _HEAD_GLUE.split(text)
    return len(parts) > 1 and all(map(_names_column, parts))


def _names_column(text: str) -> bool:
    return _ANY_HEAD.fullmatch(text) is not None


def _role_of_head(text: str) -> Role | None:
    if _ACTION_HEAD.fullmatch(text):
        return "action"
    if DUE_HEAD.fullmatch(text):
        return "due"
    return "owner" if OWNER_HEAD.fullmatch(text) else None


def _holds(role: Role, cells: Sequence[str]) -> bool:
    """Whether a column holds what its head says: tasks and not initials under "Action"."""
    filled = [text for text in cells if text.strip(" -–—")]
    if role == "due":
        return True
    owners = bool(filled) and _share_of_owners(filled) >= OWNER_SHARE
    return owners if role == "owner" else bool(filled) and not owners
