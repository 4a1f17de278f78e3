"""What Markdown and the sites that use it put around a text: front matter, headings, a body of HTML."""

from __future__ import annotations

import re
from typing import NamedTuple

from answerable.readers.markup import Span

_FENCE = re.compile(r"-{3}\s*")
_KEY = re.compile(r"[\w-]+\s*:.*|\s+.*|-\s.*|#.*")
_TITLE = re.compile(r"title\s*:\s*(?P<quote>[\"']?)(?P<title>.*?)(?P=quote)\s*", re.IGNORECASE)
LONGEST_MARGIN = 100
"""Characters, blanks all, before the first line of front matter."""
LONGEST_FRONT_MATTER = 100
"""Lines: beyond that a line of dashes at the top is just a line of dashes."""


class FrontMatter(NamedTuple):
    """The lines between two ``---`` at a file's top: the title's place, and everything else."""

    title: Span | None
    furniture: list[Span]
    end: int


def front_matter(text: str) -> FrontMatter | None:
    """The front matter that a text begins with; None where it has none."""
    if "---" not in text[:LONGEST_MARGIN]:
        return None
    lines = _first_lines(text)
    if not lines or not _FENCE.fullmatch(text[slice(*lines[0])]):
        return None
    title: Span | None = None
    furniture = [lines[0]]
    for start, end in lines[1:]:
        line = text[start:end]
        if _FENCE.fullmatch(line):
            return FrontMatter(title, [*furniture, (start, end)], end)
        if not _KEY.fullmatch(line):
            return None
        found = _TITLE.fullmatch(line)
        if found and found["title"] and title is None:
            title = (start + found.start("title"), start + found.end("title"))
            furniture += [(start, title[0]), *([(title[1], end)] if text[title[1] : end].strip() else [])]
        else:
            furniture.append((start, end))
    return None


def _first_lines(text: str) -> list[Span]:
    """The first lines that are not blank."""
    found: list[Span] = []
    at = 0
    for line in text.split("\n", LONGEST_FRONT_MATTER)[:LONGEST_FRONT_MATTER]:
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def is_html(text: str) -> bool:
    """Whether a text is a body of HTML: most of its lines that are not blank hold a block tag.

    A text table with tags left in its cells is not.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    tagged = sum(1 for line in lines if _BLOCK_TAG.search(line))
    tabbed = sum(1 for line in lines if "\t" in line.strip(" ").removeprefix("\t"))
    return tagged * 5 > len(lines) * 3 and tabbed * 5 < len(lines)


_BLOCK_TAG = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|table|tr|td|th|section|article)\b[^<>]*>", re.IGNORECASE
)
