"""Files of separated values: commas, semicolons, tabs or bars, in whatever encoding offices save them."""

from __future__ import annotations

import csv
import io
from collections import Counter

from answerable.core.plans.cells import Book, Cell, Sheet
from answerable.readers.encoding import decode
from answerable.readers.errors import Unreadable
from answerable.readers.workbook.limits import MOST_CELLS_OF_ALL, MOST_LETTERS

SEPARATORS = ",;\t|"
SAMPLE = 200  # rows from which the separator is told
_SAID = "sep="  # Excel's own first line: sep=;
FORMULA = ("=", "+=", "@")


def read_separated(data: bytes, name: str) -> Book:
    """The one sheet of such a file, without a name. Raises Unreadable."""
    text = decode(data, name)
    first = text.split("\n", 1)[0].strip().strip('"')
    said = first.casefold().startswith(_SAID) and len(first) == len(_SAID) + 1
    separator = first[-1] if said else separator_of(text)
    rows = _rows(text, separator, name)
    sheet = Sheet("")
    for number, row in enumerate(rows, 1):
        cells = {at: _cell(value) for at, value in enumerate(row, 1) if value.strip()}
        if cells and not (said and number == 1):
            sheet.rows[number] = cells
    return Book([sheet])


def separator_of(text: str) -> str:
    """The separator by which the greatest share of rows has one and the same number of cells, two at least.

    Where several do as well, the one that makes more cells.
    """
    return max(SEPARATORS, key=lambda one: (*_evenness(text, one), -SEPARATORS.index(one)))


def _evenness(text: str, separator: str) -> tuple[float, int]:
    widths: list[int] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if any(value.strip() for value in row):
                widths.append(len(row))
            if len(widths) == SAMPLE:
                break
    except csv.Error:
        pass  # what is wrong is said when the file is read
    width, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
    return (count / len(widths), width) if width > 1 else (0.0, width)


def _rows(text: str, separator: str, name: str) -> list[list[str]]:
    """Every row. Raises Unreadable: a quotation mark that is never closed would swallow the rest."""
    rows: list[list[str]] = []
    cells = 0
    csv.field_size_limit(MOST_LETTERS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            rows.append(row)
            cells += len(row)
            if cells > MOST_CELLS_OF_ALL:
                raise Unreadable(f"{name} has over {MOST_CELLS_OF_ALL:,} cells and was not read; split it.")
    except csv.Error:
        raise Unreadable(
            f"{name}: the quotation marks in row {len(rows) + 1} do not fit together; put each cell that has"
            " one in quotation marks and double those in it, or save the file as XLSX."
        ) from None
    return rows


def _cell(value: str) -> Cell:
    text = value.strip()
    if text.startswith(FORMULA):
        return Cell(text, "error", formula=True)
    return Cell(text)
