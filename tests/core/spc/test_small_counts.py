"""Runs of small counts are about the median; those of larger ones about the centre that is drawn."""

from __future__ import annotations

import pytest

from answerable.core.spc.shewhart import SMALL, Options, c_chart, p_chart, u_chart


def test_runs_of_small_counts_are_about_the_median() -> None:
    drawn = c_chart([0, 0, 0, 0, 0, 0, 0, 0, 1, 2])
    assert drawn.centre[0] == 0.3
    assert drawn.middle == [0] * 10
    assert not drawn.runs[0].signal  # eight of none in a row are on the median


@pytest.mark.parametrize(("level", "median"), [(SMALL - 0.25, 4), (SMALL, 5)])
def test_from_a_mean_of_five_on_they_are_about_the_mean(level: float, median: float) -> None:
    counts = [4, 4, 4, level * 4 - 12]
    drawn = c_chart(counts)
    assert drawn.centre[0] == level
    assert drawn.middle[0] == median if level < SMALL else drawn.middle[0] == drawn.centre[0]


def test_shares_of_few_likewise_whichever_kind_is_few() -> None:
    few, rest = [1, 0, 2, 1], [19, 20, 18, 19]
    assert p_chart(few, [20] * 4).middle == [0.05] * 4
    assert p_chart(rest, [20] * 4).middle == [0.95] * 4
    assert p_chart([0, 0, 1], [20, 40, 20], Options(multiply=100)).middle == [0, 0, 0]


def test_rates_of_few_events_likewise() -> None:
    drawn = u_chart([0, 0, 9], [1, 1, 2])
    assert drawn.centre[0] == 2.25
    assert drawn.middle == [0, 0, 0]


def test_each_part_by_its_own_counts() -> None:
    drawn = c_chart([0, 0, 1, 20, 22, 24], Options(parts=[3]))
    assert drawn.middle == [0, 0, 0, 22, 22, 22]


def test_the_median_is_the_baselines() -> None:
    assert c_chart([0, 1, 1, 4, 4, 4, 4, 4], Options(freeze=3)).middle == [1] * 8


def test_nothing_known_has_no_median() -> None:
    assert c_chart([None, None]).middle == [None, None]
