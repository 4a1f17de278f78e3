"""Limits of an XmR chart, with numbers worked out by hand."""

from __future__ import annotations

import pytest

from answerable.core.spc.limits import limits, mean, moving_ranges, used_ranges
from answerable.core.spc.options import Options
from answerable.core.spc.shewhart_parts import Screening
from answerable.core.spc.xmr import xmr
from tests.core.spc.days import months


def test_the_mean_and_the_average_moving_range_make_the_limits() -> None:
    # values 10 12 11 13 14: mean 12; ranges 2 1 2 1: average 1.5; 2.66 x 1.5 = 3.99; two sigma 2.66
    found = xmr(months(5), [10, 12, 11, 13, 14]).groups[0].limits
    assert found.mean == 12 and found.average == 1.5
    assert (found.lower, found.upper) == (pytest.approx(8.01), pytest.approx(15.99))
    assert (found.lower2, found.upper2) == (pytest.approx(9.34), pytest.approx(14.66))


def test_limits_are_not_cut_off_at_nought() -> None:
    # mean 2; ranges 4 4 4; 2 - 2.66 x 4 = -8.64
    assert xmr(months(4), [0, 4, 0, 4]).groups[0].limits.lower == pytest.approx(-8.64)


def test_the_mean_is_right_to_the_last_bit() -> None:
    values = [0.1, 0.2, 0.3]
    assert sum(values) / 3 != 0.2 and mean(values) == 0.2
    assert xmr(months(3), values).marks.sides == [-1, 0, 1]
    assert mean([]) is None


def test_a_range_beside_a_missing_value_is_not_known() -> None:
    assert moving_ranges([1, None, 4, 6, None]) == [None, None, None, 2, None]


def test_a_range_of_3_267_averages_is_screened_out_and_a_smaller_one_is_not() -> None:
    # ranges 1 1 1 1 1 x: x is dropped when x >= 3.267 (5 + x) / 6, that is when x >= 5.977...
    kept = used_ranges([None, 1, 1, 1, 1, 1, 5.97], Screening.ON)
    dropped = used_ranges([None, 1, 1, 1, 1, 1, 5.98], Screening.ON)
    assert kept[-1] == 5.97 and dropped[-1] is None
    assert dropped[1:-1] == [1, 1, 1, 1, 1]


def test_a_range_exactly_on_the_bound_is_screened_out() -> None:
    # four ranges that average 1, so that the bound is 3.267
    assert used_ranges([3.267, 0.233, 0.25, 0.25], Screening.ON)[0] is None
    assert used_ranges([3.266, 0.234, 0.25, 0.25], Screening.ON)[0] == 3.266


def test_screening_is_done_once() -> None:
    # 100 goes; of what is left 5 would go in a second round (3.267 x 1.36 = 4.45), and stays
    ranges: list[float | None] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 5, 100]
    assert used_ranges(ranges, Screening.ON)[-2:] == [5, None]


def test_screening_can_be_left_off() -> None:
    ranges: list[float | None] = [None, 1, 1, 1, 1, 1, 50]
    assert used_ranges(ranges, Screening.OFF) == ranges


def test_a_flat_series_keeps_limits_on_its_mean_where_the_reference_has_none() -> None:
    ours = xmr(months(8), [5.0] * 8)
    assert (ours.groups[0].limits.lower, ours.groups[0].limits.upper) == (5, 5)
    assert ours.marks.outside == [False] * 8 and ours.groups[0].screened == 0
    theirs = xmr(months(8), [5.0] * 8, Options(screening=Screening.REFERENCE))
    assert theirs.groups[0].limits.lower is None and theirs.groups[0].screened == 7
    assert theirs.marks.outside == [None] * 8


def test_one_jump_in_a_flat_series_does_not_make_every_point_a_signal() -> None:
    values: list[float | None] = [0.0] * 11 + [1.0]
    ours = xmr(months(12), values)
    assert ours.groups[0].limits.average == pytest.approx(1 / 11)
    assert ours.marks.outside == [False] * 11 + [True]
    theirs = xmr(months(12), values, Options(screening=Screening.REFERENCE))
    assert theirs.marks.outside == [True] * 12


def test_without_a_range_there_are_no_limits() -> None:
    assert limits([3.0], [None]).upper is None and limits([3.0], [None]).mean == 3
    assert limits([], []).mean is None


def test_a_baseline_is_so_many_first_rows_the_missing_ones_too() -> None:
    values: list[float | None] = [10, None, 14, 12, *([30.0] * 10)]
    found = xmr(months(14), values, Options(baseline=4))
    assert found.groups[0].limits.mean == 12 and found.groups[0].known == 3
    assert found.marks.used == [None, None, None, 2, *([None] * 10)]
    assert found.marks.ranges[4:6] == [18, 0]


def test_a_baseline_longer_than_the_phase_is_the_phase() -> None:
    assert xmr(months(5), [1, 2, 3, 4, 5], Options(baseline=12)).groups[0].limits.mean == 3


def test_a_flat_baseline_makes_every_later_other_value_a_signal() -> None:
    found = xmr(months(14), [5.0] * 12 + [5.0, 6.0], Options(baseline=12))
    assert found.marks.outside == [False] * 13 + [True]
