"""Rows of a spreadsheet to the parts of a plan: all of them, or what is wrong with which cell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from answerable.core.plans.cells import Cell, Sheet
from answerable.core.plans.noticed import noticed
from answerable.core.plans.parts import ACTION, OBJECTIVE, Fault, Found, Part
from answerable.core.plans.tree import settle_tree
from answerable.core.plans.values import Wrong, are_fractions, read_day, read_percent, read_state

MOST_PARTS = 2_000
"""Parts of a plan: one of a force with eleven strands had 300."""
LONGEST = {"number": 40, "text": 4_000, "owner": 200, "measure": 200, "note": 4_000, "serves": 400}
"""Letters of each field, as the tables have room for."""
_NUMBERED = re.compile(
    r"(?:(?:strategic |police and crime )?(?:objective|priority|theme|strand|pillar|aim|goal|workstream)\s+)?"
    r"(\d{1,3}|[A-Z])\s*[.:)–—-]\s+(.+)",
    re.IGNORECASE | re.DOTALL,
)
_OBJECTIVES = ("objective", "priority", "theme", "strand", "pillar", "aim", "goal", "outcome", "heading")
_ACTIONS = ("action", "activity", "task", "milestone", "deliverable", "step", "commitment")


class _Rows:
    """What is kept while a sheet is gone through."""

    def __init__(self, sheet: Sheet, columns: Mapping[str, int], head: int) -> None:
        self.sheet, self.columns, self.head = sheet, columns, head
        self.found = Found()
        self.under = ""  # the number of the objective that the rows stand under
        self.objectives: dict[str, str] = {}  # the number of each objective that a column names
        per_cents = self.column("progress")
        self.fractions = are_fractions(per_cents)

    def column(self, name: str) -> list[Cell]:
        at = self.columns.get(name, 0)
        return [cells[at] for row, cells in self.sheet.rows.items() if row > self.head and at in cells]

    def fault(self, row: int, name: str, why: str) -> None:
        at = self.columns.get(name) or self.columns["text"]
        self.found.faults.append(Fault(self.sheet.name, row, at, why))


def read_parts(sheet: Sheet, columns: Mapping[str, int], head: int, plan_kind: str = ACTION) -> Found:
    """The parts in the rows below ``head``; ``columns`` says which column (from 1) holds which field.

    ``plan_kind`` is that of the plan: what stands alone in a Police and Crime Plan is an objective. Every
    fault is told, not just the first.
    """
    rows = _Rows(sheet, columns, head)
    for row in [one for one in sheet.rows if one > head]:
        _read_row(rows, row)
    settle_tree(rows.found, plan_kind, lambda part, name, why: rows.fault(part.row, name, why))
    if len(rows.found.parts) > MOST_PARTS:
        rows.fault(
            rows.found.parts[MOST_PARTS].row, "text", f"a plan can have {MOST_PARTS:,} parts: split it"
        )
    if not rows.found.parts and not rows.found.faults:
        rows.fault(head, "text", "there is no part of a plan below this row: choose the row of the heads")
    rows.found.faults.sort(key=lambda one: (one.row, one.column))
    rows.found.said += noticed(sheet, columns, head)
    return rows.found


def _read_row(rows: _Rows, row: int) -> None:
    cells = {name: rows.sheet.rows[row].get(at) for name, at in rows.columns.items()}
    given = {name: cell for name, cell in cells.items() if cell}
    if not given:
        return
    for name, cell in given.items():
        if cell.kind == "error":
            rows.fault(row, name, _error(cell))
    own = {name: cell for name, cell in given.items() if not cell.spread or name == "objective"}
    if set(own) <= {"objective"} and "objective" in rows.columns and set(rows.columns) != {"objective"}:
        _objective(rows, row, own)
    elif _is_heading(rows, own):
        _heading(rows, row, own)
    else:
        _objective(rows, row, given)
        _part(rows, row, {name: one for name, one in given.items() if one.kind != "error"}, set(given))


def _error(cell: Cell) -> str:
    if not cell.text:
        return "there is a formula without a value: open the file in Excel, save it and send it again"
    what = (
        "is a formula and no value"
        if cell.formula and cell.text.startswith(("=", "+", "@"))
        else "is an error"
    )
    return f"“{cell.text[:60]}” {what}: write the value itself"


def _is_heading(rows: _Rows, own: Mapping[str, Cell]) -> bool:
    """A row of nothing but words, over the rows that it names: only where rows have numbers of their own."""
    alone = list(own)
    return "number" in rows.columns and len(alone) == 1 and alone[0] in ("number", "text") and (
        _NUMBERED.fullmatch(own[alone[0]].text) is not None
    )  # fmt: skip


def _heading(rows: _Rows, row: int, own: Mapping[str, Cell]) -> None:
    number, text = _number_of(next(iter(own.values())).text)
    _add_objective(rows, row, number, text)


def _objective(rows: _Rows, row: int, given: Mapping[str, Cell]) -> None:
    """The objective in a column of its own: each becomes a part once; an empty cell goes on with the last."""
    cell = given.get("objective")
    if cell is None or cell.kind == "error" or "text" not in rows.columns:
        return
    folded = " ".join(cell.text.casefold().split())
    if folded in rows.objectives:
        rows.under = rows.objectives[folded]
        return
    number, text = _number_of(cell.text)
    _add_objective(rows, row, number or str(len(rows.objectives) + 1), text)
    rows.objectives[folded] = rows.under


def _add_objective(rows: _Rows, row: int, number: str, text: str) -> None:
    """Its number says what it is, so that it cannot be taken for that of an action."""
    rows.under = f"Objective {number}"
    rows.found.parts.append(Part(rows.under, text[: LONGEST["text"]], row, OBJECTIVE))


def _number_of(text: str) -> tuple[str, str]:
    """ "Priority 2 – Prevent harm" is 2 and "Prevent harm"; "" where it has no number."""
    found = _NUMBERED.fullmatch(text.strip())
    return (found[1].upper(), found[2].strip()) if found else ("", text.strip())


def _part(rows: _Rows, row: int, given: Mapping[str, Cell], there: set[str]) -> None:
    words = {name: given[name].text if name in given else "" for name in ("number", "text", *LONGEST)}
    number = _plain(words["number"])
    if "number" not in rows.columns:
        number = str(sum(one.kind != OBJECTIVE for one in rows.found.parts) + 1)
    if not words["text"] and "text" not in there:
        if not ({"number", "owner", "due", "measure"} & there):
            return  # nothing but a state or a note: a key of colours, a total
        rows.fault(row, "text", f"there are no words for number {number}" if number else "there are no words")
    elif not number and "number" not in there:
        rows.fault(
            row, "number", "this row has words but no number: give it one, or join it to the row above"
        )
    for name, most in LONGEST.items():
        if len(words[name]) > most:
            rows.fault(row, name, f"this has {len(words[name]):,} letters: shorten it to {most:,}")
    part = Part(
        number[: LONGEST["number"]],
        words["text"],
        row,
        parent=rows.under,
        owner=words["owner"],
        measure=words["measure"],
        serves=words["serves"],
        note=words["note"],
    )
    if "parent" in rows.columns:
        part.parent = _plain(given["parent"].text) if "parent" in given else ""
    _values(rows, part, given)
    rows.found.parts.append(part)


def _plain(number: str) -> str:
    return " ".join(number.split()).rstrip(".")


def _values(rows: _Rows, part: Part, given: Mapping[str, Cell]) -> None:
    """The kind, day, state and per cents; each that is wrong is a fault of its own."""
    for name in ("kind", "due", "state", "progress"):
        cell = given.get(name)
        if cell is None:
            continue
        try:
            _value(rows, part, name, cell)
        except Wrong as wrong:
            rows.fault(part.row, name, str(wrong))


def _value(rows: _Rows, part: Part, name: str, cell: Cell) -> None:
    """Raises Wrong."""
    if name == "kind":
        part.kind = _kind(cell.text)
    elif name == "due":
        part.due, said = read_day(cell)
        if said:
            rows.found.said.append(f"{Fault(rows.sheet.name, part.row, rows.columns['due'], said).sentence}")
    elif name == "state":
        part.state = read_state(cell)
    else:
        part.progress = read_percent(cell, rows.fractions)


def _kind(text: str) -> str:
    """Raises Wrong."""
    words = text.casefold()
    if any(one in words for one in _OBJECTIVES):
        return OBJECTIVE
    if any(one in words for one in _ACTIONS):
        return ACTION
    raise Wrong(f"“{text[:60]}” is neither objective nor action: write one of the two")
