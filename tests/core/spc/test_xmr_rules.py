"""The rules that tell a special cause, each at its last inequality."""

from __future__ import annotations

from answerable.core.spc.options import Options, TwoOfThree
from answerable.core.spc.rules import Rule, near, outside, shift, sides, trend, two_in_three
from answerable.core.spc.xmr import xmr
from tests.core.spc.days import months


def flags(known: list[bool | None]) -> str:
    return "".join("?" if one is None else "x" if one else "." for one in known)


def test_a_value_on_the_mean_is_on_neither_side() -> None:
    assert sides([1, 2, 3, None], 2) == [-1, 0, 1, None]
    assert sides([1], None) == [None]


def test_a_value_on_a_limit_is_within_it() -> None:
    assert outside([1, 2, 8, 9, None], 2, 8) == [True, False, False, True, None]
    assert outside([1], None, None) == [None]


def test_near_is_strictly_beyond_two_sigma_and_not_beyond_three() -> None:
    values = [2.0, 2.9, 3.0, 7.0, 7.1, 8.0, 8.1]
    beyond = outside(values, 2, 8)
    assert near(values, 3, 7, beyond) == [True, True, False, False, True, True, False]


def test_six_steps_up_make_a_trend_of_seven_points_and_five_none() -> None:
    assert trend([1, 2, 3, 4, 5, 6, 7], 7) == [1] * 7
    assert trend([1, 2, 3, 4, 5, 6], 7) == [0] * 6
    assert trend([9, 1, 2, 3, 4, 5, 6, 7, 8, 0], 7) == [0, *[1] * 8, 0]


def test_a_fall_is_a_trend_as_well() -> None:
    assert trend([7, 6, 5, 4, 3, 2, 1], 7) == [-1] * 7


def test_an_equal_pair_and_a_missing_value_break_a_trend() -> None:
    assert trend([1, 2, 3, 4, 4, 5, 6, 7], 7) == [0] * 8
    assert trend([1, 2, 3, None, 5, 6, 7, 8], 7) == [0] * 8


def test_the_point_at_which_a_rise_turns_belongs_to_the_fall() -> None:
    assert trend([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1], 7) == [1] * 6 + [-1] * 7


def test_two_rises_joined_by_an_equal_pair_are_both_rises_where_the_reference_sees_a_fall() -> None:
    values: list[float | None] = [1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13]
    assert xmr(months(14), values).marks.trend == [1] * 14
    theirs = xmr(months(14), values, Options(faults=True)).marks.trend
    assert theirs[6] == -1 and theirs[:6] + theirs[7:] == [1] * 13


def test_six_points_can_be_chosen_for_runs_and_trends() -> None:
    assert trend([1, 2, 3, 4, 5, 6], 6) == [1] * 6
    assert flags(shift([1] * 6 + [-1], 6)) == "xxxxxx."


def test_seven_on_one_side_are_a_run_and_six_are_none() -> None:
    assert flags(shift([1] * 7, 7)) == "xxxxxxx"
    assert flags(shift([1] * 6, 7)) == "......"
    assert flags(shift([-1, *[1] * 8, -1], 7)) == ".xxxxxxxx."


def test_a_point_on_the_mean_breaks_a_run() -> None:
    assert flags(shift([1, 1, 1, 1, 0, 1, 1, 1, 1], 7)) == "........."


def test_two_near_points_of_three_on_one_side_are_flagged_and_the_third_is_not() -> None:
    assert flags(two_in_three([1, 1, 1], [True, False, True])) == "x.x"
    assert flags(two_in_three([1, 1, 1], [True, True, True])) == "xxx"
    assert flags(two_in_three([1, 1, 1], [True, False, False])) == "..."


def test_all_three_must_be_on_one_side_and_none_on_the_mean() -> None:
    assert flags(two_in_three([1, -1, 1], [True, False, True])) == "..."
    assert flags(two_in_three([1, 0, 1], [True, False, True])) == "..."
    assert flags(two_in_three([-1, -1, -1], [True, False, True])) == "x.x"


def test_the_three_do_not_run_off_the_ends() -> None:
    assert flags(two_in_three([1, 1], [True, True])) == ".."
    assert flags(two_in_three([1, 1, -1], [True, True, False])) == "..."


def spread_out(last: list[float]) -> list[float | None]:
    """A baseline of mean 50 whose limits are 50 -/+ 26.6 and two-sigma lines 50 -/+ 17.73, then ``last``."""
    return [*([45.0, 55.0] * 10), *last]


def test_a_point_beyond_three_sigma_counts_in_two_of_three_only_under_the_current_rule() -> None:
    values = spread_out([80.0, 60.0, 70.0])
    own = Options(baseline=20)
    assert xmr(months(23), values, own).marks.two_in_three[-3:] == [False, False, False]
    current = Options(baseline=20, two_of_three=TwoOfThree.CURRENT)
    assert xmr(months(23), values, current).marks.two_in_three[-3:] == [True, False, True]


def test_of_several_rules_the_first_is_said() -> None:
    # a rise of seven, all above the mean, that ends beyond the limits
    values = spread_out([51.0, 52.0, 60.0, 69.0, 70.0, 71.0, 90.0])
    found = xmr(months(27), values, Options(baseline=20)).marks
    assert found.rules[-7:] == [*[Rule.TREND] * 6, Rule.OUTSIDE]
    assert found.two_in_three[-3] and found.shift[-1] and found.trend[-1] == 1
    assert found.ways[-7:] == [1] * 7


def test_two_of_three_goes_before_a_run() -> None:
    values = spread_out([51.0, 52.0, 51.0, 52.0, 69.0, 68.0, 51.0])
    found = xmr(months(27), values, Options(baseline=20)).marks
    assert found.rules[-7:] == [*[Rule.SHIFT] * 4, Rule.TWO_IN_THREE, Rule.TWO_IN_THREE, Rule.SHIFT]


def test_what_is_missing_never_flags_and_makes_its_neighbourhood_unknown() -> None:
    assert flags(shift([None, *[1, -1] * 5], 7)) == "?.........."
    assert flags(shift([*[1, -1] * 5, None], 7)) == "....???????"
    # four above, a gap, four above: a run, if the missing value were above too
    assert flags(shift([-1, 1, 1, 1, 1, None, 1, 1, 1, 1, -1], 7)) == "?" * 10 + "."


def test_a_run_beside_a_gap_is_a_run() -> None:
    assert flags(shift([*[1] * 7, None], 7)) == "xxxxxxx?"


def test_two_of_three_is_unknown_beside_a_gap_only_for_points_that_are_near() -> None:
    assert flags(two_in_three([1, None, 1, 1], [True, None, False, False])) == "??.."
    assert flags(two_in_three([1, 1, 1, None], [True, True, False, None])) == "xx.?"


def test_two_of_three_is_unknown_where_all_is_missing() -> None:
    assert flags(two_in_three([None], [None])) == "?"
    assert flags(two_in_three([1, None], [None, None])) == "??"
    assert flags(two_in_three([0], [None])) == "."
