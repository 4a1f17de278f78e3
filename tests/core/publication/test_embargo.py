"""An embargo opens when the clock and the highest moment seen agree: a clock set wrong opens nothing."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.publication.embargo import FURTHEST, Seen, confirmed, is_open, looked

NOON = dt.datetime(2022, 8, 25, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
moments = st.datetimes(dt.datetime(2022, 1, 1), dt.datetime(2023, 1, 1)).map(
    lambda one: one.replace(tzinfo=dt.UTC)
)


def test_the_first_look_believes_the_clock() -> None:
    assert looked(Seen(), NOON, anything_waits=True) == Seen(NOON)


def test_it_opens_on_time() -> None:
    seen = looked(Seen(NOON - HOUR), NOON, anything_waits=True)
    assert is_open(NOON, seen, NOON)
    assert not is_open(NOON + HOUR, seen, NOON)


def test_what_has_no_embargo_is_open() -> None:
    assert is_open(None, Seen(), NOON)


def test_a_jump_of_more_than_a_day_waits_for_a_person() -> None:
    jumped = NOON + FURTHEST + HOUR
    seen = looked(Seen(NOON), jumped, anything_waits=True)
    assert seen == Seen(NOON, jumped)
    assert not is_open(NOON + HOUR, seen, jumped)
    sure = confirmed(seen, jumped)
    assert sure == Seen(jumped)
    assert is_open(NOON + HOUR, sure, jumped)


def test_a_day_is_no_jump() -> None:
    assert looked(Seen(NOON), NOON + FURTHEST, anything_waits=True) == Seen(NOON + FURTHEST)


def test_nobody_is_asked_where_nothing_waits() -> None:
    assert looked(Seen(NOON), NOON + 9 * FURTHEST, anything_waits=False) == Seen(NOON + 9 * FURTHEST)


def test_a_clock_that_was_put_right_again_needs_no_word() -> None:
    waits = Seen(NOON, NOON + 3 * FURTHEST)
    assert looked(waits, NOON + HOUR, anything_waits=True) == Seen(NOON + HOUR)


def test_a_clock_that_went_back_opens_nothing_early() -> None:
    seen = looked(Seen(NOON), NOON - HOUR, anything_waits=True)
    assert seen == Seen(NOON)
    assert not is_open(NOON, seen, NOON - HOUR)


@given(st.lists(moments, min_size=1), moments)
def test_without_a_persons_word_nothing_opens_more_than_a_day_ahead_of_what_was_seen(
    clock: list[dt.datetime], opens: dt.datetime
) -> None:
    seen, highest = Seen(), None
    for now in clock:
        before = seen.highest
        seen = looked(seen, now, anything_waits=True)
        assert seen.highest is not None
        if is_open(opens, seen, now):
            assert opens <= now
            assert before is None or opens <= before + FURTHEST
        assert highest is None or seen.highest >= highest, "what was seen is never forgotten"
        highest = seen.highest
