"""What a page holds once its tables are known: flows of lines, and tables of rows of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from answerable.readers.paper.pieces import Piece


@dataclass(slots=True)
class CellText:
    """The printed lines of one cell between ``x0`` and ``x1``, from all pages that its row is on."""

    column: int
    x0: float
    x1: float
    lines: list[Piece]


@dataclass(slots=True)
class Fragment:
    """The part of a row on one page, from ``top`` to ``bottom``."""

    page: int
    top: float
    bottom: float


@dataclass(slots=True)
class Row:
    """A table's row; ``is_head`` is the column heads printed again on a later page."""

    cells: list[CellText]
    fragments: list[Fragment]
    is_head: bool = False

    def cell(self, column: int) -> CellText | None:
        for cell in self.cells:
            if cell.column == column:
                return cell
        return None

    def text(self) -> str:
        return " ".join(line.text for cell in self.cells for line in cell.lines)


@dataclass(slots=True)
class Table:
    """A table of one page or, once joined, of several. ``xs`` are the columns' edges.

    ``open`` are the columns whose last cell, on the last page, has no rule below it.
    """

    xs: list[float]
    rows: list[Row]
    open: frozenset[int] = frozenset()

    @property
    def filled(self) -> set[int]:
        """The columns that have text."""
        return {cell.column for row in self.rows for cell in row.cells}

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    @property
    def top(self) -> float:
        return self.rows[0].fragments[0].top


@dataclass(slots=True)
class Flow:
    """Lines that stand in no table, top to bottom."""

    lines: list[Piece] = field(default_factory=list)

    @property
    def top(self) -> float:
        return self.lines[0].top


Part = Flow | Table


@dataclass(slots=True)
class PageLayout:
    """A page's parts in reading order, and its furniture: lines above and below the text."""

    number: int
    width: float
    parts: list[Part]
    head: list[Piece] = field(default_factory=list)
    foot: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class PageText:
    """What was taken from one page while it was open; lengths in points.

    ``is_shuffled``: its lines were stored in another order than they are printed in. ``is_scanned``: it has
    no text layer. ``unread``: why its text could not be had, else empty. ``turned``: degrees by which a scan
    was turned to stand upright.
    """

    number: int
    width: float
    height: float
    tables: list[Part]
    free: list[Piece]
    is_scanned: bool = False
    unread: str = ""
    turned: float = 0.0
    is_shuffled: bool = False


def groups(parts: Sequence[Part], *, heads: bool = True) -> Iterator[list[Piece]]:
    """The lines of each cell and flow; ``heads``: also of heads that are printed again."""
    for part in parts:
        if isinstance(part, Flow):
            yield part.lines
        else:
            for row in part.rows:
                if heads or not row.is_head:
                    for cell in row.cells:
                        yield cell.lines
