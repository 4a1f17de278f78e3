"""What holds of every XmR chart."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.spc.options import Direction, Options, TwoOfThree
from answerable.core.spc.shewhart_parts import Screening
from answerable.core.spc.xmr import Chart, xmr
from tests.core.spc.days import months

values = st.lists(st.none() | st.integers(-1000, 1000).map(float), max_size=40)
options = st.builds(
    Options,
    direction=st.sampled_from(Direction),
    run=st.sampled_from([6, 7]),
    two_of_three=st.sampled_from(TwoOfThree),
    screening=st.sampled_from(Screening),
    baseline=st.none() | st.integers(1, 50),
    faults=st.booleans(),
)
rebases = st.lists(st.dates(dt.date(2017, 6, 1), dt.date(2022, 1, 1)), max_size=4)
MIRROR = {"improvement": "concern", "concern": "improvement", "high": "low", "low": "high"}


def flags(chart: Chart) -> tuple[object, ...]:
    marks = chart.marks
    return (marks.sides, marks.outside, marks.near, marks.trend, marks.two_in_three, marks.shift, marks.ways)


@given(st.lists(st.none() | st.floats(-1e12, 1e12), max_size=30), options, rebases)
def test_it_never_raises(some: list[float | None], chosen: Options, days: list[dt.date]) -> None:
    chart = xmr(months(len(some)), some, chosen, rebase=days, targets=1.0)
    assert len(chart.marks.ways) == len(some) == sum(g.last - g.first + 1 for g in chart.groups)


@given(values, options, rebases, st.randoms(use_true_random=False))
def test_the_order_in_which_points_come_changes_nothing(
    some: list[float | None], chosen: Options, days: list[dt.date], chance: random.Random
) -> None:
    rows = list(zip(months(len(some)), some, strict=True))
    chance.shuffle(rows)
    chart = xmr([day for day, _ in rows], [value for _, value in rows], chosen, rebase=days)
    other = xmr(months(len(some)), some, chosen, rebase=days)
    assert flags(chart) == flags(other) and chart.groups == other.groups


@given(values, options, rebases, st.sampled_from([2.0, 0.5, 1024.0]), st.integers(-4096, 4096))
def test_other_units_change_the_limits_and_no_flag(
    some: list[float | None], chosen: Options, days: list[dt.date], times: float, plus: int
) -> None:
    plain = xmr(months(len(some)), some, chosen, rebase=days)
    scaled = xmr(
        months(len(some)), [None if one is None else one * times for one in some], chosen, rebase=days
    )
    assert flags(plain) == flags(scaled)  # powers of two: no rounding
    moved = xmr(months(len(some)), [None if one is None else one + plus for one in some], chosen, rebase=days)
    for before, larger, after in zip(plain.groups, scaled.groups, moved.groups, strict=True):
        if before.limits.upper is not None:
            assert larger.limits.upper == pytest.approx(before.limits.upper * times)
            assert after.limits.upper == pytest.approx(before.limits.upper + plus, abs=1e-6)


@given(values, options, rebases)
def test_upside_down_with_the_other_direction_it_says_the_same_upside_down(
    some: list[float | None], chosen: Options, days: list[dt.date]
) -> None:
    other = {Direction.INCREASE: Direction.DECREASE, Direction.DECREASE: Direction.INCREASE}
    if chosen.faults:
        return  # the reference calls a joint of two trends a fall, whichever way it is
    turned = Options(
        other.get(chosen.direction, Direction.NEUTRAL), chosen.run, chosen.two_of_three, chosen.screening,
        chosen.baseline,
    )  # fmt: skip
    chart = xmr(months(len(some)), some, chosen, rebase=days)
    mirrored = xmr(months(len(some)), [None if one is None else -one for one in some], turned, rebase=days)
    assert [-way for way in chart.marks.ways] == mirrored.marks.ways
    assert chart.marks.rules == mirrored.marks.rules
    kind, _, height = chart.variation.partition("-")
    assert mirrored.variation == (f"{kind}-{MIRROR[height]}" if height else "common")


@given(values, options, rebases)
def test_what_is_missing_is_never_flagged(
    some: list[float | None], chosen: Options, days: list[dt.date]
) -> None:
    chart = xmr(months(len(some)), some, chosen, rebase=days)
    for value, rule, way in zip(chart.values, chart.marks.rules, chart.marks.ways, strict=True):
        assert (rule is None) == (way == 0)
        assert value is not None or rule is None


@given(values, rebases)
def test_whole_phases_are_charts_of_their_own(some: list[float | None], days: list[dt.date]) -> None:
    chart = xmr(months(len(some)), some, rebase=days)
    for group in chart.groups:
        own = xmr(months(len(some))[group.first : group.last + 1], some[group.first : group.last + 1])
        assert own.groups[0].limits == group.limits
        assert own.marks.ways == chart.marks.ways[group.first : group.last + 1]
