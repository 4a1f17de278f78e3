"""Areas beside each other: exact limits, one test for few, and nobody named for being last."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, poisson

from answerable.core.spc.areas import (
    MANY,
    Compared,
    clearly_above_one,
    compare_rates,
    compare_shares,
    rate_limits,
    share_limits,
)
from answerable.core.spc.funnel_exact import count_band, share_band
from answerable.core.spc.impossible import Impossible

NEAR = 1e-9


@settings(deadline=None)
@given(st.integers(1, 3000), st.floats(0.001, 0.999))
def test_a_count_is_outside_only_if_its_tail_is_seldomer(size: int, share: float) -> None:
    found = share_band(size, share)
    for tail, lower, upper in (
        (0.001, found.lower998, found.upper998),
        (0.025, found.lower95, found.upper95),
    ):
        low, high = int(binom.ppf(tail, size, share)), int(binom.isf(tail, size, share))
        assert low - 1 < lower * size + NEAR and lower * size <= low + NEAR
        assert high - NEAR <= min(size, upper * size) <= high + 1 + NEAR


@settings(deadline=None)
@given(st.floats(0.01, 5000))
def test_a_count_without_a_size_likewise(expected: float) -> None:
    found = count_band(expected)
    low, high = int(poisson.ppf(0.001, expected)), int(poisson.isf(0.001, expected))
    assert low - 1 < found.lower998 * expected + 1e-6 and found.lower998 * expected <= low + 1e-6
    assert high - 1e-6 <= found.upper998 * expected <= high + 1 + 1e-6


def test_none_where_three_were_expected_is_nothing_strange() -> None:
    assert rate_limits(0.003, 1000, 0).lower95 == 0
    assert share_limits(0.03, 100, 0).lower998 == 0


def test_what_usually_lies_between_areas_only_widens() -> None:
    plain, wide = share_limits(0.8, 400, 0), share_limits(0.8, 400, 0.004)
    assert wide.lower998 < plain.lower998 < plain.upper998 < wide.upper998
    rates, wide_rates = rate_limits(0.1, 400, 0), rate_limits(0.1, 400, 0.01)
    assert wide_rates.lower998 < rates.lower998 < rates.upper998 < wide_rates.upper998


@settings(deadline=None)
@given(st.floats(0.01, 0.99), st.integers(5, 5000), st.floats(0, 0.1))
def test_limits_are_in_order(share: float, size: int, tau2: float) -> None:
    found = share_limits(share, size, tau2)
    assert 0 <= found.lower998 <= found.lower95 <= share <= found.upper95 <= found.upper998 <= 1


def outside(found: Compared) -> list[str]:
    return [one.outside for one in found.standings]


def test_few_areas_that_chance_explains_have_none_outside() -> None:
    found = compare_shares([150, 158, 149, 160, 152], [200] * 5)
    assert found.differ is False
    assert found.p == pytest.approx(0.6049, abs=1e-4)  # chi-square 2.727 with 4 degrees
    assert outside(found) == [""] * 5


def test_of_few_areas_that_differ_the_one_outside_is_named() -> None:
    found = compare_shares([110, 158, 149, 160, 152], [200] * 5)
    assert found.differ is True
    assert outside(found) == ["99.8", "", "", "", ""]
    assert not found.standings[0].above


def test_the_last_of_few_is_not_outside_for_being_last() -> None:
    found = compare_shares([137, 153, 149, 165, 152], [200] * 5)
    assert found.differ is True
    assert outside(found) == [""] * 5


def test_the_same_gap_with_larger_samples_is_told_apart() -> None:
    found = compare_shares([1370, 1530, 1490, 1650, 1520], [2000] * 5)
    assert outside(found) == ["99.8", "", "", "99.8", ""]
    assert [one.above for one in found.standings][3]


def test_many_areas_have_a_funnel_and_no_test() -> None:
    found = compare_shares([80] * MANY, [100] * MANY)
    assert (found.differ, found.p, found.widened) == (None, None, False)
    assert outside(found) == [""] * MANY


def test_nine_are_few() -> None:
    assert compare_shares([80] * (MANY - 1), [100] * (MANY - 1)).differ is False


def test_one_of_many_far_away_is_outside() -> None:
    found = compare_shares([60] + [80] * 19, [100] * 20)
    assert outside(found) == ["99.8"] + [""] * 19


def test_many_that_usually_differ_have_wider_limits() -> None:
    made = random.Random(4)
    hits = [round(1000 * made.gauss(0.7, 0.06)) for _ in range(40)]
    found = compare_shares(hits, [1000] * 40)
    assert found.widened and found.times > 5
    assert outside(found).count("99.8") <= 1
    assert found.limits(1000).upper998 > share_band(1000, found.overall).upper998


def test_limits_are_widened_from_two_standard_errors_of_the_ratio_on() -> None:
    assert clearly_above_one(50) == pytest.approx(1.4)
    assert clearly_above_one(10) > clearly_above_one(43) > 1


def test_many_level_areas_seldom_have_wider_limits() -> None:
    made = random.Random(6)
    widened = 0
    for _ in range(60):
        hits = [sum(made.random() < 0.7 for _ in range(90)) for _ in range(20)]
        widened += compare_shares(hits, [90] * 20).widened
    assert widened <= 4


def test_many_level_areas_are_seldom_outside() -> None:
    made = random.Random(9)
    named = 0
    for _ in range(40):
        sizes = [made.randint(30, 500) for _ in range(25)]
        hits = [sum(made.random() < 0.1 for _ in range(size)) for size in sizes]
        named += outside(compare_shares(hits, sizes)).count("99.8")
    assert named <= 6  # of 1,000; 2 expected at most


def test_five_level_areas_are_told_apart_once_in_twenty_times() -> None:
    made = random.Random(2)
    told = 0
    for _ in range(300):
        hits = [sum(made.random() < 0.6 for _ in range(80)) for _ in range(5)]
        told += bool(compare_shares(hits, [80] * 5).differ)
    assert 5 <= told <= 27  # 15 expected


def test_rates_of_few_areas() -> None:
    found = compare_rates([50, 52, 47, 120], [1000] * 4)
    assert found.differ is True
    assert outside(found) == ["", "", "", "99.8"] or outside(found)[3] == "99.8"
    assert found.overall == pytest.approx(0.06725)


def test_rates_of_many_areas() -> None:
    found = compare_rates([5, 7, 6, 20, 4, 8, 3, 5, 6, 5, 7], [1000] * 11)
    assert outside(found)[3] == "99.8"
    assert outside(found).count("") == 10


def test_areas_without_any_event_do_not_differ() -> None:
    assert compare_rates([0] * 12, [10] * 12).differ is False
    assert compare_shares([0] * 4, [10] * 4).differ is False


def test_a_test_with_few_expected_says_that_it_is_rough() -> None:
    assert compare_shares([1, 2, 0], [20, 30, 25]).rough
    assert not compare_shares([10, 12, 14], [20, 30, 25]).rough


@pytest.mark.parametrize(
    ("hits", "sizes", "said"),
    [
        ([5, 11], [10, 10], "above its denominator"),
        ([5, 1], [10, 0], "denominator of an area is not above 0"),
        ([5, -1], [10, 10], "below 0"),
        ([5], [10], "At least two areas"),
        ([5, float("nan")], [10, 10], "below 0"),
    ],
)
def test_impossible_areas_are_refused(hits: list[float], sizes: list[float], said: str) -> None:
    with pytest.raises(Impossible, match=said):
        compare_shares(hits, sizes)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(30, 400)), min_size=2, max_size=25))
def test_every_area_lies_within_its_own_interval(rows: list[tuple[int, int]]) -> None:
    for compare in (compare_shares, compare_rates):
        found = compare([x for x, _ in rows], [n for _, n in rows])
        assert all(one.lower - NEAR <= one.value <= one.upper + NEAR for one in found.standings)


@settings(deadline=None)
@given(st.integers(0, 30), st.lists(st.integers(1, 40), min_size=2, max_size=25))
def test_areas_of_one_share_are_never_outside(share: int, tens: list[int]) -> None:
    sizes = [30 * size for size in tens]
    found = compare_shares([share * size for size in tens], sizes)
    assert outside(found) == [""] * len(sizes)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(30, 400)), min_size=2, max_size=25), st.randoms())
def test_the_order_of_the_areas_does_not_matter(rows: list[tuple[int, int]], made: random.Random) -> None:
    shuffled = list(rows)
    made.shuffle(shuffled)
    first = compare_shares([x for x, _ in rows], [n for _, n in rows])
    second = compare_shares([x for x, _ in shuffled], [n for _, n in shuffled])
    told = sorted(zip(rows, outside(first), strict=True))
    assert told == sorted(zip(shuffled, outside(second), strict=True))
