"""Spreadsheets (XLSX, CSV) as rows of cells with their addresses."""

from __future__ import annotations

from answerable.core.plans.cells import Book
from answerable.core.plans.columns import likeliest_sheet
from answerable.readers.errors import Unreadable
from answerable.readers.sniff import OLE_MARK, is_text
from answerable.readers.workbook.limits import FIGURES, checked
from answerable.readers.workbook.separated import read_separated
from answerable.readers.workbook.xlsx import names_of, read_xlsx

ZIP_MARK = b"PK\x03\x04"
MARKUP = (b"<html", b"<?xml", b"<!doc", b"<tabl")


def read_book(data: bytes, name: str) -> Book:
    """Every sheet of a file that is not hidden; its content says what it is. Raises Unreadable."""
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable(f"{name} is empty; get a fresh copy of it.")
    if data.startswith(ZIP_MARK):
        return read_xlsx(data, name)
    if data.startswith(OLE_MARK):
        raise Unreadable(
            f"{name} is an old workbook, or locked with a password; open it in Excel and save it as XLSX,"
            " without a password."
        )
    if data.lstrip()[:5].lower() in MARKUP or not is_text(data):
        raise Unreadable(f"{name} is no spreadsheet; save it as XLSX or CSV.")
    return read_separated(data, name)


def read_sheet(data: bytes, name: str, sheet: str | None = None) -> Book:
    """A file with one of its sheets: the one of that name, else the one that looks most like a plan.

    Raises Unreadable, also where nothing is on it or more than a plan can have.
    """
    book = read_book(data, name)
    chosen = None if sheet is None else book.sheet(sheet)
    chosen = checked(chosen or likeliest_sheet(book.sheets), name)
    return Book([chosen], book.hidden, [one.name for one in book.sheets])


def read_figures(data: bytes, name: str, sheet: str | None = None) -> Book:
    """A file with one of its sheets: the one of that name, else the only one that there is.

    Where there are several and none is named only their names are given: somebody has to choose. Raises
    Unreadable as ``read_sheet`` does.
    """
    if not data.startswith(ZIP_MARK):
        book = read_book(data, name)
        return Book([checked(book.sheets[0] if book.sheets else None, name, FIGURES)])
    names = names_of(data, name)
    chosen = sheet if sheet in names else names[0] if len(names) == 1 else None
    if chosen is None and names:
        return Book([], [], names)
    book = read_xlsx(data, name, chosen)
    return Book([checked(book.sheet(chosen or ""), name, FIGURES)], book.hidden, names)
