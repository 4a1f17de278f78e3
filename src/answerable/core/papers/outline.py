"""What a briefing note is made of: its headings in order, and how many words stand under each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from answerable.core.minutes.document import Block, Document

LONGEST_TITLE = 140  # characters: a longer line in bold is a sentence that somebody shouts
MOST_PARTS = 200  # of a note that are kept
FEWEST_MARKED = 2  # headings set as such, from which on plain short lines are no headings

_ENDS_A_SENTENCE = re.compile(r"[.;,]['\"’”)\]]?$")


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


def outline(document: Document) -> Outline:
    """The outline of a file as it was read."""
    blocks = [one for one in document.blocks if one.kind != "furniture"]
    texts = [" ".join(document.text[one.start : one.end].split()) for one in blocks]
    heads = _headings(blocks, texts)
    parts: list[Part] = []
    total = 0
    for at, text in enumerate(texts):
        words = len(text.split())
        total += words
        if at in heads:
            parts.append(Part(text.rstrip(":").strip(), 0))
        elif parts:
            parts[-1] = parts[-1]._replace(words=parts[-1].words + words)
    return Outline(document.media_type, document.pages, total, parts[:MOST_PARTS])


def _headings(blocks: Sequence[Block], texts: Sequence[str]) -> set[int]:
    """Which blocks are headings: those set as such; where hardly any is, short lines above text."""
    marked = {at for at, one in enumerate(blocks) if _is_marked(one, texts[at])}
    if len(marked) >= FEWEST_MARKED:
        return marked
    return marked | {at for at in range(len(blocks)) if _looks_like_one(at, blocks, texts)}


def _is_marked(block: Block, text: str) -> bool:
    """Set as a heading, or in bold from end to end; a row of a table is not."""
    if not text or len(text) > LONGEST_TITLE or block.cell is not None:
        return False
    return block.kind == "heading" or (block.strong_end is not None and block.strong_end >= block.end)


def _looks_like_one(at: int, blocks: Sequence[Block], texts: Sequence[str]) -> bool:
    """A short line that ends no sentence, with something that does right below it."""
    text = texts[at]
    if not text or len(text) > LONGEST_TITLE or _ENDS_A_SENTENCE.search(text) or at + 1 == len(blocks):
        return False
    here, below = blocks[at], blocks[at + 1]
    if here.cell is not None or below.cell is not None:
        return False
    if here.kind == "list_item" and below.kind == "list_item":
        return False
    return bool(re.search(r"[.;:!]['\"’”)\]]?$", texts[at + 1]))
