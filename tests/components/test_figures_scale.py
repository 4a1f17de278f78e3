"""Scales: few round ticks, values where they belong, dates at quarters and years."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from answerable.components import figures_gallery as gallery
from answerable.components.figures_scale import Axis, Tick, padded, ticks, time_ticks, value_range
from answerable.components.figures_svg import width_of
from answerable.core.measures.facts import Line, LineKind
from answerable.core.measures.picture import Picture
from answerable.core.measures.verdict import Span

values = st.floats(-1e7, 1e7)


@given(values, values, st.integers(2, 9))
def test_ticks_are_few_round_and_inside(one: float, other: float, most: int) -> None:
    low, high = min(one, other), max(one, other)
    assume(high - low > 1e-4)
    found, decimals = ticks(low, high, most)
    spare = (high - low) * 1e-6
    assert len(found) <= most
    assert all(low - spare <= at <= high + spare for at in found)
    assert all(round(at, decimals) == at for at in found)
    assert len({round(b - a, decimals) for a, b in pairwise(found)}) <= 1


@given(st.floats(0, 1000), st.floats(0.01, 1000), st.integers(0, 2))
def test_no_tick_is_finer_than_the_values(low: float, wide: float, decimals: int) -> None:
    found, needed = ticks(low, low + wide, 6, decimals)
    assert needed <= decimals
    assert len(set(found)) == len(found)


def test_ticks_that_a_person_would_choose() -> None:
    assert ticks(70.4, 89.5, 6)[0] == [75, 80, 85]
    assert ticks(14.6, 59.1, 6)[0] == [20, 30, 40, 50]
    assert ticks(0, 1, 6, 0)[0] == [0, 1]
    assert ticks(0.5, 0.9, 5) == ([0.5, 0.6, 0.7, 0.8, 0.9], 1)


def test_an_axis_turns_values_to_places_and_holds_them() -> None:
    up = Axis(0, 100, 200, 0)
    assert (up.at(0), up.at(50), up.at(100)) == (200, 100, 0)
    assert (up.held(140), up.held(-9)) == (0, 200)


@given(values, values)
def test_a_range_is_never_empty(one: float, other: float) -> None:
    low, high = padded(min(one, other), max(one, other), None, None)
    assert low < high
    assert low <= min(one, other) and max(one, other) <= high


def test_nothing_is_shown_beyond_what_values_can_be() -> None:
    assert padded(2, 99, 0, 100) == (0, 100)
    assert padded(0, 0, 0, None) == (0, 1)
    low, high = padded(100, 100, 0, 100)
    assert low < 100 <= high


def test_everything_drawn_lies_on_the_scale() -> None:
    for make in gallery.CHARTS:
        picture = make()
        low, high = value_range(picture)
        drawn = [one.value for one in picture.points if one.value is not None]
        drawn += [line.value for line in picture.lines]
        assert all(low <= value <= high for value in drawn)


def test_a_line_off_the_common_scale_widens_it() -> None:
    """A target that was drawn at the edge of the plot would be a lie."""
    picture = Picture(
        "t", "t", "%", 0, gallery.points(gallery.months(2024, 1, 3), (4, 7, 5)), (),
        [Line(LineKind.TARGET, 60)], low=0, high=10,
    )  # fmt: skip
    low, high = value_range(picture)
    assert low == 0 and high >= 60


def test_a_line_that_ended_before_is_not_on_the_scale() -> None:
    picture = Picture(
        "t", "t", "%", 0, gallery.points(gallery.months(2024, 1, 3), (4, 7, 5)), (),
        [Line(LineKind.TARGET, 90, None, dt.date(2023, 12, 31))],
    )  # fmt: skip
    assert value_range(picture)[1] < 10


def test_limits_beyond_what_can_be_do_not_stretch_it() -> None:
    points = gallery.points(gallery.months(2024, 1, 3), (4, 7, 5))
    picture = Picture("t", "t", "n", 0, points, [Span(0, 2, 5, -4, 14)], floor=0)
    assert value_range(picture)[0] == 0


def _ticks(first: dt.date, last: dt.date, wide: float, size: float = 15) -> list[Tick]:
    across = Axis(first.toordinal(), last.toordinal() + 1, 50, 50 + wide)
    return time_ticks(across, size, 50 + wide + 60)


def test_quarters_with_the_year_where_it_begins() -> None:
    found = _ticks(dt.date(2019, 4, 1), dt.date(2020, 9, 30), 700)
    assert [one.words for one in found] == ["Apr 2019", "Jul", "Oct", "Jan 2020", "Apr", "Jul"]
    assert [one.is_year for one in found] == [False, False, False, True, False, False]


def test_on_a_phone_years_alone() -> None:
    found = _ticks(dt.date(2017, 4, 1), dt.date(2021, 9, 30), 180, 13)
    assert [one.words for one in found] == ["2018", "2019", "2020", "2021"]


def test_months_only_where_there_are_few() -> None:
    found = _ticks(dt.date(2024, 1, 1), dt.date(2024, 4, 30), 700)
    assert [one.words for one in found] == ["Jan 2024", "Feb", "Mar", "Apr"]


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)),
    st.integers(1, 15_000),
    st.sampled_from([150, 240, 700]),
)
def test_words_of_ticks_never_meet(first: dt.date, days: int, wide: int) -> None:
    found = _ticks(first, first + dt.timedelta(days), wide)
    for one, other in pairwise(found):
        assert one.x + width_of(one.words, 15) < other.x
    assert all(one.x + width_of(one.words, 15) <= 50 + wide + 60 for one in found)


@pytest.mark.parametrize("days", [1, 7, 31])
def test_a_single_period_has_at_most_one_tick(days: int) -> None:
    assert len(_ticks(dt.date(2024, 5, 1), dt.date(2024, 5, days), 700)) <= 1
