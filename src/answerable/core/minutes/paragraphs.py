"""Blocks as the grammar sees them: a paragraph with its marker taken off and its emphasis measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from answerable.core.minutes.document import Block, Cell, Document, Line
from answerable.core.minutes.labels import Marker, marker
from answerable.core.minutes.passage import Passage, folded, join


class Paragraph(NamedTuple):
    """``whole`` is all that is printed, ``text`` what follows the marker.

    ``strong``: how many characters of ``text``, from its start, are bold or underlined.
    ``cell`` and ``beside`` as in the block; ``index`` is the place in reading order.
    """

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of a paragraph
    whole: Passage
    text: Passage
    marker: Marker | None
    strong: int
    kind: str
    cell: Cell | None
    beside: tuple[float, float] | None
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        return self.text.text

    @property
    def all_strong(self) -> bool:
        return self.strong > 0 and self.strong >= len(self.words) - 1

    @property
    def is_short_cell(self) -> bool:
        """A cell beside others that could be a label or an owner: never dropped as a copy."""
        return self.cell is not None and self.cell.columns > 1 and len(self.whole.text) <= 12

    def with_text(self, text: Passage) -> Paragraph:
        """What is left of this paragraph when a run-in title is taken off."""
        return self._replace(whole=text, text=text, marker=None, strong=0)

    def without_end(self, at: int) -> Paragraph:
        """This paragraph up to character ``at`` of its text."""
        shift = len(self.whole.text) - len(self.words)
        strong = min(self.strong, at)
        return self._replace(whole=self.whole.cut(0, shift + at), text=self.text.cut(0, at), strong=strong)

    def followed_by(self, other: Paragraph) -> Paragraph:
        """This paragraph with ``other`` as its continuation (a row cut by a page break)."""
        return self._replace(
            whole=join([self.whole, other.whole]),
            text=join([self.text, other.whole]),
            lines=self.lines + other.lines,
        )


def paragraph(document: Document, index: int) -> Paragraph | None:
    """The block as a paragraph, or None where it holds nothing but blanks."""
    block = document.blocks[index]
    whole = folded(document, index)
    if not whole:
        return None
    mark = marker(whole.text)
    text = whole if mark is None else whole.cut(mark.length)
    strong = _strong(block, text) if block.strong_end is not None else 0
    return Paragraph(index, whole, text, mark, strong, block.kind, block.cell, block.beside, block.lines)


def _strong(block: Block, text: Passage) -> int:
    if not text or block.strong_end is None:
        return 0
    if block.strong_end >= text.end:
        return len(text.text)
    count = 0
    for run in text.runs:
        if run.start >= block.strong_end:
            break
        count = run.to if run.end <= block.strong_end else run.at + block.strong_end - run.start
    return count


def paragraphs(document: Document, indexes: Iterable[int]) -> Iterator[Paragraph]:
    for index in indexes:
        found = paragraph(document, index)
        if found is not None:
            yield found
