"""What docs/explanation/real-change.md says of the rules, on series made up by chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest

from answerable.core.spc.options import Direction, Options
from answerable.core.spc.xmr import xmr
from tests.core.spc.days import months

SERIES = 1500
MONTHS = months(36)


def by_itself(chance: random.Random) -> Iterator[float]:
    while True:
        yield chance.gauss(0, 1)


def like_the_one_before(chance: random.Random) -> Iterator[float]:
    value = chance.gauss(0, 1)
    while True:
        value = 0.4 * value + chance.gauss(0, (1 - 0.4**2) ** 0.5)
        yield value


def rolling(chance: random.Random) -> Iterator[float]:
    year = [chance.gauss(0, 1) for _ in range(12)]
    while True:
        year = [*year[1:], chance.gauss(0, 1)]
        yield sum(year) / 12


@pytest.mark.parametrize(
    ("make", "last", "some"),
    [(by_itself, 0.018, 0.29), (like_the_one_before, 0.09, 0.78), (rolling, 0.63, 1)],
)
def test_how_often_nothing_is_called_a_change(
    make: Callable[[random.Random], Iterator[float]], last: float, some: float
) -> None:
    chance = random.Random(36)
    found_last = found_some = 0
    for _ in range(SERIES):
        values = make(chance)
        ways = xmr(MONTHS, [next(values) for _ in MONTHS], Options(Direction.INCREASE)).marks.ways
        found_last += ways[-1] != 0
        found_some += any(ways)
    # three standard errors of a share in so many series, and half a point of the rounded figure
    for found, said in ((found_last, last), (found_some, some)):
        assert abs(found / SERIES - said) < 3 * (said * (1 - said) / SERIES) ** 0.5 + 0.01


@pytest.mark.parametrize(("after", "shown"), [(6, 0.39), (7, 0.70), (12, 0.56)])
def test_a_change_of_two_standard_deviations_is_shown_best_after_seven(after: int, shown: float) -> None:
    chance = random.Random(7)
    days = months(24 + after)
    found = 0
    for _ in range(SERIES):
        values: list[float | None] = [chance.gauss(0, 1) for _ in range(24)]
        values += [chance.gauss(2, 1) for _ in range(after)]
        found += xmr(days, values).marks.ways[-1] != 0
    assert abs(found / SERIES - shown) < 0.06


def test_a_process_that_seldom_meets_its_target_is_still_inconsistent() -> None:
    chance = random.Random(23)
    found = 0
    for _ in range(SERIES):
        values: list[float | None] = [chance.gauss(0, 1) for _ in range(36)]
        found += xmr(MONTHS, values, Options(Direction.INCREASE), targets=2.0).assurance == "inconsistent"
    assert 0.87 <= found / SERIES <= 0.98
