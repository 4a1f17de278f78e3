"""Automatic numbers: the labels that Word draws but does not store."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from answerable.readers.counting import bullet, spell
from answerable.readers.docx.names import P_PR, VAL, W
from answerable.readers.docx.styles import LEVELS, look_of
from answerable.readers.numbers import whole

_PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class _Level:
    indent: float = 0.0
    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "\t"
    legal: bool = False
    restart: int | None = None


@dataclass(slots=True)
class _List:
    """One abstract list: its levels, where each stands, and the level that a style is tied to."""

    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    styles: dict[str, int] = field(default_factory=dict)
    link: str | None = None


class Numbering:
    """The lists of a document, counting as paragraphs go by.

    ``joined``: a list's first item goes on in the next list right below it. That is how LibreOffice
    converts a list of an old Word file that starts again: its first item becomes a list of its own.
    """

    def __init__(self, root: etree._Element | None, *, joined: bool = False) -> None:
        self._lists: dict[str, _List] = {}
        self._nums: dict[str, tuple[_List, dict[int, int]]] = {}
        self._seen: set[str] = set()
        self._joined = joined
        self._before: tuple[_List, int] | None = None
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        named: dict[str, _List] = {}
        for element in root.iterchildren(W + "abstractNum"):
            made = _List(link=_value(element, "numStyleLink"))
            for level in element.iterchildren(W + "lvl"):
                _read_level(made, level)
            self._lists[element.get(W + "abstractNumId", "")] = made
            name = _value(element, "styleLink")
            if name:
                named[name] = made
        for element in root.iterchildren(W + "num"):
            found = self._lists.get(_value(element, "abstractNumId") or "")
            if found is not None:
                if found.link and not found.levels:
                    found = named.get(found.link, found)
                self._nums[element.get(W + "numId", "")] = (found, _overrides(element, found))

    def interrupt(self) -> None:
        """A paragraph of no list went by."""
        self._before = None

    def _join(self, number: str, level: int) -> None:
        """Where a list of one item so far stands right above, count on in it."""
        before, self._before = self._before, None
        if not self._joined or before is None or number in self._seen:
            return
        above, at = before
        below = self._nums[number][0]
        is_first = at == level and level in above.levels and above.counts.get(at) == above.levels[at].start
        if below is not above and is_first and _is_same_shape(above.levels[at], below.levels.get(level)):
            self._nums[number] = (above, {})

    def level_of_style(self, number: str, style: str) -> int:
        """The level that a paragraph style is tied to in a list; the first where it is tied to none."""
        return self._nums[number][0].styles.get(style, 0) if number in self._nums else 0

    def indent(self, number: str, level: int) -> float:
        """How far a list's level is indented, in points."""
        shape = self._nums[number][0].levels.get(level) if number in self._nums else None
        return shape.indent if shape else 0.0

    def label(self, number: str, level: int) -> str:
        """The next label of list ``number`` at ``level`` with what parts it from the text; "" where none."""
        if number not in self._nums:
            return ""
        self._join(number, level)
        found, starts = self._nums[number]
        shape = found.levels.get(level)
        if shape is None:
            return ""
        if number not in self._seen:
            self._seen.add(number)
            for at, start in starts.items():
                found.counts[at] = start - 1
        _count(found, level)
        self._before = (found, level)
        text = _label(found, shape)
        if not text:
            return ""
        return text + (shape.suffix or ("" if not text[-1].isalnum() else " "))


def _is_same_shape(one: _Level | None, other: _Level | None) -> bool:
    if one is None or other is None or one.form == "bullet":
        return False
    return (one.form, one.text, one.start) == (other.form, other.text, other.start)


def _read_level(made: _List, element: etree._Element) -> None:
    at = whole(element.get(W + "ilvl"))
    if at >= LEVELS:
        return
    level = _Level()
    for child in element:
        value = child.get(VAL)
        if child.tag == W + "start":
            level.start = whole(value, 1)
        elif child.tag == W + "numFmt":
            level.form = value or "decimal"
        elif child.tag == W + "lvlText":
            level.text = value or ""
        elif child.tag == W + "suff":
            level.suffix = {"space": " ", "nothing": ""}.get(value or "", "\t")
        elif child.tag == W + "isLgl":
            level.legal = value not in ("0", "false")
        elif child.tag == W + "lvlRestart":
            level.restart = whole(value, 0)
        elif child.tag == W + "pStyle" and value:
            made.styles[value] = at
        elif child.tag == P_PR:
            level.indent = look_of(child).get("left", 0.0)
    made.levels[at] = level


def _overrides(element: etree._Element, found: _List) -> dict[int, int]:
    """Where ``w:num`` starts its levels anew; a level that it defines itself replaces the list's."""
    starts: dict[int, int] = {}
    for override in element.iterchildren(W + "lvlOverride"):
        at = whole(override.get(W + "ilvl"))
        start = _value(override, "startOverride")
        if start is not None:
            starts[at] = whole(start, 1)
        for level in override.iterchildren(W + "lvl"):
            _read_level(found, level)
    return starts


def _count(found: _List, level: int) -> None:
    """Step one level on: those above it begin where they have not, those below begin again."""
    counts = found.counts
    for above in range(level):
        if above not in counts:
            counts[above] = found.levels[above].start if above in found.levels else 1
    counts[level] = counts.get(level, found.levels[level].start - 1) + 1
    for below in range(level + 1, LEVELS):
        shape = found.levels.get(below)
        restart = below if shape is None or shape.restart is None else shape.restart
        if level < restart:
            counts.pop(below, None)


def _label(found: _List, shape: _Level) -> str:
    if shape.form == "bullet":
        return bullet(shape.text)
    if shape.form == "none":
        return _PLACE.sub("", shape.text).strip()

    def counted(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        form = found.levels[at].form if at in found.levels else "decimal"
        return spell(found.counts.get(at, 1), "decimal" if shape.legal else form)

    return _PLACE.sub(counted, shape.text).strip()


def _value(element: etree._Element, name: str) -> str | None:
    child = element.find(W + name)
    return None if child is None else child.get(VAL)
