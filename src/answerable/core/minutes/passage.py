"""Folded text that knows where it came from.

A passage is what a person reads: NFC, blanks folded to one space, a word cut by a soft hyphen at a line's
end joined again. Cutting a passage gives a passage; asking it for its lines gives the spots in the file.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from answerable.core.minutes.document import Box, Document, Line, line_of
from answerable.core.minutes.record import Place

SOFT_HYPHEN = "\u00ad"
BROKEN_AT_HYPHEN = "\ufffe"
"""How PDFium gives a hyphen at a line's end, where the word goes on in the next line."""


class Run(NamedTuple):
    """Characters ``at`` to ``to`` of a passage, and where they stand in the document's text.

    Where ``to - at`` equals ``end - start`` the characters are the same one by one; else (NFC made them
    fewer) the run is only cut as a whole.
    """

    at: int
    to: int
    start: int
    end: int
    line: Line


_run: Callable[[tuple[int, int, int, int, Line]], Run] = partial(tuple.__new__, Run)
"""A run of its five fields, as ``line_of`` makes lines."""


class Passage:
    """Folded text with its places; ``text`` may be empty."""

    __slots__ = ("runs", "text")

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        self.text = text
        self.runs = runs

    def __bool__(self) -> bool:
        return bool(self.text)

    def __repr__(self) -> str:
        return f"Passage({self.text!r})"

    @property
    def start(self) -> int:
        return self.runs[0].start

    @property
    def end(self) -> int:
        return self.runs[-1].end

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The passage from ``start`` to ``end`` of its text, blanks at both ends left out."""
        text = self.text
        stop = len(text) if end is None else min(end, len(text))
        while start < stop and text[start] == " ":
            start += 1
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        if start == 0 and stop == len(text):
            return self
        runs = self.runs
        if start and len(runs) > MANY_RUNS:
            runs = runs[max(bisect_right(runs, start, key=_at) - 1, 0) :]
        return Passage(text[start:stop], _cut_runs(runs, start, stop))

    def lines(self) -> list[Line]:
        """The pieces of printed lines that the passage covers, in reading order."""
        return _lines(self.runs)


def _at(run: Run) -> int:
    return run.at


def _cut_runs(runs: Iterable[Run], start: int, stop: int) -> list[Run]:
    """The runs between ``start`` and ``stop``, counted from ``start``."""
    found: list[Run] = []
    for at, to, first, end, line in runs:
        if at >= stop:
            break
        if to <= start:
            continue
        begin, finish = (at if at > start else start), (to if to < stop else stop)
        if to - at == end - first:
            first, end = first + begin - at, end - (to - finish)
        found.append(_run((begin - start, finish - start, first, end, line)))
    return found


def _lines(runs: Iterable[Run]) -> list[Line]:
    """The pieces of printed lines that runs cover: runs that follow each other on a line are one."""
    found: list[Line] = []
    before: Line | None = None
    for _, _, start, end, line in runs:
        if line is before and start >= found[-1].start:
            start = found.pop().start
        whole = start == line.start and end == line.end
        found.append(line if whole else line_of((start, end, line.page, line.box)))
        before = line
    return found


def lines_of(passages: Iterable[Passage]) -> list[Line]:
    """The lines of several passages that stand one after the other, as if they were joined."""
    return _lines(run for piece in passages for run in piece.runs)


EMPTY = Passage("", ())
MANY_RUNS = 8  # fewer are gone through as fast as they are searched


def passage(document_text: str, lines: Sequence[Line]) -> Passage:
    """Fold the given lines of a document's text to one passage."""
    plain = _plain(document_text, lines)
    if plain is not None:
        return plain
    runs: list[Run] = []
    parts: list[str] = []
    at = 0
    broken = False
    for line in lines:
        first = line.start
        raw = document_text[first : line.end]
        for start, word in _pieces(raw):
            if parts and not broken:
                parts.append(" ")
                at += 1
            shown, broken = (word, False) if word.isascii() else _shown(word)
            parts.append(shown)
            from_ = first + start
            runs.append(_run((at, at + len(shown), from_, from_ + len(word), line)))
            at += len(shown)
    return Passage("".join(parts), runs)


