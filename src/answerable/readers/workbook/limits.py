"""What a spreadsheet of a plan or of figures may cost, in sentences."""

from __future__ import annotations

from typing import NamedTuple

from answerable.core.plans.cells import Sheet, every_cell
from answerable.readers.errors import Unreadable

MOST_SHEETS = 500
"""Sheets of a workbook; one that was met in practice had 40."""
MOST_ROWS = 5_000
"""Rows with something in them on the sheet that is read: a plan of a force has some hundred."""
MOST_CELLS = 50_000
"""Filled cells on it: 5,000 rows of ten columns."""
MOST_LETTERS = 600_000
"""Letters on it, so that the answer stays under the limit of ``readers.child``: 300 pages of text."""
MOST_CELLS_OF_ALL = 1_000_000
"""Filled cells of all sheets together."""
WIDEST_AREA = 4_000_000
"""Cells, filled or not, from A1 to the last filled one, which the library keeps in memory."""


class Most(NamedTuple):
    """What is read of one sheet: rows with something in them, filled cells, letters."""

    rows: int
    cells: int
    letters: int


PLAN = Most(MOST_ROWS, MOST_CELLS, MOST_LETTERS)
FIGURES = Most(20_000, 200_000, 2_000_000)
"""Of figures: ten years of weeks for five areas are 2,600 rows."""


def checked(sheet: Sheet | None, name: str, most: Most = PLAN) -> Sheet:
    """The sheet that is to be read; raises Unreadable where there is none, or it is empty or too large."""
    if sheet is None or not sheet.rows:
        raise Unreadable(f"{name} has no sheet with anything in it that is not hidden; check the file.")
    where = f"Sheet {sheet.name} of {name}" if sheet.name else name
    if len(sheet.rows) > most.rows:
        raise Unreadable(
            f"{where} has {len(sheet.rows):,} rows, more than the {most.rows:,} that are read; split it."
        )
    cells = [cell for _, _, cell in every_cell(sheet)]
    if len(cells) > most.cells:
        raise Unreadable(
            f"{where} has {len(cells):,} filled cells, more than the {most.cells:,} that are read; split it."
        )
    letters = sum(len(cell.text) for cell in cells)
    if letters > most.letters:
        raise Unreadable(
            f"{where} has {letters:,} letters, more than the {most.letters:,} that are read; split it."
        )
    return sheet
