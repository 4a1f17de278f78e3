"""Funnels as FunnelPlotR and public health draw them, on numbers worked out by hand."""

from __future__ import annotations

from math import asin, exp, log, sin, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2

from answerable.core.spc.funnel import Asked, funnel, is_outside
from answerable.core.spc.funnel_limits import Z95, Z998, Band, band, bands
from answerable.core.spc.funnel_phe import standings
from answerable.core.spc.funnel_spread import Data, quantile, ranks, scores, truncated, winsorised

approx = pytest.approx


def test_quantiles_are_interpolated() -> None:
    assert quantile([4, 1, 3, 2], 0.1) == approx(1.3)
    assert quantile([4, 1, 3, 2], 1) == 4
    assert quantile([7], 0.1) == 7


def test_equal_values_share_their_rank() -> None:
    assert ranks([30, 10, 20, 20]) == [4, 1, 2.5, 2.5]


def test_scores_beyond_the_quantiles_are_drawn_in() -> None:
    assert winsorised([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.1) == [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9]


def test_scores_in_the_outermost_groups_are_cut_off() -> None:
    assert truncated([5, 1, 2, 3, 4], 0.25) == [None, None, 2, 3, 4]  # floor(4 r / 6): 0 1 2 2 3


def test_proportions_on_the_arcsine() -> None:
    found = scores(Data.PROPORTION, [20], [80], 0.5, 0.1)
    assert found.transformed == approx([asin(0.5)])
    assert found.z == approx([(asin(0.5) - asin(sqrt(0.5))) * 2 * sqrt(80)])


def test_ratios_of_counts_on_the_logarithm() -> None:
    found = scores(Data.COUNTS, [10], [40], 0.2, 0.1)
    error = sqrt(10 / 10.5**2 + 40 / 40.5**2)
    assert found.z == approx([(log(10.5 / 40.5) - log(0.2)) / error])


def test_standardised_ratios_on_the_logarithm_and_the_root() -> None:
    assert scores(Data.STANDARDISED, [30], [25], 1, 0.1).z == approx([log(1.2) * 5])
    assert scores(Data.STANDARDISED_ROOT, [30], [25], 1, 0.1).z == approx([(sqrt(1.2) - 1) * 10])


def test_phi_and_tau_squared_by_hand() -> None:
    hits, sizes = [20, 50, 80], [100, 100, 100]
    found = scores(Data.PROPORTION, hits, sizes, 0.5, 0.0)  # nothing trimmed
    z = (asin(sqrt(0.8)) - asin(sqrt(0.5))) * 20
    assert found.phi == approx(2 * z * z / 3)
    assert found.tau2 == approx((2 * z * z - 2) / (1200 - 400))


def test_areas_that_lie_closer_than_samples_have_no_tau() -> None:
    assert scores(Data.PROPORTION, [50, 50], [100, 100], 0.5, 0.1).tau2 == 0


def test_a_part_above_its_whole_has_a_value_and_no_score() -> None:
    found = funnel([12, 5, 6], [10, 10, 10], Asked(adjusted=False, plain=True))
    assert found.values[0] == 1.2
    assert found.outside[0]
    assert found.scores.trimmed[0] is None
    assert found.scores.moved[0] is False


def test_limits_of_proportions() -> None:
    found = band(Data.PROPORTION, 100, 0.5, 0.01)
    spread = sqrt(1 / 400 + 0.01)
    middle = asin(sqrt(0.5))
    assert found.lower95 == approx(sin(middle - Z95 * spread) ** 2)
    assert found.upper998 == approx(sin(middle + Z998 * spread) ** 2)


def test_limits_of_ratios_of_counts() -> None:
    assert band(Data.COUNTS, 100, 0.3, None).upper95 == approx(0.3 * exp(Z95 / 20))


def test_limits_of_standardised_ratios() -> None:
    assert band(Data.STANDARDISED, 25, 1, 0.01).lower998 == approx(exp(-Z998 * sqrt(0.05)))
    assert band(Data.STANDARDISED_ROOT, 25, 1, 0.01).lower998 == approx(1 - Z998 * sqrt(0.02))
    assert band(Data.STANDARDISED, 25, 1, None).lower95 == approx(chi2.ppf(0.025, 50) / 50)
    assert band(Data.STANDARDISED, 25, 1, None).upper998 == approx(chi2.ppf(0.999, 52) / 50)


def test_where_the_sine_folds_back_there_is_no_limit() -> None:
    small = bands(Data.PROPORTION, [5, 2000], 0.03, None)[5]
    assert (small.lower95, small.lower998) == (0, 0)
    assert small.upper95 < small.upper998 < 1
    large = bands(Data.PROPORTION, [4, 2000], 0.95, None)[4]
    assert (large.upper95, large.upper998) == (1, 1)


@pytest.mark.parametrize(
    ("value", "limit", "outside"),
    [
        (0.2, 95, False),
        (0.199, 95, True),
        (0.1, 99, False),
        (0.099, 99, True),
        (0.8, 95, False),
        (0.91, 99, True),
    ],
)
def test_on_a_limit_is_within(value: float, limit: int, outside: bool) -> None:
    assert is_outside(value, Band(0.1, 0.2, 0.8, 0.9), limit) is outside


def test_only_adjusted_limits_of_areas_that_are_alike_fall_back_to_plain_ones() -> None:
    alike = funnel([50, 51, 49, 50], [100] * 4, Asked(adjusted=True))
    assert (alike.uses_adjusted, alike.uses_plain) == (False, True)
    assert alike.phi < 1
    both = funnel([50, 51, 49, 50], [100] * 4, Asked(adjusted=True, plain=True))
    assert (both.uses_adjusted, both.uses_plain) == (True, True)


def test_without_adjustment_nothing_is_said_of_it() -> None:
    found = funnel([20, 80, 50], [100] * 3, Asked(adjusted=False, plain=True))
    assert (found.phi, found.tau2, found.uses_adjusted) == (0, 0, False)
    assert found.adjusted[0].lower95 == found.plain[0].lower95
    assert found.outside == [True, True, False]


def test_everything_is_told_in_the_multiplier() -> None:
    found = funnel([20, 30], [100, 100], Asked(multiply=100))
    assert found.values == approx([20, 30])
    assert 20 < found.plain[0].upper95 < 40
    assert found.target == 0.25


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(40, 900)), min_size=1, max_size=40))
def test_limits_of_shares_are_shares(rows: list[tuple[int, int]]) -> None:
    found = funnel([x for x, _ in rows], [n for _, n in rows])
    for line in (*found.plain, *found.adjusted):
        assert all(0 <= one <= 1 for one in (line.lower998, line.lower95, line.upper95, line.upper998))


