"""The limits of each kind of chart, on numbers worked out by hand."""

from __future__ import annotations

from math import pi, sqrt

import pytest

from answerable.core.spc.shewhart_chart import Chart, Options, chart
from answerable.core.spc.shewhart_parts import Screening, average_range, mean, moving_ranges

approx = pytest.approx


def lines(drawn: Chart, row: int = 0) -> list[float | None]:
    return [drawn.lower[row], drawn.lower2[row], drawn.centre[row], drawn.upper2[row], drawn.upper[row]]


def test_moving_ranges_need_both_neighbours() -> None:
    assert moving_ranges([1, 4, None, 2, 2]) == [3, 0]


def test_a_range_at_the_screening_limit_is_dropped() -> None:
    assert average_range([2, 1, 0], Screening.ON, at=2) == 0.5


def test_a_range_just_below_it_is_kept() -> None:
    assert average_range([1.999, 1.001, 0], Screening.ON, at=2) == approx(1)


def test_ranges_are_screened_once_only() -> None:
    ranges = [1.0] * 12 + [4.2] + [40.0]  # without 40 the average is 1.25, and 4.2 would go too
    assert average_range(ranges, Screening.ON) == approx((12 + 4.2) / 13)


def test_screening_can_be_off() -> None:
    assert average_range([0, 0, 0, 8], Screening.OFF) == 2


def test_screening_that_leaves_only_zeros_is_not_done() -> None:
    assert average_range([0, 0, 0, 8], Screening.ON) == 2
    assert average_range([0, 0, 0, 8], Screening.REFERENCE) == 0


def test_ranges_that_are_all_nought_stay() -> None:
    assert average_range([0, 0], Screening.ON) == 0
    assert average_range([0, 0], Screening.REFERENCE) is None


def test_no_ranges_have_no_average() -> None:
    assert average_range([], Screening.ON) is None


@pytest.mark.parametrize("count", range(1, 40))
def test_the_mean_of_equal_values_is_that_value(count: int) -> None:
    assert mean([0.1] * count) == 0.1


def test_a_run_chart_has_the_median_and_no_limits() -> None:
    assert lines(chart("run", [3, 1, 2, 9])) == [None, None, 2.5, None, None]


def test_individuals() -> None:
    drawn = chart("i", [10, 12, 11, 14, 13])  # ranges 2 1 3 1
    sd = 1.75 / 1.128
    assert lines(drawn) == approx([12 - 3 * sd, 12 - 2 * sd, 12, 12 + 2 * sd, 12 + 3 * sd])


def test_a_baseline_is_what_limits_come_from() -> None:
    drawn = chart("i", [10, 12, 11, 40, 41], options=Options(freeze=3))
    assert drawn.centre == [11] * 5
    assert drawn.upper[4] == approx(11 + 3 * 1.5 / 1.128)
    assert drawn.outside == [0, 0, 0, 1, 1]
    assert drawn.frozen == [True, True, True, False, False]


def test_neighbours_close_up_where_a_row_is_excluded() -> None:
    drawn = chart("i", [10, 90, 12, 11], options=Options(exclude=[2]))  # ranges 2 1
    assert drawn.centre[0] == 11
    assert drawn.upper[0] == approx(11 + 3 * 1.5 / 1.128)
    assert drawn.outside == [0, 1, 0, 0]  # it is drawn and still outside
    assert drawn.runs[0].useful == 2


def test_neighbours_of_a_missing_value_do_not_close_up() -> None:
    drawn = chart("i", [10, None, 12, 11])
    assert drawn.upper[0] == approx(11 + 3 * 1 / 1.128)
    assert drawn.outside[1] == 0


def test_a_given_centre_moves_the_limits_with_it() -> None:
    drawn = chart("i", [10, 12, 11], options=Options(centre=20))
    assert lines(drawn)[2] == 20
    assert drawn.upper[0] == approx(20 + 3 * 1.5 / 1.128)


def test_lower_limits_below_nought_can_be_cut() -> None:
    values = [1, 5, 2, 6]
    below = chart("i", values).lower[0]
    assert below is not None and below < 0
    assert chart("i", values, options=Options(floored=True)).lower == [0] * 4
    assert chart("i", [-1, *values], options=Options(floored=True)).lower[0] != 0


def test_moving_range_chart() -> None:
    drawn = chart("mr", [10, 12, 11, 14])
    assert drawn.values == [None, 2, 1, 3]
    assert lines(drawn, 1) == approx([0, 0, 2, 3.267 * 2 * 2 / 3, 3.267 * 2])


def test_proportions() -> None:
    drawn = chart("p", [5, 20], [50, 75])
    first, second = sqrt(0.2 * 0.8 / 50), sqrt(0.2 * 0.8 / 75)
    assert drawn.values == approx([0.1, 20 / 75])
    assert lines(drawn, 0) == approx(
        [0.2 - 3 * first, 0.2 - 2 * first, 0.2, 0.2 + 2 * first, 0.2 + 3 * first]
    )
    assert lines(drawn, 1)[4] == approx(0.2 + 3 * second)


