"""Rates and their ratios: exact below ten events, Byar's from ten, and given all events a binomial."""

from __future__ import annotations

from math import inf, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from answerable.core.spc.impossible import Impossible
from answerable.core.spc.intervals import two_sided_z
from answerable.core.spc.rates import (
    binomial_test,
    byar,
    count_interval,
    exact_poisson,
    rate,
    rate_ratio,
)

approx = pytest.approx
counts = st.integers(0, 5000)
times = st.integers(1, 60)


class TestOneRate:
    def test_no_event_at_all(self) -> None:
        assert exact_poisson(0) == approx((0, stats.chi2.ppf(0.975, 2) / 2))
        assert rate(0, 1000).lower == 0

    def test_nine_is_exact_and_ten_is_byars(self) -> None:
        assert count_interval(9) == exact_poisson(9) != byar(9)
        assert count_interval(10) == byar(10) != exact_poisson(10)
        assert (rate(9, 1000).method, rate(10, 1000).method) == ("Exact", "Byars")

    def test_byars_by_hand(self) -> None:
        z = two_sided_z(0.95)
        assert byar(20) == approx(
            (
                20 * (1 - 1 / 180 - z / (3 * sqrt(20))) ** 3,
                21 * (1 - 1 / 189 + z / (3 * sqrt(21))) ** 3,
            )
        )

    def test_for_so_many_people(self) -> None:
        found = rate(4, 2000, 1000)
        assert found.value == approx(2)
        assert (found.lower, found.upper) == approx(tuple(end / 2 for end in exact_poisson(4)))

    @given(counts, st.sampled_from([0.9, 0.95, 0.998]))
    def test_it_holds_the_count(self, events: int, confidence: float) -> None:
        lower, upper = count_interval(events, confidence)
        assert 0 <= lower <= events <= upper < inf

    @pytest.mark.parametrize("denominator", [0, -1, float("nan")])
    def test_no_denominator(self, denominator: float) -> None:
        with pytest.raises(Impossible, match="no rate for a denominator of 0"):
            rate(3, denominator)

    @pytest.mark.parametrize("events", [-1, float("nan"), inf])
    def test_no_count(self, events: float) -> None:
        with pytest.raises(Impossible, match="a count is 0 or more"):
            count_interval(events)


class TestRatio:
    def test_the_same_rate(self) -> None:
        found = rate_ratio(4, 12, 1, 3)
        assert (found.ratio, found.p) == (1, 1)

    def test_none_before_has_no_upper_end(self) -> None:
        found = rate_ratio(0, 12, 3, 12)
        assert (found.ratio, found.upper) == (None, None)
        assert found.lower is not None and found.lower > 0
        assert found.p == approx(0.25)

    def test_none_after_starts_at_nought(self) -> None:
        found = rate_ratio(5, 12, 0, 12)
        assert (found.ratio, found.lower) == (0, 0)
        assert found.upper == approx((1 - 0.025 ** (1 / 5)) / 0.025 ** (1 / 5))

    def test_none_at_all_says_nothing(self) -> None:
        found = rate_ratio(0, 12, 0, 3)
        assert (found.ratio, found.lower, found.upper, found.p) == (None, 0, None, 1)

    def test_no_time(self) -> None:
        with pytest.raises(Impossible, match="some time before and some after"):
            rate_ratio(3, 0, 2, 5)

    @given(counts, times, counts, times)
    def test_turned_round_it_is_one_over_it(self, before: int, time: int, after: int, later: int) -> None:
        found, turned = rate_ratio(before, time, after, later), rate_ratio(after, later, before, time)
        assert turned.p == approx(found.p, rel=1e-6)
        if found.ratio:
            assert turned.ratio == approx(1 / found.ratio)
        else:
            assert turned.ratio == (None if found.ratio == 0 or before == after == 0 else 0)
        assert turned.upper == approx(1 / found.lower) if found.lower else turned.upper is None

    @given(counts, times, counts, times)
    def test_the_interval_holds_the_ratio(self, before: int, time: int, after: int, later: int) -> None:
        found = rate_ratio(before, time, after, later)
        assert found.lower is not None
        if found.ratio is not None and found.upper is not None:
            assert found.lower <= found.ratio * (1 + 1e-12) and found.ratio <= found.upper * (1 + 1e-12)

    @given(st.integers(0, 300), st.integers(0, 300), st.sampled_from([0.5, 1 / 3, 0.8, 0.07]))
    def test_the_p_is_scipys(self, x: int, rest: int, p: float) -> None:
        if x + rest:
            assert binomial_test(x, x + rest, p) == approx(stats.binomtest(x, x + rest, p).pvalue, rel=1e-6)