# Public health's funnels


def test_shares_against_limits_about_the_baseline() -> None:
    found = standings("proportion", [10, 50, 90], [100, 100, 100], 100)
    assert found.baseline == 50
    assert found.limits is not None
    assert found.limits[0].lower95 == approx(50 - 1.959963985 * 5)
    assert found.limits[0].upper998 == approx(50 + 3.090232306 * 5)
    assert found.standing == ["Low (0.001)", "Not significant", "High (0.001)"]


def test_between_both_limits_is_the_milder_standing() -> None:
    found = standings("proportion", [39, 61, 50], [100, 100, 100])
    assert found.standing == ["Low (0.025)", "High (0.025)", "Not significant"]


def test_rates_by_their_own_intervals() -> None:
    found = standings("rate", [2, 20, 60], [100, 100, 100], 1000)
    assert found.baseline == approx(82 / 300 * 1000)
    assert found.values == [20, 200, 600]
    assert found.standing == ["Low (0.001)", "Not significant", "High (0.001)"]


def test_ratios_stand_against_one() -> None:
    found = standings("ratio", [10, 100], [10, 60])
    assert found.baseline == 1
    assert found.standing == ["Not significant", "High (0.001)"]


def test_no_events_have_an_interval_too() -> None:
    assert standings("ratio", [0, 9], [3, 9]).standing == ["Not significant", "Not significant"]
    assert standings("ratio", [0, 9], [4, 9]).standing[0] == "Low (0.025)"  # 3.69 at most
