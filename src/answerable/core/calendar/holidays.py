"""Bank holidays of England and Wales, by rule, with the days that a proclamation added or moved.

Sources: Banking and Financial Dealings Act 1971, section 1 and schedule 1 (Easter Monday, the last Mondays
of May and August, 26 December, and 27 December where Christmas Day or the day after it is a Sunday); Good
Friday and Christmas Day by common law; New Year's Day (since 1974), the first Monday of May (since 1978),
the other substitute days and the single days by royal proclamation under section 1(2) and (3) of the Act,
as published on www.gov.uk/bank-holidays.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from dateutil.easter import easter

FIRST_YEAR = 1978  # the first with the bank holiday of early May: before it the rules were others
LAST_YEAR = 2100  # so far ahead dates are worked out: later than any plan
MONDAY, SATURDAY, SUNDAY = 0, 5, 6
WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)

NEW_YEAR, GOOD_FRIDAY, EASTER_MONDAY = "New Year’s Day", "Good Friday", "Easter Monday"
EARLY_MAY, SPRING, SUMMER = "Early May bank holiday", "Spring bank holiday", "Summer bank holiday"
CHRISTMAS, BOXING = "Christmas Day", "Boxing Day"

MOVED = {
    (1995, EARLY_MAY): (dt.date(1995, 5, 8), "50 years after VE Day"),
    (2002, SPRING): (dt.date(2002, 6, 4), "the Golden Jubilee"),
    (2012, SPRING): (dt.date(2012, 6, 4), "the Diamond Jubilee"),
    (2020, EARLY_MAY): (dt.date(2020, 5, 8), "75 years after VE Day"),
    (2022, SPRING): (dt.date(2022, 6, 2), "the Platinum Jubilee"),
}
"""Bank holidays that one year's proclamation put on another day, and what for."""

ONCE = {
    dt.date(1981, 7, 29): "Wedding of the Prince of Wales",
    dt.date(1999, 12, 31): "Millennium Eve",
    dt.date(2002, 6, 3): "Golden Jubilee",
    dt.date(2011, 4, 29): "Wedding of Prince William",
    dt.date(2012, 6, 5): "Diamond Jubilee",
    dt.date(2022, 6, 3): "Platinum Jubilee",
    dt.date(2022, 9, 19): "State Funeral of Queen Elizabeth II",
    dt.date(2023, 5, 8): "Coronation of King Charles III",
}
"""Days that were a bank holiday in one year only, by royal proclamation. A new one is a line here."""


@lru_cache(maxsize=256)
def bank_holidays(year: int) -> dict[dt.date, str]:
    """The bank holidays of a year with their names, in order. Raises ValueError outside the years known."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"Bank holidays are known from {FIRST_YEAR} to {LAST_YEAR}, not for {year}.")
    found = {
        **_new_year(year),
        easter(year) - 2 * DAY: GOOD_FRIDAY,
        easter(year) + DAY: EASTER_MONDAY,
        _of(year, EARLY_MAY, _first_monday(year, 5)): EARLY_MAY,
        _of(year, SPRING, _last_monday(year, 5)): SPRING,
        _last_monday(year, 8): SUMMER,
        **_christmas(year),
        **{day: name for day, name in ONCE.items() if day.year == year},
    }
    return dict(sorted(found.items()))


def bank_holiday(day: dt.date) -> str:
    """The name of the bank holiday on a day, "" where it is none (or its year is not known)."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return ""
    return bank_holidays(day.year).get(day, "")


def _new_year(year: int) -> dict[dt.date, str]:
    day = dt.date(year, 1, 1)
    return {_monday_after(day): NEW_YEAR if day.weekday() < SATURDAY else f"{NEW_YEAR} (substitute day)"}


def _christmas(year: int) -> dict[dt.date, str]:
    """Christmas Day and the day after it; what falls on a weekend has its substitute day behind both."""
    first, second = dt.date(year, 12, 25), dt.date(year, 12, 26)
    if first.weekday() == SATURDAY:
        substitutes = {CHRISTMAS: 27, BOXING: 28}
    elif first.weekday() == SUNDAY:
        substitutes = {CHRISTMAS: 27}
    elif second.weekday() == SATURDAY:
        substitutes = {BOXING: 28}
    else:
        substitutes = {}
    found = {}
    for name, day in ((CHRISTMAS, first), (BOXING, second)):
        if name in substitutes:
            found[dt.date(year, 12, substitutes[name])] = f"{name} (substitute day)"
        else:
            found[day] = name
    return found


def _of(year: int, name: str, day: dt.date) -> dt.date:
    return MOVED[year, name][0] if (year, name) in MOVED else day


def _monday_after(day: dt.date) -> dt.date:
    """The day itself, or the Monday after it where it is a Saturday or Sunday."""
    return day + (SUNDAY + 1 - day.weekday()) * DAY if day.weekday() >= SATURDAY else day


def _first_monday(year: int, month: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + (-first.weekday() % 7) * DAY


def _last_monday(year: int, month: int) -> dt.date:
    last = dt.date(year, month + 1, 1) - DAY
    return last - last.weekday() * DAY
