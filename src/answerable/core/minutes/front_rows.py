"""The front's pieces in reading order: paragraphs and table rows, with the text they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from answerable.core.minutes.document import Block, Document, Line
from answerable.core.minutes.passage import Passage, folded, passage


class Piece(NamedTuple):
    """A block, the ``index``th of the document; its text is folded when it is first asked for."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of a piece
    block: Block
    document: Document

    @property
    def text(self) -> Passage:
        return folded(self.document, self.index)

    @property
    def words(self) -> str:
        return self.text.text

    @property
    def strong(self) -> bool:
        """Whether all of it is bold or underlined."""
        return self.block.strong_end is not None and self.block.strong_end >= self.block.end - 1

    def split(self, text: str) -> list[Passage]:
        """Its printed lines, each as a passage (``text`` is the document's)."""
        return [found for line in self.block.lines if (found := passage(text, [line]))]


class Row(NamedTuple):
    """A table's row: pieces by column; a paragraph outside a table is a row of one column, ``table`` None."""

    table: int | None
    number: int
    cells: dict[int, list[Piece]]
    columns: int

    @property
    def pieces(self) -> list[Piece]:
        return [piece for column in sorted(self.cells) for piece in self.cells[column]]

    def words(self, column: int) -> str:
        pieces = self.cells.get(column, ())
        return pieces[0].words if len(pieces) == 1 else " ".join([piece.words for piece in pieces])

    @property
    def first(self) -> str:
        return self.words(min(self.cells))


def rows(document: Document) -> list[Row]:
    """The document's rows in reading order, furniture and blank blocks left out."""
    found: list[Row] = []
    for piece in _pieces(document):
        cell = piece.block.cell
        last = found[-1] if found else None
        if cell is None:
            found.append(Row(None, 0, {0: [piece]}, 1))
        elif last is not None and last.table == cell.table and last.number == cell.row:
            last.cells.setdefault(cell.column, []).append(piece)
        else:
            found.append(Row(cell.table, cell.row, {cell.column: [piece]}, cell.columns))
    return found


def _pieces(document: Document) -> Iterator[Piece]:
    text = document.text
    for index, block in enumerate(document.blocks):
        if block.kind == "furniture":
            continue
        start = block.start
        blank = text[start : start + 1].isspace() and text[start : block.end].isspace()
        if not blank:
            yield Piece(index, block, document)


def left_over(document: Document, blocks: list[Block], taken: list[Line]) -> list[Line]:
    """The pieces of these blocks' lines, blanks left out, that the taken lines do not cover."""
    spans = sorted((line.start, line.end) for line in taken)
    found: list[Line] = []
    for block in blocks:
        for line in block.lines:
            at = line.start
            for start, end in [(s, e) for s, e in spans if s < line.end and e > line.start]:
                found += _trimmed(document.text, line, at, min(start, line.end))
                at = max(at, end)
            found += _trimmed(document.text, line, at, line.end)
    return found


def _trimmed(text: str, line: Line, start: int, end: int) -> list[Line]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Line(start, end, line.page, line.box)] if start < end else []