def _plain(document_text: str, lines: Sequence[Line]) -> Passage | None:
    """The passage of lines that show as they are, as most do: they are folded all at once, else None.

    Where lines follow each other, a character between them, and hold no other blank than single spaces
    between printable ASCII, only the characters between them change.
    """
    if not lines:
        return None
    first = lines[0].start
    raw = document_text[first : lines[-1].end]
    text = raw.replace("\n", " ")
    if not (raw.isascii() and text.isprintable() and "  " not in text and text.strip() == text != ""):
        return None
    if raw.count("\n") != len(lines) - 1:
        return None
    runs: list[Run] = []
    at = first
    for line in lines:
        start, end = line.start, line.end
        if start != at or (runs and document_text[start - 1] != "\n"):
            return None
        runs.append(_run((start - first, end - first, start, end, line)))
        at = end + 1
    return Passage(text, runs)


def folded(document: Document, index: int) -> Passage:
    """The passage of a block of the document; each is made once."""
    found: Passage | None = document.folded.get(index)
    if found is None:
        found = document.folded[index] = passage(document.text, document.blocks[index].lines)
    return found


def _shown(word: str) -> tuple[str, bool]:
    """What a person reads, and whether the word goes on in the next line.

    A hyphen that PDFium marks as broken stays one ("multi-agency"); a soft hyphen was never meant to show.
    """
    broken = word[-1] in (SOFT_HYPHEN, BROKEN_AT_HYPHEN)
    shown = unicodedata.normalize("NFC", word).replace(BROKEN_AT_HYPHEN, "-")
    return (shown.rstrip(SOFT_HYPHEN) or "-"), broken


def _pieces(raw: str) -> list[tuple[int, str]]:
    """Stretches of ``raw`` that are folded but for NFC, with their offsets.

    A line is one stretch where nothing in it changes its length, else its words are.
    """
    stripped = raw.strip()
    if not stripped:
        return []
    if " ".join(stripped.split()) == stripped and (stripped.isascii() or _keeps_length(stripped)):
        return [(raw.index(stripped), stripped)]
    found = []
    start = 0
    for word in stripped.split():
        start = raw.index(word, start)
        found.append((start, word))
        start += len(word)
    return found


def _keeps_length(text: str) -> bool:
    return SOFT_HYPHEN not in text and unicodedata.is_normalized("NFC", text)


def join(passages: Sequence[Passage], glue: str = " ") -> Passage:
    """One passage of several, in the order given."""
    if len(passages) == 1:
        return passages[0]
    runs: list[Run] = []
    at = 0
    for piece in passages:
        runs.extend(
            [_run((first + at, to + at, start, end, line)) for first, to, start, end, line in piece.runs]
        )
        at += len(piece.text) + len(glue)
    return Passage(glue.join(piece.text for piece in passages), runs)


def places(document_text: str, lines: Iterable[Line]) -> list[Place]:
    """Lines as places: those that follow each other on one page become one place."""
    found: list[Place] = []
    first: Line | None = None
    last, box = 0, None
    for line in lines:
        if (
            first is not None
            and first.page == line.page
            and line.start >= last
            and not document_text[last : line.start].strip()
        ):
            box = _union(box, line.box)
        else:
            if first is not None:
                found.append(_place(document_text, first, last, box))
            first, box = line, line.box
        last = line.end
    if first is not None:
        found.append(_place(document_text, first, last, box))
    return found


def _place(document_text: str, first: Line, end: int, box: Box | None) -> Place:
    """The place from a line's start to ``end``."""
    start = first.start
    return {
        "page": first.page,
        "bbox": None if box is None else list(box),
        "start": start,
        "end": end,
        "quote": document_text[start:end],
    }


def _union(one: Box | None, other: Box | None) -> Box | None:
    """The box around two boxes; None where the first has none, the first where the other has none."""
    if one is None or other is None:
        return one
    (a, b, c, d), (x0, y0, x1, y1) = one, other
    return (a if a < x0 else x0, b if b < y0 else y0, c if c > x1 else x1, d if d > y1 else y1)
