"""Workbooks of Excel and its like: values by python-calamine; what is hidden or merged by the XML."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from answerable.core.plans.cells import Book, Cell, Sheet
from answerable.readers.archive import Archive
from answerable.readers.errors import Unreadable
from answerable.readers.workbook.layout import Area, Layout, Listed, layout_of, listed
from answerable.readers.workbook.limits import MOST_CELLS_OF_ALL, MOST_SHEETS, WIDEST_AREA

NAMED_ERRORS = "#"  # how a cell with an error is written: #REF!, #N/A


def names_of(data: bytes, name: str) -> list[str]:
    """The worksheets that can be seen, without reading any of them. Raises Unreadable."""
    return [one.name for one in _listed(Archive(data, name)) if not one.hidden and one.part]


def _listed(archive: Archive) -> list[Listed]:
    sheets = listed(archive)
    if len(sheets) > MOST_SHEETS:
        many = f"{len(sheets)} sheets, more than the {MOST_SHEETS} that are read"
        raise Unreadable(f"{archive.name} has {many}; split it.")
    return sheets


def read_xlsx(data: bytes, name: str, only: str | None = None) -> Book:
    """Every worksheet that can be seen, or the one of a name. Raises Unreadable."""
    archive = Archive(data, name)
    sheets = _listed(archive)
    shown = [one for one in sheets if not one.hidden and one.part and only in (None, one.name)]
    layouts = {one.name: layout_of(archive, one) for one in shown}
    _check_areas(layouts, name)
    shared = "xl/sharedStrings.xml"
    if shared in archive:
        archive.read(shared)  # whole, so that one that unpacks to far too much is refused before it is read
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            found = [_sheet(workbook, one, layouts[one.name]) for one in sheets if one.name in layouts]
    except (CalamineError, OSError, ValueError, KeyError):
        raise Unreadable(
            f"{name} is a damaged workbook; open it in the program that made it and save it again as XLSX."
        ) from None
    return Book(found, [one.name for one in sheets if one.hidden])


def _check_areas(layouts: dict[str, Layout], name: str) -> None:
    if sum(len(one.filled) for one in layouts.values()) > MOST_CELLS_OF_ALL:
        raise Unreadable(f"{name} has over {MOST_CELLS_OF_ALL:,} filled cells and was not read; split it.")
    for sheet, layout in layouts.items():
        if layout.rows * layout.columns > WIDEST_AREA:
            raise Unreadable(
                f"Sheet {sheet} of {name} has a cell far out, in row {layout.rows:,} of column"
                f" {layout.columns:,}; clear what is there and save it again."
            )


def _sheet(workbook: CalamineWorkbook, of: Listed, layout: Layout) -> Sheet:
    """A sheet without what is hidden on it, and with the values of merged cells in each of their places."""
    values = workbook.get_sheet_by_name(of.name).to_python(skip_empty_area=False) if layout.filled else []
    sheet = Sheet(of.name)
    cells = {at: _cell(_value(values, at), at in layout.formulas) for at in sorted(layout.filled)}
    for area in layout.merged:
        _spread(cells, area, sheet)
    for (row, column), cell in sorted(cells.items()):
        if row in layout.hidden_rows or column in layout.hidden_columns or not cell:
            continue
        sheet.rows.setdefault(row, {})[column] = cell
    there = {row for row, _ in layout.filled}
    sheet.hidden_rows = sorted(there & layout.hidden_rows)
    sheet.hidden_columns = sorted({column for _, column in layout.filled} & layout.hidden_columns)
    return sheet


def _value(values: list[list[Any]], at: tuple[int, int]) -> Any:
    row, column = at
    inside = row <= len(values) and column <= len(values[row - 1])
    return values[row - 1][column - 1] if inside else ""


def _spread(cells: dict[tuple[int, int], Cell | None], area: Area, sheet: Sheet) -> None:
    """The value of a merged cell down its rows, where it has several; across columns it stays where it is."""
    value = cells.get((area.top, area.left))
    if value is None or area.top == area.bottom:
        return
    sheet.merged.append(area.words)
    for row in range(area.top + 1, area.bottom + 1):
        cells[row, area.left] = value._replace(spread=True)


def _cell(value: Any, formula: bool) -> Cell | None:
    """What a value is; None where there is nothing. A formula without a value is an error."""
    if isinstance(value, dt.datetime | dt.date):
        day = value.date() if isinstance(value, dt.datetime) else value
        return Cell(day.isoformat(), "date", formula)
    if isinstance(value, bool):
        return Cell("yes" if value else "no", "yes-no", formula)
    if isinstance(value, int | float):
        return Cell(number_text(value), "number", formula)
    text = str(value).strip()
    if not text:
        return Cell("", "error", True) if formula else None
    return Cell(text, "error" if _is_error(text) else "text", formula)


def number_text(value: float) -> str:
    """A number as somebody would write it: 3 and not 3.0; without the noise of binary fractions."""
    return str(int(value)) if float(value).is_integer() else f"{value:.10g}"


def _is_error(text: str) -> bool:
    return text.startswith(NAMED_ERRORS) and (text.endswith(("!", "?")) or text in ("#N/A", "#GETTING_DATA"))
