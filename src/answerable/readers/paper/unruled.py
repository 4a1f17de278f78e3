"""The free lines of a document: an agenda in columns, tabular lines before it, and plain flows."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.readers.paper.gutters import Columns, agenda_table, begins_agenda, columns_of
from answerable.readers.paper.layout import Part
from answerable.readers.paper.pieces import Piece, on_lines
from answerable.readers.paper.tabular import tabular_parts

Stretch = Sequence[Sequence[Piece]]
"""Printed lines between two ruled tables, each the pieces on it from left to right."""


class Unruled:
    """Lays out free lines, page after page: once the agenda has begun it goes on to the end."""

    def __init__(self, pages: Sequence[Sequence[Piece]]) -> None:
        self._lines = [on_lines(pieces) for pieces in pages]
        self._columns = columns_of(self._lines)
        self._begun = False

    def parts(self, page: int, ruled: Sequence[Part]) -> list[Part]:
        """The parts of a page (from 0) from top to bottom, ruled tables among its free lines."""
        lines = self._lines[page]
        ordered: list[Part] = []
        at = 0
        for part in sorted(ruled, key=lambda part: part.top):
            end = at
            while end < len(lines) and lines[end][0].base <= part.top:
                end += 1
            ordered += [*self._laid_out(lines[at:end]), part]
            at = end
        return ordered + self._laid_out(lines[at:])

    def _laid_out(self, lines: Stretch) -> list[Part]:
        columns = self._columns
        if columns is None:
            return tabular_parts(lines)
        start = 0 if self._begun else _agenda_start(lines, columns)
        self._begun = self._begun or start < len(lines)
        agenda: list[Part] = [agenda_table(lines[start:], columns)] if start < len(lines) else []
        return tabular_parts(lines[:start]) + agenda


def _agenda_start(lines: Stretch, columns: Columns) -> int:
    return next((number for number, line in enumerate(lines) if begins_agenda(line, columns)), len(lines))
