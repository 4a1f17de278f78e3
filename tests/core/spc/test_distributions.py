"""Tails and quantiles: against closed forms, against exact sums, against scipy, and there and back again."""

from __future__ import annotations

from fractions import Fraction
from math import comb, exp, factorial, inf, isclose, pi, sqrt, tan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from answerable.core.spc.distributions import (
    beta_odds,
    beta_quantile,
    binomial_cdf,
    binomial_quantile,
    binomial_sf,
    binomial_term,
    chi2_quantile,
    chi2_sf,
    chi2_upper_quantile,
    normal_cdf,
    normal_quantile,
    poisson_cdf,
    poisson_term,
    t_quantile,
    t_sf,
)

TOLERANCE = 1e-10
chances = st.floats(1e-12, 1 - 1e-12)
degrees = st.sampled_from([0.5, 1, 2, 3, 7.3, 10, 44, 120, 1000])


def close(found: float, wanted: float, tolerance: float = TOLERANCE) -> bool:
    return isclose(found, wanted, rel_tol=tolerance, abs_tol=1e-300)


class TestNormal:
    def test_the_values_everybody_knows(self) -> None:
        assert close(normal_quantile(0.975), 1.959963984540054)
        assert close(normal_quantile(0.999), 3.090232306167813)
        assert normal_cdf(0) == 0.5

    def test_far_out_the_tail_keeps_its_digits(self) -> None:
        assert close(normal_cdf(-37), stats.norm.cdf(-37))

    def test_no_chance_and_certainty_are_endless(self) -> None:
        assert normal_quantile(0) == -inf
        assert normal_quantile(1) == inf

    @given(chances)
    def test_there_and_back(self, p: float) -> None:
        assert close(normal_cdf(normal_quantile(p)), p)


class TestChiSquare:
    @pytest.mark.parametrize(("p", "df", "x"), [(0.95, 1, 3.841458820694124), (0.95, 4, 9.487729036781154)])
    def test_tables(self, p: float, df: float, x: float) -> None:
        assert close(chi2_quantile(p, df), x)
        assert close(chi2_sf(x, df), 1 - p)

    @pytest.mark.parametrize("x", [0.001, 1.0, 20.0, 300.0, 1400.0])
    def test_two_degrees_are_an_exponential(self, x: float) -> None:
        assert close(chi2_sf(x, 2), exp(-x / 2))

    def test_nothing_is_below_nought(self) -> None:
        assert chi2_sf(0, 3) == chi2_sf(-1, 3) == 1
        assert chi2_sf(inf, 3) == 0
        assert chi2_quantile(0, 3) == 0
        assert chi2_quantile(1, 3) == inf

    def test_a_million_degrees(self) -> None:
        assert close(chi2_quantile(0.975, 2e6), stats.chi2.ppf(0.975, 2e6))

    @given(chances, degrees)
    def test_as_scipy(self, p: float, df: float) -> None:
        assert close(chi2_quantile(p, df), stats.chi2.ppf(p, df), 1e-9)

    @given(chances, degrees)
    def test_there_and_back(self, p: float, df: float) -> None:
        assert close(1 - chi2_sf(chi2_quantile(p, df), df), p, 1e-4)
        assert close(chi2_sf(chi2_upper_quantile(p, df), df), p)


class TestPoisson:
    def test_an_exact_sum(self) -> None:
        assert close(poisson_cdf(3, 2.5), exp(-2.5) * sum(2.5**k / factorial(k) for k in range(4)))

    def test_ends(self) -> None:
        assert poisson_cdf(-1, 4) == 0
        assert close(poisson_cdf(0, 4), exp(-4))
        assert poisson_cdf(0, 0) == 1
        assert poisson_term(0, 0) == 1
        assert poisson_term(2, 0) == 0

    @given(st.integers(0, 3000), st.floats(0.01, 3000))
    def test_as_scipy(self, k: int, mean: float) -> None:
        wanted = stats.poisson.cdf(k, mean)
        assert close(poisson_cdf(k, mean), wanted, 1e-9) or wanted < 1e-200

    @given(st.integers(1, 500), st.floats(0.5, 500))
    def test_terms_differ_by_what_they_should(self, k: int, mean: float) -> None:
        before = poisson_term(k - 1, mean)
        assert before < 1e-250 or close(poisson_term(k, mean) / before, mean / k)


