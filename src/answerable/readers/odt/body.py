"""The body of an OpenDocument text in reading order: paragraphs, lists, tables and frames become blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from answerable.core.minutes.document import BlockKind, Cell
from answerable.readers.beside import Column, Setting
from answerable.readers.compose import Composer, Run
from answerable.readers.edges import column, merged
from answerable.readers.numbers import whole
from answerable.readers.odt.inline import InlineReader, Story, plain
from answerable.readers.odt.lists import Counting, Lists
from answerable.readers.odt.names import LIST, OFFICE, STYLE_NAME, TABLE, TEXT, H, P
from answerable.readers.odt.styles import Look, Styles

_SKIPPED = frozenset(
    (TEXT + "sequence-decls", TEXT + "variable-decls", TEXT + "user-field-decls", OFFICE + "forms")
)
CELL_PADDING = 10.8
"""Points that a cell's margins take on both sides together."""
UNKNOWN_WIDTH = 100.0
"""Points, for a column whose width is not given."""
DEEPEST = 99
"""Levels of headings; Writer has ten."""
MOST_COLUMNS = 63
"""Columns that repeated cells may make; Writer itself stops there."""
DEFAULT_SIZE = 12.0
"""Points, where a document sets no size."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What holds where a paragraph stands."""

    column: Column | None = None
    furniture: bool = False
    counting: Counting | None = None
    list_style: str = ""
    depth: int = 0
    marker: str = ""


class BodyReader:
    """Walks block-level XML and writes blocks to a composer."""

    def __init__(self, composer: Composer, styles: Styles, lists: Lists, story: Story) -> None:
        self.composer = composer
        self._styles = styles
        self._lists = lists
        self._story = story
        self._inline = InlineReader(styles, story)
        self._tables = 0

    def read(self, parent: etree._Element, *, furniture: bool = False) -> None:
        """Read everything under ``parent``."""
        self._walk(parent, _Place(furniture=furniture))

    def note(self, note: etree._Element, number: str) -> None:
        """Read a footnote or endnote with its number before its first words."""
        body = note.find(TEXT + "note-body")
        if body is not None:
            self._walk_first(body, _Place(), number + " ")

    def _walk(self, parent: etree._Element, place: _Place) -> None:
        for element in parent:
            self._element(element, place)

    def _walk_first(self, parent: etree._Element, place: _Place, marker: str) -> None:
        """Walk with a marker for the first paragraph alone."""
        for element in parent:
            self._element(element, replace(place, marker=marker))
            marker = ""

    def _element(self, element: etree._Element, place: _Place) -> None:
        tag = element.tag
        if tag in (P, H):
            self._paragraph(element, place)
        elif tag == LIST:
            self._list(element, place)
        elif tag == TABLE + "table":
            self._table(element, place)
        elif tag == TEXT + "tracked-changes":
            self._story.deleted.extend(_deleted(element))
        elif tag == TEXT + "section" and element.get(TEXT + "display") == "none":
            self._story.hidden.append(plain(element))
        elif tag not in _SKIPPED:
            self._walk(element, place)

    def _list(self, element: etree._Element, place: _Place) -> None:
        counting = place.counting or self._lists.begin(element)
        style = element.get(STYLE_NAME) or place.list_style
        inner = replace(place, counting=counting, list_style=style, depth=place.depth + 1)
        for item in element:
            marker = ""
            if item.tag == TEXT + "list-item" and _begins_with_text(item):
                start = item.get(TEXT + "start-value")
                marker = self._lists.label(counting, style, inner.depth, start)
            self._walk_first(item, inner, marker)

    def _paragraph(self, element: etree._Element, place: _Place) -> None:
        look = self._styles.look("paragraph", element.get(STYLE_NAME))
        inline = self._inline.read(element, look)
        outline = _outline(element, look)
        text = "".join(run.text for run in inline.runs)
        marker = place.marker
        if outline and not place.depth and text.strip():
            marker = marker or self._lists.outline(outline)
        if not text.strip() and not any(letter.isalnum() for letter in marker):
            marker = ""
        self._write(inline.runs, marker, outline, look, place)
        for box in inline.boxes:
            self._walk(box, replace(place, counting=None, depth=0, marker=""))

    def _write(self, runs: list[Run], marker: str, outline: int, look: Look, place: _Place) -> None:
        text = "".join(run.text for run in runs)
        kind: BlockKind = "paragraph"
        level = 0
        if text.strip() and outline:
            kind, level = "heading", outline
        elif text.strip() and marker and place.depth:
            kind, level = "list_item", place.depth
        beside = None
        if place.column is not None:
            beside = place.column.stack(marker + text, _setting(look, bold=bool(runs) and runs[0].strong))
        self.composer.add(
            runs,
            marker=marker,
            kind="furniture" if place.furniture else kind,
            level=0 if place.furniture else level,
            cell=None if place.furniture or place.column is None else place.column.cell,
            beside=None if place.furniture else beside,
        )

    def _table(self, element: etree._Element, place: _Place) -> None:
        number = self._tables
        self._tables += 1
        widths = self._widths(element)
        rows = [list(_cells(row, widths)) for row in _rows(element)]
        edges = merged(left for row in rows for _, left, _ in row)
        for at, row in enumerate(rows):
            lowest = 0.0
            for cell, left, right in row:
                where = Cell(number, at, column(edges, left), len(edges))
                inner = Column(where, max(right - left - CELL_PADDING, 0.0))
                self._walk(cell, _Place(inner, place.furniture))
                lowest = max(lowest, inner.at)
            if place.column is not None:
                place.column.at += lowest

    def _widths(self, table: etree._Element) -> list[float]:
        widths: list[float] = []
        for element in table.iter(TABLE + "table-column"):
            if next(element.iterancestors(TABLE + "table"), None) is not table:
                continue
            width = self._styles.column_width(element.get(TABLE + "style-name")) or UNKNOWN_WIDTH
            widths += [width] * _repeated(element, "columns")
        return widths[:MOST_COLUMNS]


