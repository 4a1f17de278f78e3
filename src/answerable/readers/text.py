"""Plain text and Markdown: paragraphs, lists and tables told by how the lines stand.

The text is the file's own, character for character; blocks are places in it. A table's rows are lines with
tabs between their cells (or Markdown's pipes); blank lines inside a table, which converters leave at page
breaks, end it only where the next row has another number of cells.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from answerable.core.minutes.document import Block, BlockKind, Cell, Document, Line, Notice
from answerable.readers import markdown, tables, wrapped
from answerable.readers.aligned import Aligned
from answerable.readers.compose import Run
from answerable.readers.encoding import decode
from answerable.readers.html import lay_out
from answerable.readers.htmlflow import Flow
from answerable.readers.markup import Cut, Span, cut
from answerable.readers.running import parted
from answerable.readers.stretches import Row, rows, stretches

_UNDERLINE = re.compile(r"\s{0,3}([=-])\1{2,}\s*$")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")


def read_text(data: bytes, name: str) -> Document:
    """Read plain text or Markdown; raises Unreadable where the bytes are not what their mark says."""
    text = decode(data, name)
    found = markdown.front_matter(text)
    body = text[found.end :] if found else text
    if markdown.is_html(body):
        return _html_body(text, found, data, name)
    page = _Page(text)
    page.lay_out()
    return Document(
        name=name,
        media_type="text/markdown" if page.is_markdown else "text/plain",
        sha256=hashlib.sha256(data).hexdigest(),
        pages=None,
        text=text,
        blocks=tuple(page.blocks),
        notices=tuple(page.notices()),
    )


def _html_body(text: str, found: markdown.FrontMatter | None, data: bytes, name: str) -> Document:
    """Markdown whose body is HTML: the front matter, then what a browser would show."""
    flow = Flow()
    if found:
        lines = [text[start:end] for start, end in found.furniture]
        flow.composer.add([Run("\n".join(lines))], kind="furniture")
        if found.title:
            flow.composer.add([Run(text[slice(*found.title)])], kind="heading", level=1)
    return lay_out(
        text[found.end :] if found else text, data, name, "text/markdown" if found else "text/html", flow
    )


class _Page:
    """The text on its way to blocks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.is_markdown = False
        self._tags: list[Line] = []
        self._marks: list[Line] = []
        self._table = -1
        self._row = 0
        self._width = 0

    def lay_out(self) -> None:
        lines, heads = parted(self.text, self._after_front_matter(rows(self.text)))
        for head in heads:
            self._block([Line(head.start, head.end)], "furniture")
        self._width = wrapped.wrap_width(_followed(lines))
        for stretch in stretches(self.text, lines):
            if stretch.table:
                self._aligned(stretch.table)
            elif stretch.mark:
                self._table_rows(stretch.rows, stretch.mark)
            else:
                self._prose(stretch.rows)
        if self._marks:
            self._block(sorted(self._marks), "furniture")

    def _after_front_matter(self, rows: list[Row]) -> list[Row]:
        found = markdown.front_matter(self.text)
        if found is None:
            return rows
        self.is_markdown = True
        self._block([Line(*place) for place in found.furniture], "furniture")
        if found.title:
            self._block([Line(*found.title)], "heading", level=1)
        return [row for row in rows if row.start >= found.end]

    def _prose(self, rows: Sequence[Row]) -> None:
        spans = [(row.start, row.end) for row in rows]
        paragraphs = wrapped.paragraphs(self.text, spans, self._width)
        for paragraph, after in zip_longest(paragraphs, paragraphs[1:]):
            start, end = paragraph[0]
            heading = _HEADING.match(self.text, start, end)
            if heading:
                self._heading(heading, paragraph)
            elif tables.is_rule(self.text[start:end]):
                self._marks.extend(Line(*span) for span in paragraph)
            else:
                underlined = after and len(paragraph) == 1 and _UNDERLINE.match(self.text, *after[0])
                level = 0 if not underlined else 1 if underlined[1] == "=" else 2
                self._pieces(cut(self.text, paragraph), None, heading=level)

    def _heading(self, mark: re.Match[str], paragraph: list[Span]) -> None:
        """``## Title`` is one line; what follows without a blank line is a paragraph of its own."""
        self.is_markdown = True
        self._marks.append(Line(*mark.span(1)))
        title = cut(self.text, [(mark.end(), paragraph[0][1])])
        self._pieces(title, None, heading=len(mark[1]))
        if len(paragraph) > 1:
            self._pieces(cut(self.text, paragraph[1:]), None)

    def _table_rows(self, rows: Sequence[Row], mark: str) -> None:
        """Rows with the same mark: one table, and another after a blank line where the width changes."""
        columns = 0
        for row in rows:
            line = self.text[row.start : row.end]
            if tables.is_rule(line):
                self.is_markdown = self.is_markdown or mark == "|"
                self._marks.append(Line(row.start, row.end))
                continue
            spans, pipes = tables.cells(self.text, (row.start, row.end), mark)
            if columns == 0 or (row.gap and len(spans) != columns):
                self._table += 1
                self._row = 0
            columns = len(spans)
            self._marks.extend(Line(*pipe) for pipe in pipes)
            self._table_row(spans)

    def _aligned(self, found: Aligned) -> None:
        """A table aligned with blanks: the lines of a cell make paragraphs, beside lines that are known."""
        self._table += 1
        for row, column, paragraphs in found.cells:
            cell = Cell(self._table, row, column, found.columns)
            for first, last, spans in paragraphs:
                self._pieces(cut(self.text, spans), cell, beside=(float(first), float(last)))

    def _table_row(self, spans: Sequence[Span]) -> None:
        for column, span in enumerate(spans):
            self._pieces(cut(self.text, [span]), Cell(self._table, self._row, column, len(spans)))
        self._row += 1

    def _pieces(
        self,
        found: Cut,
        cell: Cell | None,
        heading: int = 0,
        beside: tuple[float, float] | None = None,
    ) -> None:
        self._tags.extend(found.tags)
        self._marks.extend(found.marks)
        for piece in found.pieces:
            kind, level = piece.kind, piece.level
            if heading:
                kind, level = "heading", heading
            elif kind == "paragraph":
                kind, level = wrapped.item(self.text, *piece.spans[0][:2])
            self.blocks.append(Block(piece.lines(), kind, cell, level, piece.strong_end(self.text), beside))

    def _block(self, lines: Sequence[Line], kind: BlockKind, level: int = 0) -> None:
        self.blocks.append(Block(tuple(lines), kind, None, level))

    def notices(self) -> Iterator[Notice]:
        if self._tags:
            count = len(self._tags)
            what = "1 HTML tag stands" if count == 1 else f"{count} HTML tags stand"
            message = f"{what} in the text, read as markup and left out of it."
            yield Notice("markup-in-text", message, tuple(self._tags))


def _followed(rows: Sequence[Row]) -> list[int]:
    """Lengths of the lines that another line follows without a blank one between."""
    return [row.end - row.start for row, after in pairwise(rows) if not after.gap]
