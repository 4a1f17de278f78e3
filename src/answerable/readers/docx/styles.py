"""Styles: what a paragraph or a run inherits."""

from __future__ import annotations

from typing import TypedDict

from lxml import etree

from answerable.readers.docx.names import OFF, P_PR, R_PR, VAL, W
from answerable.readers.numbers import length, whole

DEEPEST = 20
"""Styles that are based on each other; Word itself stops at 11."""
LEVELS = 9
"""A list in Word has nine levels."""
DEFAULT_SIZE = 10.0
"""Points, where a document sets no size (ECMA-376, 17.3.2.38)."""
TWIPS = 20.0
"""Twentieths of a point, in which Word measures."""


class Look(TypedDict, total=False):
    """The properties that reading needs, as far as they are set; lengths in points."""

    bold: bool
    underline: bool
    hidden: bool
    size: float
    font: str
    outline: int
    number: str
    number_level: int
    before: float
    after: float
    left: float
    right: float
    run_in: bool


class Styles:
    """The styles of a document, resolved when first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._looks: dict[str, Look] = {}
        self._default: Look = {"size": DEFAULT_SIZE}
        self._plain: str | None = None
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        for element in root.iterchildren(W + "style"):
            key = element.get(W + "styleId", "")
            self._elements[key] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default", "0") not in OFF:
                self._plain = key
        for path in (f"{W}docDefaults/{W}pPrDefault/{P_PR}", f"{W}docDefaults/{W}rPrDefault/{R_PR}"):
            self._default = {**self._default, **look_of(root.find(path))}

    def paragraph(self, key: str | None) -> Look:
        """The look of a paragraph style with all that it inherits; the default style where none is named."""
        key = key or self._plain or ""
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = {**self._default, **self.own(key)}
        return found

    def own(self, key: str, depth: int = 0) -> Look:
        """The look of a style without the document's defaults: what a character style adds."""
        element = self._elements.get(key)
        if element is None or depth > DEEPEST:
            return {}
        look: Look = {**look_of(element.find(P_PR)), **look_of(element.find(R_PR))}
        if _value(element, "name").lower() == "title":
            look.setdefault("outline", 0)
        base = _value(element, "basedOn")
        return {**self.own(base, depth + 1), **look} if base else look


def _value(element: etree._Element, name: str) -> str:
    child = element.find(W + name)
    return "" if child is None else child.get(VAL, "")


def look_of(properties: etree._Element | None) -> Look:
    """The look that a ``w:pPr`` or ``w:rPr`` sets by itself; damaged values count as absent."""
    look: Look = {}
    if properties is None:
        return look
    for element in properties:
        put = _READ.get(element.tag)
        if put is not None:
            try:
                put(look, element)
            except ValueError:
                continue
    return look


def _bold(look: Look, element: etree._Element) -> None:
    look["bold"] = element.get(VAL, "1") not in OFF


def _underline(look: Look, element: etree._Element) -> None:
    look["underline"] = element.get(VAL, "none") != "none"


def _hidden(look: Look, element: etree._Element) -> None:
    look["hidden"] = element.get(VAL, "1") not in OFF


def _run_in(look: Look, element: etree._Element) -> None:
    look["run_in"] = element.get(VAL, "1") not in OFF


def _size(look: Look, element: etree._Element) -> None:
    size = length(element.get(VAL, "")) / 2
    if size > 0:
        look["size"] = size


def _font(look: Look, element: etree._Element) -> None:
    name = element.get(W + "ascii") or element.get(W + "hAnsi")
    if name:
        look["font"] = name


def _outline(look: Look, element: etree._Element) -> None:
    if (outline := whole(element.get(VAL), -1)) >= 0:
        look["outline"] = outline


def _number(look: Look, element: etree._Element) -> None:
    for child in element:
        if child.tag == W + "numId":
            look["number"] = child.get(VAL, "")
        elif child.tag == W + "ilvl" and 0 <= (level := whole(child.get(VAL), -1)) < LEVELS:
            look["number_level"] = level


def _spacing(look: Look, element: etree._Element) -> None:
    before, after = element.get(W + "before"), element.get(W + "after")
    if before is not None:
        look["before"] = length(before) / TWIPS
    if after is not None:
        look["after"] = length(after) / TWIPS


def _indent(look: Look, element: etree._Element) -> None:
    left = element.get(W + "left") or element.get(W + "start")
    right = element.get(W + "right") or element.get(W + "end")
    if left:
        look["left"] = length(left) / TWIPS
    if right:
        look["right"] = length(right) / TWIPS


_READ = {
    W + "b": _bold,
    W + "u": _underline,
    W + "vanish": _hidden,
    W + "specVanish": _run_in,
    W + "sz": _size,
    W + "rFonts": _font,
    W + "outlineLvl": _outline,
    W + "numPr": _number,
    W + "spacing": _spacing,
    W + "ind": _indent,
}
