"""The walk through a page: blocks are flushed where a browser begins a new line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from answerable.core.minutes.document import BlockKind, Cell, Document
from answerable.readers import htmlstyle
from answerable.readers.beside import Column, Setting
from answerable.readers.compose import Composer, Run
from answerable.readers.counting import spell
from answerable.readers.htmltable import HtmlCell, lay_out
from answerable.readers.lost import left_out

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "blockquote",
        "pre",
        "dl",
        "dt",
        "dd",
        "section",
        "article",
        "main",
        "form",
        "fieldset",
        "address",
        "figure",
        "figcaption",
        "center",
        "hr",
        "header",
        "footer",
        "aside",
        "ul",
        "ol",
        "body",
        "html",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "caption",
        "details",
        "summary",
        "legend",
        "menu",
        "dir",
    ]
)
_UNSEEN = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "embed",
        "svg",
        "nav",
        "canvas",
        "select",
        "button",
        "textarea",
        "datalist",
        "audio",
        "video",
        "map",
        "title",
        "meta",
        "link",
    ]
)
"""Not the text of a page: its code, its controls, its way around the site."""
_LISTS = frozenset(("ul", "ol", "menu", "dir"))
_FURNITURE = frozenset(("header", "footer", "aside"))
_BODY_OF = frozenset(("article", "main", "section"))
"""A header inside one of these is the article's own head."""
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_NUMBERED = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(slots=True)
class _List:
    """A list that is open: how it numbers, and how far it got."""

    form: str
    count: int = 0
    step: int = 1
    marked: bool = True


@dataclass(slots=True)
class _Place:
    """What holds for the text of the element that is being read."""

    kind: BlockKind = "paragraph"
    level: int = 0
    strong: bool = False
    preformatted: bool = False
    furniture: bool = False
    column: Column | None = None
    lists: tuple[_List, ...] = ()


@dataclass(slots=True)
class _Open:
    """The block that is being gathered."""

    runs: list[Run] = field(default_factory=list)
    marker: str = ""
    begins: bool = False  # a list item: its later paragraphs are none
    seen: bool = False


class Flow:
    """Reads a page's elements in order and writes blocks."""

    def __init__(self) -> None:
        self.composer = Composer()
        self._open = _Open()
        self._tables = 0
        self._hidden: list[str] = []
        self._deleted: list[str] = []

    def read(self, root: etree._Element) -> None:
        self._sheet = htmlstyle.StyleSheet(root)
        self._element(root, _Place())
        self._flush(_Place())

    def document(self, data: bytes, name: str, media_type: str) -> Document:
        notices = self.composer.notices
        notices.extend(left_out("tracked-deletion", "deletion", "deletions", self._deleted))
        notices.extend(left_out("hidden-text", "piece of hidden text", "pieces of hidden text", self._hidden))
        return self.composer.document(data, name, media_type)

    def _element(self, element: etree._Element, place: _Place) -> None:
        tag = element.tag
        if tag in _UNSEEN or not isinstance(tag, str):
            return
        css = self._sheet.of(element)
        if htmlstyle.is_hidden(element, css):
            self._hidden.append(_text(element))
        elif tag == "del":
            self._deleted.append(_text(element))
        elif tag == "br":
            self._open.runs.append(Run("\n"))
            self._open.seen = True
        elif tag == "table":
            self._table(element, place)
        elif tag in _BLOCKS:
            self._block(element, tag, css, place)
        else:
            self._children(element, _with_strong(place, element, css))

    def _block(self, element: etree._Element, tag: str, css: str, place: _Place) -> None:
        self._flush(place)
        inner = self._inside(element, tag, css, place)
        if tag == "li" and inner.lists:
            self._open.marker = _marker(element, inner.lists[-1])
        self._open.begins = tag == "li" or self._open.begins
        self._children(element, inner)
        if tag == "p":
            self._open.seen = True  # an empty paragraph takes a line too
        self._flush(inner)
        self._open = _Open()

    def _inside(self, element: etree._Element, tag: str, css: str, place: _Place) -> _Place:
        inner = _with_strong(place, element, css)
        inner.furniture = place.furniture or _is_furniture(element, tag)
        inner.preformatted = place.preformatted or tag == "pre"
        if tag in _LISTS:
            inner.lists = (*place.lists, _opened(element, tag, css))
        elif tag == "li":
            inner.kind, inner.level = "list_item", max(len(place.lists), 1)
        elif tag[0] == "h" and tag[1:].isdigit():
            inner.kind, inner.level = "heading", int(tag[1:])
        return inner

    def _children(self, element: etree._Element, place: _Place) -> None:
        self._text(element.text, place)
        for child in element:
            self._element(child, place)
            self._text(child.tail, place)

    def _text(self, text: str | None, place: _Place) -> None:
        if text:
            self._open.runs.append(Run(text if place.preformatted else _BLANKS.sub(" ", text), place.strong))

    def _flush(self, place: _Place) -> None:
        """Write the open block; a list item's later paragraphs are paragraphs of their own."""
        gathered, self._open = self._open, _Open(marker=self._open.marker, begins=self._open.begins)
        runs = gathered.runs if place.preformatted else _squeezed(gathered.runs)
        text = "".join(run.text for run in runs)
        if not text.strip():
            if gathered.seen and place.column is not None:
                place.column.stack("", Setting())
            return
        self._open.marker, self._open.begins = "", False
        beside = None
        if place.column is not None:
            beside = place.column.stack(gathered.marker + text, Setting(bold=runs[0].strong))
        is_later = place.kind == "list_item" and not gathered.begins
        self.composer.add(
            runs,
            marker=gathered.marker,
            kind="furniture" if place.furniture else "paragraph" if is_later else place.kind,
            level=0 if place.furniture or is_later else place.level,
            cell=None if place.column is None else place.column.cell,
            beside=beside,
        )

    def _table(self, element: etree._Element, place: _Place) -> None:
        self._flush(place)
        number = self._tables
        self._tables += 1
        laid = lay_out(element, self._sheet)
        for caption in element.iterchildren("caption"):
            self._element(caption, place)
        for cell in laid.cells:
            self._cell(cell, number, laid.columns, place)

    def _cell(self, cell: HtmlCell, table: int, columns: int, place: _Place) -> None:
        where = Cell(table, cell.row, cell.column, columns)
        css = self._sheet.of(cell.element)
        inner = _with_strong(_Place(furniture=place.furniture), cell.element, css)
        if htmlstyle.is_hidden(cell.element, css):
            self._hidden.append(_text(cell.element))
            return
        inner.column = Column(where, cell.width)
        self._open = _Open()
        self._children(cell.element, inner)
        self._flush(inner)
        self._open = _Open()


