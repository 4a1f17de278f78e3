"""Lists that Word counts itself, each item labelled exactly as the sheet says.

Labels that follow one another ("a)", "b)") become one list, which Word numbers anew when somebody adds an
item. A label that follows none is a list of its own; one that is no number is its list's fixed text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from answerable.core.minutes.sheet import ListItem
from answerable.writers.docx.xml import TWIPS, attribute, part

BULLET = "•"
BULLETS = 1
"""The number of the list that all bullets are in."""
LEVELS = 9
"""A list in Word has nine levels."""
INDENT, LETTER = 18.0, 6.0
"""Points: how far each level is indented at least, and how much a letter of its label takes."""
_PARTS = re.compile(r"(?P<before>.*?)(?P<count>\d{1,4}|[a-z]+|[A-Z]+)(?P<after>[^0-9A-Za-z]*)", re.ASCII)
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN = [ten + one for ten in ("", "x", "xx", "xxx") for one in _ROMAN_ONES]


class Counted(NamedTuple):
    """One way to see a label: a count in one of Word's formats, and the text that it stands in as "%1"."""

    form: str
    place: int
    text: str

    def follows(self, other: Counted) -> bool:
        return (self.form, self.text, self.place) == (other.form, other.text, other.place + 1)


def ways(label: str) -> list[Counted]:
    """The ways to see a label: "i)" is the first Roman number and the ninth letter."""
    found = _PARTS.fullmatch(label)
    if found is None or "%" in label:
        return []
    count, text = found["count"], f"{found['before']}%1{found['after']}"
    if count.isdigit():
        return [Counted("decimal", int(count), text)] if count == str(int(count)) else []
    case, low = ("lower" if count.islower() else "upper"), count.lower()
    seen = []
    if len(low) == 1:
        seen.append(Counted(f"{case}Letter", ord(low) - ord("a") + 1, text))
    if low in _ROMAN:
        seen.append(Counted(f"{case}Roman", _ROMAN.index(low), text))
    return sorted(seen, key=lambda way: way.place)  # "i" and "v" more often begin or go on in Roman


@dataclass(slots=True)
class _List:
    """One list: its number, its level from 0, its first label, and how that and the last one may be seen."""

    number: int
    level: int
    label: str
    first: list[Counted]
    last: list[Counted]

    def takes(self, label: str) -> bool:
        """Go on with ``label``, if that is the next one."""
        kept = [
            (first, way)
            for first, last in zip(self.first, self.last, strict=True)
            for way in ways(label)
            if way.follows(last)
        ]
        if kept:
            self.first = [first for first, _ in kept]
            self.last = [way for _, way in kept]
        return bool(kept)


@dataclass(slots=True)
class Numbering:
    """The lists of a document, made as its items go by."""

    _lists: list[_List] = field(default_factory=list)
    _open: dict[int, _List] = field(default_factory=dict)

    def close(self) -> None:
        """A heading, a table or another cell: lists do not go on over it."""
        self._open.clear()

    def properties(self, item: ListItem) -> str:
        """The ``w:numPr`` of an item."""
        level = min(max(item.level, 1), LEVELS) - 1
        number = self._number(item.label.strip(), level) if item.label.strip() else BULLETS
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    def _number(self, label: str, level: int) -> int:
        for deeper in [one for one in self._open if one > level]:
            del self._open[deeper]
        found = self._open.get(level)
        if found is None or not found.takes(label):
            seen = ways(label)
            found = _List(BULLETS + 1 + len(self._lists), level, label, seen, list(seen))
            self._lists.append(found)
            self._open[level] = found
        return found.number

    def part(self) -> str:
        """All of numbering.xml: the lists first, then the numbers that name them."""
        bullets = "".join(_level(level, "bullet", 1, BULLET) for level in range(LEVELS))
        shapes = [_shape(BULLETS, bullets), *(_shape(one.number, _own_level(one)) for one in self._lists)]
        return part("numbering", "".join([*shapes, *map(_name, range(1, len(shapes) + 1))]))


def _shape(number: int, levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _name(number: int) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'


def _own_level(one: _List) -> str:
    if one.first:
        form, place, text = one.first[0]
        return _level(one.level, form, place, text.replace("%1", f"%{one.level + 1}"), len(one.label))
    form = "bullet" if len(one.label) == 1 else "decimal"  # a text without a place for the count is fixed
    return _level(one.level, form, 1, one.label, len(one.label))


def _level(level: int, form: str, start: int, text: str, letters: int = 1) -> str:
    hanging = round(max(INDENT, LETTER * (letters + 1)) * TWIPS)
    left = round(INDENT * level * TWIPS) + hanging
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val={attribute(text)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
