"""The body of a DOCX in reading order: paragraphs, lists, tables and text boxes become blocks."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from answerable.core.minutes.document import BlockKind, Cell
from answerable.readers.beside import Column, Setting
from answerable.readers.compose import Composer, Run
from answerable.readers.docx.grid import Grid, GridCell, grid
from answerable.readers.docx.inline import InlineReader, Story, deleted_text
from answerable.readers.docx.names import ALTERNATE, CHOICE, FALLBACK, P_PR, R_PR, TBL, TR, TR_PR, VAL, P, W
from answerable.readers.docx.numbering import Numbering
from answerable.readers.docx.styles import DEFAULT_SIZE, Look, Styles, look_of

_WRAPPERS = frozenset((W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"))
HIGHEST_OUTLINE = 8
"""Outline levels are 0 to 8; 9 is body text."""
CELL_PADDING = 10.8
"""Points: Word's default cell margins, 0.075 inch on either side."""


class BodyReader:
    """Walks block-level XML and writes blocks to a composer."""

    def __init__(self, composer: Composer, styles: Styles, numbering: Numbering, story: Story) -> None:
        self.composer = composer
        self._styles = styles
        self._numbering = numbering
        self._story = story
        self._inline = InlineReader(styles, story)
        self._plain = _setting(styles.paragraph(None), bold=False)
        self._tables = 0
        self._held: list[Run] = []
        self.foreign = 0

    def walk(self, parent: etree._Element, column: Column | None = None, *, furniture: bool = False) -> None:
        """Read all paragraphs and tables directly under ``parent``."""
        for element in parent:
            tag = element.tag
            if tag == P:
                self._paragraph(element, column, furniture)
            elif tag == TBL:
                self._table(element, column, furniture)
            elif tag in _WRAPPERS:
                self.walk(element, column, furniture=furniture)
            elif tag == ALTERNATE:
                self._alternate(element, column, furniture)
            elif tag == W + "del":
                self._story.deleted.append(deleted_text(element))
            elif tag == W + "altChunk":
                self.foreign += 1

    def note(self, element: etree._Element, number: str) -> None:
        """Read a footnote or endnote, its number before its first words."""
        self._held = [Run(number + " ")]
        self.walk(element)
        self._held = []

    def _alternate(self, element: etree._Element, column: Column | None, furniture: bool) -> None:
        chosen = element.find(CHOICE)
        if chosen is None:
            chosen = element.find(FALLBACK)
        if chosen is not None:
            self.walk(chosen, column, furniture=furniture)

    def _paragraph(self, element: etree._Element, column: Column | None, furniture: bool) -> None:
        if not len(element) and not self._held:  # most paragraphs of a minute's tables are empty
            self._numbering.interrupt()
            if column is not None:
                column.stack("", self._plain)
            return
        properties = element.find(P_PR)
        style, own = _style(properties)
        base = self._styles.paragraph(style)
        inline = self._inline.read(element, base)
        runs = [*self._held, *inline.runs]
        self._held = []
        if _joins_next(properties, base) and element.getnext() is not None:
            self._held = runs
        else:
            look: Look = {**base, **own}
            if marker_indent := self._numbering.indent(look.get("number", ""), look.get("number_level", 0)):
                look = {**look, "left": own.get("left", marker_indent)}
            marker = self._marker(look, style, own, runs)
            self._write(runs, marker, look, column, furniture)
        for box in inline.boxes:
            self.walk(box, column, furniture=furniture)

    def _marker(self, look: Look, style: str | None, own: Look, runs: list[Run]) -> str:
        """The automatic label; a bullet beside nothing is not drawn, a number is."""
        number = look.get("number", "")
        if not number or number == "0":
            self._numbering.interrupt()
            return ""
        level = look.get("number_level", 0)
        if style and "number" not in own and "number_level" not in look:
            level = self._numbering.level_of_style(number, style)
        empty = not any(run.text.strip() for run in runs)
        label = self._numbering.label(number, level)
        return "" if empty and not any(letter.isalnum() for letter in label) else label

    def _write(
        self, runs: list[Run], marker: str, look: Look, column: Column | None, furniture: bool
    ) -> None:
        kind, level = _shape(look, runs, marker)
        beside = None
        if column is not None:
            text = marker + "".join(run.text for run in runs)
            beside = column.stack(text, _setting(look, bold=bool(runs) and runs[0].strong))
        self.composer.add(
            runs,
            marker=marker,
            kind="furniture" if furniture else kind,
            level=0 if furniture else level,
            cell=None if furniture or column is None else column.cell,
            beside=None if furniture else beside,
        )

    def _table(self, element: etree._Element, outer: Column | None, furniture: bool) -> None:
        number = self._tables
        self._tables += 1
        laid = grid(element, self._rows(element))
        for at, row in enumerate(laid.rows):
            lowest = self._row(row, number, at, laid, furniture)
            if outer is not None:
                outer.at += lowest

    def _row(self, row: list[GridCell], table: int, at: int, laid: Grid, furniture: bool) -> float:
        """Read a row's cells; say how many text lines high it is."""
        lowest = 0.0
        for cell in row:
            column = Column(Cell(table, at, cell.column, laid.columns), cell.width - CELL_PADDING)
            self.walk(cell.element, column, furniture=furniture)
            lowest = max(lowest, column.at)
        return lowest

    def _rows(self, table: etree._Element) -> Iterator[etree._Element]:
        for element in table:
            if element.tag == TR:
                properties = element.find(TR_PR)
                if properties is not None and properties.find(W + "del") is not None:
                    self._story.deleted.append(deleted_text(element))
                else:
                    yield element
            elif element.tag in _WRAPPERS:
                yield from self._rows(element)


def _style(properties: etree._Element | None) -> tuple[str | None, Look]:
    """A paragraph's style and what it sets by itself."""
    if properties is None:
        return None, {}
    style = properties.find(W + "pStyle")
    return (None if style is None else style.get(VAL)), look_of(properties)


def _joins_next(properties: etree._Element | None, look: Look) -> bool:
    """Whether the paragraph's mark was deleted, tracked, or is a style separator: the next goes on in it."""
    mark = None if properties is None else properties.find(R_PR)
    if mark is None:
        return False
    return mark.find(W + "del") is not None or look_of(mark).get("run_in", False)


def _shape(look: Look, runs: list[Run], marker: str) -> tuple[BlockKind, int]:
    outline = look.get("outline", HIGHEST_OUTLINE + 1)
    text = any(run.text.strip() for run in runs)
    if text and 0 <= outline <= HIGHEST_OUTLINE:
        return "heading", outline + 1
    if text and marker:
        return "list_item", look.get("number_level", 0) + 1
    return "paragraph", 0


def _setting(look: Look, *, bold: bool) -> Setting:
    return Setting(
        size=look.get("size", DEFAULT_SIZE),
        font=look.get("font", ""),
        bold=bold,
        indent=look.get("left", 0.0) + look.get("right", 0.0),
        before=look.get("before", 0.0),
        after=look.get("after", 0.0),
    )