def _with_strong(place: _Place, element: etree._Element, css: str) -> _Place:
    strong = htmlstyle.is_strong(element, css, place.strong)
    return _Place(
        place.kind, place.level, strong, place.preformatted, place.furniture, place.column, place.lists
    )


def _is_furniture(element: etree._Element, tag: str) -> bool:
    """A page's own header and footer; LibreOffice marks those of a document by a title."""
    if tag == "div":
        return element.get("title") in ("header", "footer")
    return tag in _FURNITURE and not any(above.tag in _BODY_OF for above in element.iterancestors())


def _opened(element: etree._Element, tag: str, css: str) -> _List:
    marked = not htmlstyle.is_unmarked(css)
    if tag != "ol":
        return _List("bullet", marked=marked)
    form = _NUMBERED.get(element.get("type", "1"), "decimal")
    start = element.get("start", "1")
    first = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
    return _List(form, first - 1, marked=marked)


def _marker(element: etree._Element, its: _List) -> str:
    """The bullet or number that a browser draws before a list item."""
    value = element.get("value", "")
    its.count = int(value) if re.fullmatch(r"\d{1,6}", value) else its.count + 1
    if not its.marked:
        return ""
    return "• " if its.form == "bullet" else f"{spell(its.count, its.form)}. "


def _squeezed(runs: list[Run]) -> list[Run]:
    """Runs with blanks folded over their borders, and none at the ends of lines."""
    found: list[Run] = []
    blank = True
    for text, strong in runs:
        for piece in re.split(r"(\n)", text):
            if piece == "\n":
                _strip_end(found)
                found.append(Run("\n", strong))
                blank = True
                continue
            kept = piece.lstrip(" ") if blank else piece
            if kept:
                found.append(Run(kept, strong))
                blank = kept.endswith(" ")
    _strip_end(found)
    return found


def _strip_end(runs: list[Run]) -> None:
    while runs and runs[-1].text != "\n":
        kept = runs[-1].text.rstrip(" ")
        if kept:
            runs[-1] = Run(kept, runs[-1].strong)
            return
        runs.pop()


def _text(element: etree._Element) -> str:
    return "".join(piece if isinstance(piece, str) else "" for piece in element.itertext())
