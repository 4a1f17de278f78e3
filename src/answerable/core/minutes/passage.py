"""Folded text that knows where it came from.

A passage is what a person reads: NFC, blanks folded to one space, a word cut by a hyphen at a line's end
joined again. Cutting a passage gives a passage; asking it for its places gives the spots in the file.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from answerable.core.minutes.document import Box, Line
from answerable.core.minutes.record import Place

SOFT_HYPHENS = "\u00ad\ufffe"  # U+FFFE is how PDFium gives a soft hyphen at a line's end


class _Run(NamedTuple):
    """Characters of the passage from ``at`` on that equal the document's from ``start`` to ``end``."""

    at: int
    start: int
    end: int
    line: Line


class Passage:
    """Folded text with its places; ``text`` may be empty."""

    __slots__ = ("_runs", "text")

    def __init__(self, text: str, runs: Sequence[_Run]) -> None:
        self.text = text
        self._runs = runs

    def __bool__(self) -> bool:
        return bool(self.text)

    def __repr__(self) -> str:
        return f"Passage({self.text!r})"

    @property
    def start(self) -> int:
        return self._runs[0].start

    @property
    def end(self) -> int:
        return self._runs[-1].end

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
        first = max(bisect_right(self._runs, start, key=_at) - 1, 0)
        runs = []
        for run in self._runs[first:]:
            if run.at >= stop:
                break
            skipped = max(start - run.at, 0)
            over = max(run.at + (run.end - run.start) - stop, 0)
            if run.end - over > run.start + skipped:
                runs.append(_Run(max(run.at - start, 0), run.start + skipped, run.end - over, run.line))
        return Passage(text[start:stop], runs)

    def lines(self) -> list[Line]:
        """The pieces of printed lines that the passage covers, in reading order."""
        found: list[Line] = []
        for run in self._runs:
            page, box = run.line.page, run.line.box
            if found and found[-1].box is box and found[-1].page == page and run.line.start <= found[-1].start:
                found[-1] = Line(found[-1].start, run.end, page, box)
            else:
                found.append(Line(run.start, run.end, page, box))
        return found


def _at(run: _Run) -> int:
    return run.at


def passage(document_text: str, lines: Iterable[Line]) -> Passage:
    """Fold the given lines of a document's text to one passage."""
    runs: list[_Run] = []
    parts: list[str] = []
    at = 0
    glue = ""
    for line in lines:
        raw = document_text[line.start : line.end]
        for start, word in _words(raw):
            if glue:
                parts.append(glue)
                at += 1
            shown = unicodedata.normalize("NFC", word) if not word.isascii() else word
            parts.append(shown)
            runs.append(_Run(at, line.start + start, line.start + start + len(word), line))
            at += len(shown)
            glue = " "
        if parts and parts[-1] and parts[-1][-1] in SOFT_HYPHENS:
            parts[-1] = parts[-1][:-1]
            at -= 1
            glue = ""
    return Passage("".join(parts), runs)


def _words(raw: str) -> list[tuple[int, str]]:
    """Stretches of ``raw`` that are already folded, with their offsets."""
    stripped = raw.strip()
    if not stripped:
        return []
    folded = " ".join(stripped.split())
    start = raw.index(stripped[0])
    if folded == stripped:
        return [(start, stripped)]
    found = []
    for word in stripped.split():
        start = raw.index(word, start)
        found.append((start, word))
        start += len(word)
    return found


def join(passages: Sequence[Passage], glue: str = " ") -> Passage:
    """One passage of several, in the order given."""
    runs: list[_Run] = []
    at = 0
    for piece in passages:
        runs.extend(run._replace(at=run.at + at) for run in piece._runs)
        at += len(piece.text) + len(glue)
    return Passage(glue.join(piece.text for piece in passages), runs)


def places(document_text: str, lines: Iterable[Line]) -> list[Place]:
    """Lines as places: those that follow each other on one page become one place."""
    found: list[Place] = []
    for line in lines:
        last = found[-1] if found else None
        if (
            last is not None
            and last["page"] == line.page
            and line.start >= last["end"]
            and not document_text[last["end"] : line.start].strip()
        ):
            last["end"] = line.end
            last["bbox"] = _union(last["bbox"], line.box)
            last["quote"] = document_text[last["start"] : line.end]
        else:
            found.append(
                {
                    "page": line.page,
                    "bbox": None if line.box is None else list(line.box),
                    "start": line.start,
                    "end": line.end,
                    "quote": document_text[line.start : line.end],
                }
            )
    return found


def _union(one: list[float] | None, other: Box | None) -> list[float] | None:
    if one is None or other is None:
        return one
    return [min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])]
