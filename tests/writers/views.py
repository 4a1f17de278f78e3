"""Documents as they are compared: what the grammar sees of their blocks."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from answerable.core.minutes.document import Document
from answerable.core.minutes.passage import folded


class Seen(NamedTuple):
    """A block: where it stands (table, row, column, columns), its words, and how it starts in bold.

    Tables and rows are counted as they are met: a format may have rows without text or print heads again.
    """

    cell: tuple[int, int, int, int] | None
    words: str
    strong: str


def seen(document: Document) -> list[Seen]:
    """The blocks in reading order, furniture left out."""
    tables: dict[int, dict[int, int]] = {}
    found = []
    for number, block in enumerate(document.blocks):
        if block.kind == "furniture":
            continue
        place = None
        if block.cell is not None:
            rows = tables.setdefault(block.cell.table, {})
            row = rows.setdefault(block.cell.row, len(rows))
            place = (list(tables).index(block.cell.table), row, block.cell.column, block.cell.columns)
        strong = document.text[block.start : block.strong_end] if block.strong_end is not None else ""
        found.append(Seen(place, folded(document, number).text, printed(strong)))
    return found


def printed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def furniture(document: Document) -> set[str]:
    return {
        folded(document, number).text
        for number, block in enumerate(document.blocks)
        if block.kind == "furniture"
    }
