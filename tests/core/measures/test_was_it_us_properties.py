"""What holds of every before and after, whatever the figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.measures.facts import Better, Event, EventKind, Frequency, Kind
from answerable.core.measures.was_it_us import was_it_us
from answerable.core.measures.was_it_us.effects import Timed, effect
from tests.core.measures.series import facts, noise

ON = dt.date(2023, 10, 1)
TODAY = dt.date(2026, 5, 20)
MIRROR = {Better.HIGHER: Better.LOWER, Better.LOWER: Better.HIGHER, Better.NEITHER: Better.NEITHER}
figures = st.none() | st.floats(allow_nan=False, allow_infinity=False)
sane = st.lists(st.floats(-1e6, 1e6), min_size=29, max_size=45)
events = st.builds(
    Event, st.dates(dt.date(2021, 1, 1), dt.date(2026, 1, 1)), st.sampled_from(EventKind), st.just("it")
)
MODEST = settings(max_examples=40, deadline=None)
PERIODS = (30, 20)
TOLERATED = 0.1
"""Of 120 series of noise about 6 are to be called changed; 12 and more would come 1 time in 100."""


@MODEST
@given(
    st.lists(figures, max_size=50),
    st.lists(figures, max_size=50),
    st.sampled_from(Kind),
    st.sampled_from(Frequency),
    st.dates(),
    st.lists(events, max_size=3),
)
def test_it_never_raises(
    ours: list[float | None],
    theirs: list[float | None],
    kind: Kind,
    frequency: Frequency,
    on: dt.date,
    what: list[Event],
) -> None:
    for day in (on, ON):
        series = facts(ours, kind=kind, frequency=frequency, events=what)
        answer = was_it_us(series, day, [facts(theirs, kind=kind, frequency=frequency)], TODAY)
        assert answer.headline
        assert bool(answer.refused) == (answer.moved == "unknown")


@MODEST
@given(sane, st.sampled_from([Kind.RATE, Kind.COUNT]))
def test_the_range_holds_the_change(values: list[float], kind: Kind) -> None:
    answer = was_it_us(facts(values, kind=kind), ON, [], TODAY)
    if not answer.is_ratio and answer.estimate is not None:
        assert answer.lower is not None and answer.upper is not None
        assert answer.lower <= answer.estimate <= answer.upper
        changed = not answer.lower <= 0 <= answer.upper
        assert (answer.moved != "no") == changed


@MODEST
@given(sane, st.sampled_from(Better))
def test_mirrored_figures_give_the_mirrored_answer(values: list[float], better: Better) -> None:
    found = was_it_us(facts(values, better=better), ON, [], TODAY)
    turned = was_it_us(facts([-v for v in values], better=MIRROR[better]), ON, [], TODAY)
    assert turned.estimate == pytest.approx(-(found.estimate or 0), rel=1e-6, abs=1e-6)
    assert turned.lower == pytest.approx(-(found.upper or 0), rel=1e-6, abs=1e-6)
    swapped = {"higher": "lower", "lower": "higher"}
    assert turned.moved == swapped.get(found.moved, found.moved)


@MODEST
@given(sane, st.floats(0.01, 100), st.floats(-1000, 1000))
def test_another_unit_changes_nothing_but_the_numbers(values: list[float], by: float, plus: float) -> None:
    rounded = [float(round(value)) for value in values]
    points = [Timed(k, value, k >= 20, k % 12) for k, value in enumerate(rounded)]
    found = effect(points, 12)
    other = effect([replace(one, value=one.value * by + plus) for one in points], 12)
    assert found is not None and other is not None
    size = max(1.0, *map(abs, rounded)) * by + abs(plus)
    assert other.estimate == pytest.approx(found.estimate * by, abs=1e-7 * size)


def _called_changed(make: Callable[[list[float]], list[float]]) -> float:
    """The part of series without any change that is said to have changed."""
    before, after = PERIODS
    told = 0
    for seed in range(120):
        values = make(noise(seed, before + after))
        points = [Timed(k, value, k >= before, k % 12) for k, value in enumerate(values)]
        found = effect(points, 12)
        told += found is not None and found.changed
    return told / 120


def test_noise_is_called_no_change_about_95_times_in_100() -> None:
    assert _called_changed(lambda values: values) <= TOLERATED


def test_so_is_noise_on_a_steady_trend() -> None:
    assert _called_changed(lambda values: [v + 2.0 * k for k, v in enumerate(values)]) <= TOLERATED


def test_so_is_noise_on_a_winter_that_comes_every_year() -> None:
    assert (
        _called_changed(lambda values: [v + 20.0 * (k % 12 > 8) for k, v in enumerate(values)]) <= TOLERATED
    )


def test_a_step_of_two_spreads_is_found_nearly_always() -> None:
    before = PERIODS[0]
    assert _called_changed(lambda values: [v + 8.0 * (k >= before) for k, v in enumerate(values)]) > 0.9
