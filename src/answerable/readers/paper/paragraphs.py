"""Paragraphs: where one ends and the next begins among the lines of a cell or a flow."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from answerable.core.minutes.passage import BROKEN_AT_HYPHEN
from answerable.readers.paper.labels import BULLET
from answerable.readers.paper.pieces import Piece
from answerable.readers.paper.widths import width

WIDER = 1.3
"""A gap between base lines is one between paragraphs from this many times the usual one."""
USUAL_SHARE = 0.12
"""The usual gap is the smallest that at least this share of the lines have."""
STEP = 0.05
"""Gaps are counted in steps of this share of the font size."""
WIDEST_GAP = 2.4
"""Double-spaced lines are nearer than this; wider gaps are between paragraphs, however many there are."""
NORMAL_GAP = 1.15
"""Gap between base lines in font sizes where a document has too few lines to tell."""
INDENT = 3.0
"""Points by which a line must be indented to be."""
ROOM, BOLD_ROOM = 1.1, 1.2
"""The next word must fit with this much to spare for a line to count as ended early."""
SHORTEST = 0.55
"""No blank and word together are narrower than this share of the font size."""
ENDED = re.compile(r"[.:;?!][\"'”’)\]]*$")


def usual_gap(groups: Iterable[Sequence[Piece]]) -> float:
    """The gap between the base lines of a paragraph, in font sizes."""
    gaps = Counter(
        [
            round((line.base - above.base) / line.size / STEP)
            for lines in groups
            for above, line in pairwise(lines)
            if line.page == above.page
        ]
    )
    least = USUAL_SHARE * sum(gaps.values())
    usual = [gap for gap, count in gaps.items() if count >= least and 1 - STEP <= gap * STEP <= WIDEST_GAP]
    if not usual:
        return NORMAL_GAP
    smallest = min(usual)
    return max((smallest, smallest + 1), key=gaps.__getitem__) * STEP


class Measures(NamedTuple):
    """What a document's lines are measured by: see ``measures_of``."""

    gap: float
    """The gap between the base lines of a paragraph, in font sizes."""
    extents: Mapping[int, tuple[float, float]]
    """By page, the base lines of its first and last line of text."""

    def turns_page(self, above: Piece, line: Piece) -> bool:
        """Whether ``line`` is the first on its page and ``above`` the last on the page before."""
        reach = WIDER * self.gap
        return (
            line.page == above.page + 1
            and above.base > self.extents[above.page][1] - reach * above.size
            and line.base < self.extents[line.page][0] + reach * line.size
        )


def measures_of(groups: Sequence[Sequence[Piece]]) -> Measures:
    """Measure the lines of all cells and flows."""
    bases: dict[int, list[float]] = defaultdict(list)
    for lines in groups:
        for line in lines:
            bases[line.page].append(line.base)
    return Measures(usual_gap(groups), {page: (min(found), max(found)) for page, found in bases.items()})


def paragraphs(lines: Sequence[Piece], measures: Measures, reach: float) -> list[list[Piece]]:
    """The paragraphs of one cell or flow; ``reach`` is how far to the right its lines go."""
    paragraph = [lines[0]]
    found = [paragraph]
    for line in lines[1:]:
        if _begins(paragraph, line, measures, reach):
            paragraph = [line]
            found.append(paragraph)
        else:
            paragraph.append(line)
    return found


def _begins(paragraph: Sequence[Piece], line: Piece, measures: Measures, reach: float) -> bool:
    """Whether ``line`` begins a new paragraph after the lines of ``paragraph``."""
    above = paragraph[-1]
    if line.page != above.page:
        return not measures.turns_page(above, line) or _begins_page(above, line, reach)
    size = above.size
    if line.base - above.base > WIDER * measures.gap * (line.size if line.size > size else size):
        return True
    early = reach - 1 - above.x1 >= SHORTEST * size and ended_early(above, line, reach)
    if line.is_marked and (early or BULLET.match(line.text) or _is_numbered(paragraph[0], line)):
        return True
    if early and (ENDED.search(above.text) or not line.text[0].islower()):
        return True
    return paragraph[0].is_marked and _leaves_item(paragraph, line)


def _begins_page(above: Piece, line: Piece, reach: float) -> bool:
    if line.is_marked:
        return True
    if line.text[0].islower():
        return False
    if ENDED.search(above.text) or abs(line.size - above.size) > 1:
        return True
    return ended_early(above, line, reach)


def _is_numbered(first: Piece, line: Piece) -> bool:
    """A number at a line's start is a new item's where the paragraph is itself one, or stands elsewhere."""
    return first.is_marked or abs(line.x0 - first.x0) > INDENT


def _leaves_item(paragraph: Sequence[Piece], line: Piece) -> bool:
    """A line left of a list item's text is no part of the item."""
    if len(paragraph) > 1:
        return line.x0 < paragraph[1].x0 - INDENT
    return line.x0 < paragraph[0].x0 - INDENT


def ended_early(line: Piece, following: Piece, reach: float) -> bool:
    """Whether the next line's first word would still have fitted: the break was made on purpose."""
    room = reach - 1 - line.x1
    if room < SHORTEST * line.size or line.text.endswith(BROKEN_AT_HYPHEN):
        return False
    word = following.text.split(None, 1)[0]
    spare = BOLD_ROOM if line.strong == len(line.text) else ROOM
    return spare * width(" " + word, line.size) < room
