"""Spreadsheets as CSV: whatever separates, encodes and quotes their values, each cell keeps its address."""

from __future__ import annotations

import contextlib
import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.plans.cells import Sheet
from answerable.readers.errors import Unreadable
from answerable.readers.workbook import read_book, read_sheet
from answerable.readers.workbook.separated import SEPARATORS

HEADS = ["Ref", "Action", "Owner"]
TEXT = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\r", exclude_categories=["Cs", "Cc"]) | st.just("\n"),
    max_size=12,
)


def sheet_of(text: str | bytes, name: str = "plan.csv") -> Sheet:
    data = text.encode() if isinstance(text, str) else text
    return read_book(data, name).sheets[0]


def values(sheet: Sheet) -> dict[int, list[str]]:
    return {row: [cell.text for cell in cells.values()] for row, cells in sheet.rows.items()}


@pytest.mark.parametrize("separator", list(SEPARATORS))
def test_every_separator_is_told_from_the_file(separator: str) -> None:
    rows = [HEADS, ["1.1", "Write, and share, the plan", "DCC"], ["1.2", "Ask; then answer", "ACC"]]
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    assert values(sheet_of(out.getvalue())) == dict(enumerate(rows, 1))


def test_excels_own_first_line_says_the_separator() -> None:
    sheet = sheet_of("sep=;\nRef;Action, in words\n1;Do a, then b\n")
    assert values(sheet) == {2: ["Ref", "Action, in words"], 3: ["1", "Do a, then b"]}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_offices(encoding: str) -> None:
    assert values(sheet_of("Ref,Action\n1,“Café” – £5\n".encode(encoding)))[2] == ["1", "“Café” – £5"]


def test_two_encodings_in_one_file() -> None:
    data = "Ref,Action\n1,Café\n".encode() + "2,Café\n".encode("cp1252")
    assert values(sheet_of(data)) == {1: ["Ref", "Action"], 2: ["1", "Café"], 3: ["2", "Café"]}


def test_rows_and_columns_keep_their_numbers_over_gaps() -> None:
    sheet = sheet_of("Ref,Action,Owner\n\n,,\n1,,DCC\n")
    assert {row: list(cells) for row, cells in sheet.rows.items()} == {1: [1, 2, 3], 4: [1, 3]}


def test_a_cell_of_several_lines_is_one_row() -> None:
    sheet = sheet_of('Ref,Action\n1,"Do a\nthen b"\n2,Do c\n')
    assert values(sheet) == {1: ["Ref", "Action"], 2: ["1", "Do a\nthen b"], 3: ["2", "Do c"]}


def test_a_formula_is_no_value() -> None:
    cell = sheet_of("Ref,Action\n1,=A1+1\n").rows[2][2]
    assert (cell.kind, cell.formula) == ("error", True)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "plan.csv is empty; get a fresh copy of it."),
        (b"\0\0\0", "plan.csv is empty; get a fresh copy of it."),
        (b"<html><table>", "plan.csv is no spreadsheet; save it as XLSX or CSV."),
        (bytes(range(256)) * 4, "plan.csv is no spreadsheet; save it as XLSX or CSV."),
        (b'Ref,Action\n1,"never closed\n2,x\n', "the quotation marks in row 2 do not fit together"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "plan.csv is an old workbook, or locked with a password"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_book(data, "plan.csv")
    assert sentence in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_more_rows_than_a_plan_has() -> None:
    data = "Ref,Action\n" + "".join(f"{at},Do it\n" for at in range(6_000))
    with pytest.raises(Unreadable, match="has 6,001 rows, more than the 5,000 that are read; split it"):
        read_sheet(data.encode(), "plan.csv")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=8),
    st.sampled_from(SEPARATORS),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_what_was_written_is_read(
    rows: list[tuple[str, str, str]], separator: str, end: str, quoting: int
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([HEADS, *rows])
    sheet = sheet_of(out.getvalue())
    for number, row in enumerate(rows, 2):
        found = sheet.rows.get(number, {})
        assert [found[at].text if at in found else "" for at in (1, 2, 3)] == [one.strip() for one in row]


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(Unreadable):
        read_sheet(data, "plan.csv")
