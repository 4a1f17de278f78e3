"""A paper laid out in a forum's house style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from answerable.core.minutes.dates import MONTH_NAMES
from answerable.core.minutes.printing.forms import Form, forms_of, groups, pieces_of
from answerable.core.minutes.printing.opening import particulars, roll_of
from answerable.core.minutes.printing.paper import Paper, PaperItem, Said
from answerable.core.minutes.printing.style import Style
from answerable.core.minutes.sheet import Heading, Piece, Sheet, Table, Text

Frame = Literal["flow", "grid", "column"]
"""``flow``: headings and paragraphs; ``grid``: numbers in a column of their own; ``column``: actions too."""
HEADS = {"grid": ("No.", "Discussion"), "column": ("No.", "Discussion", "Action")}
WIDTHS = {"grid": (8, 92), "column": (8, 76, 16)}
DEFAULT_TITLE = "Minutes"


@dataclass
class Choices:
    """What is decided about a paper's print: the frame, each group's form by index, what the front spells out.

    ``columns``: owners to set in the action column, by group.
    """

    frame: Frame
    forms: dict[int, int] = field(default_factory=dict)
    pointed: set[int] = field(default_factory=set)
    columns: dict[int, list[str]] = field(default_factory=dict)
    rows: Sequence[Sequence[str]] = ()
    kind: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet, with the group that each of its pieces is of, by the piece's ``id``."""

    sheet: Sheet
    group_of: Mapping[int, int]


def lay_out(paper: Paper, style: Style) -> Sheet:
    """The paper in the style as its words stand; ``read`` looks whether they are understood so."""
    return laid_out(paper, style, Choices(frame_of(style))).sheet


def frame_of(style: Style) -> Frame:
    return "column" if style.layout == "column" else "flow"


def laid_out(paper: Paper, style: Style, choices: Choices) -> Laid:
    laying = _Laying(paper, choices)
    blocks: list[Piece | Table] = list(particulars(paper.head, choices.kind, choices.title))
    people = roll_of(paper.attendance)
    blocks += [people] if people else []
    blocks += laying.grid() if choices.frame != "flow" else laying.flow()
    title = DEFAULT_TITLE if choices.title else paper.head["title"] or DEFAULT_TITLE
    return Laid(Sheet(title, blocks, marking=style.marking), laying.group_of)


class _Laying:
    """One laying out: remembers which piece is of which group."""

    def __init__(self, paper: Paper, choices: Choices) -> None:
        self.paper = paper
        self.choices = choices
        self.group_of: dict[int, int] = {}
        self.number = 0
        self.reference: tuple[str | None, str | None] | None = None
        self.of_item: dict[int | None, list[tuple[int, tuple[int, ...]]]] = {}
        for at, group in enumerate(groups(paper)):
            self.of_item.setdefault(paper.said[group[0]].item, []).append((at, group))

    def flow(self) -> list[Piece | Table]:
        blocks: list[Piece | Table] = []
        for index in (None, *range(len(self.paper.items))):
            if index is not None:
                item = self.paper.items[index]
                blocks.append(Heading(item.title, item.level, printed_label(item)))
            for _, pieces in self._item(index):
                blocks += pieces
        return blocks

    def grid(self) -> list[Piece | Table]:
        """What stands before the first item, then one table: a row for each title, text, and action."""
        blocks: list[Piece | Table] = [piece for _, pieces in self._item(None) for piece in pieces]
        width = len(WIDTHS[self.choices.frame])
        rows: list[list[list[Piece]]] = []
        for index, item in enumerate(self.paper.items):
            label = [Text(printed_label(item))] if item.label else []
            rows.append([label, [Heading(item.title, item.level)], *[[] for _ in range(width - 2)]])
            fresh = False
            for at, pieces in self._item(index):
                owner = self.choices.columns.get(at)
                if owner is not None or not fresh:
                    rows.append([[] for _ in range(width)])
                    fresh = owner is None
                rows[-1][1] += pieces
                rows[-1][-1] += [Text(one) for one in owner or ()]
        return [*blocks, Table(WIDTHS[self.choices.frame], rows, head=HEADS[self.choices.frame])]

    def _item(self, index: int | None) -> Iterator[tuple[int, list[Piece]]]:
        """The groups of an item with their pieces."""
        self.number, self.reference = 0, None
        for at, group in self.of_item.get(index, ()):
            said = [self.paper.said[one] for one in group]
            pieces = self._group(at, said)
            for piece in pieces:
                self.group_of[id(piece)] = at
            yield at, pieces

    def _group(self, at: int, said: list[Said]) -> list[Piece]:
        form = self._form(at, said)
        self.number = self.number + 1 if form == "number" else 0
        pieces = pieces_of(said, form, self.number, at in self.choices.pointed)
        if form != "matter":
            self.reference = None
            return pieces
        about = said[0].about
        if about is None or self.reference == (about.meeting, about.item):
            return pieces
        self.reference = (about.meeting, about.item)
        words = reference(about.meeting, about.item)
        return [Heading(words, 4), *pieces] if words else pieces

    def _form(self, at: int, said: list[Said]) -> Form:
        forms = forms_of(said)
        return forms[min(self.choices.forms.get(at, 0), len(forms) - 1)]


def printed_label(item: PaperItem) -> str:
    return f"{item.label}." if item.label else ""


def reference(meeting: str | None, item: str | None) -> str:
    """ "Actions arising from the March 2026 meeting: Agenda item 2.1"; "" where neither is known."""
    if meeting is None:
        return f"Agenda item {item}" if item else ""
    year, month = meeting.split("-")
    words = f"Actions arising from the {MONTH_NAMES[int(month) - 1]} {year} meeting"
    return f"{words}: Agenda item {item}" if item else words
