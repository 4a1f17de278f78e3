"""What a reader hands to the grammar: the text of a file, and the blocks that it is laid out in.

A reader takes one text from a file and never alters it. Everything else is a place in that text: a line is
a run of characters on one line of one page, a block is the lines of one paragraph, and a cell says which
block stood in which column of which table. The grammar works on passages, the folded text of blocks, and
every passage can say which places of the file it came from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal, NamedTuple

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in PDF points (1/72 inch) from the page's top left."""

BlockKind = Literal["paragraph", "heading", "list_item", "furniture"]
"""Furniture is on the page but not of the record: running heads and feet, page numbers, markings."""


class Line(NamedTuple):
    """Characters ``start`` to ``end`` of the document's text, on one printed line of one cell.

    ``page`` counts from 1; page and box are None where the format has no pages. Formats without printed
    lines (DOCX, HTML) give a line for each paragraph or hard line break.
    """

    start: int
    end: int
    page: int | None = None
    box: Box | None = None


line_of: Callable[[tuple[int, int, int | None, Box | None]], Line] = partial(tuple.__new__, Line)
"""A line of its four fields. A NamedTuple's own name makes the same at three times the price, and lines are
what is made most."""


class Cell(NamedTuple):
    """Where a block stands in a table: all numbers from 0.

    ``table`` numbers the document's tables; a table that goes on over a page keeps its number, and so does
    a row that goes on: ``fragment`` then counts the pieces of the row. ``columns`` is the table's width.
    """

    table: int
    row: int
    column: int
    columns: int
    fragment: int = 0


class Block(NamedTuple):
    """One paragraph, list item, heading or line of furniture, in reading order.

    A list item's marker ("•", "1.", also one that only numbering.xml gives) stands in the document's text
    and in the block's first line. A block of a table is one paragraph of one cell.

    ``level``: of a list item its depth from 1, of a heading its outline level from 1, else 0.
    ``strong_end``: offset in the document's text up to which the block, from its start, is set in bold or
    underlined (the whole block's end where all of it is); None where it does not start so.
    ``beside``: first and last text line of the table row that the block stands beside, counted in lines
    from the row's top: measured in a PDF and in text aligned with blanks, estimated from the column's width
    in DOCX, ODT and HTML that gives one, else None.
    """

    lines: tuple[Line, ...]
    kind: BlockKind = "paragraph"
    cell: Cell | None = None
    level: int = 0
    strong_end: int | None = None
    beside: tuple[float, float] | None = None

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end


class Notice(NamedTuple):
    """Something that a reader or a pass repaired, left out or could not make out: a warning with places."""

    code: str
    message: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: ``text`` is what offsets count in and what ``answerable read --text`` prints.

    Every character of ``text`` that is not a blank lies in the lines of exactly one block or, where the
    reader took it out of the blocks (markup, hidden text), in the lines of at least one notice.
    """

    name: str
    media_type: str
    sha256: str
    pages: int | None
    text: str
    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
    folded: dict[int, Any] = field(default_factory=dict, repr=False, compare=False)
    """Blocks by index as ``passage.folded`` made them: each is folded once."""


def uncovered(text: str, lines: Sequence[Line]) -> str:
    """The characters of ``text``, blanks left out, that no line covers: empty where nothing is lost."""
    left: list[str] = []
    at = 0
    for line in sorted(lines):
        if line.start > at:
            left.append(text[at : line.start])
        at = max(at, line.end)
    left.append(text[at:])
    return "".join("".join(left).split())
