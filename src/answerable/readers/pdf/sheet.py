"""One page of a PDF as the engine gives it: its text on lines with their places."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from itertools import chain, islice, repeat
from math import hypot
from typing import NamedTuple

from answerable.core.minutes.passage import BROKEN_AT_HYPHEN
from answerable.readers.paper.pieces import Piece
from answerable.readers.pdf import engine
from answerable.readers.pdf.engine import Bounds, Handle

BROKEN_WORD = re.compile(f"[^{BROKEN_AT_HYPHEN}]*{BROKEN_AT_HYPHEN}|[^{BROKEN_AT_HYPHEN}]+")
"""A line that ends in a hyphen, or the rest of the line that the engine makes of it and the next one."""
SAMPLED, SAME_SCALE = 9, 0.01
"""Every ninth line is asked for its scale, which must be 1 but for so much."""
HIGH_HALVES, LOW_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
"""Codes of the two halves that the engine counts a character beyond the first 65,536 as (UTF-16)."""
UNKNOWN = "\ufffd"
TWO_LINES = 0.9
"""A word that stands lower than the one before by this share of the font size is on another line."""


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

    def shown_box(self, left: float, bottom: float, right: float, top: float) -> Bounds:
        """x0, y0, x1 and y1 of a box as shown."""
        x0, y0 = self.shown(left, top)
        x1, y1 = self.shown(right, bottom)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


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
    if len(text) == count and engine.text_index(text_page, count - 1) == count - 1 and UNKNOWN not in text:
        return Text(text, None)
    return _counted(text_page, count)


def _counted(text_page: Handle, count: int) -> Text:
    """The page's text character by character: where some have no code, or one beyond the first 65,536."""
    codes = list(map(engine.get_unicode, repeat(text_page), range(count)))
    kept: list[tuple[str, int]] = []
    for at, code in enumerate(codes):
        if code in LOW_HALVES and at and codes[at - 1] in HIGH_HALVES:
            both = 0x10000 + ((codes[at - 1] - HIGH_HALVES.start) << 10) + code - LOW_HALVES.start
            kept[-1] = (chr(both), at - 1)
        elif code:
            kept.append((chr(code) if _is_character(code) else UNKNOWN, at))
    return Text("".join(character for character, _ in kept), [at for _, at in kept])


def _is_character(code: int) -> bool:
    return code <= 0x10FFFF and code not in HIGH_HALVES and code not in LOW_HALVES


Word = tuple[str, int, float, float]
"""A word, its place in its page's text, and from where to where it stands (x0, x1)."""


