"""Documents built by hand, so that a test of the grammar shows what it reads.

``document("Wyvern Valley Assurance Board", table([["Present:", "A. Person"]]), "1. Welcome")`` is what a
reader would hand over for a title, a table of one row and a paragraph. Offsets, lines and blocks are true:
every piece is written to one text, and the blocks point into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from answerable.core.minutes.document import Block, Cell, Document, Line
from answerable.core.minutes.passage import Passage, passage


@dataclass(frozen=True)
class Piece:
    """A paragraph to be: ``strong`` sets it bold, wholly (True) or its first characters only."""

    text: str
    kind: Literal["paragraph", "heading", "list_item", "furniture"] = "paragraph"
    level: int = 0
    strong: bool | int = False
    beside: tuple[float, float] | None = None
    page: int | None = None


@dataclass(frozen=True)
class Table:
    """Rows of cells; a cell is its paragraphs."""

    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


def heading(text: str, level: int = 1) -> Piece:
    return Piece(text, kind="heading", level=level)


def bold(text: str, upto: int | None = None) -> Piece:
    """A paragraph in bold, or one that starts with ``upto`` characters in bold."""
    return Piece(text, strong=True if upto is None else upto)


def item(text: str, level: int = 1) -> Piece:
    """A list item; its marker ("•", "1.") is the start of ``text``."""
    return Piece(text, kind="list_item", level=level)


def furniture(text: str) -> Piece:
    return Piece(text, kind="furniture")


def on_page(piece: str | Piece, page: int) -> Piece:
    return replace(_piece(piece), page=page)


def beside(text: str | Piece, first: float, last: float) -> Piece:
    """A cell's paragraph that stands beside the row's text lines ``first`` to ``last``."""
    return replace(_piece(text), beside=(first, last))


CellLike = str | Piece | Sequence[str | Piece]


def table(rows: Sequence[Sequence[CellLike]]) -> Table:
    """A table; a cell is a string, a piece, or a list of them (its paragraphs). "" leaves a cell empty."""
    return Table(tuple(tuple(_cell(cell) for cell in row) for row in rows))


def document(*parts: str | Piece | Table, name: str = "minutes.docx", pages: int | None = None) -> Document:
    """A document of these parts in order, a line of text for each paragraph ("\\n" breaks a line in two)."""
    builder = _Builder()
    tables = 0
    for part in parts:
        if isinstance(part, Table):
            builder.add_table(part, tables)
            tables += 1
        else:
            builder.add(_piece(part), None)
    return Document(
        name=name,
        media_type="text/plain",
        sha256="0" * 64,
        pages=pages,
        text="".join(builder.text),
        blocks=tuple(builder.blocks),
    )


def passages(*parts: str | Piece | Table) -> list[Passage]:
    """The passages of a document of these parts, one for each block."""
    made = document(*parts)
    return [passage(made.text, block.lines) for block in made.blocks]


class _Builder:
    def __init__(self) -> None:
        self.text: list[str] = []
        self.at = 0
        self.blocks: list[Block] = []

    def add(self, piece: Piece, cell: Cell | None, end: str = "\n") -> None:
        if not piece.text:
            return
        start, lines = self.at, []
        for printed in piece.text.split("\n"):
            lines.append(Line(self.at, self.at + len(printed), piece.page))
            self._write(printed + "\n")
        self.text[-1] = self.text[-1][:-1] + end
        strong: int | None = None
        if piece.strong is True:
            strong = lines[-1].end
        elif piece.strong:
            strong = start + piece.strong
        self.blocks.append(Block(tuple(lines), piece.kind, cell, piece.level, strong, piece.beside))

    def add_table(self, made: Table, number: int) -> None:
        columns = max(len(row) for row in made.rows)
        for row, cells in enumerate(made.rows):
            for column, pieces in enumerate(cells):
                for piece in pieces:
                    self.add(piece, Cell(number, row, column, columns), end="\t")
            self._write("\n")

    def _write(self, text: str) -> None:
        self.text.append(text)
        self.at += len(text)


def _piece(part: str | Piece) -> Piece:
    return Piece(part) if isinstance(part, str) else part


def _cell(cell: CellLike) -> tuple[Piece, ...]:
    if isinstance(cell, (str, Piece)):
        return (_piece(cell),)
    return tuple(_piece(part) for part in cell)
