"""Periods in the ways that offices write them; what could mean two things is refused with what to write."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.measures.facts import Frequency
from answerable.core.measures.loading.coverage import last_of
from answerable.core.measures.loading.faults import Wrong
from answerable.core.measures.loading.periods import is_period, period
from answerable.core.measures.telling import span_in_words
from answerable.core.plans.cells import Cell
from answerable.core.plans.values import EXCEL_BEGINS

WEEK, MONTH, QUARTER, YEAR, ROLLING = (
    Frequency.WEEK, Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR, Frequency.ROLLING,
)  # fmt: skip
MAY = ("2024-05-01", "2024-05-31")
SPRING = ("2024-04-01", "2024-06-30")
FY = ("2024-04-01", "2025-03-31")
NINETEENTH = ("2024-05-06", "2024-05-12")
TO_MARCH = ("2023-04-01", "2024-03-31")


def read(text: str, frequency: Frequency, **how: str) -> tuple[str, str]:
    found = period(Cell(text), frequency, **how)
    return found.start.isoformat(), found.last.isoformat()


def why(text: str, frequency: Frequency) -> str:
    with pytest.raises(Wrong) as refused:
        period(Cell(text), frequency)
    return str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "2024-05", "May 2024", "May-24", "May 24", "May '24", "May2024", "2024 May", "may 2024", "05/2024",
        "5/2024", "01/05/2024", "31/05/2024", "1.5.2024", "1 May 2024", "202405", "2024-05-01",
        "2024-05-01 00:00:00", "2024-05-01T00:00:00", "45413", "45413.0", "45413.5",
        "1 May 2024 to 31 May 2024",
        "01/05/2024 – 31/05/2024", "  May\u00a02024 ", "May 2024 [note 2]", "May 2024*", "May 2024²",
    ],
)  # fmt: skip
def test_a_month(text: str) -> None:
    assert read(text, MONTH) == MAY


def test_a_cell_with_a_date_is_the_month_that_it_begins() -> None:
    found = period(Cell("2024-05-01", "date"), MONTH)
    assert (found.start, found.last) == (dt.date(2024, 5, 1), dt.date(2024, 5, 31))


@pytest.mark.parametrize(
    "text",
    [
        "Q1 2024/25", "2024/25 Q1", "Q1 24/25", "2024-25 Q1", "Q1 2024-2025", "Quarter 1 2024/25",
        "Q1 FY24/25",
        "FY24/25 Q1", "Apr-Jun 2024", "April to June 2024", "Apr 2024 to Jun 2024", "Apr–Jun 24",
        "01/04/2024",
        "30/06/2024", "1 April 2024 to 30 June 2024",
    ],
)  # fmt: skip
def test_a_quarter(text: str) -> None:
    assert read(text, QUARTER) == SPRING


def test_a_quarter_over_the_turn_of_the_year() -> None:
    assert read("Q4 2024/25", QUARTER) == ("2025-01-01", "2025-03-31")
    assert read("Jan to Mar 2025", QUARTER) == ("2025-01-01", "2025-03-31")
    assert read("Oct 2024 - Dec 2024", QUARTER) == ("2024-10-01", "2024-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "2024-25", "2024/25", "FY24/25", "FY 2024-25", "2024/2025", "24/25", "year ending March 2025",
        "12 months to March 2025", "01/04/2024", "31/03/2025", "year to 31 March 2025",
        "Apr 2024 to Mar 2025",
    ],
)  # fmt: skip
def test_a_financial_year(text: str) -> None:
    assert read(text, YEAR) == FY


@pytest.mark.parametrize(
    "text",
    [
        "w/e 12/05/2024", "W/E: 12 May 2024", "week ending 12th May 2024", "w/e Sunday 12 May 2024",
        "week commencing 6 May 2024", "w/c 06/05/24", "wc 06/05/24", "week beginning 6 May 2024",
        "week 19 2024",
        "wk 19 2024", "2024-W19", "W19 2024", "06/05/2024", "12/05/2024", "06/05/2024 - 12/05/2024",
        "6 May 2024 to 12 May 2024", "45418",
    ],
)  # fmt: skip
def test_a_week(text: str) -> None:
    assert read(text, WEEK) == NINETEENTH


def test_a_week_that_ends_on_another_day_ends_on_that_day() -> None:
    assert read("w/e 10/05/2024", WEEK) == ("2024-05-04", "2024-05-10")


def test_the_head_of_the_column_says_what_a_bare_day_is() -> None:
    assert read("08/05/2024", WEEK, head="Week ending") == ("2024-05-02", "2024-05-08")
    assert read("08/05/2024", WEEK, head="W/C") == ("2024-05-08", "2024-05-14")
    assert read("06/05/2024", WEEK, head="Week ending") == ("2024-04-30", "2024-05-06")


@pytest.mark.parametrize(
    "text",
    [
        "12 months to March 2024", "rolling 12 months to Mar-24", "12m to 31/03/2024",
        "twelve months ending March 2024",
        "Mar 2024", "2024-03", "year ending March 2024", "Apr 2023 to Mar 2024", "31/03/2024", "2023/24",
        "12 months to 2024-03",
    ],
)  # fmt: skip
def test_rolling_twelve_months(text: str) -> None:
    assert read(text, ROLLING) == TO_MARCH


def test_what_looks_like_a_month_or_a_financial_year_is_read_as_the_measure_has_it() -> None:
    assert read("2011-12", MONTH) == ("2011-12-01", "2011-12-31")
    assert read("2011-12", YEAR) == ("2011-04-01", "2012-03-31")
    assert read("2003-04", MONTH) == ("2003-04-01", "2003-04-30")
    assert read("2003-04", YEAR) == ("2003-04-01", "2004-03-31")


@pytest.mark.parametrize(
    ("text", "frequency", "said"),
    [
        ("Q1 2024",
        QUARTER, "could be a quarter of the calendar year or of the financial year. Write Q1 2024/25,"),
        ("2024 Q3", QUARTER, "Write Q3 2024/25, or the months"),
        ("2024", YEAR, "could be a calendar year or a financial year. Write 2024/25"),
        ("FY25", YEAR, "could be a calendar year or a financial year"),
        ("24-May", MONTH, "could be a day of this year or a month. Write the month with its whole year"),
        ("05/24", MONTH, "could be a day of this year or a month"),
        ("May", MONTH, "“May” has no year. Write it with its year, such as May 2024."),
        ("Q2", QUARTER, "“Q2” has no year"),
        ("week 19", WEEK, "“week 19” has no year"),
        ("week 6 2024/25", WEEK, "counts weeks in a way of its own. Write the Monday"),
        ("week 53 2024", WEEK, "is a week that 2024 has not"),
        ("08/05/2024", WEEK, "is a Wednesday. Write w/c or w/e before it"),
        ("15/05/2024",
        MONTH, "is neither the first nor the last day of a month. Write the month, such as May 2024."),
        ("01/05/2024", QUARTER, "is neither the first nor the last day of a quarter"),
        ("45420", MONTH, "“45420” is 8 May 2024, which is neither the first nor the last day of a month"),
        ("05/13/2024", MONTH, "is no day. Write the day first, then the month, such as 31/03/2024."),
        ("31 June 2024", MONTH, "is no day"),
        ("12 months to 15/03/2024", ROLLING, "does not end with a month"),
        ("2024/26", YEAR, "“2024/26” is not a financial year. Write the financial year, such as 2024/25."),
        ("Feb-Apr 2024", QUARTER, "is not a quarter"),
        ("banana", MONTH, "“banana” is not a month. Write the month, such as May 2024."),
        ("12", MONTH, "“12” is not a month"),
        ("", MONTH, "is not a month"),
        ("May 1924", MONTH, "is in the year 1924. Check the year."),
        ("May 2024",
        WEEK, "is a month, and the measure has a week to each value. Write the week, such as w/c 6 May"),
        ("2024/25", MONTH, "is a financial year, and the measure has a month to each value"),
        ("12 months to March 2024", MONTH, "is twelve months, and the measure has a month to each value"),
        ("2011-12", QUARTER, "is a month, and the measure has a quarter to each value"),
    ],
)  # fmt: skip
def test_what_is_refused_and_what_to_write(text: str, frequency: Frequency, said: str) -> None:
    assert said in why(text, frequency)


def test_a_mark_says_that_a_period_is_provisional() -> None:
    assert period(Cell("May 2024 (p)"), MONTH).provisional
    assert period(Cell("May-24 [p]"), MONTH).provisional
    assert not period(Cell("May 2024 (r)"), MONTH).provisional


def test_periods_in_words() -> None:
    assert [span_in_words(*(dt.date.fromisoformat(day) for day in span)) for span in (
        MAY, SPRING, FY, NINETEENTH, ("2023-07-01", "2024-06-30"), ("2024-05-03", "2024-05-20"),
    )] == [
        "May 2024", "April to June 2024", "2024/25", "week to 12 May 2024", "12 months to June 2024",
        "3 May 2024 to 20 May 2024",
    ]  # fmt: skip


def test_heads_with_periods_are_told_from_others() -> None:
    for text in ("May 2024", "Q1 2024", "2024", "w/e 12/05/2024", "Apr"):
        assert is_period(Cell(text)), text
    for text in ("Area", "North", "Total", "% change", "12", "Measure 1"):
        assert not is_period(Cell(text)), text


DAYS = st.dates(dt.date(1991, 1, 1), dt.date(2098, 12, 31))


@given(DAYS)
def test_a_month_is_read_alike_however_it_is_written(day: dt.date) -> None:
    first = day.replace(day=1)
    serial = str((first - EXCEL_BEGINS).days)
    written = [f"{day:%Y-%m}", f"{day:%B %Y}", f"{day:%b %Y}", f"{day:%m/%Y}", f"{first:%d/%m/%Y}", serial]
    assert {read(text, MONTH) for text in written} == {(first.isoformat(), last_of(first, MONTH).isoformat())}


@given(DAYS)
def test_a_week_is_read_alike_however_it_is_written(day: dt.date) -> None:
    monday = day - dt.timedelta(days=day.weekday())
    sunday = monday + dt.timedelta(days=6)
    year, number, _ = monday.isocalendar()
    written = [
        f"w/c {monday:%d/%m/%Y}",
        f"w/e {sunday:%d %B %Y}",
        f"week {number} {year}",
        f"{sunday:%Y-%m-%d}",
    ]
    assert {read(text, WEEK) for text in written} == {(monday.isoformat(), sunday.isoformat())}


@given(st.text(max_size=30), st.sampled_from(list(Frequency)))
def test_any_text_is_a_period_or_a_sentence(text: str, frequency: Frequency) -> None:
    try:
        found = period(Cell(text), frequency)
    except Wrong as wrong:
        said = str(wrong)
    else:
        said = found.words + "."
        assert found.start <= found.last
    assert said.endswith(".")
