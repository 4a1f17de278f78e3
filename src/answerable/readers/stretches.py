"""The lines of a plain text parted into prose and tables of three makes: tabs, pipes, blanks in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from answerable.readers import aligned, tables

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


LONGEST_TABLE = 2000
"""Lines of an aligned table; a longer one goes on as another."""


class Row(NamedTuple):
    """A line that is not blank; ``gap`` says whether a blank line stands before it."""

    start: int
    end: int
    gap: bool


class Stretch(NamedTuple):
    """Lines that belong together: prose without a blank line between, or the rows of a table.

    ``mark`` is what parts the cells (a tab, a pipe, "" in prose); ``table`` an aligned table's cells.
    """

    rows: list[Row]
    mark: str
    table: aligned.Aligned | None = None


def rows(text: str) -> list[Row]:
    """The lines of a text that are not blank."""
    found: list[Row] = []
    start = 0
    gap = True
    for stop in [*(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]:
        if text[start : stop[0]].strip():
            found.append(Row(start, stop[0], gap))
            gap = False
        else:
            gap = True
        start = stop[1]
    return found


def stretches(text: str, lines: Sequence[Row]) -> Iterator[Stretch]:
    """Part the lines, in order."""
    at = 0
    while at < len(lines):
        mark = tables.mark_of(text[lines[at].start : lines[at].end])
        table = None if mark else aligned.find(text, lines[at : at + LONGEST_TABLE])
        if table:
            yield Stretch(list(lines[at : at + table.height]), "", table)
            at += table.height
            continue
        stop = _stop(text, lines, at, mark)
        yield _stretch(text, list(lines[at:stop]), mark)
        at = stop


def _stop(text: str, lines: Sequence[Row], at: int, mark: str) -> int:
    """Where the stretch that begins at line ``at`` ends: before a line of another kind, or a blank one."""
    for stop in range(at + 1, len(lines)):
        line = text[lines[stop].start : lines[stop].end]
        if tables.mark_of(line) != mark:
            return stop
        if not mark and (lines[stop].gap or aligned.has_gap(line)):
            return stop
    return len(lines)


def _stretch(text: str, found: list[Row], mark: str) -> Stretch:
    """Tabs that only indent make no table."""
    if mark == "\t" and tables.is_prose([text[row.start : row.end] for row in found]):
        mark = ""
    return Stretch(found, mark)
