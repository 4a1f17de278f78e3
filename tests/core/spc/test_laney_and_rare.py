"""Laney's correction where it is due, and the waits between rare events."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.spc.laney import by_chance, sigma_z
from answerable.core.spc.rare import waits
from answerable.core.spc.shewhart import Options, chart_name, g_chart, p_chart, t_chart, u_chart
from answerable.core.spc.shewhart_parts import Screening


def shares(level: float, wobble: float, months: int, seed: int) -> tuple[list[int], list[int]]:
    """Made-up shares about ``level`` that wander from month to month by ``wobble`` beyond sampling."""
    made = random.Random(seed)
    sizes = [made.randint(800, 1200) for _ in range(months)]
    return [
        sum(made.random() < level + wobble * (1 if month % 2 else -1) for _ in range(size))
        for month, size in enumerate(sizes)
    ], sizes


def test_sigma_z_by_hand() -> None:
    assert sigma_z([2, 5, 4], 3, [1, 2, 1], Screening.OFF) == pytest.approx((2 + 0) / 2 / 1.128)


def test_sigma_z_passes_over_what_is_missing() -> None:
    assert sigma_z([2, None, 4, 5], 3, [1, 1, 1, None], Screening.OFF) is None
    assert sigma_z([2, 3], None, [1, 1], Screening.OFF) is None


def test_chance_alone_reaches_130_per_cent_at_25_points() -> None:
    assert by_chance(25) == pytest.approx(1.3, abs=0.005)


def test_with_few_points_chance_reaches_further() -> None:
    assert by_chance(1) == float("inf")
    assert by_chance(5) > by_chance(12) > by_chance(100) > 1


def test_shares_that_vary_as_samples_do_have_plain_limits() -> None:
    plain = [chart_name(p_chart(*shares(0.8, 0, 36, seed))) == "p chart" for seed in range(20)]
    assert sum(plain) >= 17  # 19 of 20 expected


def test_shares_that_vary_by_more_have_wider_ones_and_say_so() -> None:
    drawn = p_chart(*shares(0.8, 0.06, 36, 1))
    assert chart_name(drawn) == "p chart with Laney’s correction"
    assert drawn.times[0] > 2
    assert drawn.outside == [0] * 36


def test_each_part_has_its_own_correction() -> None:
    calm, wild = shares(0.8, 0, 24, 2), shares(0.8, 0.06, 24, 3)
    drawn = p_chart(calm[0] + wild[0], calm[1] + wild[1], Options(parts=[24]))
    assert drawn.times[0] == 1 < drawn.times[1]


def test_limits_are_never_made_narrower() -> None:
    drawn = u_chart([100] * 12 + [101], [10] * 13)
    assert drawn.times == [1]
    assert chart_name(drawn) == "u chart"


def test_one_in_twenty_level_series_is_corrected() -> None:
    made = random.Random(11)
    widened = 0
    for _ in range(400):
        hits = [sum(made.random() < 0.5 for _ in range(60)) for _ in range(25)]
        widened += p_chart(hits, [60] * 25).times[0] > 1
    assert 5 <= widened <= 40  # 20 expected


def test_waits_are_periods_without_an_event_between_those_with_one() -> None:
    assert waits([0, 1, 0, 0, 2, 1, 0]) == [None, None, None, None, 2, 0, None]


def test_a_missing_period_makes_a_wait_unknown() -> None:
    assert waits([1, 0, None, 0, 1, 0, 1]) == [None, None, None, None, None, None, 1]


@settings(deadline=None)
@given(st.lists(st.sampled_from([0, 0, 1, 2, None]), max_size=60))
def test_waits_and_events_add_up(counts: list[int | None]) -> None:
    found = waits(counts)
    assert len(found) == len(counts)
    assert all(count for wait, count in zip(found, counts, strict=True) if wait is not None)
    if None not in counts:
        events = [place for place, count in enumerate(counts) if count]
        known = [wait for wait in found if wait is not None]
        assert sum(known) + len(known) == (events[-1] - events[0] if events else 0)


def test_a_long_wait_shows_on_a_g_chart() -> None:
    between = [3, 1, 4, 2, 5, 3, 2, 4, 1, 3, 40]
    assert g_chart(between).outside == [0] * 10 + [1]


def test_a_long_time_shows_on_a_t_chart() -> None:
    between = [30, 12, 44, 21, 51, 33, 24, 40, 16, 37, 28, 19, 900]
    assert t_chart(between).outside == [0] * 12 + [1]


def test_a_level_g_chart_seldom_signals() -> None:
    made = random.Random(5)
    signals = 0
    for _ in range(200):
        between = []
        while len(between) < 24:
            wait = 0
            while made.random() > 0.3:
                wait += 1
            between.append(wait)
        signals += g_chart(between).outside[-1] != 0
    assert signals <= 12  # waits are skewed: a few more than 2 in 100
