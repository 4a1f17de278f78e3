"""The days of a year on which a forum meets, and the rules that its year is held against."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.calendar.hours import as_hour
from answerable.core.calendar.rhythm import LAST_WEEK, STEPS, Rhythm, day_of_month, days_of
from answerable.core.calendar.rules import Rule, as_rules, shortfalls, year_of
from answerable.core.calendar.working_days import is_working_day

RHYTHMS = st.builds(
    Rhythm, st.sampled_from(sorted(STEPS)), st.integers(1, LAST_WEEK), st.integers(0, 4), st.integers(1, 12)
)


def days(rhythm: Rhythm, first: str, last: str) -> list[str]:
    return [
        str(one.date) for one in days_of(rhythm, dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    ]


def test_the_second_tuesday_of_each_month() -> None:
    assert days(Rhythm("monthly", 2, 1), "2026-01-01", "2026-06-30") == [
        "2026-01-13", "2026-02-10", "2026-03-10", "2026-04-14", "2026-05-12", "2026-06-09",
    ]  # fmt: skip


def test_quarters_are_counted_from_a_month() -> None:
    assert days(Rhythm("quarterly", LAST_WEEK, 3, 2), "2026-01-01", "2026-12-31") == [
        "2026-02-26", "2026-05-28", "2026-08-27", "2026-11-26",
    ]  # fmt: skip


@pytest.mark.parametrize(("every", "count"), [("monthly", 12), ("two-monthly", 6), ("quarterly", 4),
                                               ("half-yearly", 2), ("yearly", 1)])  # fmt: skip
def test_how_often_in_a_year(every: str, count: int) -> None:
    assert len(days(Rhythm(every, 3, 2, 5), "2026-01-01", "2026-12-31")) == count


def test_no_rhythm_has_no_days() -> None:
    assert days(Rhythm("", 1, 1), "2026-01-01", "2026-12-31") == []


def test_a_bank_holiday_is_passed_over_by_a_week() -> None:
    (may,) = days_of(Rhythm("yearly", 1, 0, 5), dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert (str(may.date), str(may.instead_of)) == ("2026-05-11", "2026-05-04")
    assert may.holiday == "Early May bank holiday"


def test_where_that_is_another_month_by_a_week_before() -> None:
    (may,) = days_of(Rhythm("yearly", LAST_WEEK, 0, 5), dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert (str(may.date), may.holiday) == ("2026-05-18", "Spring bank holiday")


def test_the_last_of_a_month_is_there_whether_it_is_the_fourth_or_the_fifth() -> None:
    assert day_of_month(2026, 2, LAST_WEEK, 4) == dt.date(2026, 2, 27)
    assert day_of_month(2026, 1, LAST_WEEK, 4) == dt.date(2026, 1, 30)


@settings(deadline=None)
@given(RHYTHMS, st.integers(1985, 2090))
def test_every_day_is_a_working_day_of_its_month_and_none_comes_twice(rhythm: Rhythm, year: int) -> None:
    found = days_of(rhythm, dt.date(year, 1, 1), dt.date(year, 12, 31))
    assert len(found) == 12 // STEPS[rhythm.every]
    assert all(is_working_day(one.date) for one in found)
    assert len({one.date for one in found}) == len(found)
    assert all((one.date.month - rhythm.month) % STEPS[rhythm.every] == 0 for one in found)
    assert all(one.date.weekday() == rhythm.weekday for one in found if not one.holiday)
    assert all(bool(one.holiday) == (one.instead_of is not None) for one in found)


TODAY = dt.date(2026, 5, 2)


def test_a_year_with_too_few_is_told() -> None:
    (short,) = shortfalls([Rule("public", 2)], [(dt.date(2026, 9, 1), "public")], TODAY)
    assert (short.count, short.first, short.last) == (1, dt.date(2026, 4, 1), dt.date(2027, 3, 31))


def test_a_year_with_enough_is_not() -> None:
    held = [(dt.date(2026, 4, 1), "public"), (dt.date(2027, 3, 31), "public")]
    assert shortfalls([Rule("public", 2)], held, TODAY) == []


def test_the_next_year_counts_once_it_is_begun() -> None:
    some = [(dt.date(2026, 6, 1), "public"), (dt.date(2026, 7, 1), "public"), (dt.date(2027, 5, 1), "review")]
    assert [one.first.year for one in shortfalls([Rule("public", 2)], some, TODAY)] == [2027]


def test_a_rule_for_any_kind_and_the_calendar_year() -> None:
    some = [(dt.date(2026, 1, 5), "public"), (dt.date(2026, 7, 1), "")]
    assert shortfalls([Rule("", 2, "calendar")], some, TODAY) == []
    assert shortfalls([Rule("", 3, "calendar")], some, TODAY)[0].last == dt.date(2026, 12, 31)


def test_rules_are_read_from_data_and_what_is_none_is_left_out() -> None:
    data = [{"kind": "public", "at_least": 2}, {"kind": "review", "at_least": "x"}, {"at_least": 4},
            {"kind": "public", "at_least": 0}, {"at_least": 1, "year": "lunar"}]  # fmt: skip
    assert as_rules(data) == [Rule("public", 2), Rule("", 4)]


def test_the_financial_year_begins_in_april() -> None:
    assert year_of(dt.date(2026, 3, 31), "financial") == (dt.date(2025, 4, 1), dt.date(2026, 3, 31))
    assert year_of(dt.date(2026, 4, 1), "financial")[0] == dt.date(2026, 4, 1)


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("9am", "09:00"), ("10.30am", "10:30"), ("14:00", "14:00"), (" 2pm ", "14:00"), ("noon", "12:00"),
     ("10:30am to 1pm", None), ("soon", None), ("25:00", None), ("", None), ("at 9am", None)],
)  # fmt: skip
def test_an_hour_as_it_is_typed(typed: str, hour: str | None) -> None:
    assert as_hour(typed) == hour
