"""How many charts signal, and how many would by chance."""

from __future__ import annotations

import math
import random

import pytest

from answerable.core.measures.chance import FALSE_SIGNAL, said_of_many
from answerable.core.measures.judging import judge
from tests.core.measures.built import TODAY, facts, zigzag


@pytest.mark.parametrize(
    ("signals", "charts", "words"),
    [
        (3, 50, "3 of 50 charts signal this month; about 1 would by chance."),
        (1, 50, "1 of 50 charts signal this month; about 1 would by chance."),
        (0, 12, "None of 12 charts signal this month; hardly one would by chance."),
        (9, 200, "9 of 200 charts signal this month; about 4 would by chance."),
        (1, 1, "1 of 1 chart signals this month; hardly one would by chance."),
        (0, 0, "There are no charts yet."),
    ],
)
def test_it_is_said_in_a_sentence(signals: int, charts: int, words: str) -> None:
    assert said_of_many(signals, charts) == words


def test_weeks_can_be_named() -> None:
    assert said_of_many(2, 60, "this week").startswith("2 of 60 charts signal this week;")


def test_charts_of_alike_neighbours_signal_more_often_by_chance() -> None:
    assert said_of_many(11, 23, alike=10) == "11 of 23 charts signal this month; about 1 would by chance."
    assert said_of_many(11, 23).endswith("hardly one would by chance.")


def test_a_verdict_says_whether_neighbours_are_alike() -> None:
    wave = [50 + 5 * math.sin(at / 2.5) + (at * 7 % 5) / 2 for at in range(36)]
    assert judge(facts(wave, decimals=1), TODAY).alike
    assert not judge(facts(zigzag(36)), TODAY).alike


def test_stable_series_signal_about_as_often_as_is_said() -> None:
    chance = random.Random(20260401)
    series = 1500
    false = sum(
        judge(facts([chance.gauss(50, 5) for _ in range(36)], decimals=1), TODAY).signal
        for _ in range(series)
    )
    # three standard errors of 1.8% in 1,500: 1.0 points
    assert abs(false / series - FALSE_SIGNAL) < 0.0105
