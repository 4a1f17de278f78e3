"""Bank holidays of England and Wales, against days typed from what www.gov.uk/bank-holidays has published."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.core.calendar.holidays import FIRST_YEAR, LAST_YEAR, bank_holiday, bank_holidays

PUBLISHED = {
    1995: "2/1 14/4 17/4 8/5 29/5 28/8 25/12 26/12",
    1999: "1/1 2/4 5/4 3/5 31/5 30/8 27/12 28/12 31/12",
    2002: "1/1 29/3 1/4 6/5 3/6 4/6 26/8 25/12 26/12",
    2004: "1/1 9/4 12/4 3/5 31/5 30/8 27/12 28/12",
    2005: "3/1 25/3 28/3 2/5 30/5 29/8 26/12 27/12",
    2008: "1/1 21/3 24/3 5/5 26/5 25/8 25/12 26/12",
    2010: "1/1 2/4 5/4 3/5 31/5 30/8 27/12 28/12",
    2011: "3/1 22/4 25/4 29/4 2/5 30/5 29/8 26/12 27/12",
    2012: "2/1 6/4 9/4 7/5 4/6 5/6 27/8 25/12 26/12",
    2013: "1/1 29/3 1/4 6/5 27/5 26/8 25/12 26/12",
    2015: "1/1 3/4 6/4 4/5 25/5 31/8 25/12 28/12",
    2016: "1/1 25/3 28/3 2/5 30/5 29/8 26/12 27/12",
    2017: "2/1 14/4 17/4 1/5 29/5 28/8 25/12 26/12",
    2018: "1/1 30/3 2/4 7/5 28/5 27/8 25/12 26/12",
    2019: "1/1 19/4 22/4 6/5 27/5 26/8 25/12 26/12",
    2020: "1/1 10/4 13/4 8/5 25/5 31/8 25/12 28/12",
    2021: "1/1 2/4 5/4 3/5 31/5 30/8 27/12 28/12",
    2022: "3/1 15/4 18/4 2/5 2/6 3/6 29/8 19/9 26/12 27/12",
    2023: "2/1 7/4 10/4 1/5 8/5 29/5 28/8 25/12 26/12",
    2024: "1/1 29/3 1/4 6/5 27/5 26/8 25/12 26/12",
    2025: "1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12",
    2026: "1/1 3/4 6/4 4/5 25/5 31/8 25/12 28/12",
    2027: "1/1 26/3 29/3 3/5 31/5 30/8 27/12 28/12",
}  # fmt: skip


@pytest.mark.parametrize("year", PUBLISHED)
def test_they_are_those_that_were_published(year: int) -> None:
    assert " ".join(f"{day.day}/{day.month}" for day in bank_holidays(year)) == PUBLISHED[year]


def test_every_one_is_on_a_day_from_monday_to_friday() -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        assert all(day.weekday() < 5 for day in bank_holidays(year)), year
        assert 8 <= len(bank_holidays(year)) <= 10, year


def test_substitute_days_say_what_they_stand_for() -> None:
    assert bank_holiday(dt.date(2021, 12, 27)) == "Christmas Day (substitute day)"
    assert bank_holiday(dt.date(2021, 12, 28)) == "Boxing Day (substitute day)"
    assert bank_holiday(dt.date(2022, 12, 26)) == "Boxing Day"
    assert bank_holiday(dt.date(2022, 12, 27)) == "Christmas Day (substitute day)"
    assert bank_holiday(dt.date(2022, 1, 3)) == "New Year’s Day (substitute day)"
    assert bank_holiday(dt.date(2026, 12, 28)) == "Boxing Day (substitute day)"


def test_days_of_one_year_only_have_their_names() -> None:
    assert bank_holiday(dt.date(2022, 9, 19)) == "State Funeral of Queen Elizabeth II"
    assert bank_holiday(dt.date(2023, 5, 8)) == "Coronation of King Charles III"
    assert bank_holiday(dt.date(2024, 5, 8)) == ""


def test_the_years_that_are_known_are_said() -> None:
    with pytest.raises(ValueError, match="from 1978 to 2100, not for 1977"):
        bank_holidays(1977)
    with pytest.raises(ValueError, match="not for 2101"):
        bank_holidays(2101)
    assert bank_holiday(dt.date(1900, 12, 25)) == ""
