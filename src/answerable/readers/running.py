"""Running heads and feet of plain text with form feeds between its pages, as printing programs leave it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from answerable.readers.stretches import Row

EDGE = 2
"""Lines at the top and at the foot of a page that may be running heads."""
FEWEST_PAGES = 2
_DIGITS = re.compile(r"\d+")
_FINISHED = re.compile(r"[.:;!?]['\"’”)\]]?\s*$")


def parted(text: str, lines: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The lines of the text itself, and those at the edges of pages that return on at least half of them.

    Numbers may differ from page to page. A sentence that ran over the page goes on without a gap.
    """
    if "\f" not in text:
        return list(lines), []
    pages = list(_pages(text, lines))
    edges = [page[:EDGE] + page[max(len(page) - EDGE, EDGE) :] for page in pages]
    counts = Counter(key for edge in edges for key in {_key(text, line) for line in edge})
    fewest = max(FEWEST_PAGES, len(pages) / 2)
    running = [line for edge in edges for line in edge if counts[_key(text, line)] >= fewest]
    return list(_closed(text, lines, frozenset(line.start for line in running))), running


def _pages(text: str, lines: Sequence[Row]) -> Iterator[list[Row]]:
    page: list[Row] = []
    for line in lines:
        if page and text.find("\f", page[-1].end, line.start) >= 0:
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _key(text: str, line: Row) -> str:
    return _DIGITS.sub("#", " ".join(text[line.start : line.end].split()))


def _closed(text: str, lines: Sequence[Row], running: frozenset[int]) -> Iterator[Row]:
    """The lines that are left, those right after a running head without a gap where a sentence goes on."""
    before: Row | None = None
    skipped = False
    for line in lines:
        if line.start in running:
            skipped = True
            continue
        if skipped and before and not _FINISHED.search(text, before.start, before.end):
            starts_small = text[line.start : line.end].lstrip()[:1].islower()
            line = line._replace(gap=line.gap and not starts_small)
        yield line
        before, skipped = line, False
