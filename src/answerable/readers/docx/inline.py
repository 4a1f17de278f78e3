"""The inside of a paragraph: runs with tracked changes, fields, symbols, notes and text boxes."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from answerable.readers.compose import Run
from answerable.readers.counting import bullet, raised
from answerable.readers.docx.names import (
    ALTERNATE,
    CHOICE,
    FALLBACK,
    MATH_TEXT,
    P_PR,
    R_PR,
    TEXT_BOX,
    VAL,
    R,
    T,
    W,
)
from answerable.readers.docx.styles import Look, Styles, look_of

_SKIPPED = frozenset((P_PR, R_PR, W + "moveFrom", W + "instrText", W + "delInstrText", FALLBACK))
"""Not text: properties, the old place of moved text (it is read at its new one), a field's code."""
_DELETED = frozenset((W + "del",))
_MARKS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
}
_NOTES = frozenset((W + "footnoteReference", W + "endnoteReference"))
_HOLDERS = frozenset((W + "drawing", W + "pict", W + "object"))


@dataclass(slots=True)
class Story:
    """What runs through a whole document: what was left out of the text, and the notes in their order."""

    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Inline:
    """A paragraph's runs, and the text boxes that are anchored in it."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


class InlineReader:
    """Reads paragraphs' insides, with the styles of their document."""

    def __init__(self, styles: Styles, story: Story) -> None:
        self._styles = styles
        self._story = story

    def read(self, paragraph: etree._Element, look: Look) -> Inline:
        """The runs of a ``w:p`` whose style is ``look``."""
        found = Inline()
        self._walk(paragraph, look, found)
        return found

    def _walk(self, parent: etree._Element, look: Look, found: Inline) -> None:
        for element in parent:
            tag = element.tag
            if tag == R:
                self._run(element, look, found)
            elif tag in _DELETED:
                self._story.deleted.append(deleted_text(element))
            elif tag == ALTERNATE:
                self._walk(_chosen(element), look, found)
            elif tag == MATH_TEXT:
                found.runs.append(Run(element.text or ""))
            elif tag not in _SKIPPED:
                self._walk(element, look, found)

    def _run(self, run: etree._Element, look: Look, found: Inline) -> None:
        mine = self._look(run.find(R_PR), look)
        text = "".join(self._characters(run, found))
        if not text:
            return
        if mine.get("hidden"):
            self._story.hidden.append(text)
        else:
            found.runs.append(Run(text, mine.get("bold", False) or mine.get("underline", False)))

    def _look(self, properties: etree._Element | None, look: Look) -> Look:
        if properties is None or not len(properties):
            return look
        style = properties.find(W + "rStyle")
        named: Look = {} if style is None else self._styles.own(style.get(VAL, ""))
        return {**look, **named, **look_of(properties)}

    def _characters(self, run: etree._Element, found: Inline) -> list[str]:
        texts: list[str] = []
        for element in run:
            tag = element.tag
            if tag == T:
                texts.append((element.text or "").replace("\n", " "))
            elif tag in _MARKS:
                texts.append(_MARKS[tag])
            elif tag == W + "sym":
                texts.append(_symbol(element))
            elif tag in _NOTES:
                texts.append(self._note(element))
            elif tag in _HOLDERS or tag == ALTERNATE:
                _boxes(element, found.boxes)
            elif tag == W + "delText":
                self._story.deleted.append(element.text or "")
        return texts

    def _note(self, element: etree._Element) -> str:
        kind = "footnote" if element.tag == W + "footnoteReference" else "endnote"
        self._story.notes.append((kind, element.get(W + "id", "")))
        return raised(len(self._story.notes))


def deleted_text(element: etree._Element) -> str:
    """The text under an element that was deleted, tracked: of runs, or of whole paragraphs and rows."""
    return "".join(piece.text or "" for piece in element.iter(W + "delText", T))


def _chosen(alternate: etree._Element) -> etree._Element:
    """The one of several renderings that is read: the first choice, else the fallback."""
    choice = alternate.find(CHOICE)
    if choice is None:
        choice = alternate.find(FALLBACK)
    return alternate if choice is None else choice


def _boxes(element: etree._Element, boxes: list[etree._Element]) -> None:
    """Gather the outermost text boxes under a drawing, each once: a choice and its fallback are the same."""
    if element.tag == TEXT_BOX:
        boxes.append(element)
        return
    for child in _chosen(element) if element.tag == ALTERNATE else element:
        _boxes(child, boxes)


def _symbol(element: etree._Element) -> str:
    try:
        return bullet(chr(int(element.get(W + "char", ""), 16)))
    except (ValueError, OverflowError):
        return ""
