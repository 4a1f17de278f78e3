"""OpenDocument lists: the labels that list styles give, and which list goes on with which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from answerable.readers.counting import bullet, spell
from answerable.readers.numbers import whole
from answerable.readers.odt.names import STYLE, STYLE_NAME, TEXT, XML_ID

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_AFTER = {"listtab": "\t", "space": " ", "nothing": ""}


@dataclass(slots=True)
class _Level:
    form: str = ""
    prefix: str = ""
    suffix: str = ""
    shown: int = 1
    start: int = 1
    bullet: str = ""
    after: str = "\t"


@dataclass(slots=True)
class Counting:
    """One list as it counts: its style, and how far each level got (levels from 1)."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


class Lists:
    """All list styles of a document, and the lists that were begun."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._begun: dict[str, Counting] = {}
        self._latest: dict[str, Counting] = {}
        for root in roots:
            for element in root.iter(TEXT + "list-style", TEXT + "outline-style"):
                name = "" if element.tag == TEXT + "outline-style" else element.get(STYLE + "name", "")
                self._styles[name] = {_level_number(level): _level(level) for level in element}
        self._outline = Counting("")

    def begin(self, element: etree._Element) -> Counting:
        """The counting of an outermost ``text:list``: its own, or that of the list that it continues."""
        style = element.get(STYLE_NAME, "")
        before = self._begun.get(element.get(TEXT + "continue-list", ""))
        if element.get(TEXT + "continue-numbering") == "true":
            before = self._latest.get(style)
        counting = before if before is not None and before.style == style else Counting(style)
        self._latest[style] = counting
        key = element.get(XML_ID)
        if key:
            self._begun[key] = counting
        return counting

    def label(self, counting: Counting, style: str, level: int, start: str | None = None) -> str:
        """The next label at ``level`` (from 1) with what parts it from the text; "" where none is drawn."""
        shape = self._styles.get(style, {}).get(level)
        if shape is None:
            return ""
        counts = counting.counts
        if (first := whole(start, -1)) >= 0:
            counts[level] = first - 1
        counts[level] = counts.get(level, shape.start - 1) + 1
        for below in [one for one in counts if one > level]:
            del counts[below]
        text = bullet(shape.bullet) if shape.bullet else self._number(counts, style, level)
        if not text:
            return ""
        return text + (shape.after or (" " if text[-1].isalnum() else ""))

    def outline(self, level: int) -> str:
        """The chapter number of a heading, where the document numbers its headings."""
        return self.label(self._outline, "", level)

    def _number(self, counts: dict[int, int], style: str, level: int) -> str:
        levels = self._styles[style]
        shape = levels[level]
        if not shape.form:
            return ""
        first = max(level - shape.shown + 1, 1)
        shown = [at for at in range(first, level + 1) if at in levels and levels[at].form]
        numbers = [spell(counts.get(at, levels[at].start), levels[at].form) for at in shown]
        return (shape.prefix + ".".join(numbers) + shape.suffix).strip()


def _level_number(element: etree._Element) -> int:
    return whole(element.get(TEXT + "level"), 0)


def _level(element: etree._Element) -> _Level:
    aligned = element.find(f"{STYLE}list-level-properties/{STYLE}list-level-label-alignment")
    followed = "listtab" if aligned is None else aligned.get(TEXT + "label-followed-by", "listtab")
    return _Level(
        form=_FORMS.get(element.get(STYLE + "num-format", ""), ""),
        prefix=element.get(STYLE + "num-prefix", ""),
        suffix=element.get(STYLE + "num-suffix", ""),
        shown=whole(element.get(TEXT + "display-levels"), 1),
        start=whole(element.get(TEXT + "start-value"), 1),
        bullet=element.get(TEXT + "bullet-char", "")
        if element.tag == TEXT + "list-level-style-bullet"
        else "",
        after=_AFTER.get(followed, "\t"),
    )
