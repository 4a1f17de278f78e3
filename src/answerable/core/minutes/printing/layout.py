"""A paper laid out in a forum's house style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal, NamedTuple

from answerable.core.minutes import markers
from answerable.core.minutes.printing.forms import (
    ACTIONS_ARISING,
    Form,
    forms_of,
    groups,
    pieces_of,
)
from answerable.core.minutes.printing.numbers import nested, printed_label
from answerable.core.minutes.printing.opening import particulars, roll_of
from answerable.core.minutes.printing.paper import Paper, PaperItem, Said
from answerable.core.minutes.printing.rows import HEADS as LOG_HEADS
from answerable.core.minutes.printing.rows import SHARES
from answerable.core.minutes.printing.standing import standing
from answerable.core.minutes.printing.style import Style
from answerable.core.minutes.sheet import Heading, Piece, Sheet, Table, Text

Frame = Literal["flow", "grid", "column"]
"""``flow``: headings and paragraphs; ``grid``: numbers in a column of their own; ``column``: actions too."""
HEADS = {"grid": ("No.", "Discussion"), "column": ("No.", "Discussion", "Action")}
WIDTHS = {"grid": (8, 92), "column": (8, 76, 16)}
ACTION = "ACTION:"
SUMMARY = "Summary of actions"
SUMMARY_HEADS = ("Item", "Action", "Owner", "Due")
SUMMARY_WIDTHS = (8, 56, 16, 20)
DEFAULT_TITLE = "Minutes"


@dataclass
class Choices:
    """What is decided about a print: the frame, each group's form by index, what the front spells out.

    ``pointed``: groups whose owners stand behind an arrow; ``columns``: owners to set in the action column,
    by group; ``rows``: the table of actions at the end (item, action, owner, due); ``listed``: typed actions
    stand in lists, else with ``marker`` before them; ``changes``: how often any of this was changed.
    """

    frame: Frame
    forms: dict[int, int] = field(default_factory=dict)
    pointed: set[int] = field(default_factory=set)
    columns: dict[int, list[str]] = field(default_factory=dict)
    rows: Sequence[tuple[str, str, str, str]] = ()
    listed: bool = False
    marker: str = ACTION
    changes: int = 0
    kind: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet, with the group that each of its pieces is of, by the piece's ``id``; cells of owners apart."""

    sheet: Sheet
    group_of: Mapping[int, int]
    owner_of: Mapping[int, int]


def lay_out(paper: Paper, style: Style) -> Sheet:
    """The paper in the style as its words stand; ``read`` looks whether they are understood so."""
    return laid_out(paper, style, typed(style, frame_of(style))).sheet


def typed(style: Style, frame: Frame) -> Choices:
    """How typed lines are printed at first."""
    marker = style.label("action", ACTION)
    known = markers.action_mark(f"{marker} X") is not None
    return Choices(frame, listed=style.layout == "numbered", marker=marker if known else ACTION)


def frame_of(style: Style) -> Frame:
    return "column" if style.layout == "column" else "flow"


def laid_out(paper: Paper, style: Style, choices: Choices) -> Laid:
    laying = _Laying(paper, choices)
    blocks: list[Piece | Table] = list(particulars(paper.head, choices.kind, choices.title))
    people = roll_of(paper.attendance)
    blocks += [people] if people else []
    blocks += laying.grid() if choices.frame != "flow" else laying.flow()
    blocks += [summary(choices.rows)] if choices.rows else []
    title = DEFAULT_TITLE if choices.title else paper.head["title"] or DEFAULT_TITLE
    return Laid(Sheet(title, blocks, marking=style.marking), laying.group_of, laying.owner_of)


NO_GROUP = -1


class Part(NamedTuple):
    """A group as it is printed; ``heads`` name the columns where it is a row of a table of actions.

    ``at`` is NO_GROUP for what stands there of itself ("Actions arising:").
    """

    at: int
    pieces: list[Piece]
    heads: tuple[str, ...] = ()


