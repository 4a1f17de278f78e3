"""Which chart a series wants, to the last threshold."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.measures.choosing import chart_for, charted, counted, scale_of
from answerable.core.measures.facts import Better, Facts, Frequency, Kind, Observed
from answerable.core.measures.judging import judge
from answerable.core.spc.impossible import Impossible

Row = tuple[float | None, float | None, float | None]
"""Value, numerator, denominator."""


def facts(kind: Kind, rows: Sequence[Row], decimals: int = 0, sample: Sequence[float] = ()) -> Facts:
    observed = [
        Observed(
            _first(month),
            _first(month + 1) - dt.timedelta(days=1),
            value,
            numerator,
            denominator,
            sample[month] if sample else None,
        )
        for month, (value, numerator, denominator) in enumerate(rows)
    ]
    return Facts("Calls", kind, "%", Better.HIGHER, Frequency.MONTH, observed, decimals=decimals)


def _first(month: int) -> dt.date:
    return dt.date(2020 + month // 12, month % 12 + 1, 1)


def shares(*pairs: tuple[float, float]) -> Facts:
    return facts(Kind.PROPORTION, [(100 * a / b, a, b) for a, b in pairs], decimals=1)


def counts(*values: float | None) -> Facts:
    return facts(Kind.COUNT, [(value, None, None) for value in values])


@pytest.mark.parametrize("kind", [Kind.DURATION, Kind.INDEX])
def test_durations_and_other_numbers_have_the_usual_chart(kind: Kind) -> None:
    choice = chart_for(facts(kind, [(1, None, None)] * 20))
    assert (choice.chart, choice.reason) == ("xmr", "")
    assert "Making Data Count" in choice.source


def test_shares_of_much_the_same_number_have_the_usual_chart() -> None:
    assert chart_for(shares((80, 100), (90, 125), (70, 90))).chart == "xmr"


def test_a_quarter_off_the_mean_may_still_share_limits() -> None:
    assert chart_for(shares((60, 75), (80, 100), (100, 125))).chart == "xmr"


def test_shares_of_numbers_that_differ_by_more_have_limits_of_their_own() -> None:
    choice = chart_for(shares((60, 74), (80, 100), (100, 126)))
    assert (choice.chart, choice.scale) == ("p", 100)
    assert choice.reason == (
        "What each share is of differs by more than a quarter, so each period has limits of its own."
    )


@pytest.mark.parametrize(("hits", "chart"), [(4, "p"), (5, "xmr"), (95, "xmr"), (96, "p")])
def test_shares_of_few_cases_have_limits_for_small_numbers(hits: int, chart: str) -> None:
    choice = chart_for(shares(*[(hits, 100)] * 15))
    assert choice.chart == chart
    assert ("so few" in choice.reason) == (chart == "p")


def test_shares_without_their_numbers_have_the_usual_chart() -> None:
    assert chart_for(facts(Kind.PROPORTION, [(4, None, None)] * 15)).chart == "xmr"
    assert chart_for(facts(Kind.PROPORTION, [(4, 4, 100)] * 15 + [(4, None, None)])).chart == "xmr"


def test_shares_that_were_weighted_have_the_usual_chart() -> None:
    assert chart_for(facts(Kind.PROPORTION, [(9, 4, 100)] * 15)).chart == "xmr"


def test_a_rounded_share_is_what_it_is_of() -> None:
    assert chart_for(facts(Kind.PROPORTION, [(3, 26, 1000), (2, 4, 170)])).chart == "p"
    assert chart_for(facts(Kind.PROPORTION, [(3, 26, 1000), (2, 4, 170)], decimals=2)).chart == "xmr"


def test_a_survey_is_of_its_sample() -> None:
    survey = facts(Kind.SURVEY, [(80, None, None)] * 3, sample=[50, 200, 60])
    assert chart_for(survey).chart == "p"
    drawn = charted(chart_for(survey), survey.observed)
    assert drawn.values == [80, 80, 80]
    low, high = drawn.lower[0], drawn.lower[1]
    assert low is not None and high is not None and low < high < 80


def test_impossible_shares_have_the_usual_chart_and_its_cautions() -> None:
    assert chart_for(shares((30, 20), (4, 20))).chart == "xmr"


@pytest.mark.parametrize(("events", "chart"), [(4, "u"), (5, "xmr")])
def test_rates_of_few_events(events: int, chart: str) -> None:
    rate = facts(Kind.RATE, [(events / 20, events, 20000)] * 15, decimals=2)
    choice = chart_for(rate)
    assert choice.chart == chart
    if chart == "u":
        assert choice.scale == pytest.approx(1000)
        assert charted(choice, rate.observed).values == pytest.approx([events / 20] * 15)


def test_rates_of_numbers_that_differ() -> None:
    assert chart_for(facts(Kind.RATE, [(10, 100, 10), (10, 300, 30)])).chart == "u"


@pytest.mark.parametrize(("count", "chart"), [(4, "c"), (5, "xmr")])
def test_small_counts(count: int, chart: str) -> None:
    assert chart_for(counts(*[count] * 15)).chart == chart


def test_rare_events_are_told_by_the_waits_between_them() -> None:
    rare = counts(*[0, 1] * 11)
    choice = chart_for(rare)
    assert choice.chart == "g"
    assert "how many periods passed" in choice.reason
    drawn = charted(choice, rare.observed)
    assert drawn.values[:4] == [None, None, None, 1]
    assert drawn.centre[0] == 1


def test_many_rare_events_at_once_are_counted_since_waits_would_not_show_them() -> None:
    choice = chart_for(counts(*[0, 1] * 11, 0, 5, *[0, 1] * 5))
    assert choice.chart == "c"
    assert "one had many" in choice.reason


def test_many_at_once_years_ago_are_not_what_is_asked_about() -> None:
    assert chart_for(counts(*[0, 1] * 11, 0, 5, *[0, 1] * 6)).chart == "g"


def test_rare_events_of_which_too_few_are_known_are_counted() -> None:
    assert chart_for(counts(*[0, 1] * 10)).chart == "c"  # 9 waits


def test_where_less_than_half_have_none_they_are_counted() -> None:
    assert chart_for(counts(*[0, 1, 1] * 11)).chart == "c"


def test_counts_that_are_no_whole_numbers_have_the_usual_chart() -> None:
    assert chart_for(counts(1.5, 2, 3)).chart == "xmr"
    assert chart_for(counts(-1, 2, 3)).chart == "xmr"


def test_nothing_at_all_has_the_usual_chart() -> None:
    for kind in Kind:
        assert chart_for(facts(kind, [(None, None, None)])).chart == "xmr"
        assert chart_for(facts(kind, [])).chart == "xmr"


def test_the_scale_of_a_rate_is_the_middle_of_what_its_values_say() -> None:
    assert scale_of(facts(Kind.RATE, [(2, 4, 2000), (3, 6, 2000), (0, 0, 2000)]).observed) == 1000
    assert scale_of([]) == 1


def test_numerators_of_no_denominator_are_not_known() -> None:
    assert counted(Observed(dt.date(2026, 1, 1), dt.date(2026, 1, 31), 5, 3, 0)) is None


@settings(deadline=None)
@given(
    st.sampled_from(Kind),
    st.lists(st.tuples(*[st.one_of(st.none(), st.integers(-3, 300), st.floats(-1e9, 1e9))] * 3), max_size=30),
    st.integers(0, 3),
)
def test_whatever_is_chosen_can_be_drawn_or_says_why_not(kind: Kind, rows: list[Row], decimals: int) -> None:
    given_facts = facts(kind, rows, decimals)
    choice = chart_for(given_facts)
    if choice.chart == "xmr":
        return
    assert choice.reason.endswith(".")
    try:
        drawn = charted(choice, given_facts.observed)
    except Impossible:
        return
    assert len(drawn.values) == len(rows)


def _poisson(made: random.Random, level: float) -> int:
    """Events in a month where ``level`` come on average, one after the other."""
    events, time = 0, made.expovariate(level)
    while time < 1:
        events, time = events + 1, time + made.expovariate(level)
    return events


def _called(level: float, kind: Kind) -> int:
    """Of 120 made-up series of counts in which nothing changes, how many are called a change at the end."""
    made = random.Random(17)
    rows = [[(float(_poisson(made, level)), None, None) for _ in range(40)] for _ in range(120)]
    return sum(judge(facts(kind, one), dt.date(2024, 1, 1)).signal for one in rows)


@pytest.mark.parametrize("level", [0.3, 0.6, 1, 2, 4])
def test_level_counts_are_seldom_called_a_change(level: float) -> None:
    assert _called(level, Kind.COUNT) <= 6  # 2 or 3 expected


def test_an_xmr_chart_of_rare_events_would_mislead() -> None:
    assert _called(0.3, Kind.INDEX) > 12  # an index has an XmR chart, whatever its values


def test_a_cluster_of_rare_events_is_called_a_change() -> None:
    verdict = judge(counts(*[0, 0, 1, 0] * 12, 5), dt.date(2024, 4, 1))
    assert verdict.signal
    assert verdict.rules.startswith("c chart")
