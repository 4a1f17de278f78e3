"""Ways of looking at a document that the tests of the PDF reader share."""

from __future__ import annotations

from itertools import pairwise

from answerable.core.minutes.document import Block, Document, uncovered


def words_of(document: Document, block: Block) -> str:
    """A block's text on one line."""
    return " ".join(document.text[block.start : block.end].split())


def free_text(document: Document) -> list[str]:
    """The blocks outside tables that are of the record."""
    return [words_of(document, b) for b in document.blocks if b.cell is None and b.kind != "furniture"]


def furniture_of(document: Document) -> list[str]:
    return [words_of(document, block) for block in document.blocks if block.kind == "furniture"]


def rows_of(document: Document, table: int = 0) -> list[list[list[str]]]:
    """A table's rows: for each column the paragraphs in it."""
    rows: dict[int, list[list[str]]] = {}
    for block in document.blocks:
        if block.cell is not None and block.cell.table == table:
            row = rows.setdefault(block.cell.row, [[] for _ in range(block.cell.columns)])
            row[block.cell.column].append(words_of(document, block))
    return [rows[number] for number in sorted(rows)]


def block_with(document: Document, start: str) -> Block:
    """The first block whose text starts so."""
    return next(block for block in document.blocks if words_of(document, block).startswith(start))


def assert_whole(document: Document) -> None:
    """Every character that is not a blank lies in the lines of exactly one block, in order and on a page."""
    lines = [line for block in document.blocks for line in block.lines]
    assert uncovered(document.text, lines) == ""
    assert all(line.start < line.end for line in lines)
    assert all(before.end <= after.start for before, after in pairwise(lines))
    assert all(line.page is not None and 1 <= line.page <= (document.pages or 0) for line in lines)
    for line in lines:
        assert line.box is not None
        assert line.box[0] <= line.box[2]
        assert line.box[1] < line.box[3]
        assert document.text[line.start : line.end].strip() == document.text[line.start : line.end]
    for block in document.blocks:
        assert block.strong_end is None or block.start < block.strong_end <= block.end
        assert block.cell is None or 0 <= block.cell.column < block.cell.columns
