"""Composing the document: one text in reading order, and the blocks that it is laid out in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from answerable.core.minutes.document import Block, BlockKind, Cell, Line, line_of
from answerable.readers.paper.layout import Fragment, PageLayout, Part, Row, Table, groups
from answerable.readers.paper.paragraphs import INDENT, measures_of, paragraphs
from answerable.readers.paper.pieces import ASCENT, Piece
from answerable.readers.paper.reach import Reaches
from answerable.readers.paper.turning import Turn

LARGE = 1.15
"""A free line set larger than this many times the usual size is a heading."""
LONGEST_HEADING = 3
"""Lines of a heading at most."""


class Composer:
    """Writes parts one after another; furniture is let in where a page's first block begins."""

    def __init__(
        self,
        parts: list[Part],
        pages: Sequence[PageLayout],
        turns: Mapping[int, Turn] | None = None,
        wanted: Collection[int] = (),
    ) -> None:
        self.place_of: dict[int, Line] = {}
        """Where the pieces with the ids ``wanted`` came to stand."""
        self._turns = turns or {}
        self._wanted = wanted
        self._texts: list[str] = []
        self._length = 0
        self._pages = pages
        self._begun = 0
        self._table = 0
        self._measures = measures_of(list(groups(parts, heads=False)))
        self._size = _usual_size(parts)
        self._pitch = self._measures.gap * self._size
        self._reaches = Reaches(parts, pages, self._size)
        self.blocks: list[Block] = []
        for part in parts:
            self._part(part)
        self._begin_page(len(pages))
        self._write_furniture(pages[-1].foot if pages else ())

    @property
    def text(self) -> str:
        return "\n".join(self._texts)

    def _part(self, part: Part) -> None:
        if isinstance(part, Table):
            for number, row in enumerate(part.rows):
                self._row(part, number, row)
            self._table += 1
            return
        depths = Depths()
        for lines in paragraphs(part.lines, self._measures, self._reaches.of_flows):
            kind, level = depths.of(lines)
            if kind == "paragraph" and lines[0].size > LARGE * self._size and len(lines) <= LONGEST_HEADING:
                kind, level = "heading", 1
            self._block(lines, kind, level)

    def _row(self, table: Table, number: int, row: Row) -> None:
        columns = table.columns
        for cell in row.cells:
            depths, place = Depths(), None
            reach = self._reaches.of_cell(cell)
            for lines in paragraphs(cell.lines, self._measures, reach):
                if row.is_head:
                    self._begin_page(lines[0].page)
                    self._block(lines, "furniture", 0)
                    continue
                kind, level = depths.of(lines)
                fragment, start = self._line_in_row(row.fragments, lines[0])
                last = start if len(lines) == 1 else self._line_in_row(row.fragments, lines[-1])[1]
                if place is None or place.fragment != fragment:
                    place = Cell(self._table, number, cell.column, columns, fragment)
                self._block(lines, kind, level, place, (start, last))

    def _line_in_row(self, fragments: Sequence[Fragment], line: Piece) -> tuple[int, float]:
        """The fragment of a row that a line stands in, and which of the row's text lines it stands at."""
        above = 0.0
        for number, fragment in enumerate(fragments):
            if fragment.page == line.page:
                top = line.base - ASCENT * line.size
                return number, int(100 * (above + top - fragment.top) / self._pitch + 0.5) / 100
            above += fragment.bottom - fragment.top
        return 0, 0.0

    def _block(
        self,
        lines: Sequence[Piece],
        kind: BlockKind = "paragraph",
        level: int = 0,
        cell: Cell | None = None,
        beside: tuple[float, float] | None = None,
    ) -> None:
        if lines[0].page > self._begun and kind != "furniture":
            self._begin_page(lines[0].page)
        at, strong, going = self._length, None, True
        placed = []
        for line in lines:
            text = line.text
            end = at + len(text)
            if going:
                if line.strong:
                    strong = at + line.strong
                going = at + line.strong == end
            placed.append(line_of((at, end, line.page, line.box)))
            self._texts.append(text)
            at = end + 1
        self._texts.append("")
        self._length = at + 1
        if self._turns or self._wanted:
            placed = [self._scanned(line, place) for line, place in zip(lines, placed, strict=True)]
        self.blocks.append(Block(tuple(placed), kind, cell, level, strong, beside))

    def _scanned(self, line: Piece, place: Line) -> Line:
        """The place of a scanned page's line: on the page as it was scanned, and noted where wanted."""
        if line.page in self._turns and place.box is not None:
            place = place._replace(box=self._turns[line.page].back(place.box))
        if id(line) in self._wanted:
            self.place_of[id(line)] = place
        return place

    def _begin_page(self, page: int) -> None:
        """Write the feet and heads of the pages up to ``page``: before the first block that begins there."""
        while self._begun < page:
            if self._begun:
                self._write_furniture(self._pages[self._begun - 1].foot)
            self._write_furniture(self._pages[self._begun].head)
            self._begun += 1

    def _write_furniture(self, lines: Sequence[Piece]) -> None:
        for line in lines:
            self._block([line], "furniture")


class Depths:
    """Kinds and levels of the blocks of one cell or flow: how deep a list item is indented."""

    def __init__(self) -> None:
        self._lefts: list[float] = []

    def of(self, lines: Sequence[Piece]) -> tuple[BlockKind, int]:
        first = lines[0]
        while self._lefts and self._lefts[-1] > first.x0 + INDENT:
            self._lefts.pop()
        if not first.is_marked:
            return "paragraph", 0
        if not self._lefts or self._lefts[-1] < first.x0 - INDENT:
            self._lefts.append(first.x0)
        return "list_item", len(self._lefts)


def _usual_size(parts: list[Part]) -> float:
    """The font size that most of the text is set in."""
    exact: dict[float, int] = defaultdict(int)
    for lines in groups(parts):
        for line in lines:
            exact[line.size] += len(line.text)
    lengths: dict[float, int] = defaultdict(int)
    for size, length in exact.items():
        lengths[round(size, 1)] += length
    return max(lengths, key=lambda size: (lengths[size], size)) if lengths else 1.0
