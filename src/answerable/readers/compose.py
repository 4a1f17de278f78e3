"""Composing a document's one text out of the paragraphs of a marked-up file (DOCX, ODT, HTML)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from answerable.core.minutes.document import Block, BlockKind, Cell, Document, Line, Notice

LABEL = re.compile(r"\s*(?:[•·▪●○–—*-]|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivxIVX]{1,5})[.):]*)\s+")
"""A bullet or an item's number: plain type before bold words still makes a bold heading."""


class Run(NamedTuple):
    """Characters set in one way; ``strong`` is bold or underlined. A newline is a hard line break."""

    text: str
    strong: bool = False


class Composer:
    """Writes blocks one after another, each on lines of its own, and keeps count of the offsets."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self.notices: list[Notice] = []

    def add(
        self,
        runs: Iterable[Run],
        *,
        marker: str = "",
        kind: BlockKind = "paragraph",
        level: int = 0,
        cell: Cell | None = None,
        beside: tuple[float, float] | None = None,
    ) -> bool:
        """Write one block; say whether there was anything to write but blanks."""
        pieces = [run for run in runs if run.text]
        if marker:
            pieces.insert(0, Run(marker, _starts_strong(pieces)))
        text = "".join(run.text for run in pieces)
        if not text.strip():
            return False
        if self._length:
            self._write("\n")
        start = self._length
        self._write(text)
        strong = strong_end([(run.text, run.strong) for run in pieces])
        self.blocks.append(
            Block(
                lines=split_lines(text, start),
                kind=kind,
                cell=cell,
                level=level,
                strong_end=None if strong is None else start + strong,
                beside=beside,
            )
        )
        return True

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def document(self, data: bytes, name: str, media_type: str) -> Document:
        """All that was written, as the document that ``data`` holds."""
        return Document(
            name=name,
            media_type=media_type,
            sha256=hashlib.sha256(data).hexdigest(),
            pages=None,
            text="".join(self._parts),
            blocks=tuple(self.blocks),
            notices=tuple(self.notices),
        )


def split_lines(text: str, start: int) -> tuple[Line, ...]:
    """The lines of ``text``, which begins at offset ``start``, blank ones left out."""
    found = []
    for piece in text.split("\n"):
        if piece.strip():
            found.append(Line(start, start + len(piece)))
        start += len(piece) + 1
    return tuple(found)


def strong_end(pieces: Sequence[tuple[str, bool]]) -> int | None:
    """Up to which character the pieces, joined, begin in bold or underlined; None where they do not.

    Blanks take no side, nor does a list marker before bold words.
    """
    at = 0
    end: int | None = None
    for text, strong in pieces:
        if text.strip():
            if strong:
                end = at + len(text.rstrip())
            elif end is not None or not LABEL.fullmatch(text + " "):
                break
        at += len(text)
    return end


def _starts_strong(pieces: Sequence[Run]) -> bool:
    return next((run.strong for run in pieces if run.text.strip()), False)
