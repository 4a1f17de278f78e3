"""Straight lines: against numpy's matrices, and where columns or values leave nothing to know."""

from __future__ import annotations

import random
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from answerable.core.spc.before_after import columns_of, segmented, welch
from answerable.core.spc.regression import (
    contrast,
    durbin_watson,
    least_squares,
    likeness,
    newey_west,
    usual_lag,
)

approx = pytest.approx
RANDOM = random.Random(20260101)
SERIES = [50 + 0.3 * t + RANDOM.gauss(0, 4) for t in range(30)]


def matrices(y: list[float], first: int, lag: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Estimates, standard errors, Newey and West's: straight from the formulas, by matrices."""
    x = np.array(columns_of(range(1, len(y) + 1), first)).T
    inverse = np.linalg.inv(x.T @ x)
    beta = inverse @ x.T @ np.array(y)
    e = np.array(y) - x @ beta
    u = x * e[:, None]
    middle = u.T @ u
    for apart in range(1, lag + 1):
        both = u[apart:].T @ u[:-apart]
        middle = middle + (1 - apart / (lag + 1)) * (both + both.T)
    plain = np.sqrt(np.diag(inverse) * (e @ e) / (len(y) - 4))
    return beta, plain, np.sqrt(np.diag(inverse @ middle @ inverse))


@pytest.mark.parametrize(("first", "lag"), [(16, 0), (9, 3), (25, 7)])
def test_the_lines_are_those_of_the_matrices(first: int, lag: int) -> None:
    beta, plain, robust = matrices(SERIES, first, lag)
    found = segmented(SERIES, first, lag=lag)
    assert [term.estimate for term in found.terms] == approx(list(beta))
    assert [term.se for term in found.terms] == approx(list(plain))
    assert [term.newey_west_se for term in found.terms] == approx(list(robust))


def test_the_step_stands_one_period_before_the_first_point_after() -> None:
    """10 until the sixth point, then 17, 19, 21: the new line is at 15 one period before its first point."""
    found = segmented([10, 10, 10, 10, 10, 10, 17, 19, 21], 7)
    assert [term.estimate for term in found.terms] == approx([10, 0, 5, 2])


def test_a_perfect_line_has_no_error_and_no_test() -> None:
    found = segmented([1, 2, 3, 4, 6, 8, 10], 5)
    assert (found.sigma, found.durbin_watson, found.r_squared) == (0, None, approx(1))
    assert [term.t for term in found.terms] == [None] * 4


def test_all_points_alike() -> None:
    found = segmented([7.1] * 12, 6)
    assert (found.sigma, found.durbin_watson, found.r_squared) == (0, None, None)
    assert [term.estimate for term in found.terms] == approx([7.1, 0, 0, 0], abs=1e-12)


@pytest.mark.parametrize(
    ("first", "unknown"),
    [(1, ["level_change", "slope_change"]), (12, ["slope_change"]), (13, ["level_change", "slope_change"])],
)
def test_what_is_the_same_as_another_column_is_unknown(first: int, unknown: list[str]) -> None:
    found = segmented(SERIES[:12], first)
    assert [term.name for term in found.terms if term.estimate is None] == unknown
    assert [term.name for term in found.terms if term.newey_west_se is None] == unknown


@pytest.mark.parametrize("many", [0, 1, 2, 3, 4])
def test_very_short_series_have_no_errors(many: int) -> None:
    found = segmented(SERIES[:many], 3)
    assert found.df == 0
    assert [(term.se, term.lower, term.newey_west_se) for term in found.terms] == [(None, None, None)] * 4


def test_periods_that_are_missing_keep_their_place() -> None:
    whole = [10.0 + t for t in range(1, 13)]
    kept = [0, 1, 2, 4, 5, 8, 9, 11]
    found = segmented([whole[k] for k in kept], 7, times=[k + 1 for k in kept])
    assert [term.estimate for term in found.terms] == approx([10, 1, 0, 0], abs=1e-9)


def test_a_far_lag_is_held_to_the_series() -> None:
    assert segmented(SERIES[:8], 5, lag=500).terms[0].newey_west_se is not None


class TestNeighbours:
    def test_durbin_watson_by_hand(self) -> None:
        assert durbin_watson([1, -1, 1, -1]) == approx(3)
        assert durbin_watson([1, 1, -1, -1]) == approx(1)
        assert durbin_watson([0, 0]) is None
        assert durbin_watson([]) is None

    def test_the_usual_lag(self) -> None:
        assert [usual_lag(n) for n in (16, 36, 60, 100)] == [2, 3, 3, 4]

    def test_likeness(self) -> None:
        assert likeness([1.0, -1.0] * 10, 2) == 0
        assert likeness([0.0] * 5, 2) == 0
        assert likeness([1.0] * 20 + [-1.0] * 20, 2) == 0.9
        assert likeness([1.0, 1.0, -1.0, -1.0] * 5, 2) == approx(0.05 + (1 + 0.15) / 20, abs=0.02)

    def test_alike_neighbours_widen_and_never_narrow(self) -> None:
        rows = [[1.0] * 24, [0.0] * 12 + [1.0] * 12]
        waves = [10.0 + (t // 4) % 2 for t in range(24)]
        teeth = [10.0 + t % 2 for t in range(24)]
        for y, wider in ((waves, True), (teeth, False)):
            fit = least_squares(y, rows)
            found = contrast(rows, fit, {1: 1.0}, 2)
            assert found is not None and fit.se[1] is not None
            assert (found.se > fit.se[1] * 1.3) is wider
            assert found.se >= fit.se[1] * (1 - 1e-12)

    def test_a_sum_of_terms_that_is_not_known(self) -> None:
        rows = [[1.0] * 3, [1.0] * 3]
        assert contrast(rows, least_squares([1, 2, 4], rows), {1: 1.0}, 1) is None

    def test_a_sum_is_the_sum(self) -> None:
        rows = columns_of(range(1, 31), 16)
        fit = least_squares(SERIES, rows)
        found = contrast(rows, fit, {2: 1.0, 3: 2.0}, 0)
        assert found is not None
        assert found.estimate == approx((fit.estimates[2] or 0) + 2 * (fit.estimates[3] or 0))
        robust = newey_west(rows, fit, 0)
        alone = contrast(rows, fit, {2: 1.0}, 0)
        assert alone is not None and alone.se >= (robust[2] or 0) * (1 - 1e-12)


class TestWelch:
    def test_by_hand(self) -> None:
        found = welch([1, 2, 3, 4], [4, 6, 8])
        se = sqrt((5 / 3) / 4 + 4 / 3)
        assert (found.mean_before, found.mean_after, found.difference) == (2.5, 6, 3.5)
        assert found.t == approx(3.5 / se)
        assert found.df == approx(se**4 / ((5 / 12) ** 2 / 3 + (4 / 3) ** 2 / 2))

    def test_as_scipy(self) -> None:
        wanted = stats.ttest_ind(SERIES[12:], SERIES[:12], equal_var=False)
        found = welch(SERIES[:12], SERIES[12:])
        assert (found.t, found.df, found.p) == approx((wanted.statistic, wanted.df, wanted.pvalue))
        assert (found.lower, found.upper) == approx(tuple(wanted.confidence_interval(0.95)))

    @pytest.mark.parametrize(
        ("before", "after"), [([1], [2, 3]), ([1, 2], [3]), ([5, 5, 5], [5, 5]), ([0, 0], [0, 0])]
    )
    def test_too_few_or_all_alike(self, before: list[float], after: list[float]) -> None:
        found = welch(before, after)
        assert found.difference is not None
        assert (found.lower, found.upper, found.t, found.df, found.p) == (None,) * 5

    def test_a_side_without_any(self) -> None:
        assert welch([], [1, 2]).difference is None
        assert (welch([], []).mean_before, welch([], [3]).mean_after) == (None, 3)

    def test_one_side_alike(self) -> None:
        assert welch([5, 5, 5], [6, 8]).df == approx(1)


@given(st.lists(st.floats(-1e6, 1e6), max_size=40), st.integers(-2, 45), st.integers(0, 50))
def test_it_never_raises_and_holds_its_estimates(y: list[float], first: int, lag: int) -> None:
    for term in segmented(y, first, lag=lag).terms:
        if term.estimate is not None and term.lower is not None and term.upper is not None:
            assert term.lower <= term.estimate <= term.upper


@given(st.lists(st.integers(-50, 50).map(float), min_size=10, max_size=30), st.integers(3, 8))
def test_mirrored_values_give_mirrored_terms(y: list[float], first: int) -> None:
    found, mirrored = segmented(y, first), segmented([-value for value in y], first)
    for one, other in zip(found.terms, mirrored.terms, strict=True):
        assert other.estimate == (approx(-one.estimate, abs=1e-9) if one.estimate is not None else None)
        assert other.newey_west_se == approx(one.newey_west_se)
