"""A spreadsheet as plain data: sheets of rows of cells, each of which knows its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

LETTERS = 26
LAST_COLUMN = 16_384  # XFD: what a sheet can have

Kind = Literal["text", "number", "date", "yes-no", "error"]
"""What a cell holds; a date is text of the shape 2026-03-31."""


class Cell(NamedTuple):
    """A cell with something in it. ``formula``: a program worked it out. ``spread``: out of a merged cell."""

    text: str
    kind: Kind = "text"
    formula: bool = False
    spread: bool = False


@dataclass(slots=True)
class Sheet:
    """Rows by their number from 1, their cells by column from 1. What is hidden is not among them.

    ``merged`` are the addresses of merged cells whose value was spread over them ("A3:A7").
    """

    name: str
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Book:
    """The sheets that can be seen, and the names of those that are hidden and were not read.

    A file of separated values is one sheet without a name. ``names`` are those of all sheets to choose from,
    where only the chosen one is among ``sheets``.
    """

    sheets: list[Sheet]
    hidden: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def sheet(self, name: str) -> Sheet | None:
        return next((one for one in self.sheets if one.name == name), None)


def column_name(column: int) -> str:
    """1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def column_number(name: str) -> int | None:
    """A is 1, AA is 27; None for what no sheet has."""
    number = 0
    for letter in name.strip().upper():
        if not ("A" <= letter <= "Z") or number > LAST_COLUMN:
            return None
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number if 0 < number <= LAST_COLUMN else None


def address(row: int, column: int) -> str:
    """D14"""
    return f"{column_name(column)}{row}"


def as_json(book: Book) -> dict[str, Any]:
    """The same as JSON, for the way out of the process that read it."""
    return {
        "sheets": [_sheet_as_json(one) for one in book.sheets],
        "hidden": book.hidden,
        "names": book.names,
    }


def _sheet_as_json(sheet: Sheet) -> dict[str, Any]:
    cells = [[row, column, *cell] for row, column, cell in every_cell(sheet)]
    return {
        "name": sheet.name,
        "cells": cells,
        "merged": sheet.merged,
        "hidden_rows": sheet.hidden_rows,
        "hidden_columns": sheet.hidden_columns,
    }


def every_cell(sheet: Sheet) -> Iterator[tuple[int, int, Cell]]:
    for row, cells in sheet.rows.items():
        for column, cell in cells.items():
            yield row, column, cell


def from_json(found: Mapping[str, Any]) -> Book:
    """A book out of what ``as_json`` made."""
    return Book([_sheet_from_json(one) for one in found["sheets"]], found["hidden"], found["names"])


def _sheet_from_json(found: Mapping[str, Any]) -> Sheet:
    rows: dict[int, dict[int, Cell]] = {}
    cells: Sequence[Sequence[Any]] = found["cells"]
    for row, column, *cell in cells:
        rows.setdefault(row, {})[column] = Cell(*cell)
    return Sheet(found["name"], rows, found["merged"], found["hidden_rows"], found["hidden_columns"])
