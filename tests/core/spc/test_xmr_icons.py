"""Variation and assurance: what the last point is, and what the limits say of the target."""

from __future__ import annotations

import pytest

from answerable.core.spc import icons
from answerable.core.spc.limits import Limits
from answerable.core.spc.options import Direction, Options
from answerable.core.spc.xmr import xmr
from tests.core.spc.days import months

UP, DOWN, NEITHER = Direction.INCREASE, Direction.DECREASE, Direction.NEUTRAL
BETWEEN_20_AND_30 = Limits(25, 2, 20, 30, 21, 29)
LOW_THEN_HIGH: list[float | None] = [*[10.0, 12.0] * 6, *[20.0, 22.0] * 4]


@pytest.mark.parametrize(
    ("direction", "icon"),
    [(UP, "improvement-high"), (DOWN, "concern-high"), (NEITHER, "neutral-high")],
)
def test_a_last_point_that_is_high(direction: Direction, icon: str) -> None:
    assert xmr(months(20), LOW_THEN_HIGH, Options(direction)).variation == icon


@pytest.mark.parametrize(
    ("direction", "icon"),
    [(UP, "concern-low"), (DOWN, "improvement-low"), (NEITHER, "neutral-low")],
)
def test_a_last_point_that_is_low(direction: Direction, icon: str) -> None:
    assert xmr(months(20), LOW_THEN_HIGH[::-1], Options(direction)).variation == icon


def test_a_last_point_that_is_ordinary() -> None:
    assert xmr(months(12), [10.0, 12.0] * 6, Options(UP)).variation == "common"


def test_the_icon_is_that_of_the_last_point_with_a_value() -> None:
    values = [*LOW_THEN_HIGH, None]
    ours = xmr(months(21), values, Options(UP))
    assert (ours.variation, ours.speaks) == ("improvement-high", 19)
    theirs = xmr(months(21), values, Options(UP, faults=True))
    assert (theirs.variation, theirs.speaks) == ("common", 20)


def test_nothing_but_missing_values_is_ordinary() -> None:
    assert xmr(months(3), [None, None, None], Options(UP)).variation == "common"


@pytest.mark.parametrize(
    ("target", "up", "down"),
    [
        (19.9, "pass", "fail"),
        (20, "inconsistent", "inconsistent"),
        (25, "inconsistent", "inconsistent"),
        (30, "inconsistent", "inconsistent"),
        (30.1, "fail", "pass"),
    ],
)
def test_a_target_against_the_limits(target: float, up: str, down: str) -> None:
    assert icons.assurance(target, BETWEEN_20_AND_30, UP) == up
    assert icons.assurance(target, BETWEEN_20_AND_30, DOWN) == down


def test_without_target_or_direction_nothing_is_said() -> None:
    assert icons.assurance(None, BETWEEN_20_AND_30, UP) is None
    assert icons.assurance(25, BETWEEN_20_AND_30, NEITHER) is None


def test_without_limits_nothing_is_said_where_the_reference_says_inconsistent() -> None:
    none = Limits(25, None, None, None, None, None)
    assert icons.assurance(25, none, UP) is None
    assert icons.assurance(25, none, UP, faults=True) == "inconsistent"


def test_of_targets_that_change_the_last_by_date_counts() -> None:
    days = months(14)
    values: list[float | None] = [10.0, 12.0] * 7
    targets: list[float | None] = [5.0] * 13 + [90.0]
    assert xmr(days, values, Options(UP), targets=targets).assurance == "fail"
    assert xmr(days[::-1], values, Options(UP), targets=targets[::-1]).assurance == "fail"
    assert xmr(days, values, Options(UP), targets=[90.0] * 13 + [None]).assurance is None


def test_the_target_is_held_against_the_last_phase() -> None:
    days = months(20)
    chart = xmr(days, LOW_THEN_HIGH, Options(UP), rebase=[days[12]], targets=14)
    assert chart.assurance == "pass"
