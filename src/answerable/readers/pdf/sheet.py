"""One page of a PDF as the engine gives it: its text on lines with their places."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from itertools import repeat
from math import hypot
from typing import NamedTuple

from answerable.readers.pdf import engine
from answerable.readers.pdf.engine import Handle
from answerable.readers.pdf.pieces import Piece

LINE = re.compile(r"[^\r\n]+")
WORD = re.compile(r"\S+")


class Frame(NamedTuple):
    """How the page's own coordinates (y upwards) become points from the top left of the page as shown."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int
    """Quarter turns clockwise that the page is shown with."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        across, up = self.right - self.left, self.top - self.bottom
        return (up, across) if self.turns % 2 else (across, up)

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point as shown."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x


def frame_of(page: Handle) -> Frame:
    """The page's box and turn. Units: points."""
    box = array("f", bytes(16))
    engine.page_bounds(page, box.buffer_info()[0])
    left, top, right, bottom = box
    return Frame(left, bottom, right, top, engine.page_rotation(page) % 4)


class Text(NamedTuple):
    """The page's characters: ``numbers`` gives the engine's number of each, None where they are the same."""

    characters: str
    numbers: Sequence[int] | None


def text_of(text_page: Handle) -> Text:
    """The page's text, in one call where the engine's two ways of counting agree."""
    count = engine.count_chars(text_page)
    if count <= 0:
        return Text("", None)
    room = array("H", bytes(2 * (2 * count + 2)))
    got = engine.get_text(text_page, 0, count, room.buffer_info()[0])
    text = room[: max(got - 1, 0)].tobytes().decode("utf-16-le", "replace")
    if len(text) == count and engine.text_index(text_page, count - 1) == count - 1 and "\ufffd" not in text:
        return Text(text, None)
    return _counted(text_page, count)


def _counted(text_page: Handle, count: int) -> Text:
    """The page's text character by character: where some have no code, or one beyond the first 65,536."""
    codes = map(engine.get_unicode, repeat(text_page), range(count))
    kept = [(chr(code), at) for at, code in enumerate(codes) if _is_character(code)]
    return Text("".join(character for character, _ in kept), [at for _, at in kept])


def _is_character(code: int) -> bool:
    return 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF


class Span(NamedTuple):
    """A run of characters, as positions in the page's text."""

    start: int
    end: int


class Sheet:
    """An open page: makes pieces of its text on demand."""

    def __init__(self, text_page: Handle, frame: Frame, number: int) -> None:
        self._text_page = text_page
        self.frame = frame
        self.number = number
        self.text, self._index = text_of(text_page)
        self._seen: dict[bytes, int] = {}
        self._weights: dict[bytes, int] = {}

    def lines(self) -> list[Span]:
        """The engine's lines that are not blank, without the blanks around them."""
        text = self.text
        found = []
        for match in LINE.finditer(text):
            start = match.start()
            line = match.group()
            kept = line.strip()
            if kept:
                start += line.index(kept[0]) if line[0] != kept[0] else 0
                found.append(Span(start, start + len(kept)))
        return found

    def words(self, span: Span) -> list[Span]:
        """The words of a line."""
        return [Span(*match.span()) for match in WORD.finditer(self.text, span.start, span.end)]

    def pieces(self, spans: Sequence[Span]) -> list[Piece]:
        """One piece for each span, with its place; in one batch of calls for all of them."""
        firsts = self._numbers([span.start for span in spans])
        lasts = self._numbers([span.end - 1 for span in spans])
        text_page, text, page = self._text_page, self.text, self.number
        origins = engine.origins(text_page, firsts)
        ends = engine.boxes(text_page, lasts)
        sizes = _sizes(text_page, firsts)
        shown = self.frame.shown
        made = []
        for k, span in enumerate(spans):
            x0, base = shown(origins[2 * k], origins[2 * k + 1])
            left, right, bottom, top = ends[4 * k : 4 * k + 4]
            x1 = max(shown(left, bottom)[0], shown(right, top)[0], x0)
            made.append(Piece(text[span.start : span.end], x0, x1, base, sizes[k], page, span.start))
        return made

    def fonts(self, at: Sequence[int]) -> list[bytes]:
        """The names of the fonts of the characters at these positions."""
        numbers = self._numbers(at)
        names = engine.font_names(self._text_page, numbers)
        self._seen.update(zip(names, numbers, strict=True))
        return names

    def weight(self, font: bytes) -> int:
        """The weight of a font that ``fonts`` gave: 400 is plain, 700 bold."""
        if font not in self._weights:
            self._weights[font] = engine.font_weight(self._text_page, self._seen[font])
        return self._weights[font]

    def _numbers(self, at: Sequence[int]) -> Sequence[int]:
        return at if self._index is None else [self._index[position] for position in at]


def _sizes(text_page: Handle, at: Sequence[int]) -> list[float]:
    """Font sizes as shown: the nominal size times the scale of the character's matrix."""
    matrices = engine.matrices(text_page, at)
    nominal = map(engine.font_size, repeat(text_page), at)
    return [size * hypot(c, d) for size, c, d in zip(nominal, matrices[2::6], matrices[3::6], strict=True)]
