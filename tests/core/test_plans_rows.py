"""Rows to parts of a plan: what each manner of sheet gives, and which cell is told with which reason."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from answerable.core.plans.cells import Cell, Sheet
from answerable.core.plans.columns import FIELDS, field_of, guess_columns, head_row, likeliest_sheet
from answerable.core.plans.parts import Found
from answerable.core.plans.rows import read_parts
from answerable.core.plans.serving import settle_serves


def sheet(*rows: list[Any], name: str = "Plan") -> Sheet:
    """A sheet of rows; a value may be a Cell, None is an empty cell."""
    made = Sheet(name)
    for at, row in enumerate(rows, 1):
        cells = {column: _cell(value) for column, value in enumerate(row, 1) if value is not None}
        if cells:
            made.rows[at] = cells
    return made


def _cell(value: Any) -> Cell:
    if isinstance(value, Cell):
        return value
    return Cell(str(value), "number" if isinstance(value, int | float) else "text")


def read(of: Sheet, kind: str = "action") -> Found:
    head = head_row(of)
    return read_parts(of, guess_columns(of, head), head, kind)


def tree(found: Found) -> list[tuple[str, str, str]]:
    return [(one.number, one.kind, one.parent) for one in found.parts]


def told(found: Found) -> list[str]:
    return [one.sentence for one in found.faults]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("No.", "number"), ("Ref", "number"), ("Action ref", "number"), ("Action No", "number"),
        ("#", "number"), ("ID", "number"), ("Objective", "objective"), ("Priority", "objective"),
        ("Strategic theme", "objective"), ("Action", "text"), ("Activity / task", "text"),
        ("What will we do?", "text"), ("Description", "text"), ("Action Owner", "owner"), ("Lead", "owner"),
        ("Responsible officer", "owner"), ("SRO", "owner"), ("Due", "due"), ("Target date", "due"),
        ("By when", "due"), ("Completion date", "due"), ("Timescale", "due"), ("Status", "state"),
        ("RAG", "state"), ("BRAG rating", "state"), ("% complete", "progress"), ("Progress", "progress"),
        ("Percentage", "progress"), ("Latest update", "note"), ("Comments", "note"), ("Evidence", "note"),
        ("Success measure", "measure"), ("KPI", "measure"), ("Links to PCP", "serves"),
        ("Supports objective", "serves"), ("Parent", "parent"),
        ("How we will know", "measure"), ("Type", "kind"), ("Budget", ""), ("", ""),
    ],
)  # fmt: skip
def test_heads_in_many_manners(head: str, name: str) -> None:
    assert field_of(head) == name
    assert not name or name in FIELDS


def test_the_head_is_found_below_titles() -> None:
    of = sheet(
        ["Homicide action plan"], ["Owner: the force"], [], ["Ref", "Action", "Lead", "Due"], [1, "Do a"]
    )
    assert head_row(of) == 4
    assert guess_columns(of, 4) == {"number": 1, "text": 2, "owner": 3, "due": 4}


def test_progress_is_told_by_what_stands_under_it() -> None:
    heads = ["Ref", "Action", "Progress"]
    assert guess_columns(sheet(heads, [1, "a", "50%"], [2, "b", "75%"]), 1)["progress"] == 3
    assert guess_columns(sheet(heads, [1, "a", "Done"], [2, "b", "Under way"]), 1)["state"] == 3
    assert guess_columns(sheet(heads, [1, "a", "The forms are printed"]), 1)["note"] == 3


def test_a_plan_of_objectives_alone() -> None:
    found = read(
        sheet(["Number", "Priority"], [1, "Prevent harm"], [2, "Support victims"]), "police-and-crime"
    )
    assert tree(found) == [("1", "objective", ""), ("2", "objective", "")]
    assert [one.text for one in found.parts] == ["Prevent harm", "Support victims"]


def test_the_sheet_with_the_most_heads_is_the_plan() -> None:
    one = sheet(["Notes"], ["Do this"], name="Guide")
    other = sheet(["Ref", "Action", "Due"], [1, "a"], name="Plan")
    assert likeliest_sheet([one, other, Sheet("Empty")]) is other
    assert likeliest_sheet([Sheet("Empty")]) is None


def test_everything_that_a_row_says() -> None:
    heads = ["Ref", "Action", "Lead", "Target date", "Status", "% complete", "KPI", "Update"]
    found = read(
        sheet(heads, ["1.1", "Do a", "DCC", "31/03/2027", "Amber", 60, "Fewer calls", "It goes on."])
    )
    part = found.parts[0]
    assert (part.number, part.text, part.owner, part.due) == ("1.1", "Do a", "DCC", dt.date(2027, 3, 31))
    assert (part.state, part.progress, part.measure, part.note) == (
        "under-way",
        60,
        "Fewer calls",
        "It goes on.",
    )
    assert (part.row, found.faults) == (2, [])


def test_numbers_say_what_stands_under_what() -> None:
    heads = ["Ref", "Action"]
    found = read(sheet(heads, ["1", "Prevent"], ["1.1", "a"], ["1.1.1", "b"], ["1.2", "c"], ["12", "d"]))
    assert tree(found) == [
        ("1", "objective", ""), ("1.1", "objective", "1"), ("1.1.1", "action", "1.1"), ("1.2", "action", "1"),
        ("12", "action", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "parent"), [("4b", "4"), ("4(b)", "4"), ("A12", "A"), ("A.2", "A"), ("44", ""), ("AB", "")]
)
def test_manners_of_numbers(number: str, parent: str) -> None:
    found = read(sheet(["Ref", "Action"], ["4", "x"], ["A", "y"], [number, "z"]))
    assert found.parts[2].parent == parent


def test_an_objective_in_a_column_of_its_own_becomes_a_part_once() -> None:
    heads = ["Ref", "Priority", "Action"]
    found = read(
        sheet(heads, [1, "1. Prevent", "a"], [2, None, "b"], [3, "2. Pursue", "c"], [4, "1. Prevent", "d"])
    )
    assert tree(found) == [
        ("Objective 1", "objective", ""), ("1", "action", "Objective 1"), ("2", "action", "Objective 1"),
        ("Objective 2", "objective", ""), ("3", "action", "Objective 2"), ("4", "action", "Objective 1"),
    ]  # fmt: skip
    assert [one.text for one in found.parts[:1]] == ["Prevent"]


def test_a_heading_of_its_own_row_stands_over_the_rows_below() -> None:
    found = read(
        sheet(
            ["Ref", "Action", "Owner"], ["Priority 1: Prevent harm"], ["A1", "a", "DCC"], ["A2", "b", "ACC"]
        )
    )
    assert tree(found) == [
        ("Objective 1", "objective", ""), ("A1", "action", "Objective 1"), ("A2", "action", "Objective 1"),
    ]  # fmt: skip


def test_without_numbers_rows_are_counted() -> None:
    found = read(sheet(["Action", "Owner"], ["Do a", "DCC"], ["Do b", "ACC"]))
    assert [one.number for one in found.parts] == ["1", "2"]


def test_a_merged_objective_is_no_second_one() -> None:
    spread = Cell("Prevent", spread=True)
    found = read(
        sheet(["Ref", "Priority", "Action"], [1, "Prevent", "a"], [2, spread, "b"], [3, spread, "c"])
    )
    assert [one.number for one in found.parts] == ["Objective 1", "1", "2", "3"]


def faulty(*rows: list[Any]) -> list[str]:
    return told(read(sheet(["Ref", "Action", "Owner", "Due", "Status", "% complete"], *rows)))


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (["2", "b", "DCC", "31/02/2026"], "D3: “31/02/2026” is no day: write it as 28/02/2026."),
        (
            ["2", "b", None, None, "purple"],
            "E3: “purple” is no state that is known: write not started, under way",
        ),
        (["2", "b", None, None, None, 120], "F3: 120 is over 100 per cent: write a number from 0 to 100."),
        (["1", "b"], "A3: number 1 stands in row 2 already: give each row a number of its own."),
        (["2", None, "DCC"], "B3: there are no words for number 2."),
        (
            [None, "b", "DCC"],
            "A3: this row has words but no number: give it one, or join it to the row above.",
        ),
        (["2", Cell("", "error", True)], "B3: there is a formula without a value: open the file in Excel"),
        (["2", Cell("=A1", "error", True)], "B3: “=A1” is a formula and no value: write the value itself."),
        (["2", "b", Cell("#REF!", "error")], "C3: “#REF!” is an error: write the value itself."),
        (["2", "b" * 4001], "B3: this has 4,001 letters: shorten it to 4,000."),
    ],
)
def test_a_fault_names_its_cell_and_the_reason(row: list[Any], sentence: str) -> None:
    found = faulty(["1", "a", "DCC", "31/03/2026", "Done", 100], row)
    assert len(found) == 1
    assert found[0].startswith(f"Sheet Plan, {sentence}")


def test_every_fault_is_told_at_once() -> None:
    assert len(faulty(["1", "a", None, "31/02/2026", "purple", 120], ["1", "b"])) == 4


def test_a_file_of_one_sheet_has_rows_and_columns() -> None:
    of = sheet(["Ref", "Action", "Due"], ["1", "a", "31/02/2026"], name="")
    assert told(read(of)) == ["Row 2, column C: “31/02/2026” is no day: write it as 28/02/2026."]


def test_a_number_that_a_spreadsheet_shortened_is_explained() -> None:
    found = told(read(sheet(["Ref", "Action"], [1.1, "a"], [1.1, "b"])))
    assert found[0].endswith("(a spreadsheet takes 1.10 for 1.1: format the column as text).")


def test_parents_that_are_not_there_and_circles() -> None:
    heads = ["Ref", "Parent", "Action"]
    assert told(read(sheet(heads, ["A", "Z", "a"]))) == [
        "Sheet Plan, B2: “Z” is no number of this plan: write that of what it is part of."
    ]
    circle = told(read(sheet(heads, ["A", "B", "a"], ["B", "A", "b"])))
    assert circle[0] == "Sheet Plan, B2: A stands under itself: name another parent."
    assert tree(read(sheet(heads, ["A", None, "a"], ["B", "A", "b"])))[1] == ("B", "action", "A")


def test_nothing_below_the_heads() -> None:
    assert told(read(sheet(["Ref", "Action"]))) == [
        "Sheet Plan, B1: there is no part of a plan below this row: choose the row of the heads."
    ]


def test_what_is_noticed_is_said() -> None:
    of = sheet(["Ref", "Action", "Due"], [1, "a", Cell("46112", "number", True)], [2, "b", "TBC"])
    of.merged, of.hidden_rows, of.hidden_columns = ["B2:B3", "Z1:Z9"], [7, 8, 9, 12], [5]
    assert read(of).said == [
        "Sheet Plan, C2: 46112 is a day as Excel counts them: it was read as 31 March 2026.",
        "Sheet Plan, C3: “TBC” is no day: the part has no due date.",
        "Merged cells: the value of B2:B3 was taken for each of its rows.",
        "Hidden, and not read: rows 7 to 9 and 12.",
        "Hidden, and not read: column E.",
        "Formulas: what they came to when the file was saved was taken in C2.",
    ]


def test_a_part_serves_the_objective_of_another_plan() -> None:
    of = sheet(
        ["Ref", "Action", "Supports"], [1, "a", "Objective 2"], [2, "b", "Prevent harm"], [3, "c", "9"]
    )
    found = read(of)
    objectives = [("1", "Prevent harm"), ("2", "Support victims")]
    settle_serves(found, guess_columns(of, 1), "Plan", objectives, "Police and Crime Plan")
    assert [one.serves for one in found.parts] == ["2", "1", "9"]
    assert told(found) == ["Sheet Plan, C4: “9” is no objective of Police and Crime Plan: write its number."]


def test_without_another_plan_that_column_is_not_used() -> None:
    of = sheet(["Ref", "Action", "Supports"], [1, "a", "Objective 2"])
    found = read(of)
    settle_serves(found, guess_columns(of, 1), "Plan", [], "")
    assert found.parts[0].serves == ""
    assert found.said == ["The column of objectives was not used: say first which plan this one serves."]
