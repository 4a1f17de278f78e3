"""Plain lines: which of them a person would read as one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from answerable.core.minutes.document import BlockKind
from answerable.readers.markup import Span

MARKER = re.compile(
    r"\s*(?:[•·▪●○◦*+–—-]\s+|[•·▪●○◦]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+|\d{1,2}(?:\.\d{1,2})+[.)]?\s+)",
    re.IGNORECASE,
)
BULLET = re.compile(r"\s*(?:[•·▪●○◦*+–—-]\s+|[•·▪●○◦]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+)", re.IGNORECASE)
_FIELD = re.compile(r"\s*[A-Z][\w /()&’'-]{1,40}:(?:\s|$)")
_STOP = re.compile(r"[.:;!?]['\"’”)\]]?\s*$")
NARROWEST_WRAP = 40
"""Lines shorter than this at their 90th percentile are lists of short lines, not wrapped prose."""


def wrap_width(lengths: Sequence[int]) -> int:
    """How wide a text is wrapped: the 90th percentile of the lengths of lines that another line follows.

    0 where the text is not wrapped.
    """
    if not lengths:
        return 0
    width = sorted(lengths)[int(len(lengths) * 0.9)]
    return width if width >= NARROWEST_WRAP else 0


def paragraphs(text: str, lines: Sequence[Span], width: int) -> list[list[Span]]:
    """Join lines that follow each other without a blank one to paragraphs."""
    found: list[list[Span]] = []
    for start, end in lines:
        if found and _goes_on(text, found[-1][-1], (start, end), width):
            found[-1].append((start, end))
        else:
            found.append([(start, end)])
    return found


def _goes_on(text: str, last: Span, line: Span, width: int) -> bool:
    """Whether ``line`` continues the paragraph of ``last``: no room was left for its first word there."""
    before, after = text[last[0] : last[1]].rstrip(), text[line[0] : line[1]].rstrip()
    if MARKER.match(after) or _FIELD.match(after):
        return False
    if after.lstrip()[0].islower() and not _STOP.search(before):
        return True
    return 0 < width < len(before) + 1 + len(after.split(None, 1)[0])


def item(text: str, start: int, end: int) -> tuple[BlockKind, int]:
    """Kind and level of a paragraph by its marker: "• one", "1. two", "a) three" are list items.

    The level grows by one with every ``INDENT`` blanks before the marker.
    """
    if not BULLET.match(text, start, end):
        return "paragraph", 0
    before = text[max(start - DEEPEST * INDENT, 0) : start].expandtabs(INDENT)
    return "list_item", 1 + (len(before) - len(before.rstrip(" "))) // INDENT


INDENT = 4
"""Blanks that a nested list is moved in by."""
DEEPEST = 8