class TestBinomial:
    @given(st.integers(1, 60), st.data(), st.integers(1, 99))
    def test_exact_sums_in_fractions(self, n: int, data: st.DataObject, hundredths: int) -> None:
        k, p = data.draw(st.integers(0, n)), Fraction(hundredths, 100)
        exact = sum((comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k + 1)), Fraction())
        assert close(binomial_cdf(k, n, float(p)), float(exact))
        assert close(binomial_sf(k, n, float(p)), float(1 - exact))
        term = comb(n, k) * p**k * (1 - p) ** (n - k)
        assert close(binomial_term(k, n - k, float(p), 1 - float(p)), float(term))

    def test_beyond_the_ends(self) -> None:
        assert (binomial_cdf(-1, 5, 0.3), binomial_cdf(5, 5, 0.3)) == (0, 1)
        assert close(binomial_cdf(2.9, 5, 0.5), 0.5)
        assert (binomial_sf(-1, 5, 0.3), binomial_sf(5, 5, 0.3)) == (1, 0)

    def test_certain_and_impossible(self) -> None:
        assert binomial_term(0, 5, 0, 1) == binomial_term(5, 0, 1, 0) == 1
        assert binomial_term(1, 4, 0, 1) == binomial_term(4, 1, 1, 0) == 0

    @given(st.floats(0.001, 0.999), st.integers(0, 300), st.floats(0.01, 0.99))
    def test_the_quantile_is_the_least_that_reaches_it(self, p: float, n: int, prob: float) -> None:
        k = binomial_quantile(p, n, prob)
        assert k == n or binomial_cdf(k, n, prob) >= p * (1 - 1e-12)
        assert k == 0 or binomial_cdf(k - 1, n, prob) < p

    def test_the_run_rules_fewest_crossings(self) -> None:
        assert [binomial_quantile(0.05, n - 1, 0.5) for n in (10, 20, 24, 36, 100)] == [2, 6, 8, 13, 41]

    def test_a_hundred_million(self) -> None:
        assert close(
            binomial_cdf(49_990_000, 100_000_000, 0.5), stats.binom.cdf(49_990_000, 10**8, 0.5), 1e-7
        )


class TestStudent:
    @pytest.mark.parametrize("p", [0.6, 0.9, 0.975, 0.9995, 0.01, 1e-9])
    def test_one_and_two_degrees_have_closed_forms(self, p: float) -> None:
        assert close(t_quantile(p, 1), -1 / tan(pi * p), 1e-9)
        assert close(t_quantile(p, 2), (2 * p - 1) / sqrt(2 * p * (1 - p)), 1e-9)

    def test_the_table(self) -> None:
        assert close(t_quantile(0.975, 10), 2.228138851986274)
        assert close(t_quantile(0.975, 1e9), 1.959963984540054, 1e-8)

    def test_the_middle_and_the_ends(self) -> None:
        assert t_quantile(0.5, 7) == 0
        assert (t_quantile(0, 7), t_quantile(1, 7)) == (-inf, inf)
        assert t_sf(0, 7) == 0.5
        assert (t_sf(inf, 7), t_sf(-inf, 7)) == (0, 1)

    @given(st.floats(-300, 300), degrees)
    def test_as_scipy(self, t: float, df: float) -> None:
        assert close(t_sf(t, df), stats.t.sf(t, df), 1e-9) or abs(t_sf(t, df)) < 1e-250

    @given(chances, degrees)
    def test_there_and_back_and_mirrored(self, p: float, df: float) -> None:
        t = t_quantile(p, df)
        assert close(t_sf(-t, df), p, 1e-9)
        assert t_sf(t, df) + t_sf(-t, df) == pytest.approx(1)


class TestBeta:
    def test_closed_forms(self) -> None:
        assert close(beta_quantile(0.3, 1, 1), 0.3)
        assert close(beta_quantile(0.025, 1, 20), 1 - 0.975 ** (1 / 20))
        assert close(beta_quantile(0.025, 20, 1), 0.025 ** (1 / 20))
        assert close(beta_quantile(9.652458370147002e-13, 0.5, 2), 4.140886781663118e-25)

    def test_the_ends(self) -> None:
        assert (beta_quantile(0, 3, 4), beta_quantile(1, 3, 4)) == (0, 1)
        assert beta_odds(1, 3, 4) == inf

    @given(chances, st.sampled_from([0.5, 1, 3, 17, 300]), st.sampled_from([1, 2, 8.5, 40, 1000]))
    def test_there_and_back(self, p: float, a: float, b: float) -> None:
        assert close(stats.beta.cdf(beta_quantile(p, a, b), a, b), p, 1e-8)

    @given(chances, st.sampled_from([1, 3, 17]), st.sampled_from([1, 2, 40]))
    def test_odds_turned_round(self, p: float, a: float, b: float) -> None:
        assert beta_odds(p, a, b) * beta_odds(p, b, a, upper=True) == pytest.approx(1)
