"""How far to the right the lines of a cell or flow go: a line that ends well before was ended on purpose."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.readers.paper.layout import CellText, Flow, PageLayout, Part
from answerable.readers.paper.pieces import Piece

PADDING = 6.0
"""Points between a table's edge and its text, as word processors set it (0.19 cm), rounded up."""
CLOSE = 1.5
"""Lines that end within so many font sizes of one another end at one edge."""
ENOUGH = 3
"""So many lines ending at one edge show where it is; with fewer, the cell or the page says it."""


class Reaches:
    """The right edges of a document's text, by cell and for its flows."""

    def __init__(self, parts: Sequence[Part], pages: Sequence[PageLayout], size: float) -> None:
        self._size = size
        cells: dict[tuple[int, int], tuple[float, list[float]]] = {}
        free: list[Piece] = []
        for part in parts:
            if isinstance(part, Flow):
                free.extend(part.lines)
                continue
            for row in part.rows:
                for cell in row.cells:
                    _, ends = cells.setdefault(_key(cell), (cell.x1 - PADDING, []))
                    ends.extend(line.x1 for line in cell.lines)
        self._cells = {key: self._reach(ends, inner) for key, (inner, ends) in cells.items()}
        self.of_flows = self._reach([line.x1 for line in free], _even_margins(free, pages))

    def of_cell(self, cell: CellText) -> float:
        """How far lines go in cells that stand where this one does."""
        return self._cells[_key(cell)]

    def _reach(self, ends: Sequence[float], expected: float) -> float:
        """The edge that lines show, else the one that is expected."""
        if not ends:
            return expected
        far = max(ends)
        shown = sum(end > far - CLOSE * self._size for end in ends) >= ENOUGH
        return far if shown else max(far, expected)


def _key(cell: CellText) -> tuple[int, int]:
    return round(cell.x0), round(cell.x1)


def _even_margins(lines: Sequence[Piece], pages: Sequence[PageLayout]) -> float:
    """Where text ends on a page whose right margin is as wide as its left one."""
    if not lines or not pages:
        return 0.0
    return pages[0].width - min(line.x0 for line in lines)