class Sheet:
    """An open page: its lines as pieces, and what else must be asked while it is open."""

    def __init__(self, text_page: Handle, frame: Frame, number: int) -> None:
        self._text_page = text_page
        self._numbers: Sequence[int] | None
        self.frame = frame
        self.number = number
        self.text, self._numbers = text_of(text_page)

    def lines(self) -> list[Piece]:
        """The printed lines that are not blank, without the blanks around them, each as one piece.

        The engine takes two lines for one where the first ends in a hyphen, and where the next one begins
        with a single character on a page that it cannot tell the direction of.
        """
        texts: list[str] = []
        starts: list[int] = []
        at = 0
        for found in self.text.replace("\r", "\n").split("\n"):
            for line in BROKEN_WORD.findall(found) if BROKEN_AT_HYPHEN in found else (found,):
                text = line.strip()
                if text:
                    texts.append(text)
                    starts.append(at if text is line else at + line.index(text))
                at += len(line)
            at += 1
        return self._on_their_bases(self._pieces(texts, starts))

    def _on_their_bases(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces, those whose end stands lower or higher than their start cut into printed lines."""
        lasts = self._as_numbered([piece.at + len(piece.text) - 1 for piece in pieces])
        _, bases = self._shown(*engine.origins(self._text_page, lasts))
        kept: list[Piece] = []
        for piece, base in zip(pieces, bases, strict=True):
            is_one = abs(base - piece.base) < TWO_LINES * piece.size or " " not in piece.text
            kept += [piece] if is_one else self._lines_in(piece)
        return kept

    def _lines_in(self, piece: Piece) -> list[Piece]:
        """The printed lines of a piece, told by the height of its words."""
        words = self.words([piece])[0]
        _, bases = self._shown(
            *engine.origins(self._text_page, self._as_numbered([at for _, at, _, _ in words]))
        )
        texts, starts, above = [piece.text], [piece.at], piece.base
        for (_, at, _, _), base in zip(words, bases, strict=True):
            if abs(base - above) >= TWO_LINES * piece.size:
                cut = at - starts[-1]
                texts[-1:] = [texts[-1][:cut].rstrip(), texts[-1][cut:]]
                starts.append(at)
                above = base
        return self._pieces(texts, starts)

    def _pieces(self, texts: Sequence[str], starts: Sequence[int]) -> list[Piece]:
        firsts = self._as_numbered(starts)
        lasts = self._as_numbered([start + len(text) - 1 for text, start in zip(texts, starts, strict=True)])
        xs, ys = self._shown(*engine.origins(self._text_page, firsts))
        rights = map(max, self._rights(lasts), xs)
        sizes = _sizes(self._text_page, firsts)
        return list(map(Piece, texts, xs, rights, ys, sizes, repeat(self.number), starts))

    def words(self, pieces: Sequence[Piece]) -> list[list[Word]]:
        """The words of each piece, in one batch of calls for all of them."""
        split = [piece.text.split() for piece in pieces]
        texts = list(chain.from_iterable(split))
        starts: list[int] = []
        for piece, words in zip(pieces, split, strict=True):
            text, at = piece.text, 0
            for word in words:
                at = text.index(word, at)
                starts.append(piece.at + at)
                at += len(word)
        lefts, rights = self.reaches(starts, texts)
        placed = zip(texts, starts, lefts, rights, strict=True)
        return [list(islice(placed, len(words))) for words in split]

    def reaches(self, starts: Sequence[int], texts: Sequence[str]) -> tuple[list[float], list[float]]:
        """From where and to where the texts reach that start at these places."""
        lasts = [start + len(text) - 1 for start, text in zip(starts, texts, strict=True)]
        lefts, _ = self._shown(*engine.origins(self._text_page, self._as_numbered(starts)))
        return lefts, self._rights(self._as_numbered(lasts))

    def part(self, piece: Piece, words: Sequence[Word]) -> Piece:
        """The part of a piece from the first of these words to the last."""
        _, start, x0, _ = words[0]
        text, at, _, x1 = words[-1]
        return Piece(self.text[start : at + len(text)], x0, x1, piece.base, piece.size, piece.page, start)

    def runs(self, piece: Piece) -> list[tuple[float, float]]:
        """Left and right of the runs that the engine finds in a piece: text set in one go, in one font.

        Empty where it is all one.
        """
        first, last = self._as_numbered([piece.at, piece.at + len(piece.text) - 1])
        flat = engine.run_boxes(self._text_page, first, last - first + 1)
        if self.frame.turns == 0:
            return list(zip(flat[::4], flat[2::4], strict=True))
        xs, _ = self._shown(flat[::4], flat[1::4])
        others, _ = self._shown(flat[2::4], flat[3::4])
        return [(x, other) if x < other else (other, x) for x, other in zip(xs, others, strict=True)]

    def fonts(self, at: Sequence[int]) -> list[Handle]:
        """Which fonts the characters at these places are set in."""
        return engine.fonts(self._text_page, self._as_numbered(at))

    def font(self, at: int) -> Handle:
        """Which font the character at this place is set in."""
        return engine.font(self._text_page, at if self._numbers is None else self._numbers[at])

    def font_name(self, at: int) -> bytes:
        """The name of the font of the character at this place."""
        return engine.font_name(self._text_page, self._as_numbered([at])[0])

    def weight(self, at: int) -> int:
        """The weight of the font of the character at this place: 400 is plain, 700 bold."""
        return int(engine.font_weight(self._text_page, self._as_numbered([at])[0]))

    def _as_numbered(self, at: Sequence[int]) -> Sequence[int]:
        """The engine's numbers of the characters at these places."""
        return at if self._numbers is None else [self._numbers[place] for place in at]

    def _shown(self, xs: Sequence[float], ys: Sequence[float]) -> tuple[list[float], list[float]]:
        """Points as shown, all their x and all their y."""
        frame = self.frame
        if frame.turns == 0:
            left, top = frame.left, frame.top
            return [x - left for x in xs], [top - y for y in ys]
        points = [frame.shown(x, y) for x, y in zip(xs, ys, strict=True)]
        return [x for x, _ in points], [y for _, y in points]

    def _rights(self, at: Sequence[int]) -> list[float]:
        """How far to the right the engine's characters ``at`` reach, as shown."""
        if self.frame.turns == 0:
            left = self.frame.left
            return [right - left for right in engine.rights(self._text_page, at)]
        boxes = engine.boxes(self._text_page, at)
        corners, _ = self._shown(boxes[::4], boxes[2::4])
        opposite, _ = self._shown(boxes[1::4], boxes[3::4])
        return list(map(max, corners, opposite))


def _sizes(text_page: Handle, at: Sequence[int]) -> list[float]:
    """Font sizes as shown: the nominal size times the scale of the character's matrix.

    Most pages are drawn at their own scale: there a few matrices tell it for all.
    """
    nominal = engine.font_sizes(text_page, at)
    if all(abs(scale - 1) < SAME_SCALE for scale in _scales(text_page, at[::SAMPLED])):
        return nominal
    return [size * scale for size, scale in zip(nominal, _scales(text_page, at), strict=True)]


def _scales(text_page: Handle, at: Sequence[int]) -> list[float]:
    matrices = engine.matrices(text_page, at)
    return [hypot(c, d) for c, d in zip(matrices[2::6], matrices[3::6], strict=True)]
