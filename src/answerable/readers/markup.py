"""Markup inside plain text: stray HTML tags and Markdown's stars, and the pieces that they cut a text into.

Converters leave ``<ul> <li>…</li> </ul>`` in the cells of a text table. The characters of a tag stay in
the text; the lines of the pieces go around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from answerable.core.minutes.document import BlockKind, Line
from answerable.readers.compose import strong_end

Span = tuple[int, int]
"""Start and end offset in the text."""

_TOKEN = re.compile(
    r"<!--[^\n]{0,2000}?-->"  # bounded, so that a thousand open comments cost no square
    r"|<(?P<close>/?)(?P<tag>ul|ol|li|p|br|div|b|strong|i|em|u|ins|span|a|font|sup|sub|small|big|center|blockquote"
    r"|table|thead|tbody|tr|td|th|h[1-6]|hr|s|strike|code|pre)(?:\s[^<>]*)?/?>"
    r"|(?P<stars>\*\*|(?<!\w)__(?=\S)|(?<=\S)__(?!\w))",
    re.IGNORECASE,
)
_BREAKS = frozenset(
    [
        "ul",
        "ol",
        "li",
        "p",
        "br",
        "div",
        "center",
        "blockquote",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "pre",
    ]
)
_STRONG = frozenset(("b", "strong", "u", "ins"))
_LISTS = frozenset(("ul", "ol"))
_OPEN_END = re.compile(r"[\w,;–-]\s*$")


@dataclass(slots=True)
class Piece:
    """A stretch of text between block tags: one paragraph or list item to be."""

    kind: BlockKind = "paragraph"
    level: int = 0
    spans: list[tuple[int, int, bool]] = field(default_factory=list)

    def lines(self) -> tuple[Line, ...]:
        return tuple(Line(start, end) for start, end, _ in self.spans)

    def strong_end(self, text: str) -> int | None:
        """Offset in ``text`` up to which the piece begins in bold or underlined."""
        found = strong_end([(text[start:end], strong) for start, end, strong in self.spans])
        if found is None:
            return None
        for start, end, _ in self.spans:
            if found <= end - start:
                return start + found
            found -= end - start
        return self.spans[-1][1]


class Cut(NamedTuple):
    """A text cut at its markup: the pieces, the tags, and the Markdown marks that stand in no piece."""

    pieces: list[Piece]
    tags: list[Line]
    marks: list[Line]


def cut(text: str, spans: Iterable[Span]) -> Cut:
    """Cut the text of ``spans``, the lines of one paragraph or cell, at its block tags."""
    state = _State(text)
    for start, end in spans:
        _scan(state, start, end)
    state.flush()
    return Cut(state.pieces, state.tags, state.marks)


def _scan(state: _State, start: int, end: int) -> None:
    text = state.text
    at = start
    for token in _tokens(text, start, end):
        state.span(at, token.start())
        at = token.end()
        place = Line(token.start(), token.end())
        if token["stars"]:
            state.marks.append(place)
            state.stars = not state.stars
        else:
            state.tags.append(place)
            if token["tag"]:
                state.tag(token["tag"].lower(), closing=bool(token["close"]), after=text[at : at + 40])
    state.span(at, end)


def _tokens(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    if text.find("<", start, end) < 0 and text.find("**", start, end) < 0 and text.find("__", start, end) < 0:
        return iter(())
    return _TOKEN.finditer(text, start, end)


class _State:
    """Where the scan stands: open lists, open bold, and the piece that is being gathered."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self.tags: list[Line] = []
        self.marks: list[Line] = []
        self.stars = False
        self._bold = 0
        self._lists = 0
        self._piece = Piece()

    def span(self, start: int, end: int) -> None:
        """Add characters to the open piece, blanks at both ends left out."""
        raw = self.text[start:end]
        if raw.strip():
            start += len(raw) - len(raw.lstrip())
            self._piece.spans.append((start, start + len(raw.strip()), self.stars or self._bold > 0))

    def tag(self, tag: str, *, closing: bool, after: str) -> None:
        step = -1 if closing else 1
        if tag in _STRONG:
            self._bold = max(self._bold + step, 0)
        if tag in _BREAKS and not (tag == "br" and self._goes_on(after)):
            self.flush()
        if tag in _LISTS:
            self._lists = max(self._lists + step, 0)
        if tag == "li" and not closing:
            self._piece = Piece("list_item", max(self._lists, 1))

    def _goes_on(self, after: str) -> bool:
        """Whether a sentence runs over a line break: unfinished before it, in lower case after it."""
        spans = self._piece.spans
        before = self.text[spans[-1][0] : spans[-1][1]] if spans else ""
        return bool(_OPEN_END.search(before)) and after.lstrip()[:1].islower()

    def flush(self) -> None:
        if self._piece.spans:
            self.pieces.append(self._piece)
        self._piece = Piece()
