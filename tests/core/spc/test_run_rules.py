"""Runs that are too long and crossings that are too few: each rule to its last inequality."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from answerable.core.spc.runs import Runs, fewest_crossings, most_in_a_run, runs


def sides(text: str) -> Runs:
    """Points above (+), below (-), on the centre (0), missing (?) and excluded (x)."""
    values = [{"+": 6.0, "-": 4.0, "0": 5.0, "?": None, "x": 9.0}[one] for one in text]
    return runs(values, [5.0] * len(text), [one != "x" for one in text])


@pytest.mark.parametrize(
    ("useful", "most"),
    [(1, 3), (2, 4), (8, 6), (11, 6), (12, 7), (22, 7), (23, 8), (45, 8), (46, 9), (100, 10)],
)
def test_a_run_may_be_log2_of_the_points_and_three(useful: int, most: int) -> None:
    assert most_in_a_run(useful) == most


@pytest.mark.parametrize("useful", range(1, 301))
def test_the_fewest_crossings_are_the_binomial_five_per_cent_point(useful: int) -> None:
    assert fewest_crossings(useful) == int(binom.ppf(0.05, useful - 1, 0.5)) if useful > 1 else True


def test_the_fewest_crossings_of_a_lone_point_are_none() -> None:
    assert fewest_crossings(1) == 0


def test_a_run_as_long_as_the_limit_is_ordinary() -> None:
    found = sides("++++++-+-+")  # 10 useful: at most 6
    assert (found.longest, found.most, found.signal) == (6, 6, False)


def test_a_run_longer_than_the_limit_is_a_signal() -> None:
    found = sides("+++++++-+-")
    assert (found.longest, found.most, found.signal) == (7, 6, True)


def test_as_few_crossings_as_the_limit_are_ordinary() -> None:
    found = sides("+++---++++")  # 10 useful: at least 2
    assert (found.crossings, found.fewest, found.signal) == (2, 2, False)


def test_fewer_crossings_are_a_signal() -> None:
    found = sides("+++++-----")
    assert (found.crossings, found.fewest, found.longest, found.signal) == (1, 2, 5, True)


@pytest.mark.parametrize("passed_over", "0?x")
def test_points_on_the_centre_missing_or_excluded_are_passed_over(passed_over: str) -> None:
    found = sides(f"+++{passed_over}++++-+-")
    assert (found.useful, found.longest, found.signal) == (10, 7, True)


def test_no_useful_point_is_no_signal() -> None:
    assert sides("0?x0") == Runs(0, None, None, None, None, signal=False)


def test_nothing_at_all_is_no_signal() -> None:
    assert not runs([], [], []).signal


def test_the_longest_run_is_named_by_its_first_and_last_point() -> None:
    found = sides("-+?++-+")
    assert (found.first, found.last) == (1, 4)


def test_of_runs_of_one_length_the_latest_is_named() -> None:
    found = sides("++--+")
    assert (found.first, found.last) == (2, 3)


@settings(deadline=None)
@given(st.text("+-0?x", max_size=60))
def test_turned_upside_down_it_says_the_same(text: str) -> None:
    assert sides(text) == sides(text.translate(str.maketrans("+-", "-+")))


@settings(deadline=None)
@given(st.text("+-", min_size=1, max_size=60))
def test_runs_and_crossings_fit_together(text: str) -> None:
    found = sides(text)
    assert found.longest is not None and found.crossings is not None
    assert found.longest + found.crossings <= found.useful
    assert found.longest * (found.crossings + 1) >= found.useful
