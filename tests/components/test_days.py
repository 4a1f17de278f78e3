"""The day of a moment is that of the office's clock: half past midnight in summer is not the day before."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.components import words

AFTER_MIDNIGHT = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)  # half past midnight in London


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (words.date, "1 July 2026"),
        (words.short_date, "1 Jul 2026"),
        (words.weekday_date, "Wednesday 1 July 2026"),
        (words.month, "July 2026"),
        (words.moment, "1 July 2026, 12:30am"),
    ],
)
def test_a_moment_is_of_the_day_that_the_office_has(form: object, said: str) -> None:
    assert callable(form)
    assert form(AFTER_MIDNIGHT) == said


def test_a_day_is_of_no_zone() -> None:
    assert words.date(dt.date(2026, 6, 30)) == "30 June 2026"