def test_proportions_stay_between_nought_and_one() -> None:
    drawn = chart("p", [1, 0], [10, 10])
    assert drawn.lower == [0, 0]
    assert chart("p", [9, 10], [10, 10]).upper == [1, 1]


def test_proportions_take_the_multiplier_last() -> None:
    drawn = chart("p", [9, 10], [10, 10], Options(multiply=100))
    assert (drawn.values, drawn.upper) == ([90, 100], [100, 100])


def test_rates() -> None:
    drawn = chart("u", [4, 8], [2, 4])
    assert lines(drawn, 0) == approx([0, 0, 2, 4, 5])
    assert lines(drawn, 1)[4] == approx(2 + 3 * sqrt(0.5))


def test_counts() -> None:
    assert lines(chart("c", [9, 7, 11])) == approx([0, 3, 9, 15, 18])


def test_laneys_correction_is_the_spread_of_the_scores() -> None:
    plain, wide = chart("p", [10, 30, 20], [100] * 3), chart("pp", [10, 30, 20], [100] * 3)
    sigma_z = 0.15 / sqrt(0.2 * 0.8 / 100) / 1.128  # ranges .2 and .1
    assert plain.upper[0] is not None and wide.upper[0] is not None
    assert wide.upper[0] - 0.2 == approx((plain.upper[0] - 0.2) * sigma_z)


def test_laneys_correction_of_rates() -> None:
    wide = chart("up", [100, 300, 200], [100] * 3, Options(screening=Screening.OFF))
    assert wide.upper[0] == approx(2 + 3 * (1.5 / sqrt(2 / 100) / 1.128) * sqrt(2 / 100))


def test_laneys_correction_of_shares_without_spread_is_unknown() -> None:
    assert chart("pp", [0, 0, 0], [5, 6, 7]).upper == [None] * 3


def test_cases_between_events() -> None:
    drawn = chart("g", [0, 1, 2, 9])
    sd = sqrt(3 * 4)
    assert lines(drawn) == approx([0, 0, 1.5, 3 + 2 * sd, 3 + 3 * sd])


def test_times_between_events() -> None:
    drawn = chart("t", [1, 2**3.6, 3**3.6])
    sd = 1 / 1.128
    assert lines(drawn) == approx(
        [0, (2 - 2 * sd) ** 3.6, 2**3.6, (2 + 2 * sd) ** 3.6, (2 + 3 * sd) ** 3.6], abs=1e-12
    )


def test_equal_times_between_events_have_no_signal() -> None:
    drawn = chart("t", [7.3] * 12)
    assert drawn.outside == [0] * 12
    assert not drawn.runs[0].signal


def test_individuals_with_denominators() -> None:
    drawn = chart("ip", [10, 30], [100, 100])
    s = sqrt(pi / 2) * 0.2 / sqrt(0.02)
    assert drawn.upper[0] == approx(0.2 + 3 * s / 10)


@pytest.mark.parametrize("kind", ["p", "u", "pp", "up"])
def test_a_row_that_lacks_either_number_is_missing(kind: str) -> None:
    drawn = chart(kind, [10, None, 30, 25], [100, 100, None, 90])
    assert drawn.values[1:3] == [None, None]
    assert drawn.upper[1:3] == [None, None]
    assert drawn.centre == approx([35 / 190] * 4)


def test_on_a_limit_is_within() -> None:
    assert chart("c", [9, 9, 9, 18], options=Options(freeze=3)).outside == [0, 0, 0, 0]
    assert chart("c", [9, 9, 9, 18.001], options=Options(freeze=3)).outside == [0, 0, 0, 1]
    assert chart("c", [9, 9, 9, 0], options=Options(freeze=3)).outside == [0, 0, 0, 0]


def test_parts_are_worked_out_apart() -> None:
    values = [1, 2, 3, 11, 12, 14]
    drawn = chart("i", values, options=Options(parts=[3], freeze=2))
    assert drawn.part == [1, 1, 1, 2, 2, 2]
    assert drawn.centre == approx([2, 2, 2, 37 / 3, 37 / 3, 37 / 3])
    assert drawn.frozen == [True] * 6  # with parts, freezing is left aside


def test_a_part_of_one_point_has_a_centre_and_no_limits() -> None:
    drawn = chart("i", [1, 2, 3, 50], options=Options(parts=[3]))
    assert (drawn.centre[3], drawn.upper[3], drawn.outside[3]) == (50, None, 0)


@pytest.mark.parametrize("parts", [[0, 3, 3, 6], [3, 9], [3, -1]])
def test_breaks_that_break_nothing_are_left_aside(parts: list[int]) -> None:
    assert chart("run", [1, 2, 3, 4, 5, 6], options=Options(parts=parts)).part == [1, 1, 1, 2, 2, 2]
