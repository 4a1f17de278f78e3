"""OpenDocument styles: what paragraphs, spans and columns inherit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypedDict

from lxml import etree

from answerable.readers.numbers import length, whole
from answerable.readers.odt.names import FO, STYLE, TEXT

DEEPEST = 20
"""Styles that are based on each other."""
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|px|pc)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "pc": 12.0}


class Look(TypedDict, total=False):
    """The properties that reading needs, as far as they are set; lengths in points."""

    bold: bool
    underline: bool
    hidden: bool
    size: float
    font: str
    before: float
    after: float
    left: float
    right: float
    list_style: str
    outline: int


def points(text: str | None) -> float:
    """A length in points; 0 where there is none or it is a share of something."""
    found = _LENGTH.fullmatch(text or "")
    try:
        return length(found[1]) * _POINTS[found[2]] if found else 0.0
    except ValueError:
        return 0.0


class Styles:
    """The styles of content.xml and styles.xml by family and name, resolved when first asked for."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._defaults: dict[str, Look] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        for root in roots:
            for element in root.iter(STYLE + "style"):
                key = (element.get(STYLE + "family", ""), element.get(STYLE + "name", ""))
                self._elements[key] = element
            for element in root.iter(STYLE + "default-style"):
                self._defaults[element.get(STYLE + "family", "")] = _look_of(element)

    def look(self, family: str, name: str | None) -> Look:
        """The look of a style with all that it inherits; of a paragraph also the document's defaults."""
        key = (family, name or "")
        found = self._looks.get(key)
        if found is None:
            base = self._defaults.get(family, {}) if family == "paragraph" else {}
            found = self._looks[key] = {**base, **self._own(key, 0)}
        return found

    def _own(self, key: tuple[str, str], depth: int) -> Look:
        element = self._elements.get(key)
        if element is None or depth > DEEPEST:
            return {}
        parent = element.get(STYLE + "parent-style-name")
        look = _look_of(element)
        return {**self._own((key[0], parent), depth + 1), **look} if parent else look

    def column_width(self, name: str | None) -> float:
        """The width of a table column in points; 0 where none is given."""
        element = self._elements.get(("table-column", name or ""))
        properties = None if element is None else element.find(STYLE + "table-column-properties")
        return 0.0 if properties is None else points(properties.get(STYLE + "column-width"))


def _look_of(element: etree._Element) -> Look:
    look: Look = {}
    _text(look, element.find(STYLE + "text-properties"))
    _paragraph(look, element.find(STYLE + "paragraph-properties"))
    listed = element.get(STYLE + "list-style-name")
    if listed is not None:
        look["list_style"] = listed
    outline = whole(element.get(STYLE + "default-outline-level"), -1)
    if outline >= 0:
        look["outline"] = outline
    return look


def _text(look: Look, properties: etree._Element | None) -> None:
    if properties is None:
        return
    weight = properties.get(FO + "font-weight")
    if weight is not None:
        look["bold"] = weight in ("bold", "600", "700", "800", "900")
    line = properties.get(STYLE + "text-underline-style")
    if line is not None:
        look["underline"] = line != "none"
    shown = properties.get(TEXT + "display")
    if shown is not None:
        look["hidden"] = shown == "none"
    if points(properties.get(FO + "font-size")):
        look["size"] = points(properties.get(FO + "font-size"))
    font = properties.get(STYLE + "font-name") or properties.get(FO + "font-family")
    if font:
        look["font"] = font


def _paragraph(look: Look, properties: etree._Element | None) -> None:
    if properties is None:
        return
    if (top := properties.get(FO + "margin-top")) is not None:
        look["before"] = points(top)
    if (bottom := properties.get(FO + "margin-bottom")) is not None:
        look["after"] = points(bottom)
    if (left := properties.get(FO + "margin-left")) is not None:
        look["left"] = points(left)
    if (right := properties.get(FO + "margin-right")) is not None:
        look["right"] = points(right)
