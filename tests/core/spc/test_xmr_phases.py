"""New phases: nothing looks across them."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.core.spc.impossible import Impossible
from answerable.core.spc.options import Between, Options
from answerable.core.spc.xmr import xmr
from tests.core.spc.days import months

TWENTY = months(20)
STEP: list[float | None] = [*[10.0, 12.0] * 5, *[30.0, 32.0] * 5]


def firsts(*days: dt.date, between: Between = Between.NEXT) -> list[int]:
    chart = xmr(TWENTY, STEP, Options(between=between), rebase=days)
    return [group.first for group in chart.groups]


def test_the_point_of_that_date_is_the_first_of_the_new_phase() -> None:
    chart = xmr(TWENTY, STEP, rebase=[TWENTY[10]])
    assert [(group.first, group.last, group.limits.mean) for group in chart.groups] == [
        (0, 9, 11),
        (10, 19, 31),
    ]
    assert chart.marks.ranges[10] is None
    assert not any(chart.marks.shift)


def test_dates_can_come_in_any_order_and_twice() -> None:
    assert firsts(TWENTY[15], TWENTY[10], TWENTY[15]) == [0, 10, 15]


def test_the_first_date_begins_no_second_phase() -> None:
    assert firsts(TWENTY[0]) == [0]


def test_the_last_point_can_be_a_phase_of_its_own() -> None:
    chart = xmr(TWENTY, STEP, rebase=[TWENTY[19]])
    assert chart.groups[-1].first == chart.groups[-1].last == 19
    assert chart.groups[-1].limits.mean == 32 and chart.groups[-1].limits.lower is None
    assert chart.groups[-1].short and chart.marks.outside[-1] is None


def test_a_date_between_two_points_begins_with_the_next_and_is_told() -> None:
    day = TWENTY[9] + dt.timedelta(days=14)
    chart = xmr(TWENTY, STEP, rebase=[day])
    assert [group.first for group in chart.groups] == [0, 10] and chart.moved == [(day, 10)]


def test_or_is_left_out_as_the_reference_does() -> None:
    day = TWENTY[9] + dt.timedelta(days=14)
    assert firsts(day, between=Between.IGNORED) == [0]


def test_dates_before_and_after_all_points_begin_nothing() -> None:
    before, after = dt.date(2000, 1, 1), dt.date(2040, 1, 1)
    chart = xmr(TWENTY, STEP, rebase=[before, after])
    assert len(chart.groups) == 1 and chart.moved == [(before, None), (after, None)]


def test_points_can_come_in_any_order() -> None:
    chart = xmr(TWENTY[::-1], STEP[::-1], rebase=[TWENTY[10]])
    assert chart.values == STEP and chart.order == list(range(19, -1, -1))
    assert chart.groups == xmr(TWENTY, STEP, rebase=[TWENTY[10]]).groups


def test_a_baseline_is_of_each_phase() -> None:
    values: list[float | None] = [*STEP[:10], *[30.0, 32.0, 30.0, 32.0], *[50.0] * 6]
    chart = xmr(TWENTY, values, Options(baseline=4), rebase=[TWENTY[10]])
    assert [group.limits.mean for group in chart.groups] == [11, 31]


def test_two_values_for_a_date_are_refused() -> None:
    with pytest.raises(Impossible, match="two values for 2018-01-01"):
        xmr([TWENTY[0], TWENTY[1], TWENTY[0]], [1, 2, 3])


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e200])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(Impossible, match="A value on a chart cannot be"):
        xmr(TWENTY[:2], [1, value])


def test_of_no_points_there_is_an_empty_chart() -> None:
    chart = xmr([], [])
    assert chart.groups == [] and chart.speaks is None and chart.variation == "common"


def test_fewer_than_thirteen_points_are_short() -> None:
    assert xmr(TWENTY[:12], STEP[:12]).groups[0].short
    assert not xmr(TWENTY[:13], STEP[:13]).groups[0].short
