"""Money as people write it; when something has to be heard of what it came to; what was paid by then."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.funding.money import MOST, pence_in, pounds, roughly
from answerable.core.funding.reporting import (
    due_dates,
    filling,
    missed,
    months_after,
    next_due,
    paid_by,
    silence,
)

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))
APRIL = dt.date(2024, 4, 1)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("£62,000", 62_000_00), ("62000", 62_000_00), ("62k", 62_000_00), ("62 K", 62_000_00),
        ("£1.2m", 1_200_000_00), ("1.2 million", 1_200_000_00), ("£62,000.50", 62_000_50),
        ("GBP 950", 950_00), ("£ 62,000", 62_000_00), ("62\N{NO-BREAK SPACE}k", 62_000_00),
        ("0.5k", 500_00), ("£10bn", MOST), ("1.005m", 1_005_000_00),
    ],
)  # fmt: skip
def test_money_as_people_write_it(typed: str, pence: int) -> None:
    assert pence_in(typed) == (pence, "")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write the amount, such as £62,000, 62k or 1.2m."),
        ("about sixty", "“about sixty” is not an amount of money: write one, such as £62,000, 62k or 1.2m."),
        ("-£500", "“-£500” is below nothing"),
        ("£-500", "“£-500” is below nothing"),
        ("(500)", "“(500)” is below nothing"),
        ("$500", "“$500” is not in pounds"),
        ("500 euros", "“500 euros” is not in pounds"),
        ("60-65k", "“60-65k” is two amounts"),
        ("£60k to £65k", "“£60k to £65k” is two amounts"),
        ("62,00", "The commas in “62,00” are not at the thousands"),
        ("62.005", "“62.005” has parts of a penny"),
        ("0", "Write an amount above nothing"),
        ("£11bn", "“£11bn” is more than £10 billion"),
        ("62q", "“62q” is not an amount of money"),
        ("٦٢", "“٦٢” is not an amount of money"),
        ("x" * 300, "…” is not an amount of money"),
    ],
)
def test_what_is_not_money_gets_a_sentence(typed: str, said: str) -> None:
    pence, problem = pence_in(typed)
    assert pence == 0
    assert said in problem
    assert len(problem) < 200


@given(st.integers(1, MOST))
def test_what_is_printed_is_read_back(pence: int) -> None:
    assert pence_in(pounds(pence)) == (pence, "")


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    pence, problem = pence_in(text)
    assert (pence > 0) != bool(problem)


def test_amounts_as_they_are_read() -> None:
    assert pounds(62_000_00) == "£62,000"
    assert pounds(62_000_05) == "£62,000.05"
    assert roughly(41_123_49) == "£41,123"


@pytest.mark.parametrize(
    ("start", "months", "found"),
    [("2024-01-31", 1, "2024-02-29"), ("2024-11-30", 3, "2025-02-28"), ("2024-04-01", 12, "2025-04-01")],
)
def test_months_after(start: str, months: int, found: str) -> None:
    assert months_after(day(start), months) == day(found)


def test_reports_are_due_by_the_rhythm_and_at_the_end() -> None:
    found = due_dates(APRIL, day("2025-03-31"), 6, day("2030-01-01"))
    assert found == [day("2024-10-01"), day("2025-03-31")]
    assert due_dates(APRIL, day("2025-03-31"), 6, day("2024-12-31")) == [day("2024-10-01")]


def test_where_no_rhythm_was_agreed_it_is_a_year() -> None:
    assert due_dates(APRIL, None, None, day("2025-03-31")) == []
    assert due_dates(APRIL, day("2024-06-30"), None, day("2026-01-01")) == [day("2025-04-01")]


@given(DAYS, st.none() | st.integers(1, 36), DAYS)
def test_no_date_is_due_before_it_began_or_after_the_day_that_is_asked_for(
    start: dt.date, every: int | None, until: dt.date
) -> None:
    found = due_dates(start, None, every, until)
    assert found == sorted(set(found))
    assert all(start < one <= until for one in found)


def dates(*texts: str) -> list[dt.date]:
    return [day(one) for one in texts]


QUARTERS = dates("2024-07-01", "2024-10-01", "2025-01-01")


@pytest.mark.parametrize(
    ("reports", "left"),
    [
        ([], QUARTERS),
        (["2024-06-20"], QUARTERS[1:]),
        (["2024-06-10", "2024-06-20"], QUARTERS[1:]),  # two in one period are no more than one
        (["2024-07-20"], QUARTERS[1:]),  # a late one counts, for the date that it missed
        (["2024-10-20"], QUARTERS[2:]),  # and for every date before it
        (["2024-06-20", "2024-09-20", "2024-12-20"], []),
    ],
)
def test_a_report_is_for_the_dates_up_to_it(reports: list[str], left: list[dt.date]) -> None:
    assert missed(QUARTERS, dates(*reports), APRIL) == left


@given(st.lists(DAYS, max_size=8), DAYS, st.integers(1, 24), DAYS, DAYS)
def test_a_report_never_makes_more_overdue(
    reports: list[dt.date], start: dt.date, every: int, extra: dt.date, today: dt.date
) -> None:
    until = due_dates(start, None, every, today)
    assert len(missed(until, [*reports, extra], start)) <= len(missed(until, reports, start))


def test_overdue_is_the_day_after_and_not_the_day_itself() -> None:
    assert silence(APRIL, None, None, [], day("2025-04-01")) is None
    found = silence(APRIL, None, None, [], day("2025-04-02"))
    assert found is not None
    assert (found.since, found.days, found.reports) == (day("2025-04-01"), 1, 0)


def test_what_was_reported_once_is_silent_again_by_its_rhythm() -> None:
    found = silence(APRIL, None, 6, dates("2024-09-20"), day("2025-06-01"))
    assert found is not None
    assert (found.since, found.reports) == (day("2025-04-01"), 1)


def test_without_a_rhythm_one_report_is_enough() -> None:
    assert silence(APRIL, None, None, dates("2024-05-01"), day("2030-01-01")) is None


def test_the_next_report() -> None:
    assert next_due(APRIL, None, 6, [], day("2024-05-01")) == day("2024-10-01")
    assert next_due(APRIL, None, 6, dates("2024-09-01"), day("2024-09-10")) == day("2025-04-01")
    assert next_due(APRIL, day("2024-06-30"), 6, dates("2024-06-30"), day("2026-01-01")) is None


def test_what_was_paid_by_a_day() -> None:
    end = day("2025-03-31")
    assert paid_by(365_00, APRIL, end, day("2024-03-31")) == 0
    assert paid_by(365_00, APRIL, end, APRIL) == 1_00
    assert paid_by(365_00, APRIL, end, end) == 365_00
    assert paid_by(365_00, APRIL, end, day("2030-01-01")) == 365_00
    assert paid_by(365_00, APRIL, None, day("2030-01-01")) is None


@given(st.integers(1, MOST), DAYS, st.integers(0, 4000), st.integers(-100, 5000))
def test_what_was_paid_only_grows_up_to_the_whole(
    pence: int, start: dt.date, length: int, after: int
) -> None:
    end, then = start + dt.timedelta(days=length), start + dt.timedelta(days=after)
    paid, next_day = paid_by(pence, start, end, then), paid_by(pence, start, end, then + dt.timedelta(days=1))
    assert paid is not None
    assert next_day is not None
    assert 0 <= paid <= next_day <= pence


def test_how_long_a_post_was_empty() -> None:
    found = filling(APRIL, day("2024-06-01"), day("2026-01-01"))
    assert found is not None
    assert (found.filled, found.days) == (True, 61)
    empty = filling(APRIL, None, day("2024-04-11"))
    assert empty is not None
    assert (empty.filled, empty.days) == (False, 10)
    assert filling(None, None, APRIL) is None


def test_a_post_that_is_to_be_filled_has_been_empty_up_to_today() -> None:
    found = filling(APRIL, day("2024-12-01"), day("2024-04-11"))
    assert found is not None
    assert (found.filled, found.days) == (False, 10)


def test_a_post_that_is_not_wanted_yet_is_not_empty() -> None:
    assert filling(day("2024-04-12"), None, day("2024-04-11")) is None
    assert filling(day("2024-04-11"), None, day("2024-04-11")) is not None
