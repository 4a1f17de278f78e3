"""One sheet of figures out of a workbook, and the long files of data.police.uk."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerable.core.measures.loading.police import PoliceFile, force_of_name
from answerable.readers.child import Child
from answerable.readers.errors import Unreadable
from answerable.readers.police import count_police, police_kind
from answerable.readers.workbook import read_figures
from answerable.readers.workbook.limits import FIGURES, MOST_ROWS
from tests.pages.loading import csv_of, xlsx_of
from tests.pages.test_figures_police import STOPS, STREET, crime, stop

CODES = {"E01000001": "area:1"}


def test_of_several_sheets_only_the_names_are_given() -> None:
    data = xlsx_of(**{f"S{at}": [["x"]] for at in range(200)})
    book = read_figures(data, "many.xlsx")
    assert (book.sheets, len(book.names)) == ([], 200)
    assert [one.name for one in read_figures(data, "many.xlsx", "S7").sheets] == ["S7"]


def test_the_only_sheet_is_read() -> None:
    assert read_figures(xlsx_of(Only=[["x"]]), "one.xlsx").sheets[0].rows[1][1].text == "x"


def test_a_sheet_of_another_name_is_asked_about_again() -> None:
    assert read_figures(xlsx_of(A=[["x"]], B=[["y"]]), "two.xlsx", "C").sheets == []


def test_figures_may_be_longer_than_a_plan() -> None:
    rows = [("Month", "Value"), *(("May 2018", at) for at in range(MOST_ROWS + 5))]
    assert len(read_figures(csv_of(*rows), "long.csv").sheets[0].rows) == MOST_ROWS + 6
    rows += [("May 2018", at) for at in range(FIGURES.rows)]
    with pytest.raises(Unreadable, match="more than the 20,000 that are read; split it"):
        read_figures(csv_of(*rows), "longer.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encodings_that_offices_save(encoding: str) -> None:
    data = csv_of(("Month", "Value"), ("May 2018", "£12"), ("Jun 2018", "–"), encoding=encoding)
    cells = read_figures(data, "return.csv").sheets[0].rows
    assert (cells[2][2].text, cells[3][2].text) == ("£12", "–")


def test_a_file_that_mixes_encodings_is_read_byte_by_byte() -> None:
    data = csv_of(("Month", "Värde"), ("May 2018", "£12")) + "\nJun 2018,£13".encode("cp1252")
    cells = read_figures(data, "return.csv").sheets[0].rows
    assert (cells[2][2].text, cells[3][2].text) == ("£12", "£13")


def put(path: Path, *rows: tuple[str, ...]) -> Path:
    path.write_bytes(csv_of(*rows))
    return path


def test_police_files_are_told_by_their_first_row() -> None:
    assert police_kind(csv_of(STREET)) == PoliceFile.STREET
    assert police_kind(b"\xef\xbb\xbf" + csv_of((*STREET[:9], "Outcome type"))) == PoliceFile.OUTCOMES
    assert police_kind(csv_of(STOPS)) == PoliceFile.STOPS
    assert police_kind(csv_of(STREET[:5])) is None
    assert police_kind(b"") is None


def test_counting_in_the_child_gives_what_counting_here_gives(tmp_path: Path) -> None:
    rows = [
        crime("2018-05", "Burglary"),
        crime("2018-05", "Burglary", "E01000009"),
        crime("2018-06", "Robbery", ""),
    ]
    path = put(tmp_path / "street.csv", STREET, *rows)
    child = Child()
    try:
        assert child.count_police(str(path), "street.csv", CODES) == count_police(path, "street.csv", CODES)
    finally:
        child.close()


def test_a_place_is_an_area_elsewhere_or_nowhere(tmp_path: Path) -> None:
    rows = [
        crime("2018-05", "Burglary"),
        crime("2018-05", "Burglary", "E01000009"),
        crime("2018-05", "Burglary", ""),
    ]
    counted = count_police(put(tmp_path / "street.csv", STREET, *rows), "street.csv", CODES).counted
    assert {area: number for (_, _, _, area), number in counted.items()} == {"area:1": 1, "?": 1, "": 1}


def test_the_force_of_stop_and_search_is_that_of_the_name(tmp_path: Path) -> None:
    path = put(tmp_path / "x.csv", STOPS, stop("2018-05-03", "Arrest"))
    counted = count_police(path, "2018-05-wyvern-valley-stop-and-search.csv", {}).counted
    assert list(counted) == [("2018-05", "Wyvern valley", "Arrest", "")]
    assert force_of_name("figures.csv") == ""


def test_rows_and_months_that_are_none_are_named_and_not_endlessly(tmp_path: Path) -> None:
    short = put(tmp_path / "short.csv", STREET, *([("a", "b")] * 500))
    tally = count_police(short, "short.csv", {})
    assert len(tally.faults) == 100
    assert tally.faults[0].sentence.startswith("Row 2: There are 2 cells in place of 12.")
    odd = put(tmp_path / "odd.csv", STREET, crime("May", "Burglary"))
    assert count_police(odd, "odd.csv", {}).faults[0].sentence.startswith("“May” is no month.")


def test_a_quotation_mark_that_is_never_closed_is_said(tmp_path: Path) -> None:
    path = tmp_path / "street.csv"
    path.write_bytes(csv_of(STREET) + b'\n"f00d' + b",x" * 20_000)
    with pytest.raises(Unreadable, match="the quotation marks do not fit together"):
        count_police(path, "street.csv", {})


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="does not have the columns of a file of"):
        count_police(put(tmp_path / "x.csv", ("Month", "Value")), "x.csv", {})
    with pytest.raises(Unreadable, match="cannot be opened"):
        count_police(tmp_path / "nothing.csv", "nothing.csv", {})
