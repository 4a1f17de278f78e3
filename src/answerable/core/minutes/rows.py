"""Paragraphs gathered into rows: what stood beside what, with rows cut by a page break joined again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from answerable.core.minutes.columns import Columns, Role, is_head
from answerable.core.minutes.logs import LogRow
from answerable.core.minutes.paragraphs import Paragraph

_UNFINISHED = re.compile(r"[\w,'’)\-–/&](?<![.?!:;])$")
_GOES_ON = re.compile(r"[a-z(&]")


@dataclass(slots=True)
class Row:
    """One row of a table with the parts that matter; a paragraph outside tables is a row of its own.

    ``log`` is set for a row of a table of actions, which has no other parts.
    """

    table: int | None
    number: list[Paragraph] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    owners: list[Paragraph] = field(default_factory=list)
    actions: list[Paragraph] = field(default_factory=list)
    dues: list[Paragraph] = field(default_factory=list)
    heads: list[Paragraph] = field(default_factory=list)
    height: float = 1.0
    log: LogRow | None = None

    @property
    def pieces(self) -> list[Paragraph]:
        return [*self.number, *self.body, *self.owners, *self.actions, *self.dues, *self.heads]

    @property
    def index(self) -> int:
        """Where the row begins in reading order."""
        if self.log is not None:
            return self.log.index
        return min(one.index for one in self.pieces)


def rows(paragraphs: Sequence[Paragraph]) -> list[Row]:
    """Rows in reading order; heads of columns ("ACTION", "No.") are set apart."""
    columns = Columns(paragraphs)
    found: list[Row] = []
    at: tuple[int, int] | None = None
    for one in paragraphs:
        key = None if one.cell is None else (one.cell.table, one.cell.row)
        if key is None or key != at:
            found.append(Row(None if one.cell is None else one.cell.table))
        at = key
        _place(found[-1], one, columns)
    return _joined(found)


def with_logs(found: Sequence[Row], logs: Sequence[LogRow]) -> list[Row]:
    """The rows of minutes and of tables of actions in reading order."""
    if not logs:
        return list(found)
    return sorted([*found, *(Row(None, log=log) for log in logs)], key=lambda row: row.index)


def _place(row: Row, one: Paragraph, columns: Columns) -> None:
    if one.beside is not None:
        row.height = max(row.height, one.beside[1] + 1)
    if one.cell is None:
        row.body.append(one)
        return
    role = columns.role(one)
    if one.cell.columns > 1 and _head_place(role, one) and is_head(one.whole.text):
        row.heads.append(one)
    elif role == "number":
        row.number.append(one)
    elif role == "owner":
        row.owners.append(one)
    elif role == "action":
        row.actions.append(one)
    elif role == "due":
        row.dues.append(one)
    else:
        row.body.append(one)


def _head_place(role: Role, one: Paragraph) -> bool:
    """A column's head stands in a number or owner column anywhere, in a body column in the first row only."""
    return role != "body" or (one.cell is not None and one.cell.row == 0 and one.marker is None)


def _joined(found: Iterable[Row]) -> list[Row]:
    kept: list[Row] = []
    before: Row | None = None
    for row in found:
        if before is not None and _continues(before, row):
            before.body[-1] = before.body[-1].followed_by(row.body.pop(0))
        kept.append(row)
        before = row if row.body else before
    return kept


def _continues(before: Row, row: Row) -> bool:
    """Whether the row's first paragraph goes on with the sentence that a page break cut."""
    if (
        row.number
        or not row.body
        or row.body[0].marker is not None
        or before.table is None
        or row.table is None
    ):
        return False
    last, first = before.body[-1], row.body[0]
    if last.cell is None or first.cell is None or last.all_strong or first.all_strong:
        return False
    return bool(_UNFINISHED.search(last.words) and _GOES_ON.match(first.words))
