"""What a workbook's XML says of its cells beside their values: filled, hidden, merged, worked out."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from answerable.core.plans.cells import LAST_COLUMN, address, column_number
from answerable.readers.archive import Archive
from answerable.readers.errors import Unreadable
from answerable.readers.xml import parse

MAIN = "{*}"
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
LAST_ROW = 1_048_576  # of a sheet
MOST_MERGED = 20_000  # cells that merged ones are spread over: more is no plan
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_TRUE = ("1", "true")

At = tuple[int, int]


class Listed(NamedTuple):
    """A sheet in the workbook's list; ``part`` is "" where it is a chart and holds no cells."""

    name: str
    part: str
    hidden: bool


class Area(NamedTuple):
    top: int
    left: int
    bottom: int
    right: int

    @property
    def words(self) -> str:
        return f"{address(self.top, self.left)}:{address(self.bottom, self.right)}"


@dataclass(slots=True)
class Layout:
    """Rows and columns count from 1; ``rows`` and ``columns`` reach to the last filled cell."""

    filled: set[At] = field(default_factory=set)
    formulas: set[At] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    rows: int = 0
    columns: int = 0


def listed(archive: Archive) -> list[Listed]:
    """The sheets of a workbook in their order. Raises Unreadable."""
    if WORKBOOK not in archive or RELATIONS not in archive:
        raise Unreadable(f"{archive.name} is no workbook of Excel; save it as XLSX or CSV.")
    targets = {
        one.get("Id"): _part(one.get("Target", ""))
        for one in parse(archive.read(RELATIONS), archive.name)
        if one.get("Type", "").endswith("/worksheet")
    }
    found = parse(archive.read(WORKBOOK), archive.name).iterfind(f"{MAIN}sheets/{MAIN}sheet")
    return [
        Listed(one.get("name", ""), targets.get(_relation(one), ""), one.get("state", "visible") != "visible")
        for one in found
    ]


def _relation(sheet: etree._Element) -> str:
    """Its ``r:id``, in whichever of the two namespaces of Office it is."""
    return next((str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def layout_of(archive: Archive, sheet: Listed) -> Layout:
    """Raises Unreadable."""
    root = parse(archive.read(sheet.part), archive.name)
    layout = Layout()
    for column in root.iterfind(f"{MAIN}cols/{MAIN}col"):
        if column.get("hidden") in _TRUE:
            first, last = _whole(column.get("min")), min(_whole(column.get("max")), LAST_COLUMN)
            layout.hidden_columns.update(range(first, last + 1))
    number = 0
    for row in root.iterfind(f"{MAIN}sheetData/{MAIN}row"):
        number = _whole(row.get("r")) or number + 1
        if row.get("hidden") in _TRUE:
            layout.hidden_rows.add(number)
        _cells(row, number, layout)
    for one in root.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell"):
        _merged(one.get("ref", ""), layout)
    return layout


def _cells(row: etree._Element, number: int, layout: Layout) -> None:
    column = 0
    for cell in row.iterfind(f"{MAIN}c"):
        found = _ADDRESS.fullmatch(cell.get("r", ""))
        column = (column_number(found[1]) if found else None) or column + 1
        formula = cell.find(f"{MAIN}f") is not None
        if not formula and cell.find(f"{MAIN}v") is None and cell.find(f"{MAIN}is") is None:
            continue
        layout.filled.add((number, column))
        if formula:
            layout.formulas.add((number, column))
        layout.rows, layout.columns = max(layout.rows, number), max(layout.columns, column)


def _merged(ref: str, layout: Layout) -> None:
    """An area, as far as cells are filled: a merged column to the end of the sheet is no million cells."""
    ends = [_ADDRESS.fullmatch(one) for one in ref.split(":")]
    first, last = ends[0], ends[-1]
    left = column_number(first[1]) if first else None
    right = column_number(last[1]) if last else None
    if not (first and last and left and right):
        return
    area = Area(int(first[2]), left, min(int(last[2]), max(layout.rows, int(first[2]))), right)
    if area.bottom >= area.top and sum(one.bottom - one.top for one in layout.merged) < MOST_MERGED:
        layout.merged.append(area)


def _whole(value: str | None) -> int:
    """A number of a row or column; 0 where it is none."""
    text = value or ""
    return min(int(text[:8]), LAST_ROW) if text.isascii() and text.isdigit() else 0
