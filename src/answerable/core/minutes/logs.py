"""Tables of actions: logs carried from meeting to meeting, and action tables at the end of minutes.

A table is one where its head row names at least an action column and one of owner, due or progress. A row
of a log reports on an earlier action; a row of a table without progress gives a new one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from answerable.core.minutes.columns import OWNER_HEAD
from answerable.core.minutes.matters import month_of
from answerable.core.minutes.paragraphs import Paragraph
from answerable.core.minutes.passage import Passage, join
from answerable.core.minutes.units import FoundUpdate

_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("progress", re.compile(r"(?:progress|update|status|outcome|position|comments?|response|rag)\b.*|current (?:position|status)|(?:action )?(?:update|status).*", re.I)),
    ("due", re.compile(r"(?:due|deadline|by when|target|timescale|time ?scale|timeframe|date due|completion|when)\b.*|date for completion|due by", re.I)),
    ("ref", re.compile(r"(?:ref|no\.?|number|id|item|min(?:ute)?|#|action (?:no|ref|number|id)|meeting)\b.*|(?:meeting )?date(?: &.*| raised| of meeting| and .*)?", re.I)),
    ("owner", re.compile(OWNER_HEAD.pattern + r"|(?:action )?owner.*|lead.*|responsib.*|person.*|by whom.*|assigned.*|action by.*", re.I)),
    ("action", re.compile(r"(?:agreed |outstanding |open |completed |closed )?actions?(?: completed| outstanding| closed| in progress| required| agreed| point| arising| description)?|description|task|what|recommendation|action/issue|issue", re.I)),
)


@dataclass(slots=True)
class LogAction:
    """A new action that a table at the end of minutes gives, or repeats."""

    text: Passage
    owners: Passage | None
    due: Passage | None
    label: str | None
    cells: list[Passage]


@dataclass
class Logs:
    """``used`` are indexes of paragraphs that the tables took; ``cells`` all their places with the row's kind."""

    used: set[int] = field(default_factory=set)
    updates: list[FoundUpdate] = field(default_factory=list)
    actions: list[LogAction] = field(default_factory=list)
    rows: list[tuple[str, list[Passage]]] = field(default_factory=list)
    heads: list[Passage] = field(default_factory=list)


def read_logs(paragraphs: Sequence[Paragraph], said_on: date | None) -> Logs:
    logs = Logs()
    tables: dict[int, list[Paragraph]] = defaultdict(list)
    for one in paragraphs:
        if one.cell is not None and one.cell.columns > 1:
            tables[one.cell.table].append(one)
    for table in tables.values():
        _table(table, logs, said_on)
    return logs


def _table(table: list[Paragraph], logs: Logs, said_on: date | None) -> None:
    grid: dict[int, dict[int, list[Paragraph]]] = defaultdict(lambda: defaultdict(list))
    for one in table:
        assert one.cell is not None
        grid[one.cell.row][one.cell.column].append(one)
    heads: dict[int, str] = {}
    for row in sorted(grid):
        named = _heads(grid[row])
        if named:
            heads = named
            logs.heads.extend(one.whole for cell in grid[row].values() for one in cell)
        elif heads:
            _row(grid[row], heads, logs, said_on)
        else:
            continue
        logs.used.update(one.index for cell in grid[row].values() for one in cell)


def _heads(row: dict[int, list[Paragraph]]) -> dict[int, str]:
    """Columns by what their heads name; empty where the row is not the head of a table of actions."""
    found: dict[int, str] = {}
    for column, cell in row.items():
        text = " ".join(one.whole.text for one in cell).strip(" :")
        kind = next((name for name, pattern in _HEADS if pattern.fullmatch(text)), None)
        if kind is not None and kind not in found.values():
            found[column] = kind
    kinds = set(found.values())
    if "action" not in kinds:
        _only_action(row, found)
        kinds = set(found.values())
    enough = "action" in kinds and ("progress" in kinds or "due" in kinds or "owner" in kinds) and len(kinds) >= 2
    return found if enough and len(found) >= len(row) - 1 and len(row) > 1 else {}


def _only_action(row: dict[int, list[Paragraph]], found: dict[int, str]) -> None:
    """"Action" beside "Owner" names the text; "Action" alone with "Deadline" does too."""
    for column, cell in row.items():
        text = " ".join(one.whole.text for one in cell).strip(" :")
        if re.fullmatch(r"actions?", text, re.I) and ("due" in found.values() or "progress" in found.values() or list(found.values()).count("owner") > 1):
            found[column] = "action"
            return
    for column, cell in row.items():
        text = " ".join(one.whole.text for one in cell).strip(" :")
        if re.fullmatch(r"actions?", text, re.I) and len(row) > 1 and any(
            kind == "owner" and other != column for other, kind in found.items()
        ):
            found[column] = "action"


def _row(row: dict[int, list[Paragraph]], heads: dict[int, str], logs: Logs, said_on: date | None) -> None:
    cells = {heads.get(column, "ref"): join([one.whole for one in cell]) for column, cell in sorted(row.items())}
    pieces = [one.whole for _, cell in sorted(row.items()) for one in cell]
    action = cells.get("action")
    if action is None:
        logs.rows.append(("note", pieces))
        return
    if "progress" in heads.values():
        ref = cells.get("ref")
        progress = cells.get("progress")
        found = FoundUpdate(
            meeting=month_of(ref.text, said_on) if ref else None,
            item=_item(ref.text) if ref else None,
            action=action,
            update=progress,
            status_text=progress.text if progress else "",
        )
        logs.updates.append(found)
        logs.rows.append(("update", pieces))
        return
    ref = cells.get("ref")
    logs.actions.append(LogAction(action, cells.get("owner"), cells.get("due"), ref.text if ref else None, pieces))
    logs.rows.append(("action", pieces))


def _item(ref: str) -> str | None:
    found = re.fullmatch(r"(?:item )?(\d{1,2}(?:\.\d{1,2})*[a-z]?)", ref.strip(), re.I)
    return found[1] if found else None
