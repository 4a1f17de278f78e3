"""Tables of actions: logs carried from meeting to meeting, and action tables at the end of minutes.

A table is one where its head row names at least an action column and one of owner, due or progress. A row
of a log reports on an earlier action; a row of a table without progress gives a new one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from answerable.core.minutes.paragraphs import Paragraph
from answerable.core.minutes.passage import Passage, join

_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "progress",
        re.compile(
            r"(?:progress|update|status|outcome|position|comments?|response|rag)\b.*|current "
            r"(?:position|status)|(?:action )?(?:update|status).*",
            re.I,
        ),
    ),
    (
        "due",
        re.compile(
            r"(?:due|deadline|by when|target|timescale|time ?scale|timeframe|date due|completion"
            r"|when)\b.*|date for completion|due by",
            re.I,
        ),
    ),
    (
        "meeting",
        re.compile(
            r"(?:meeting )?date(?: of meeting| raised| &.*| and .*)?|meeting\b.*|raised(?: at| on)?", re.I
        ),
    ),
    ("item", re.compile(r"(?:agenda )?item(?: no\.?| number)?|min(?:ute)?(?: no\.?| ref\.?)?", re.I)),
    ("ref", re.compile(r"(?:ref|no\.?|number|id|#|action (?:no|ref|number|id))\b.*", re.I)),
    (
        "owner",
        re.compile(
            r"who|initials|(?:action )?owner.*|lead.*|responsib.*|person.*|by whom.*|assigned.*|action by.*",
            re.I,
        ),
    ),
    (
        "action",
        re.compile(
            r"(?:agreed |outstanding |open |completed |closed )?actions?(?: completed| outstanding"
            r"| closed| in progress| required| agreed| points?| arising| description)|task"
            r"|recommendation|action/issue",
            re.I,
        ),
    ),
)
MAX_HEAD = 60  # characters of a column's head; a longer cell is text
_STATE_HEAD = re.compile(r"(?:rag|status)(?: rating| status)?", re.I)
MOST_TITLE_WORDS = 14  # of a cell that names an item; more are what was said about it
_PLAIN_ACTION = re.compile(r"actions?", re.I)


@dataclass(frozen=True, slots=True)
class LogRow:
    """A row of a table of actions. ``cells`` are its texts by what their column's head names."""

    first: Paragraph
    whole: Passage
    cells: dict[str, Passage]
    reports: bool

    @property
    def index(self) -> int:
        return self.first.index


@dataclass
class Logs:
    """The rows of all tables of actions, the heads of their columns, and which paragraphs they took."""

    rows: list[LogRow] = field(default_factory=list)
    heads: list[Passage] = field(default_factory=list)
    used: set[int] = field(default_factory=set)


def read_logs(paragraphs: Sequence[Paragraph]) -> Logs:
    logs = Logs()
    tables: dict[int, list[Paragraph]] = defaultdict(list)
    for one in paragraphs:
        if one.cell is not None and one.cell.columns > 1:
            tables[one.cell.table].append(one)
    for table in tables.values():
        _table(table, logs)
    return logs


def _table(table: list[Paragraph], logs: Logs) -> None:
    grid: dict[int, dict[int, list[Paragraph]]] = defaultdict(lambda: defaultdict(list))
    for one in table:
        assert one.cell is not None
        grid[one.cell.row][one.cell.column].append(one)
    heads: dict[int, str] = {}
    heads_of = {row: _heads(cells) for row, cells in grid.items()}
    if not any(heads_of.values()) or _is_minutes(grid, heads_of):
        return
    for row in sorted(grid):
        pieces = [one for _, cell in sorted(grid[row].items()) for one in cell]
        named = heads_of[row]
        if named:
            heads = named
            logs.heads.extend(one.whole for one in pieces)
        elif heads:
            logs.rows.append(_row(grid[row], pieces, heads))
        else:
            continue
        logs.used.update(one.index for one in pieces)


def _is_minutes(grid: dict[int, dict[int, list[Paragraph]]], heads_of: dict[int, dict[int, str]]) -> bool:
    """Whether a table with an action column is the minutes themselves: prose stands beside the actions."""
    heads: dict[int, str] = {}
    for row in sorted(grid):
        heads = heads or heads_of[row]
        if "progress" in heads.values():
            return False
        for column, cell in grid[row].items():
            beside = heads and heads.get(column, "item") == "item"
            if beside and sum(len(one.words.split()) for one in cell) > MOST_TITLE_WORDS:
                return True
    return False


def _row(row: dict[int, list[Paragraph]], pieces: list[Paragraph], heads: dict[int, str]) -> LogRow:
    cells: dict[str, Passage] = {}
    for column, cell in sorted(row.items()):
        text = join([one.whole for one in cell])
        cells.setdefault(heads.get(column, "other"), text)
    return LogRow(pieces[0], join([one.whole for one in pieces]), cells, "progress" in heads.values())


def _heads(row: dict[int, list[Paragraph]]) -> dict[int, str]:
    """Columns by what their heads name; empty where the row is not the head of a table of actions.

    "Action" names the text where another column names owners, dues or progress, else the owners.
    """
    found: dict[int, str] = {}
    plain: int | None = None
    for cell in row.values():
        if len(cell[0].text.text) > MAX_HEAD:
            return found
    for column, cell in row.items():
        text = " ".join(one.whole.text for one in cell).strip(" :")
        if _PLAIN_ACTION.fullmatch(text):
            plain = column
            continue
        kind = next((name for name, pattern in _HEADS if pattern.fullmatch(text)), None)
        if kind == "progress" and _STATE_HEAD.fullmatch(text):
            kind = "state"
        if kind is not None and kind not in found.values():
            found[column] = kind
    kinds = set(found.values())
    if plain is not None and "action" not in kinds and kinds & {"owner", "due", "progress"}:
        found[plain] = "action"
    kinds = set(found.values())
    if "progress" not in kinds:
        found = {column: "progress" if kind == "state" else kind for column, kind in found.items()}
        kinds = set(found.values())
    enough = "action" in kinds and bool(kinds & {"owner", "due", "progress"})
    return found if enough and len(row) > 1 else {}


def item_of(ref: str) -> str | None:
    """The agenda item that a reference cell names ("2.1c"), where it names one."""
    found = re.fullmatch(r"(?:item )?(\d{1,2}(?:\.\d{1,2})*[a-z]?)", ref.strip(), re.I)
    return found[1] if found else None
