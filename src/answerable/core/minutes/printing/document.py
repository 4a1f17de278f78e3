"""The document that our readers make of a sheet, in whichever format it was written."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field

from answerable.core.minutes.document import Block, BlockKind, Cell, Document, Line
from answerable.core.minutes.printable import printable
from answerable.core.minutes.sheet import Break, Heading, ListItem, Picture, Piece, Sheet, Table, Text

BULLET = "•"


def as_document(sheet: Sheet, name: str = "minutes", *, headings: bool = True) -> Document:
    """What reading the sheet's file gives: its text, a line to a piece, and the blocks in it.

    ``headings``: whether the format says what a heading is; a PDF only shows it in bold.
    """
    return composed(sheet, name, headings=headings).document


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, and for each of its blocks the piece of the sheet that it is of (None: the sheet's own)."""

    document: Document
    pieces: tuple[Piece | None, ...]


def composed(sheet: Sheet, name: str = "minutes", *, headings: bool = True) -> Composed:
    made = _Composing(headings)
    if sheet.marking:
        made.add(None, sheet.marking, "furniture")
    if sheet.printed_title:
        made.add(None, sheet.title, "heading", level=1, strong=True)
    for block in sheet.blocks:
        if isinstance(block, Table):
            made.table(block)
        elif not isinstance(block, Break):
            made.piece(block, None)
    if sheet.footer:
        made.add(None, sheet.footer, "furniture")
    text = "\n".join(made.parts)
    document = Document(
        name=name,
        media_type="text/html",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        pages=None,
        text=text,
        blocks=tuple(made.blocks),
    )
    return Composed(document, tuple(made.pieces))


@dataclass
class _Composing:
    headings: bool
    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece | None] = field(default_factory=list)
    at: int = 0
    tables: int = 0

    def add(
        self,
        piece: Piece | None,
        text: str,
        kind: BlockKind = "paragraph",
        cell: Cell | None = None,
        level: int = 0,
        strong: bool | int = False,
    ) -> None:
        """Write a block; ``strong``: all of it is bold, or so many characters from its start."""
        text = folded(text)
        if not text:
            return
        if kind == "heading" and not self.headings:
            kind, level = "paragraph", 0
        end = self.at + len(text)
        upto = end if strong is True else self.at + min(strong, len(text)) if strong else None
        self.blocks.append(Block((Line(self.at, end),), kind, cell, level, upto))
        self.pieces.append(piece)
        self.parts.append(text)
        self.at = end + 1

    def piece(self, piece: Piece, cell: Cell | None) -> None:
        match piece:
            case Heading(text, level, number):
                self.add(piece, f"{number} {text}", "heading", cell, level + 1, strong=True)
            case Text(text, lead, strong):
                self.add(piece, f"{lead} {text}", "paragraph", cell, strong=strong or len(folded(lead)))
            case ListItem(text, label, level):
                self.add(piece, f"{label or BULLET} {text}", "list_item", cell, level)
            case Picture(_, words):
                self.add(piece, words, "paragraph", cell)

    def table(self, table: Table) -> None:
        number, self.tables = self.tables, self.tables + 1
        columns = len(table.widths)
        if table.caption:
            self.add(None, table.caption, strong=True)
        for column, head in enumerate(table.head):
            self.add(None, head, cell=Cell(number, 0, column, columns), strong=True)
        for row, cells in enumerate(table.rows, 1 if table.head else 0):
            for column, pieces in enumerate(cells):
                for piece in pieces:
                    self.piece(piece, Cell(number, row, column, columns))


def folded(text: str) -> str:
    """Text as a record has it: what can be printed, NFC, white space folded."""
    return " ".join(unicodedata.normalize("NFC", printable(text)).split())
