"""CSV files: a spreadsheet reads back what was written, and runs none of it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import subprocess
from pathlib import Path
from typing import Any

import pytest

from answerable.web.csv_file import BYTE_ORDER_MARK, cell, csv_response, lines, may_run
from tests.conftest import require_program

ATTACKS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://127.0.0.1:9/?"&A1,"x")',
    '=WEBSERVICE("http://127.0.0.1:9/")',
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "   =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\0=1+1",
    "\uff1d1+1",
    "\uff0b1+1",
    "\uff0d1+1",
    "\uff20SUM(1+1)",
    "x;=1+1",
    "x;  =1+1",
    "x\t=1+1",
    "x\n=1+1",
    "x\r\n=1+1",
    'x",=1+1',
    '";=1+1;"',
    "'=1+1;=1+1",
]


@pytest.mark.parametrize("text", ATTACKS, ids=ascii)
def test_no_cell_can_run_and_nothing_is_taken_from_it(text: str) -> None:
    shown = cell(text)
    assert not may_run(shown)
    assert not shown.lstrip().startswith(("=", "+", "-", "@"))
    assert shown.replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (-5, "-5"),
        (2.5, "2.5"),
        (dt.date(2021, 3, 4), "2021-03-04"),
        ("Fix the boats; tell CC", "Fix the boats; tell CC"),
        ("a - b = c @ d + e", "a - b = c @ d + e"),
        ("Chief officer's, -1", "Chief officer's, -1"),
        ("- bullet", "'- bullet"),
    ],
)
def test_what_is_harmless_stays_as_it_is(value: Any, shown: str) -> None:
    assert cell(value) == shown


def made(rows: list[list[Any]]) -> str:
    return "".join(lines(["No", "Text"], rows))


def test_a_reader_of_csv_gives_back_every_cell() -> None:
    rows = [[number, text] for number, text in enumerate([*ATTACKS, 'a "b", c', "é\u202e", ""])]
    text = made(rows)
    assert text.startswith(BYTE_ORDER_MARK)
    back = list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))
    assert back == [["No", "Text"], *([str(number), cell(text)] for number, text in rows)]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_no_cell_runs_where_another_sign_parts_cells(delimiter: str) -> None:
    text = made([[number, attack] for number, attack in enumerate(ATTACKS)]).removeprefix(BYTE_ORDER_MARK)
    for row in csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter):
        assert [shown for shown in row if shown.strip().startswith(("=", "+", "-", "@"))] == []


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("separator", ["44", "59", "44/59/9"], ids=["comma", "semicolon", "all three"])
def test_a_spreadsheet_runs_nothing(separator: str, tmp_path: Path) -> None:
    """LibreOffice, told to evaluate formulas (the last option), must find none, so nothing comes to 2."""
    source = tmp_path / "register.csv"
    source.write_text(
        made([["x", attack.replace("\0", "")] for attack in ATTACKS]), encoding="utf-8", newline=""
    )
    command = [
        require_program("soffice"),
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        f"--infilter=CSV:{separator},34,76,1,,0,false,true,false,false,false,0,true",
        *("--convert-to", "fods", "--outdir", str(tmp_path), str(source)),
    ]
    done = subprocess.run(command, check=False, capture_output=True, timeout=120)
    if b"could not be loaded" in done.stderr:
        pytest.skip("LibreOffice is here without Calc")
    found = (tmp_path / "register.fods").read_text("utf-8")
    assert "cmd|" in found
    assert "table:formula" not in found


def test_the_file_is_a_download_of_text() -> None:
    response = csv_response("register.csv", ["No"], [["=1"]])
    assert response["Content-Disposition"] == 'attachment; filename="register.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert b"".join(response).decode() == f"{BYTE_ORDER_MARK}No\r\n'=1\r\n"  # type: ignore[arg-type]
