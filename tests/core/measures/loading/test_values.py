"""Values as tables print them: numbers, marks in place of one, footnotes; and what is no number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.measures.facts import Kind
from answerable.core.measures.loading.checks import problems_of, worked_out
from answerable.core.measures.loading.faults import Fault, Wrong
from answerable.core.measures.loading.values import Percents, Value, as_percent, asks_percents, read_value
from answerable.core.plans.cells import Cell
from answerable.core.plans.cells import Kind as CellKind


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), ("1,234", 1234), ("1,234,567.5", 1234567.5), ("1 234", 1234), ("1\u00a0234", 1234),
        ("£1,234.50", 1234.5),
        ("85%", 85), ("85 %", 85), ("85 per cent", 85), (".5", 0.5), ("-3", -3), ("−3", -3), ("+4", 4),
        ("0", 0),
        ("12 [note 3]", 12), ("12[note 3]", 12), ("12 (note 1)", 12), ("12*", 12), ("12†", 12), ("12#", 12),
        ("12²", 12), ("12 r", 12), ("12 (r)", 12), ("12[r]", 12), ("12 [p][note 1]", 12), ("1,234 [r]*",
        1234),
    ],
)  # fmt: skip
def test_numbers(text: str, number: float) -> None:
    assert read_value(Cell(text)).number == number


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("[x]", "[x]"), ("[c]", "[c]"), ("[z]", "[z]"), ("[u]", "[u]"), ("..", ".."), ("…", ".."), (":",
        ":"), ("-", "–"),
        ("–", "–"), ("—", "–"), ("n/a", "n/a"), ("N/A", "n/a"), ("*", "*"), ("not available", "[x]"),
        ("suppressed", "[c]"), ("[x] [note 2]", "[x]"),
    ],
)  # fmt: skip
def test_marks_in_place_of_a_value(text: str, mark: str) -> None:
    assert read_value(Cell(text)) == Value(None, mark)


def test_a_value_of_low_reliability_keeps_its_mark() -> None:
    assert read_value(Cell("12 [u]")) == Value(12, "[u]")
    assert read_value(Cell("12 [b]")) == Value(12, "[b]")


def test_provisional_marks() -> None:
    assert read_value(Cell("12 p")).provisional
    assert read_value(Cell("12 (p)")).provisional
    assert read_value(Cell("12 (provisional)")).provisional
    assert read_value(Cell("12 [e]")).provisional
    assert not read_value(Cell("12 r")).provisional


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("about 20", "“about 20” is not a number. Write 20 or leave it empty."),
        ("c. 1,200", "Write 1,200 or leave it empty."),
        ("~85%", "Write 85% or leave it empty."),
        ("<5", "“<5” is not a number. Write the number itself, or [c] where it is kept back."),
        ("5+", "Write the number itself"),
        ("10-12", "“10-12” is not a number. Write the number, or [x] where there is none."),
        ("1,23", "Write 1.23 if the comma stands for a decimal point."),
        ("(12)", "Write -12 if it is below zero."),
        ("£1.2m", "Write all of its figures, such as 1,200,000."),
        ("02:35", "Write the time in the measure’s unit, such as 155 for 2 minutes 35 seconds."),
        ("nil", "“nil” is not a number"),
        ("12 (1)", "“12 (1)” is not a number"),
        ("12,34,567", "is not a number"),
    ],
)
def test_what_is_no_number(text: str, said: str) -> None:
    with pytest.raises(Wrong) as refused:
        read_value(Cell(text))
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("2024-05-01", "date", "is a day and not a number"),
        ("yes", "yes-no", "is yes or no and not a number"),
        ("#REF!", "error", "is an error or a formula and not a number. Write the number itself."),
        ("#N/A", "error", "“#N/A” is the error of a formula"),
        ("", "error", "There is a formula without a value. Open the file in Excel"),
    ],
)
def test_cells_of_another_kind(text: str, kind: CellKind, said: str) -> None:
    with pytest.raises(Wrong) as refused:
        read_value(Cell(text, kind))
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("9" * 400, "text"), ("-1,000,000,000,001", "text"), ("1e400", "number"), ("nan", "number")],
)
def test_a_number_too_large_to_be_a_figure_is_refused(text: str, kind: CellKind) -> None:
    """It would be infinite in the record, where no sum, chart or file can hold it."""
    with pytest.raises(Wrong, match="is no figure that can be"):
        read_value(Cell(text, kind))
    assert read_value(Cell("1,000,000,000,000")).number == 1e12


def test_a_fault_names_its_cell() -> None:
    assert Fault(14, 2, "“about 20” is not a number.").sentence == "B14: “about 20” is not a number."
    assert Fault(3, 0, "It is cut off.").sentence == "Row 3: It is cut off."


def test_per_cents_are_asked_about_only_where_all_are_one_or_less() -> None:
    assert asks_percents([Value(0.85), Value(1), Value(None)])
    assert not asks_percents([Value(0.85), Value(85)])
    assert not asks_percents([Value(0.85, percent=True)])
    assert not asks_percents([Value(0), Value(0)])
    assert not asks_percents([])


def test_per_cents_as_the_mapping_says() -> None:
    assert as_percent(Value(0.07), Percents.OF_ONE).number == 7
    assert as_percent(Value(0.85), Percents.OF_HUNDRED).number == 0.85
    assert as_percent(Value(85, percent=True), Percents.OF_ONE).number == 85
    assert as_percent(Value(None, "[x]"), Percents.OF_ONE) == Value(None, "[x]")


SHARE, COUNT, RATE = Kind.PROPORTION, Kind.COUNT, Kind.RATE


@pytest.mark.parametrize(
    ("kind", "numbers", "field", "said"),
    [
        (SHARE, (101, None, None, None), "value", "101 is over 100 per cent."),
        (SHARE, (-1, None, None, None), "value", "-1 is below 0 per cent."),
        (SHARE, (None, 12, 10, None), "numerator", "12 of 10 is more than all of them."),
        (SHARE, (None, 12, 0, None), "denominator", "The denominator is 0: nothing can be a share of it."),
        (SHARE, (None, -1, 10, None), "numerator", "The numerator is -1: it cannot be below zero."),
        (SHARE, (85, 80, 100, None), "value", "85% is not 80 of 100, which is 80.0%."),
        (SHARE, (85, None, None, -5), "sample", "The sample is -5: it cannot be below zero."),
        (COUNT, (-3, None, None, None), "value", "-3 is below zero, which no count can be."),
        (COUNT, (12.5, None, None, None), "value", "12.5 is not a whole number, and the measure is a count."),
        (RATE, (-0.5, None, None, None), "value", "-0.5 is below zero, which no rate can be."),
        (RATE, (None, 5, -2, None), "denominator", "The denominator is -2: it cannot be below zero."),
    ],
)
def test_what_cannot_be_true(kind: Kind, numbers: tuple[float | None, ...], field: str, said: str) -> None:
    found = list(problems_of(kind, *numbers))  # type: ignore[arg-type]
    assert [name for name, _ in found] == [field]
    assert said in found[0][1]


def test_what_may_be_true() -> None:
    assert not list(problems_of(SHARE, 100, 10, 10, 10))
    assert not list(problems_of(SHARE, 0, 0, 10, None))
    assert not list(problems_of(SHARE, 83, 82.5, 100, None))  # rounded
    assert not list(problems_of(RATE, 12, 30, 10, None))  # a rate has no ceiling
    assert not list(problems_of(Kind.INDEX, -12.5, None, None, None))


def test_a_value_is_worked_out_of_its_parts() -> None:
    assert worked_out(SHARE, 3, 8, None) == 37.5
    assert worked_out(RATE, 5, 2000, 1000) == 2.5
    assert worked_out(RATE, 5, 2000, None) is None
    assert worked_out(SHARE, 3, 0, None) is None
    assert worked_out(SHARE, None, 8, None) is None


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e9, max_value=1e9))
def test_a_number_of_a_workbook_is_that_number(number: float) -> None:
    assert read_value(Cell(repr(number), "number")).number == number


@given(st.text(max_size=30))
def test_any_text_is_a_value_or_a_sentence(text: str) -> None:
    try:
        said = f"{read_value(Cell(text)).number}."
    except Wrong as wrong:
        said = str(wrong)
    assert said.endswith(".")


@given(st.integers(0, 10**9))
def test_thousands_are_read_however_they_are_parted(number: int) -> None:
    for written in (
        f"{number}",
        f"{number:,}",
        f"{number:,}".replace(",", "\u202f"),
        f"£{number:,}",
        f"{number:,}*",
    ):
        assert read_value(Cell(written)).number == number
