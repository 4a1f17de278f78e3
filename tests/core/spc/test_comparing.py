"""Two shares, many shares: differences, intervals, tests."""

from __future__ import annotations

from math import ceil, hypot, inf, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from answerable.core.spc.comparing import alike, fisher, newcombe, sample_to_settle, two_proportions
from answerable.core.spc.impossible import Impossible
from answerable.core.spc.intervals import two_sided_z, wilson

approx = pytest.approx
share = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


class TestTwo:
    def test_by_hand(self) -> None:
        found = two_proportions(30, 100, 45, 100)
        spread = two_sided_z(0.95) * sqrt(0.3 * 0.7 / 100 + 0.45 * 0.55 / 100)
        assert found.difference == approx(-0.15)
        assert found.interval == approx((-0.15 - spread, -0.15 + spread))
        assert found.chisq == approx(0.15**2 / (0.375 * 0.625 * 2 / 100))

    def test_the_interval_stays_inside(self) -> None:
        assert two_proportions(1, 1, 0, 1).interval == (1, 1)
        assert two_proportions(2, 2, 1, 2).interval.upper == 1

    def test_all_alike_leaves_no_test(self) -> None:
        for x in (0, 20):
            found = two_proportions(x, 20, x, 20)
            assert (found.chisq, found.p, found.fisher_p, found.difference) == (None, None, 1, 0)

    @given(share, share)
    def test_fisher_is_scipys(self, one: tuple[int, int], two: tuple[int, int]) -> None:
        (x1, n1), (x2, n2) = one, two
        wanted = stats.fisher_exact([[x1, n1 - x1], [x2, n2 - x2]]).pvalue
        assert fisher(x1, n1, x2, n2) == approx(wanted, rel=1e-6, abs=1e-300)

    def test_fisher_of_two_hundred_thousand(self) -> None:
        wanted = stats.fisher_exact([[50_200, 49_800], [49_800, 50_200]]).pvalue
        assert fisher(50_200, 100_000, 49_800, 100_000) == approx(wanted, rel=1e-6)

    @given(share, share)
    def test_chi_square_is_scipys(self, one: tuple[int, int], two: tuple[int, int]) -> None:
        (x1, n1), (x2, n2) = one, two
        found = two_proportions(x1, n1, x2, n2)
        if found.p is None:
            assert x1 + x2 in (0, n1 + n2)
        else:
            wanted = stats.chi2_contingency([[x1, n1 - x1], [x2, n2 - x2]], correction=False)
            assert (found.chisq, found.p) == approx((wanted.statistic, wanted.pvalue), rel=1e-8, abs=1e-12)

    @given(share, share)
    def test_turned_round(self, one: tuple[int, int], two: tuple[int, int]) -> None:
        found, turned = two_proportions(*one, *two), two_proportions(*two, *one)
        assert turned.difference == approx(-found.difference)
        assert turned.interval == approx((-found.interval.upper, -found.interval.lower))
        assert turned.fisher_p == approx(found.fisher_p)
        assert found.interval.lower <= found.difference <= found.interval.upper


class TestNewcombe:
    def test_his_own_example(self) -> None:
        """Newcombe 1998, table II, (a): 56/70 less 48/80, method 10: 0.0524 to 0.3339."""
        assert newcombe(56, 70, 48, 80) == approx((0.0524, 0.3339), abs=5e-5)

    def test_nobody_in_either(self) -> None:
        ends = wilson(0, 10).upper, wilson(0, 20).upper
        assert newcombe(0, 10, 0, 20) == approx((-ends[1], ends[0]))

    @pytest.mark.parametrize("sizes", [(0, 20), (10, 0)])
    def test_nobody_asked_is_said(self, sizes: tuple[int, int]) -> None:
        with pytest.raises(Impossible, match="no share of nobody"):
            newcombe(0, sizes[0], 0, sizes[1])

    def test_made_of_wilsons(self) -> None:
        one, two = wilson(9, 10), wilson(3, 10)
        assert newcombe(9, 10, 3, 10).lower == approx(0.6 - hypot(0.9 - one.lower, two.upper - 0.3))

    @given(share, share)
    def test_it_holds_the_gap_and_turns_round(self, one: tuple[int, int], two: tuple[int, int]) -> None:
        found, turned = newcombe(*one, *two), newcombe(*two, *one)
        gap = one[0] / one[1] - two[0] / two[1]
        assert -1 - 1e-9 <= found.lower <= gap + 1e-12 and gap - 1e-12 <= found.upper <= 1 + 1e-9
        assert turned == approx((-found.upper, -found.lower))


class TestSize:
    def test_a_gap_of_four_points_at_about_four_in_five(self) -> None:
        """1.96^2 x (0.79 x 0.21 + 0.83 x 0.17) / 0.04^2 = 3.8415 x 0.307 / 0.0016 = 737."""
        assert ceil(sample_to_settle(0.79, 0.83)) == 738
        assert sample_to_settle(0.79, 0.83) == approx(3.841459 * 0.307 / 0.0016, rel=1e-6)

    def test_with_so_many_walds_interval_ends_at_nought(self) -> None:
        n = sample_to_settle(0.6, 0.5)
        assert 0.1 - two_sided_z(0.95) * sqrt((0.24 + 0.25) / n) == approx(0)

    def test_surer_takes_twice_as_many(self) -> None:
        assert sample_to_settle(0.79, 0.83, power=0.8) == approx(2.0433 * 737.09, rel=1e-3)

    def test_no_gap_is_never_settled(self) -> None:
        assert sample_to_settle(0.5, 0.5) == inf


class TestMany:
    def test_by_hand(self) -> None:
        found = alike([10, 20, 30], [100, 100, 100])
        assert found.overall == approx(0.2)
        assert found.chisq == approx(2 * 100 * 0.1**2 / (0.2 * 0.8))
        assert (found.df, found.p) == (2, approx(stats.chi2.sf(12.5, 2)))

    def test_all_the_same_share(self) -> None:
        found = alike([10, 20], [50, 100])
        assert (found.chisq, found.p) == (approx(0), approx(1))

    @pytest.mark.parametrize("counts", [[0, 0, 0], [5, 6, 7]])
    def test_none_or_all_leaves_no_test(self, counts: list[int]) -> None:
        assert alike(counts, [5, 6, 7]).p is None

    def test_one_alone(self) -> None:
        assert (alike([3], [5]).p, alike([3], [5]).df) == (None, 0)

    @pytest.mark.parametrize(
        ("counts", "sizes"), [([], []), ([1], [1, 2]), ([1], [0]), ([3], [2]), ([-1, 1], [2, 2])]
    )
    def test_the_impossible(self, counts: list[float], sizes: list[float]) -> None:
        with pytest.raises(Impossible):
            alike(counts, sizes)
