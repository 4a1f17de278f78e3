"""Which column of a plan's spreadsheet says what, guessed from its heads in the many manners of offices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from answerable.core.plans.cells import Cell, Sheet
from answerable.core.plans.values import is_percent, state_of

FIELDS: dict[str, str] = {
    "number": "Number",
    "objective": "Objective that the row stands under",
    "parent": "Number of what it is part of",
    "text": "What is to be done",
    "kind": "Objective or action",
    "owner": "Owner",
    "due": "Due",
    "state": "State",
    "progress": "Per cent done",
    "measure": "Measure",
    "serves": "Objective of the other plan",
    "note": "What was said of it",
}
"""What a column can say, with the words of the form that asks for it."""

HEAD_WITHIN = 40
"""Rows in which the head of a table stands: above it are titles, notes and keys of colours."""
PLACES = 60
"""Cells of a column that are looked at to see what it holds."""
MOSTLY = 0.6
"""Share of a column's values that makes it what they are."""

_SIGN = r"(?:no|nr|num|number|ref|reference|id|#)\.?"
HEADS: Sequence[tuple[str, str]] = (
    ("parent", r"parent|(?:part of|under|belongs to)\b.*"),
    (
        "serves",
        r"(?:links?|linked|contributes|relates|supports|serves)\b.*|(?:pcp|police and crime plan)\b.*",
    ),
    ("progress", r"%.*|per ?cent.*|percentage.*|progress %|.*% ?(?:complete|done|delivered)?"),
    ("number", rf"{_SIGN}|(?:item|action|task|activity|objective|row|line|unique|plan)? ?{_SIGN}|item"),
    ("kind", r"type|kind|level|objective(?: or |/)action"),
    (
        "measure",
        r".*\b(?:measures?|kpis?|indicators?|metrics?)\b.*|.*success.*|how (?:will we|we will) know.*",
    ),
    ("due", r".*\b(?:due|deadline|target date|by when|timescales?|time ?frames?|timeline|end date)\b.*"),
    ("due", r"when|(?:date for |planned |expected |target )?completion(?: date)?|target"),
    ("owner", r".*\b(?:owners?|leads?|responsib\w+|sro|accountab\w+|assigned|who)\b.*"),
    ("note", r".*\b(?:updates?|comments?|narrative|notes?|evidence|latest position|commentary)\b.*"),
    ("state", r".*\b(?:status|state|b?rag)\b.*"),
    ("progress", r"progress.*"),
    ("text", r".*\b(?:actions?|activit(?:y|ies)|tasks?|deliverables?|milestones?|steps?)\b.*|what.*"),
    ("objective", r".*\b(?:objectives?|priorit(?:y|ies)|themes?|strands?|pillars?|goals?|aims?)\b.*"),
    ("objective", r".*\bwork ?streams?\b.*"),
    ("text", r"description|title|text|recommendations?|commitments?|details?"),
)
"""Heads as they are written, the narrower ones first."""
_PER_CENT = re.compile(r"%|per ?cent", re.IGNORECASE)
"""A head that leaves no doubt, whatever stands under it."""
_KNOWN = [(name, re.compile(pattern)) for name, pattern in HEADS]


def field_of(head: str) -> str:
    """The field that a head of a column names; "" where it names none."""
    folded = " ".join(re.sub(r"[^\w%#&/. ]", " ", head.casefold()).split()).strip(" .:")
    return next((name for name, pattern in _KNOWN if folded and pattern.fullmatch(folded)), "")


def head_row(sheet: Sheet) -> int:
    """The row that names the columns: the one of the first rows with the most heads that are known."""
    rows = list(sheet.rows)[:HEAD_WITHIN]
    return max(rows, key=lambda row: (len(_named(sheet.rows[row])), -row), default=1)


def _named(cells: Mapping[int, Cell]) -> set[str]:
    return {name for cell in cells.values() if not cell.spread and (name := field_of(cell.text))}


def likeliest_sheet(sheets: Sequence[Sheet]) -> Sheet | None:
    """The sheet that looks most like a plan: the most known heads, then the most rows; None of none."""
    filled = [one for one in sheets if one.rows]
    known = {one.name: len(_named(one.rows[head_row(one)])) for one in filled}
    return max(filled, key=lambda one: (known[one.name], len(one.rows)), default=None)


def guess_columns(sheet: Sheet, head: int) -> dict[str, int]:
    """The column of each field, by the heads in that row and by what stands under them."""
    found: dict[str, int] = {}
    for column, cell in sorted(sheet.rows.get(head, {}).items()):
        name = field_of(cell.text)
        if name in ("state", "progress", "note") and not _PER_CENT.search(cell.text):
            name = _by_values(name, _under(sheet, head, column))
        if name and name not in found:
            found[name] = column
    if "text" not in found and "objective" in found:
        found["text"] = found.pop("objective")
    return found


def _under(sheet: Sheet, head: int, column: int) -> list[Cell]:
    below = [cells[column] for row, cells in sheet.rows.items() if row > head and column in cells]
    return below[:PLACES]


def _by_values(name: str, cells: Sequence[Cell]) -> str:
    """A column called "Progress" or "Status" may hold per cents, states or sentences: its values say."""
    if not cells:
        return name
    if _share(is_percent(one) for one in cells) >= MOSTLY:
        return "progress"
    if _share(state_of(one.text) is not None for one in cells) >= MOSTLY:
        return "state"
    return "note" if name == "progress" else name


def _share(found: Iterable[bool]) -> float:
    each = list(found)
    return sum(each) / len(each)
