"""Tables of figures by their mapping: wide and long, with titles above, notes below, marks and mistakes."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from answerable.core.measures.facts import Frequency, Kind
from answerable.core.measures.loading.given import Found
from answerable.core.measures.loading.heads import field_of, guess, head_row, recognised
from answerable.core.measures.loading.rows import read_rows
from answerable.core.measures.loading.shape import (
    Across,
    Known,
    KnownMeasure,
    Shape,
    as_json,
    digest,
    from_json,
    heads_of,
    with_names,
)
from answerable.core.measures.loading.values import Percents
from answerable.core.plans.cells import Cell, Sheet

SATISFIED = KnownMeasure(1, "Victim satisfaction", Kind.SURVEY, Frequency.MONTH)
CALLS = KnownMeasure(2, "Calls answered in time", Kind.PROPORTION, Frequency.MONTH)
BURGLARIES = KnownMeasure(3, "Burglaries", Kind.COUNT, Frequency.MONTH)
WAITING = KnownMeasure(4, "Calls for 1,000 people", Kind.RATE, Frequency.MONTH, 1000)
KNOWN = Known(
    {"victim satisfaction": SATISFIED, "calls answered in time": CALLS, "burglaries": BURGLARIES,
     "calls for 1,000 people": WAITING},
    {"north": "area:1", "south": "area:2", "wyvern valley police": "force",
    "northmoor police": "other:Northmoor Police"},
    {"force": "Wyvern Valley Police", "area:1": "North", "area:2": "South"},
)  # fmt: skip


def sheet(*rows: tuple[Any, ...], name: str = "") -> Sheet:
    """Rows of a sheet; a number is a cell of a number, "" is an empty one."""
    made = Sheet(name)
    for at, row in enumerate(rows, 1):
        cells = {
            column: Cell(f"{value:g}", "number") if isinstance(value, float | int) else Cell(value)
            for column, value in enumerate(row, 1)
            if value != ""
        }
        if cells:
            made.rows[at] = cells
    return made


def read(of: Sheet, measure: int | None = 2, **how: Any) -> Found:
    """By what is likely, with the measure where no column says it."""
    head = head_row(of, KNOWN)
    shape = guess(of, head, KNOWN)
    values = {"measure": measure, **how}
    return read_rows(of, Shape(**{**_fields(shape), **values}), head, KNOWN)


def _fields(shape: Shape) -> dict[str, Any]:
    return {name: getattr(shape, name) for name in Shape.__slots__}


def said(found: Found) -> list[tuple[str, str, float | None]]:
    return [(one.place, one.period.words, one.value) for one in found.given]


def faults(found: Found) -> list[str]:
    return [one.sentence for one in found.faults]


LONG = sheet(
    ("Month", "Area", "Value"), ("May 2024", "North", 81), ("May 2024", "South", "79"), ("Jun 2024",
    "North", "83%")
)  # fmt: skip


def test_a_long_table() -> None:
    assert said(read(LONG)) == [
        ("area:1", "May 2024", 81), ("area:2", "May 2024", 79), ("area:1", "June 2024", 83),
    ]  # fmt: skip


def test_periods_across_the_top() -> None:
    wide = sheet(("Area", "Apr-24", "May-24", "Change"), ("North", 1, 2, "+1"), ("Total", 3, 4, "+1"))
    found = read(wide)
    assert said(found) == [
        ("area:1", "April 2024", 1), ("area:1", "May 2024", 2), ("force", "April 2024", 3), ("force",
        "May 2024", 4),
    ]  # fmt: skip
    assert "Not read, because no period stands above: column D (Change)." in found.said


def test_areas_across_the_top() -> None:
    found = read(sheet(("Month", "North LPA", "South LPA", "Force"), ("May 2024", 1, 2, 3)))
    assert said(found) == [
        ("area:1", "May 2024", 1), ("area:2", "May 2024", 2), ("force", "May 2024", 3),
    ]  # fmt: skip


def test_measures_across_the_top() -> None:
    found = read(sheet(("Month", "Victim satisfaction", "Burglaries"), ("May 2024", 81, 120)), None)
    assert [(one.measure, one.place, one.value) for one in found.given] == [
        (1, "force", 81),
        (3, "force", 120),
    ]


def test_measures_down_the_side_and_periods_across() -> None:
    found = read(sheet(("Measure", "Area", "Apr-24", "May-24"), ("Burglaries", "North", 12, 14)), None)
    assert [(one.measure, one.place, one.value) for one in found.given] == [
        (3, "area:1", 12),
        (3, "area:1", 14),
    ]


def test_titles_above_and_notes_below() -> None:
    found = read(
        sheet(
            ("Calls to 101, May 2024",), ("This worksheet contains one table.",), (),
            ("Month", "Area", "Value"), ("May 2024", "North", 81), ("Jun 2024", "North", 82),
            (), ("Source: the force’s control room",), ("[x] not available",),
        )
    )  # fmt: skip
    assert said(found) == [("area:1", "May 2024", 81), ("area:1", "June 2024", 82)]
    assert "Taken for notes and not read: rows 8 and 9." in found.said


def test_a_title_above_suggests_the_measure() -> None:
    table = sheet(("Victim satisfaction, 2024",), ("Month", "Area", "Value"), ("May 2024", "North", 81))
    assert guess(table, 2, KNOWN).measure == 1
    assert guess(LONG, 1, KNOWN).measure is None
    both = sheet(("Burglaries and Victim satisfaction",), ("Month", "Value"), ("May 2024", 81))
    assert guess(both, 2, KNOWN).measure is None


def test_a_note_in_the_middle_does_not_end_the_table() -> None:
    rows = (
        ("Month", "Area", "Value"),
        ("May 2024", "North", 1),
        ("Recording changed",),
        ("Jun 2024", "North", 2),
    )
    assert len(read(sheet(*rows)).given) == 2


def test_sums_of_rows_are_left_out() -> None:
    found = read(sheet(("Month", "North", "South"), ("May 2024", 1, 2), ("Total", 1, 2), ("YTD", 5, 6)))
    assert len(found.given) == 2
    assert "Taken for sums of other rows and not read: row 3 (“Total”) and 4 (“YTD”)." in found.said


def test_marks_are_kept_and_empty_cells_are_no_values() -> None:
    found = read(
        sheet(("Month", "North", "South"), ("May 2024", "[x]", ".."), ("Jun 2024", "12 [note 3]", ""))
    )
    assert [(one.place, one.value, one.note) for one in found.given] == [
        ("area:1", None, "[x]"), ("area:2", None, ".."), ("area:1", 12, ""),
    ]  # fmt: skip


def test_numerator_and_denominator_give_the_value() -> None:
    found = read(sheet(("Month", "Numerator", "Denominator"), ("May 2024", 3, 8)))
    assert [(one.value, one.numerator, one.denominator) for one in found.given] == [(37.5, 3, 8)]


def test_a_rate_is_worked_out_for_so_many_as_its_measure_says() -> None:
    found = read(sheet(("Month", "Numerator", "Denominator"), ("May 2024", 5, 2000)), 4)
    assert [one.value for one in found.given] == [2.5]


def test_sample_provisional_and_who_reported() -> None:
    heads = ("Month", "Value", "Sample", "Status", "Reported", "Expected")
    found = read(
        sheet(heads, ("May 2024", 81, 312, "Provisional", 4, 5), ("Jun 2024", 80, 300, "Final", 5, 5)), 1
    )
    first, second = found.given
    assert (first.sample, first.provisional, first.reported, first.expected) == (312, True, 4, 5)
    assert not second.provisional
    assert found.has == {"period", "sample", "provisional", "reported", "expected"}


def test_every_fault_is_told_with_its_cell() -> None:
    found = read(
        sheet(
            ("Month", "Area", "Value"), ("May 2024", "North", "about 20"), ("banana", "North", 20),
            ("Jun 2024", "North", 120), ("", "North", 12), ("Jul 2024", "", 12),
        )
    )  # fmt: skip
    assert faults(found) == [
        "C2: “about 20” is not a number. Write 20 or leave it empty.",
        "A3: “banana” is not a month. Write the month, such as May 2024.",
        "C4: 120 is over 100 per cent. Correct it, or check that the column holds per cents.",
        "A5: There is no period. Write the month, such as May 2024.",
        "B6: There is no area in this row. Write its name, or Force for all of it.",
    ]


def test_a_fault_of_a_head_is_told_once() -> None:
    found = read(sheet(("Area", "May", "Jun 2024"), ("North", 1, 2), ("South", 3, 4)))
    assert faults(found) == ["B1: “May” has no year. Write it with its year, such as May 2024."]


def test_impossible_shares() -> None:
    heads = ("Month", "Numerator", "Denominator")
    found = read(sheet(heads, ("May 2024", 12, 10), ("Jun 2024", 0, 0), ("Jul 2024", -1, 5)))
    assert [one[:2] for one in faults(found)] == ["B2", "C3", "B4"]
    assert "12 of 10 is more than all of them" in faults(found)[0]
    assert "The denominator is 0" in faults(found)[1]


def test_per_cents_are_asked_about_where_all_are_one_or_less() -> None:
    small = sheet(("Month", "Value"), ("May 2024", 0.85), ("Jun 2024", 0.9))
    found = read(small)
    assert list(found.asks) == ["percents"]
    assert "say whether 0.85 means 85% or 0.85%" in found.asks["percents"]
    assert [one.value for one in read(small, percents=Percents.OF_ONE).given] == [85, 90]
    assert [one.value for one in read(small, percents=Percents.OF_HUNDRED).given] == [0.85, 0.9]
    assert not read(sheet(("Month", "Value"), ("May 2024", 0.85), ("Jun 2024", 86))).asks


def test_a_count_is_never_asked_about_per_cents_nor_given_in_them() -> None:
    assert not read(sheet(("Month", "Value"), ("May 2024", 1), ("Jun 2024", 0)), 3).asks
    found = read(sheet(("Month", "Value"), ("May 2024", "85%")), 3)
    assert faults(found) == ["B2: “85%” is per cent, and the measure is a count. Write the number."]


def test_what_has_to_be_chosen_is_asked() -> None:
    odd = sheet(("When", "Got", "Had"), ("May 2024", 81, 82))
    found = read_rows(odd, Shape(measure=2), 1, KNOWN)
    assert set(found.asks) == {"column-period", "column-value"}
    assert set(read(LONG, None).asks) == {"measure"}


def test_a_column_that_is_there_no_more_is_a_fault() -> None:
    shape = Shape({"period": "month", "value": "result"}, measure=2)
    assert faults(read_rows(LONG, shape, 1, KNOWN)) == [
        "Row 1: There is no column “result” any more. Choose which column is: Value."
    ]


def test_unknown_names_are_asked_about_each_once() -> None:
    rows = (("Month", "Area", "Value"), ("May 2024", "Norht", 81), ("Jun 2024", "Norht ", 82))
    found = read(sheet(*rows))
    assert found.unknown == {"place:norht": "Norht"}
    assert not found.usable
    found = read(sheet(*rows), names={"place:norht": "area:1"})
    assert said(found) == [("area:1", "May 2024", 81), ("area:1", "June 2024", 82)]


def test_a_name_that_is_to_be_left_out() -> None:
    found = read(LONG, names={"place:south": "skip"})
    assert {one.place for one in found.given} == {"area:1"}


def test_another_force_is_known_by_its_name() -> None:
    found = read(sheet(("Month", "Force", "Value"), ("May 2024", "Northmoor Police", 1)))
    assert [one.place for one in found.given] == ["other:Northmoor Police"]


def test_merged_cells_hold_for_each_of_their_rows() -> None:
    made = sheet(("Area", "Month", "Value"), ("North", "May 2024", 1), ("", "Jun 2024", 2))
    made.rows[3][1] = Cell("North", spread=True)
    made.merged = ["A2:A3"]
    found = read(made)
    assert said(found) == [("area:1", "May 2024", 1), ("area:1", "June 2024", 2)]
    assert "Merged cells: the value of A2:A3 was taken for each of its rows." in found.said


def test_a_table_without_a_value_is_a_fault() -> None:
    found = read(sheet(("Month", "Value"), ("May 2024", "")))
    assert faults(found) == ["Row 1: There is no value below this row. Choose the row of the heads."]


def test_the_same_heads_are_recognised_in_another_month_and_order() -> None:
    first = sheet(("Area", "Notes", "Apr-24", "May-24"), ("North", "", 1, 2))
    later = sheet(("A title",), ("Notes", "Area", "Jun-24"), ("", "North", 3))
    known = {digest(heads_of(first, 1).values()): 7}
    assert recognised(later, known) == (7, 2)
    assert recognised(LONG, known) is None


def test_a_mapping_survives_being_kept() -> None:
    shape = Shape(
        {"period": "month"}, Across.PLACE, 3, "area:1", Percents.OF_ONE, "national", {"place:x": "area:2"}
    )
    assert from_json(as_json(shape)) == shape
    assert from_json({}) == Shape()
    assert with_names(shape, {"place:x": "", "place:y": "skip"}).names == {"place:y": "skip"}


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Month", "period"), ("Week ending", "period"), ("W/E", "period"), ("Financial year", "period"),
        ("Local policing area", "place"), ("LPA", "place"), ("Force name", "place"), ("Measure", "measure"),
        ("KPI", "measure"), ("Value", "value"), ("% satisfied", "value"), ("Rate", "value"),
        ("Numerator", "numerator"), ("Answered within 30 seconds", "numerator"), ("Denominator",
        "denominator"),
        ("Total calls", "denominator"), ("Sample size", "sample"), ("Base", "sample"), ("n", "sample"),
        ("Respondents", "sample"), ("Provisional?", "provisional"), ("Status", "provisional"),
        ("Areas reported", "reported"), ("Areas expected", "expected"), ("Comment", ""), ("Hat size", ""),
    ],
)  # fmt: skip
def test_heads_as_offices_write_them(head: str, field: str) -> None:
    assert field_of(head) == field


def test_a_date_cell_across_the_top() -> None:
    made = sheet(("Area", "x", "y"), ("North", 1, 2))
    made.rows[1][2], made.rows[1][3] = Cell("2024-04-01", "date"), Cell("2024-05-01", "date")
    assert [one.period.start for one in read(made).given] == [dt.date(2024, 4, 1), dt.date(2024, 5, 1)]
