"""Values, periods and names inside sentences."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.core.measures.facts import Frequency
from answerable.core.measures.telling import apart, in_unit, inside, period_in_words


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "words"),
    [
        (13.14, "%", 1, "13.1%"),
        (34, "incidents", 0, "34 incidents"),
        (1204, "", 0, "1,204"),
        (-2.5, "%", 1, "−2.5%"),
        (3.5, "£", 2, "£3.50"),
        (4.26, "per 1,000 people", 2, "4.26 per 1,000 people"),
    ],
)
def test_a_value_is_told_with_its_unit(value: float, unit: str, decimals: int, words: str) -> None:
    assert in_unit(value, unit, decimals) == words


def test_per_cents_differ_by_points() -> None:
    assert apart(-4.24, "%", 1) == "4.2 points"
    assert apart(1, "%") == "1 point"
    assert apart(1.04, "%", 1) == "1.0 point"
    assert apart(-3, "calls") == "3 calls"


@pytest.mark.parametrize(
    ("frequency", "start", "last", "words"),
    [
        (Frequency.MONTH, "2022-05-01", "2022-05-31", "May 2022"),
        (Frequency.WEEK, "2022-05-02", "2022-05-08", "the week to 8 May 2022"),
        (Frequency.QUARTER, "2022-04-01", "2022-06-30", "April to June 2022"),
        (Frequency.QUARTER, "2022-11-01", "2023-01-31", "November 2022 to January 2023"),
        (Frequency.YEAR, "2021-04-01", "2022-03-31", "2021/22"),
        (Frequency.YEAR, "2021-01-01", "2021-12-31", "2021"),
        (Frequency.ROLLING, "2021-06-01", "2022-05-31", "the 12 months to May 2022"),
    ],
)
def test_a_period_is_told_as_people_say_it(frequency: Frequency, start: str, last: str, words: str) -> None:
    assert period_in_words(dt.date.fromisoformat(start), dt.date.fromisoformat(last), frequency) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Unresourced incidents", "unresourced incidents"),
        ("101 calls answered", "101 calls answered"),
        ("PCSO posts filled", "PCSO posts filled"),
        ("A19 closures", "A19 closures"),
        ("", ""),
    ],
)
def test_names_keep_the_capitals_that_are_theirs(name: str, words: str) -> None:
    assert inside(name) == words
