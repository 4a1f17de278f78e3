"""Which text lines of its row a paragraph stands beside, estimated where a format has no printed lines.

People place an owner beside an action with empty paragraphs, so a column is stacked as they saw it: each
paragraph takes the lines that its text wraps to in the column's width, an empty one takes one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from answerable.core.minutes.document import Cell
from answerable.readers import height


class Setting(NamedTuple):
    """How a paragraph is set: lengths in points."""

    size: float = 11.0
    font: str = ""
    bold: bool = False
    indent: float = 0.0
    before: float = 0.0
    after: float = 0.0


@dataclass(slots=True)
class Column:
    """The inside of a table cell, being filled from the top; ``width`` is 0 where it is not known."""

    cell: Cell
    width: float
    at: float = 0.0
    after: float = 0.0

    def stack(self, text: str, setting: Setting) -> tuple[float, float] | None:
        """Put a paragraph below those before it; the first and last text line that it takes.

        A line is one of plain text; space between paragraphs counts as parts of a line.
        """
        size, font, bold, indent, before, after = setting
        count = height.lines(text, self.width - indent, size, font, bold=bold) if text and self.width else 1
        first = self.at + max(self.after, before) / (size * height.LINE)
        self.at = first + count
        self.after = after
        return (first, first + count - 1) if self.width else None