def _setting(look: Look, *, bold: bool) -> Setting:
    return Setting(
        size=look.get("size", DEFAULT_SIZE),
        font=look.get("font", ""),
        bold=bold,
        indent=look.get("left", 0.0) + look.get("right", 0.0),
        before=look.get("before", 0.0),
        after=look.get("after", 0.0),
    )


def _outline(element: etree._Element, look: Look) -> int:
    if element.tag == H:
        level = whole(element.get(TEXT + "outline-level"), 1)
        return level if level <= DEEPEST else 1
    return look.get("outline", 0)


def _begins_with_text(item: etree._Element) -> bool:
    """A list item that only holds a deeper list draws no label of its own."""
    return len(item) > 0 and item[0].tag in (P, H)


def _deleted(tracked: etree._Element) -> Iterator[str]:
    for deletion in tracked.iter(TEXT + "deletion"):
        yield " ".join(plain(one) for one in deletion.iterchildren() if one.tag != OFFICE + "change-info")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        if element.tag == TABLE + "table-row":
            yield element
        elif element.tag in (TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"):
            yield from _rows(element)


def _cells(row: etree._Element, widths: list[float]) -> Iterator[tuple[etree._Element, float, float]]:
    """The cells of a row with their left and right edges; a covered cell keeps its place."""
    at = 0
    for element in row.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
        span = min(_count(element.get(TABLE + "number-columns-spanned")), MOST_COLUMNS)
        if element.tag == TABLE + "table-cell" or len(element):
            yield element, _edge(widths, at), _edge(widths, at + span)
        at += _repeated(element, "columns")
        if at > MOST_COLUMNS:
            return


def _edge(widths: list[float], at: int) -> float:
    return sum(widths[:at]) + UNKNOWN_WIDTH * max(at - len(widths), 0)


def _repeated(element: etree._Element, what: str) -> int:
    return min(_count(element.get(f"{TABLE}number-{what}-repeated")), MOST_COLUMNS)


def _count(text: str | None) -> int:
    return max(whole(text, 1), 1)