class _Laying:
    """One laying out: remembers which piece is of which group."""

    def __init__(self, paper: Paper, choices: Choices) -> None:
        self.paper = paper
        self.choices = choices
        self.group_of: dict[int, int] = {}
        self.owner_of: dict[int, int] = {}
        self.number = 0
        self.of_item: dict[int | None, list[tuple[int, tuple[int, ...]]]] = {}
        for at, group in enumerate(groups(paper)):
            self.of_item.setdefault(paper.said[group[0]].item, []).append((at, group))

    def flow(self) -> list[Piece | Table]:
        blocks: list[Piece | Table] = []
        for index in (None, *range(len(self.paper.items))):
            if index is not None:
                item = self.paper.items[index]
                blocks.append(Heading(item.title, item.level, printed_label(item)))
            for rows, run in groupby(self._item(index), key=lambda part: bool(part.heads)):
                parts = list(run)
                blocks += [log_of(parts)] if rows else [one for part in parts for one in part.pieces]
        return blocks

    def grid(self) -> list[Piece | Table]:
        """What stands before the first item, then a table: a row for each title, text, and action."""
        grid = _Grid(self.choices.frame)
        inside = nested(self.paper.items, in_table=True) or [False] * len(self.paper.items)
        blocks: list[Piece | Table] = [piece for part in self._item(None) for piece in part.pieces]
        for index, item in enumerate(self.paper.items):
            grid.title(item, inside[index])
            for part in self._item(index):
                grid.part(part, self.choices.columns.get(part.at))
        self.owner_of = grid.owners
        return [*blocks, *grid.closed()]

    def _item(self, index: int | None) -> Iterator[Part]:
        """The groups of an item; actions that are listed end what they stand under."""
        self.number = 0
        waiting: list[tuple[int, list[Said]]] = []
        for at, group in self.of_item.get(index, ()):
            said = [self.paper.said[one] for one in group]
            forms = forms_of(said, self.choices.listed)
            form = forms[min(self.choices.forms.get(at, 0), len(forms) - 1)]
            if form == "listed":
                waiting.append((at, said))
                continue
            if form == "heading":
                yield from self._list(waiting)
                waiting = []
            yield self._part(at, said, form)
        yield from self._list(waiting)
        yield from (Part(NO_GROUP, [piece]) for piece in standing(self.paper, index))

    def _list(self, waiting: Sequence[tuple[int, list[Said]]]) -> Iterator[Part]:
        if waiting:
            self.number = 0
            yield Part(NO_GROUP, [Text(ACTIONS_ARISING, strong=True)])
        for at, said in waiting:
            yield self._part(at, said, "listed")

    def _part(self, at: int, said: list[Said], form: Form) -> Part:
        item = said[0].item
        level = self.paper.items[item].level + 1 if item is not None else 1
        found = self._group(at, said, form)
        pieces = [replace(one, level=level) if isinstance(one, Heading) else one for one in found]
        for piece in pieces:
            self.group_of[id(piece)] = at
        return Part(at, pieces, tuple(head for head, _ in said[0].cells) if form == "row" else ())

    def _group(self, at: int, said: list[Said], form: Form) -> list[Piece]:
        self.number = self.number + 1 if form in ("number", "listed") else 0
        return pieces_of(said, form, self.number, at in self.choices.pointed, self.choices.marker)


class _Grid:
    """The table of minutes while it is filled; a table of actions inside it breaks it in two."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.width = len(WIDTHS[frame])
        self.rows: list[list[list[Piece]]] = []
        self.logs: list[Part] = []
        self.done: list[Table] = []
        self.fresh = False
        self.owners: dict[int, int] = {}

    def title(self, item: PaperItem, inside: bool) -> None:
        """``inside``: the number stands before the title, not in the column of numbers."""
        self._end_log()
        number = printed_label(item)
        label: list[Piece] = [Text(number)] if number and not inside else []
        title = Heading(item.title, item.level, number if inside else "")
        self.rows.append([label, [title], *[[] for _ in range(self.width - 2)]])
        self.fresh = True  # what is said next stands in the row of the title

    def part(self, part: Part, owners: Sequence[str] | None) -> None:
        if part.heads:
            self._end_rows()
            self.logs.append(part)
            return
        self._end_log()
        if owners is not None or not self.fresh:
            self.rows.append([[] for _ in range(self.width)])
            self.fresh = owners is None
        self.rows[-1][1] += part.pieces
        cells = [Text(one) for one in owners or ()]
        self.owners.update((id(cell), part.at) for cell in cells)
        self.rows[-1][-1] += cells

    def closed(self) -> list[Table]:
        self._end_rows()
        self._end_log()
        return self.done

    def _end_rows(self) -> None:
        if self.rows:
            self.done.append(Table(WIDTHS[self.frame], self.rows, head=HEADS[self.frame]))
            self.rows, self.fresh = [], False

    def _end_log(self) -> None:
        if self.logs:
            self.done.append(log_of(self.logs))
            self.logs = []


def log_of(parts: Sequence[Part]) -> Table:
    """A table of actions, its columns those that any of its rows has."""
    heads = tuple(head for head in LOG_HEADS if any(head in part.heads for part in parts))
    rows: list[list[list[Piece]]] = []
    for part in parts:
        cells = dict(zip(part.heads, part.pieces, strict=True))
        rows.append([[cells[head]] if head in cells else [] for head in heads])
    shares = [SHARES.get(head, 1) for head in heads]
    return Table([100 * share // sum(shares) for share in shares], rows, head=heads)


def summary(rows: Sequence[tuple[str, str, str, str]]) -> Table:
    """All actions once more, at the end."""
    cells = [[[Text(words)] if words else [] for words in row] for row in rows]
    return Table(SUMMARY_WIDTHS, cells, head=SUMMARY_HEADS, caption=SUMMARY)
