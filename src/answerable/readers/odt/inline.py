"""The inside of an OpenDocument paragraph: spans, blanks, tabs, notes, comments and frames."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from answerable.readers.compose import Run
from answerable.readers.counting import raised
from answerable.readers.numbers import whole
from answerable.readers.odt.names import DRAW, OFFICE, STYLE_NAME, SVG, TEXT, H, P
from answerable.readers.odt.styles import Look, Styles

_BLANKS = re.compile(r"[ \t\r\n]+")
_SKIPPED = frozenset((OFFICE + "annotation-end", SVG + "title", SVG + "desc", TEXT + "tracked-changes"))
MOST_BLANKS = 200
"""Blanks that one ``text:s`` may stand for: it takes a count, and a file could ask for billions."""


@dataclass(slots=True)
class Story:
    """What runs through a whole document: what was left out of the text, and the notes in their order."""

    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    notes: list[etree._Element] = field(default_factory=list)


@dataclass(slots=True)
class Inline:
    """A paragraph's runs, and the frames that are anchored in it."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


class InlineReader:
    """Reads paragraphs' insides, with the styles of their document."""

    def __init__(self, styles: Styles, story: Story) -> None:
        self._styles = styles
        self._story = story

    def read(self, paragraph: etree._Element, look: Look) -> Inline:
        """The runs of a paragraph, blanks folded as the format says, none at its ends."""
        found = Inline()
        self._walk(paragraph, look, found)
        return found

    def _walk(self, parent: etree._Element, look: Look, found: Inline) -> None:
        self._text(parent.text, look, found)
        for element in parent:
            self._element(element, look, found)
            self._text(element.tail, look, found)

    def _element(self, element: etree._Element, look: Look, found: Inline) -> None:
        tag = element.tag
        if tag == TEXT + "s":
            self._put(" " * min(whole(element.get(TEXT + "c"), 1), MOST_BLANKS), look, found)
        elif tag == TEXT + "tab":
            self._put("\t", look, found)
        elif tag == TEXT + "line-break":
            self._put("\n", look, found)
        elif tag == TEXT + "note":
            self._story.notes.append(element)
            self._put(raised(len(self._story.notes)), look, found)
        elif tag == OFFICE + "annotation":
            self._story.comments.append(" ".join(plain(one) for one in element.iter(P, H)))
        elif tag == TEXT + "hidden-text" and element.get(TEXT + "is-hidden") != "false":
            self._story.hidden.append(element.get(TEXT + "string-value", "") or plain(element))
        elif str(tag).startswith(DRAW):
            found.boxes.append(element)
        elif tag not in _SKIPPED:
            named = self._styles.look("text", element.get(STYLE_NAME)) if tag == TEXT + "span" else {}
            self._walk(element, {**look, **named}, found)

    def _text(self, text: str | None, look: Look, found: Inline) -> None:
        if not text:
            return
        text = _BLANKS.sub(" ", text)
        last = found.runs[-1].text[-1] if found.runs else " "
        if last in " \t\n":
            text = text.removeprefix(" ")
        if text:
            self._put(text, look, found)

    def _put(self, text: str, look: Look, found: Inline) -> None:
        if look.get("hidden"):
            self._story.hidden.append(text)
        else:
            found.runs.append(Run(text, look.get("bold", False) or look.get("underline", False)))


def plain(element: etree._Element) -> str:
    """All text under an element, for a notice's quote."""
    return "".join(piece if isinstance(piece, str) else "" for piece in element.itertext())
