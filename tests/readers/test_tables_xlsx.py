"""Workbooks: values with their addresses; what is merged, hidden, worked out or far too large is said."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from answerable.core.plans.cells import Book, Sheet
from answerable.readers.child import Child
from answerable.readers.errors import Unreadable
from answerable.readers.workbook import read_book, read_sheet

Fill = Callable[[Any], None]


def workbook(*fills: tuple[str, Fill] | Fill) -> bytes:
    """A workbook with a sheet to each; the function fills it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        for at, one in enumerate(fills, 1):
            name, fill = one if isinstance(one, tuple) else (f"Sheet{at}", one)
            sheet = book.add_worksheet(name)
            sheet.book = book
            fill(sheet)
    return out.getvalue()


def rows(*values: list[Any]) -> Fill:
    def fill(sheet: Any) -> None:
        for at, row in enumerate(values):
            sheet.write_row(at, 0, row)

    return fill


def first(data: bytes) -> Sheet:
    return read_book(data, "plan.xlsx").sheets[0]


def cell(data: bytes, row: int, column: int) -> tuple[str, str]:
    found = first(data).rows[row][column]
    return found.text, found.kind


def test_text_numbers_and_truths() -> None:
    data = workbook(rows(["1.10", 3.0, 0.1 + 0.2, True]))
    assert [cell(data, 1, at) for at in (1, 2, 3, 4)] == [
        ("1.10", "text"), ("3", "number"), ("0.3", "number"), ("yes", "yes-no"),
    ]  # fmt: skip


def test_a_day_is_a_day_and_a_bare_number_is_not() -> None:
    def fill(sheet: Any) -> None:
        shape = sheet.book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_datetime(0, 0, dt.datetime(2026, 3, 31), shape)
        sheet.write(0, 1, 46112)

    data = workbook(fill)
    assert cell(data, 1, 1) == ("2026-03-31", "date")
    assert cell(data, 1, 2) == ("46112", "number")


def test_a_merged_cell_gives_each_of_its_rows_its_value() -> None:
    def fill(sheet: Any) -> None:
        sheet.write_column(0, 0, ["Ref", 1, 2, 3])
        sheet.merge_range("B2:B4", "Prevent harm")

    sheet = first(workbook(fill))
    assert sheet.merged == ["B2:B4"]
    assert [(sheet.rows[row][2].text, sheet.rows[row][2].spread) for row in (2, 3, 4)] == [
        ("Prevent harm", False), ("Prevent harm", True), ("Prevent harm", True),
    ]  # fmt: skip


def test_hidden_rows_columns_and_sheets_are_told_and_not_read() -> None:
    def fill(sheet: Any) -> None:
        rows(["Ref", "Action", "Cost"], [1, "Do a", 5], [2, "Do b", 6])(sheet)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column("C:C", None, None, {"hidden": True})

    def old(sheet: Any) -> None:
        rows(["Ref", "Action"], [9, "Old"])(sheet)
        sheet.hide()

    book = read_book(workbook(("Plan", fill), ("Last year", old)), "plan.xlsx")
    assert [one.name for one in book.sheets] == ["Plan"]
    assert book.hidden == ["Last year"]
    sheet = book.sheets[0]
    assert (sheet.hidden_rows, sheet.hidden_columns) == ([3], [3])
    assert list(sheet.rows) == [1, 2]
    assert list(sheet.rows[2]) == [1, 2]


def test_a_formula_gives_what_it_came_to_and_says_so() -> None:
    def fill(sheet: Any) -> None:
        sheet.write_formula(0, 0, "=1+1", None, 2)
        sheet.write_formula(0, 1, "=A9", None, "")
        sheet.write_formula(0, 2, "=1/0", None, "#DIV/0!")

    found = first(workbook(fill)).rows[1]
    assert (found[1].text, found[1].kind, found[1].formula) == ("2", "number", True)
    assert (found[2].text, found[2].kind) == ("", "error")
    assert found[3].kind == "error"


def test_the_sheet_that_looks_like_a_plan_is_taken() -> None:
    data = workbook(
        ("Guide", rows(["How to read this"], ["Ask the officer"])),
        ("Plan", rows(["Ref", "Action", "Owner", "Due"], [1, "Do a", "DCC", "31/03/2027"])),
        ("Costs", rows(["Ref", "Pounds"], [1, 5])),
    )
    book = read_sheet(data, "plan.xlsx")
    assert book.names == ["Guide", "Plan", "Costs"]
    assert [one.name for one in book.sheets] == ["Plan"]
    assert [one.name for one in read_sheet(data, "plan.xlsx", "Costs").sheets] == ["Costs"]


def test_two_hundred_sheets() -> None:
    fills = [(f"Month {at}", rows(["Notes"], [f"Nothing in {at}"])) for at in range(199)]
    data = workbook(*fills, ("Plan", rows(["Ref", "Action"], [1, "Do a"])))
    reader = Child()
    try:
        book: Book = reader.read_sheet(data, "plan.xlsx")
    finally:
        reader.close()
    assert len(book.names) == 200
    assert book.sheets[0].rows[2][2].text == "Do a"


def test_too_many_sheets() -> None:
    data = workbook(*[rows([1])] * 501)
    assert "has 501 sheets, more than the 500 that are read; split it" in refused(data)


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        read_sheet(data, "plan.xlsx")
    assert str(refusal.value).endswith(".")
    return str(refusal.value)


def test_a_cell_at_the_far_end_does_not_fill_the_memory() -> None:
    def fill(sheet: Any) -> None:
        sheet.write(0, 0, "Ref")
        sheet.write(1_048_575, 16_383, "x")

    sentence = refused(workbook(("Plan", fill)))
    assert sentence.startswith(
        "Sheet Plan of plan.xlsx has a cell far out, in row 1,048,576 of column 16,384;"
    )


def test_nothing_but_hidden_sheets() -> None:
    def hidden(sheet: Any) -> None:
        rows(["Ref"])(sheet)
        sheet.hide()

    data = workbook(("Empty", lambda sheet: None), ("Plan", hidden))
    assert "has no sheet with anything in it that is not hidden" in refused(data)


def test_a_chart_sheet_is_no_sheet_of_cells() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Plan")
        sheet.write_row(0, 0, ["Ref", "Action"])
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=Plan!$A$1:$A$2"})
        book.add_chartsheet("Picture").set_chart(chart)
    assert read_sheet(out.getvalue(), "plan.xlsx").names == ["Plan"]


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"]
)
def test_a_workbook_without_a_part_of_its_own(part: str) -> None:
    assert "plan.xlsx" in refused(without(workbook(rows(["Ref"])), part))


def without(data: bytes, part: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
    return out.getvalue()


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    data = workbook(rows(["Ref", "Action"]))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            bomb = name == "xl/sharedStrings.xml"
            new.writestr(name, b" " * 80_000_000 if bomb else old.read(name))
    assert "unpacks to far more than a document needs" in refused(out.getvalue())


def test_damaged_files_end_in_a_sentence_or_a_book() -> None:
    """A byte turned at a hundred places: nothing but the reader's own refusal comes out, whatever it hits."""
    data = workbook(rows(["Ref", "Action"], [1, "Do a"]))
    reader = Child()
    try:
        for at in range(0, len(data), max(len(data) // 100, 1)):
            torn = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
            with contextlib.suppress(Unreadable):
                reader.read_sheet(torn, "plan.xlsx")
    finally:
        reader.close()
