"""What holds of every verdict."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.measures.drawing import label, picture, scale
from answerable.core.measures.facts import (
    Better,
    Event,
    EventKind,
    Facts,
    Frequency,
    Gap,
    Kind,
    Line,
    LineKind,
    Observed,
    Phase,
)
from answerable.core.measures.judging import judge
from answerable.core.measures.verdict import Verdict
from tests.core.measures.built import TODAY, facts, monthly

numbers = st.none() | st.floats(-1e9, 1e9) | st.integers(0, 100).map(float)
days = st.dates(dt.date(2022, 1, 1), dt.date(2028, 1, 1))
lines = st.builds(Line, st.sampled_from(LineKind), st.floats(-1e6, 1e6), st.none() | days, st.none() | days)
events = st.builds(Event, days, st.sampled_from(EventKind), st.just("Something"))
phases = st.builds(Phase, days, st.just("A reason"))
gaps = st.builds(Gap, days, days, st.just("No survey"))
wild = st.none() | st.floats(allow_nan=True, allow_infinity=True)
MIRROR = {Better.HIGHER: Better.LOWER, Better.LOWER: Better.HIGHER, Better.NEITHER: Better.NEITHER}
UPSIDE_DOWN = {"high": "low", "low": "high"}


@st.composite
def observed(draw: st.DrawFn, value: st.SearchStrategy[float | None] = numbers) -> list[Observed]:
    """Months, some of them left out, with whatever else a row may have."""
    rows = monthly(draw(st.lists(value, max_size=50)))
    part = st.none() | st.floats(0, 1e6)
    return [
        replace(
            row,
            numerator=draw(part),
            denominator=draw(part),
            sample=draw(part),
            provisional=draw(st.booleans()),
        )
        for row in rows
        if draw(st.integers(0, 9))
    ]


def any_facts(value: st.SearchStrategy[float | None] = numbers) -> st.SearchStrategy[Facts]:
    return st.builds(
        Facts,
        name=st.just("Some measure"),
        kind=st.sampled_from(Kind),
        unit=st.sampled_from(["%", "", "minutes"]),
        better=st.sampled_from(Better),
        frequency=st.sampled_from(Frequency),
        observed=observed(value),
        lines=st.lists(lines, max_size=3),
        phases=st.lists(phases, max_size=3),
        events=st.lists(events, max_size=3),
        gaps=st.lists(gaps, max_size=2),
        decimals=st.integers(0, 2),
        baseline=st.none() | st.integers(1, 60),
    )


def complete(told: Verdict, of: Facts) -> None:
    """Sentences end, points keep to the rows, spans to the points."""
    assert told.headline.endswith(".")
    assert all(
        one.endswith((".", "?")) and one[0] == one[0].upper() for one in (*told.sentences, *told.cautions)
    )
    assert [span.first for span in told.spans] == sorted(span.first for span in told.spans)
    assert all(0 <= span.first <= span.last < len(told.points) for span in told.spans)
    assert not (told.refused and (told.spans or told.signal or told.variation))


@settings(max_examples=150, deadline=None)
@given(any_facts(), st.dates(dt.date(2023, 1, 1), dt.date(2030, 1, 1)))
def test_it_never_raises_and_always_says_something(of: Facts, today: dt.date) -> None:
    told = judge(of, today)
    complete(told, of)
    assert label(of, told) and picture(of, told).title
    scale([told])


@settings(max_examples=60, deadline=None)
@given(any_facts(wild))
def test_what_is_no_number_is_refused_in_a_sentence(of: Facts) -> None:
    complete(judge(of, TODAY), of)


@settings(max_examples=60, deadline=None)
@given(any_facts(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(of: Facts, chance: random.Random) -> None:
    rows = list(of.observed)
    chance.shuffle(rows)
    assert judge(replace(of, observed=rows), TODAY) == judge(of, TODAY)


@settings(max_examples=80, deadline=None)
@given(any_facts())
def test_no_change_is_claimed_where_no_rule_fired(of: Facts) -> None:
    told = judge(of, TODAY)
    valued = [point for point in told.points if point.value is not None]
    if told.signal:
        assert "real change" in told.headline and told.rule_in_words
        assert valued[-1].rule and valued[-1].shape != "ordinary"
    else:
        assert "real change" not in told.headline and told.since is None
    if not any(point.rule for point in told.points):
        assert not told.signal and not told.asks_phase


@settings(max_examples=80, deadline=None)
@given(st.lists(st.none() | st.integers(-500, 500).map(float), max_size=40), st.sampled_from(Better))
def test_upside_down_with_the_other_direction_it_says_the_same(
    values: list[float | None], better: Better
) -> None:
    plain = judge(facts(values, kind=Kind.INDEX, better=better), TODAY)
    turned = judge(
        facts([None if one is None else -one for one in values], kind=Kind.INDEX, better=MIRROR[better]),
        TODAY,
    )
    assert turned.signal == plain.signal and turned.since == plain.since
    assert [UPSIDE_DOWN.get(point.shape, point.shape) for point in plain.points] == [
        point.shape for point in turned.points
    ]
    if better != Better.NEITHER:
        assert turned.headline.split()[0] == plain.headline.split()[0]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 1000).map(float), min_size=13, max_size=40), st.sampled_from([2.0, 0.25]))
def test_another_unit_says_the_same(values: list[float], times: float) -> None:
    plain = judge(facts(values, kind=Kind.INDEX), TODAY)
    scaled = judge(facts([one * times for one in values], kind=Kind.INDEX), TODAY)
    assert [point.shape for point in plain.points] == [point.shape for point in scaled.points]
    assert plain.since == scaled.since and plain.variation == scaled.variation
