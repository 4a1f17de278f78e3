"""What a briefing note is made of: its headings in order, and how many words stand under each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from answerable.core.minutes.document import Block, Document

LONGEST_TITLE = 140  # characters: a longer line in bold is a sentence that somebody shouts
MOST_PARTS = 200  # of a note that are kept
FEWEST_MARKED = 2  # headings set as such, from which on plain short lines are no headings

SHORT_LINE = 60  # characters: a line of a paragraph that goes on is longer

_ENDS_A_SENTENCE = re.compile(r"[.;,]['\"’”)\]]?$")
_ENDS_WHAT_IS_SAID = re.compile(r"[.;:!]['\"’”)\]]?$")


class Part(NamedTuple):
    """A heading as it is printed, with its number, and the words up to the next one."""

    title: str
    words: int


class Outline(NamedTuple):
    """``pages`` is None where the format has none. Running heads and feet are not counted."""

    media_type: str
    pages: int | None
    words: int
    parts: list[Part]


class _Piece(NamedTuple):
    """A block, or the first line of one; ``marked``: set as a heading, or in bold from end to end."""

    text: str
    listed: bool
    in_table: bool
    marked: bool


def outline(document: Document) -> Outline:
    """The outline of a file as it was read."""
    pieces = [
        one for block in document.blocks if block.kind != "furniture" for one in _pieces(document, block)
    ]
    heads = _headings(pieces)
    parts: list[Part] = []
    total = 0
    for at, piece in enumerate(pieces):
        words = len(piece.text.split())
        total += words
        if at in heads:
            parts.append(Part(piece.text.rstrip(":").strip(), 0))
        elif parts:
            parts[-1] = parts[-1]._replace(words=parts[-1].words + words)
    return Outline(document.media_type, document.pages, total, parts[:MOST_PARTS])


def _pieces(document: Document, block: Block) -> Iterator[_Piece]:
    """The block; where it is a numbered line with a paragraph right below it, the two apart.

    Plain text gives these as one item of a list: nothing but the short line tells where the heading ends.
    """
    lines = [" ".join(document.text[one.start : one.end].split()) for one in block.lines]
    in_table = block.cell is not None
    strong = block.strong_end is not None and block.strong_end >= block.end
    listed = block.kind == "list_item"
    if listed and len(lines) > 1 and block.lines[0].page is None and _runs_in(lines[0], lines[1]):
        yield _Piece(lines[0], listed, in_table, marked=False)
        yield _Piece(" ".join(lines[1:]), False, in_table, marked=False)
    else:
        text = " ".join(" ".join(lines).split())
        yield _Piece(text, listed, in_table, marked=block.kind == "heading" or strong)


def _runs_in(first: str, second: str) -> bool:
    """A short line that ends no sentence, above one that begins one."""
    return len(first) <= SHORT_LINE and not _ENDS_A_SENTENCE.search(first) and second[:1].isupper()


def _headings(pieces: Sequence[_Piece]) -> set[int]:
    """Which pieces are headings: those set as such; where hardly any is, short lines above text."""
    marked = {at for at, one in enumerate(pieces) if one.marked and _can_be_one(one)}
    if len(marked) >= FEWEST_MARKED:
        return marked
    return marked | {at for at in range(len(pieces) - 1) if _looks_like_one(pieces[at], pieces[at + 1])}


def _can_be_one(piece: _Piece) -> bool:
    return bool(piece.text) and len(piece.text) <= LONGEST_TITLE and not piece.in_table


def _looks_like_one(piece: _Piece, below: _Piece) -> bool:
    """A short line that ends no sentence, with something that does right below it."""
    if not _can_be_one(piece) or below.in_table or _ENDS_A_SENTENCE.search(piece.text):
        return False
    if piece.listed and below.listed:
        return False
    return bool(_ENDS_WHAT_IS_SAID.search(below.text))
