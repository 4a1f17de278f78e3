"""What became of actions: one class for each, and what is said of few of them."""

from __future__ import annotations

import statistics
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.actions.outcomes import (
    DONE,
    NAMES,
    RULES,
    SMALLEST_MEDIAN,
    SMALLEST_SHARE,
    UNFINISHED,
    Facts,
    Outcome,
    bands,
    median,
    outcome,
    share,
)
from answerable.core.actions.steps import step_of

TODAY = date(2026, 11, 21)
PAST, AHEAD = date(2026, 3, 1), date(2027, 3, 1)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts("closed", "kept", PAST), "kept"),
        (Facts("closed", "kept late", PAST), "late"),
        (Facts("closed", "kept"), "undated"),
        (Facts("reported", first_due=PAST, lapses_from=PAST, silent_from=PAST), "reported"),
        (Facts("open", first_due=AHEAD), "open"),
        (Facts("open", first_due=TODAY), "open"),
        (Facts("open"), "open"),
        (Facts("open", first_due=PAST), "slipped"),
        (Facts("open", first_due=PAST, lapses_from=PAST), "slipped"),
        (Facts("open", first_due=PAST, lapses_from=AHEAD, silent_from=PAST), "slipped"),
        (Facts("open", first_due=PAST, lapses_from=PAST, silent_from=TODAY), "lapsed"),
        (Facts("open", lapses_from=PAST, silent_from=PAST), "lapsed"),
        (Facts("withdrawn", first_due=PAST), "withdrawn"),
    ],
)
def test_each_action_is_in_one_class(facts: Facts, expected: str) -> None:
    assert outcome(facts, TODAY) == expected


def test_every_class_is_named_and_explained() -> None:
    assert set(NAMES) == set(RULES) == set(Outcome)
    assert set(DONE) | set(UNFINISHED) | {Outcome.WITHDRAWN} == set(Outcome)
    assert not set(DONE) & set(UNFINISHED)


def test_withdrawn_is_explained_by_the_steps_that_lead_there() -> None:
    """What something was split off stays open: it is not one of them."""
    ways = {"withdraw": "withdrawn", "merge": "merged", "split": "split"}
    lead = {word for key, word in ways.items() if (step := step_of(key)) and step.to == "withdrawn"}
    assert {word for word in ways.values() if word in RULES[Outcome.WITHDRAWN]} == lead


def test_what_is_due_today_is_open_by_its_own_rule() -> None:
    assert outcome(Facts("open", first_due=TODAY), TODAY) == Outcome.OPEN
    assert "has not passed" in RULES[Outcome.OPEN]


days = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(
    st.builds(
        Facts,
        st.sampled_from(["open", "reported", "closed", "withdrawn"]),
        st.sampled_from(["", "kept", "kept late"]),
        days, days, days,
    ),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)  # fmt: skip
def test_what_is_finished_stays_in_its_class_whatever_the_day(facts: Facts, today: date) -> None:
    now, later = outcome(facts, today), outcome(facts, today + timedelta(days=400))
    assert (now in DONE) == (facts.state == "closed")
    if facts.state != "open":
        assert later == now
    if now is Outcome.LAPSED:
        assert later is Outcome.LAPSED


def test_a_share_of_few_is_told_as_a_count() -> None:
    assert share(3, SMALLEST_SHARE - 1) == f"3 of {SMALLEST_SHARE - 1}"
    assert share(41, 60) == "41 of 60 (68%)"
    assert share(0, 0) == "0 of 0"
    assert share(1_200, 2_400) == "1,200 of 2,400 (50%)"


@given(st.lists(st.integers(0, 2_000), min_size=SMALLEST_MEDIAN, max_size=60))
def test_the_median_is_that_of_the_values(values: list[int]) -> None:
    assert median(Counter(values)) == statistics.median(values)


def test_there_is_no_median_of_few() -> None:
    assert median({10: SMALLEST_MEDIAN - 1}) is None
    assert median({}) is None


@given(st.dictionaries(st.integers(0, 3_000), st.integers(0, 50)))
def test_the_bands_hold_everything_once(counts: dict[int, int]) -> None:
    assert sum(count for _, count in bands(counts)) == sum(counts.values())


def test_the_bands_begin_where_they_say() -> None:
    found = dict(bands({0: 1, 30: 1, 31: 1, 91: 1, 92: 1, 182: 1, 183: 1, 365: 1, 366: 1}))
    assert found == {
        "within a month": 2, "1 to 3 months": 2, "3 to 6 months": 2, "6 to 12 months": 2, "over a year": 1,
    }  # fmt: skip
