"""How late a briefing note is."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from answerable.core.calendar.deadlines import Due, is_past
from answerable.core.papers.lateness import deadline_moment, hours_late, in_words

LONDON = ZoneInfo("Europe/London")
ENDS = deadline_moment(dt.date(2019, 6, 4), "09:00", LONDON)


@pytest.mark.parametrize(
    ("after", "late"),
    [
        (dt.timedelta(0), 0),
        (-dt.timedelta(days=3), 0),
        (dt.timedelta(seconds=59), 0),
        (dt.timedelta(minutes=1), 1),
        (dt.timedelta(minutes=60), 1),
        (dt.timedelta(minutes=61), 2),
        (dt.timedelta(days=3), 72),
    ],
)
def test_begun_hours_count(after: dt.timedelta, late: int) -> None:
    assert hours_late(ENDS + after, ENDS) == late


def test_a_deadline_without_an_hour_ends_with_its_day() -> None:
    ends = deadline_moment(dt.date(2019, 6, 4), "", LONDON)
    assert hours_late(dt.datetime(2019, 6, 4, 23, 59, tzinfo=LONDON), ends) == 0
    assert hours_late(dt.datetime(2019, 6, 5, 0, 1, tzinfo=LONDON), ends) == 1


def test_the_hour_is_the_offices_in_summer_too() -> None:
    assert hours_late(dt.datetime(2019, 6, 4, 8, 0, tzinfo=dt.UTC), ENDS) == 0
    assert hours_late(dt.datetime(2019, 6, 4, 8, 1, tzinfo=dt.UTC), ENDS) == 1


def test_the_night_when_clocks_change_makes_nobody_late() -> None:
    ends = deadline_moment(dt.date(2019, 10, 27), "09:00", LONDON)
    assert hours_late(dt.datetime(2019, 10, 26, 9, 0, tzinfo=LONDON), ends) == 0
    assert hours_late(dt.datetime(2019, 10, 28, 9, 0, tzinfo=LONDON), ends) == 24


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (None, ""),
        (0, "in time"),
        (1, "1 hour late"),
        (30, "30 hours late"),
        (47, "47 hours late"),
        (48, "2 days late"),
        (100, "4 days late"),
    ],
)
def test_lateness_in_words(late: int | None, words: str) -> None:
    assert in_words(late) == words


@given(st.integers(-(10**6), 10**6))
def test_never_early_and_never_less_than_it_is(seconds: int) -> None:
    late = hours_late(ENDS + dt.timedelta(seconds=seconds), ENDS)
    minutes = seconds // 60
    assert late >= 0
    assert late * 60 >= minutes
    assert minutes <= 0 or (late - 1) * 60 < minutes


@given(st.sampled_from(["09:00", "00:00", "23:59", ""]), st.integers(-(10**5), 10**5))
@example("09:00", 30)
@example("", 30)
def test_a_note_is_late_just_when_its_deadline_is_past(time: str, seconds: int) -> None:
    day = dt.date(2019, 6, 4)
    ends = dt.datetime(2019, 6, 4, 9, tzinfo=LONDON) if time else dt.datetime(2019, 6, 5, tzinfo=LONDON)
    sent = ends + dt.timedelta(seconds=seconds)
    late = hours_late(sent, deadline_moment(day, time, LONDON))
    assert (late > 0) == is_past(Due(day, time), sent)
