"""Intervals of a share: on numbers worked out by hand, against scipy, and what holds of all of them."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from answerable.core.spc.impossible import Impossible
from answerable.core.spc.intervals import Interval, clopper_pearson, two_sided_z, wilson, wilson_continuity

approx = pytest.approx
Making = Callable[..., Interval]
EVERY: list[Making] = [wilson, wilson_continuity, clopper_pearson]
shares = st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
sure = st.sampled_from([0.8, 0.9, 0.95, 0.99, 0.998])


def test_wilson_by_hand() -> None:
    z2 = two_sided_z(0.95) ** 2
    middle, half = (10 + z2 / 2) / (40 + z2), sqrt(z2) * sqrt(10 * 30 / 40 + z2 / 4) / (40 + z2)
    assert wilson(10, 40) == approx((middle - half, middle + half))


def test_nobody_of_n_and_all_of_n() -> None:
    z2 = two_sided_z(0.95) ** 2
    assert wilson(0, 30) == approx((0, z2 / (30 + z2)))
    assert wilson(30, 30) == approx((30 / (30 + z2), 1))
    assert clopper_pearson(0, 30) == approx((0, 1 - 0.025 ** (1 / 30)))
    assert clopper_pearson(30, 30) == approx((0.025 ** (1 / 30), 1))
    assert wilson(0, 30).lower == clopper_pearson(0, 30).lower == wilson_continuity(0, 30).lower == 0
    assert wilson(30, 30).upper == clopper_pearson(30, 30).upper == wilson_continuity(30, 30).upper == 1


def test_one_asked() -> None:
    assert clopper_pearson(0, 1) == approx((0, 0.975))
    assert clopper_pearson(1, 1) == approx((0.025, 1))


def test_half_of_those_asked_needs_no_correction() -> None:
    """prop.test corrects by half a case but never beyond the half that it tests against."""
    assert wilson_continuity(50, 100) == wilson(50, 100)
    assert wilson_continuity(51, 102) == wilson(51, 102)
    assert wilson_continuity(5, 11).lower == approx(stats_continuity(5, 11)[0])


def stats_continuity(x: int, n: int) -> tuple[float, float]:
    found = stats.binomtest(x, n).proportion_ci(method="wilsoncc")
    return found.low, found.high


@given(shares, sure)
def test_as_scipy(share: tuple[int, int], confidence: float) -> None:
    x, n = share
    told = stats.binomtest(x, n)
    for ours, method in ((wilson, "wilson"), (clopper_pearson, "exact")):
        theirs = told.proportion_ci(confidence, method)
        assert ours(x, n, confidence) == approx((theirs.low, theirs.high), rel=1e-8, abs=1e-12)


@given(shares, sure, st.sampled_from(EVERY))
def test_it_holds_the_share_lies_in_nought_to_one_and_mirrors(
    share: tuple[int, int], confidence: float, interval: Making
) -> None:
    x, n = share
    lower, upper = interval(x, n, confidence)
    assert 0 <= lower <= x / n + 1e-15 and x / n - 1e-15 <= upper <= 1
    mirrored = interval(n - x, n, confidence)
    assert (1 - mirrored.upper, 1 - mirrored.lower) == approx((lower, upper), abs=1e-12)


@given(shares, st.sampled_from(EVERY))
def test_surer_is_wider(share: tuple[int, int], interval: Making) -> None:
    narrow, wide = interval(*share, 0.9), interval(*share, 0.99)
    assert wide.lower <= narrow.lower and narrow.upper <= wide.upper


@given(st.floats(1, 1e6), st.floats(0, 1))
def test_a_share_that_was_rounded_need_not_be_a_whole_number(n: float, part: float) -> None:
    lower, upper = wilson(n * part, n)
    assert 0 <= lower <= upper <= 1


@pytest.mark.parametrize("interval", EVERY)
@pytest.mark.parametrize(
    ("x", "n", "said"),
    [
        (1, 0, "There is no share of nobody"),
        (0, -3, "There is no share of nobody"),
        (0, float("nan"), "There is no share of nobody"),
        (7, 5, "7 of 5 is not possible"),
        (-1, 5, "-1 of 5 is not possible"),
        (float("nan"), 5, "is not possible"),
        (7, float("inf"), "has to be a number of 1 or more"),
    ],
)
def test_the_impossible_is_said(interval: Making, x: float, n: float, said: str) -> None:
    with pytest.raises(Impossible, match=said):
        interval(x, n)
