"""Tables in plain text: rows of cells that tabs or Markdown's pipes part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from answerable.readers.markup import Span
from answerable.readers.wrapped import MARKER

_DRAWN = " \t|:=+_-"
_DRAWN_LINES = ("---", "===", "___")
_PIPE_ROW = re.compile(r"\s*\|.*\|\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_FIELD = re.compile(r"[^\t]{1,40}:\t+[^\t]*")
_LABELLED = re.compile(r"([^\t]+)\t+[^\t]*")


def is_rule(line: str) -> bool:
    """A line drawn with characters: between the head and the body of a table, or across the page."""
    return not line.strip(_DRAWN) and any(drawn in line for drawn in _DRAWN_LINES)


def mark_of(line: str) -> str:
    """What parts the cells of a row: a tab, a pipe, or nothing where the line is no row."""
    if "\t" in line.strip(" "):
        return "\t"
    return "|" if _PIPE_ROW.fullmatch(line) else ""


def is_prose(rows: Sequence[str]) -> bool:
    """Whether tabs only indent these lines, or only part a label or a list's markers from its text."""
    bare = [row.rstrip(" ") for row in rows]
    if all(row.startswith("\t") and "\t" not in row.lstrip() for row in bare):
        return True
    if all(_FIELD.fullmatch(row) for row in bare):
        return True
    labels = [_LABELLED.fullmatch(row) for row in bare]
    return all(label and MARKER.fullmatch(label[1] + " ") for label in labels)


def cells(text: str, row: Span, mark: str) -> tuple[list[Span], list[Span]]:
    """The spans of a row's cells, and those of the marks that are no text (pipes; a tab is a blank)."""
    start, end = row
    if mark == "\t":
        cuts = [at for at in range(start, end) if text[at] == "\t"]
        return _between(start, cuts, end), []
    cuts = [pipe.start() for pipe in _PIPE.finditer(text, start, end)]
    return _between(start, cuts, end)[1:-1], [(at, at + 1) for at in cuts]


def _between(start: int, cuts: Sequence[int], end: int) -> list[Span]:
    edges = [start - 1, *cuts, end]
    return [(left + 1, right) for left, right in pairwise(edges)]
