"""What is said of a series above its chart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from answerable.core.measures.facts import Better, Event, EventKind, Frequency, Kind, Phase
from answerable.core.measures.judging import judge
from tests.core.measures.built import FIRST, TODAY, facts, limit, month, monthly, target, zigzag

SHIFTED = [*zigzag(27)[1:], *[58.0, 59.0, 57.0, 58.0, 60.0, 58.0, 59.0, 58.0]]
JUNE_2025 = dt.date(2025, 6, 1)
SKEWED = [1.0, 2, 1, 9, 2, 1, 9, 2, 0, 9, 1, 2, 9, 1, 2, 9, 0, 2, 1, 2, *[3.0] * 8]


def test_nothing_but_chance() -> None:
    told = judge(facts(zigzag(26)), TODAY)
    assert told.headline == "Ordinary variation: no change is seen that chance does not explain."
    assert (told.variation, told.signal, told.since, told.rule_in_words) == ("common", False, None, "")
    assert {point.shape for point in told.points} == {"ordinary"}


@pytest.mark.parametrize(
    ("better", "word", "icon", "shape"),
    [
        (Better.LOWER, "Worse", "concern-high", "worse"),
        (Better.HIGHER, "Better", "improvement-high", "better"),
        (Better.NEITHER, "Higher", "neutral-high", "high"),
    ],
)
def test_a_run_is_a_real_change_since_its_first_month(
    better: Better, word: str, icon: str, shape: str
) -> None:
    told = judge(facts(SHIFTED, better=better), TODAY)
    assert told.headline == (
        f"{word} since March 2025, and a real change: 8 months in a row above the average of 52 minutes."
    )
    assert (told.variation, told.signal, told.since) == (icon, True, dt.date(2025, 3, 1))
    assert [point.shape for point in told.points[-8:]] == [shape] * 8
    assert told.rule_in_words.startswith("Seven points in a row lie on one side of the mean.")


def test_the_headline_never_speaks_of_rules() -> None:
    for values in (SHIFTED, zigzag(20), [*zigzag(20), 70], [*zigzag(20), 51, 52, 53, 54, 55, 56, 57]):
        words = judge(facts(values), TODAY).headline.lower()
        assert not any(one in words for one in ("sigma", "special cause", "significant", "control"))


def test_a_single_point_outside() -> None:
    told = judge(facts([*zigzag(26), 70]), TODAY)
    assert told.headline == (
        "Worse in March 2025, and a real change: 70 minutes is outside the range that is ordinary, "
        "40 minutes to 61 minutes."
    )


def test_a_trend_counts_its_steps() -> None:
    told = judge(facts([*zigzag(26), 48, 49, 50, 51, 52, 53, 54]), TODAY)
    assert told.headline == (
        "Getting worse since March 2025, and a real change: 6 months in a row, each higher than the one "
        "before."
    )


def test_two_of_three_close_to_what_is_ordinary() -> None:
    told = judge(facts([*zigzag(26), 59, 53, 59], baseline=26), TODAY)
    assert told.headline == (
        "Worse since March 2025, and a real change: two of the last three months are close to the top of "
        "what is ordinary."
    )


def test_a_change_that_is_over_is_recalled() -> None:
    told = judge(facts([*zigzag(20), 70, *zigzag(10)], baseline=20), TODAY)
    assert told.headline.startswith("Ordinary variation")
    assert "Worse than ordinary in September 2024 (70 minutes), not since." in told.sentences


def test_a_change_that_ended_two_years_ago_is_history() -> None:
    told = judge(facts([*zigzag(14), 70, *zigzag(26)], baseline=14), TODAY)
    assert not any("not since" in one for one in told.sentences)


def test_the_chart_its_rules_and_what_was_chosen_are_named() -> None:
    assert judge(facts(zigzag(20)), TODAY).rules == (
        "XmR chart, Making Data Count's rules as NHSRplotthedots 0.2.2 has them: limits from all points of a "
        "phase, ranges screened once; runs and trends of 7 points, two of three between two and three sigma"
    )
    assert "the first 14 points" in judge(facts(zigzag(20), baseline=14), TODAY).rules


def test_no_figures_and_few() -> None:
    assert judge(facts([]), TODAY).headline == "There are no figures yet."
    assert judge(facts([None, None]), TODAY).headline == "There are no figures yet."
    one = judge(facts([50]), TODAY)
    assert one.headline == "Too early to tell: 1 month of figures."
    assert one.early and one.spans == [] and len(one.points) == 1
    assert judge(facts([50, 51, 52]), TODAY).headline == "Too early to tell: 3 months of figures."


def test_a_limit_that_was_set_needs_no_chart() -> None:
    told = judge(facts([50, 62], lines=[limit(60)]), TODAY)
    assert "Above the limit of 60 minutes that was set: 62 minutes in February 2023." in told.sentences


def test_twelve_are_too_early_and_thirteen_are_not() -> None:
    early = judge(facts([*zigzag(11), 90]), TODAY)
    assert early.headline == "Too early to tell: 12 months, and it takes 13 to tell a change from chance."
    assert (early.variation, early.assurance, early.signal, early.early) == (None, None, False, True)
    assert {point.shape for point in early.points} == {"ordinary"} and early.spans[0].upper is not None
    assert "The ordinary range comes from 12 months only and will still move." in early.cautions
    assert judge(facts([*zigzag(12), 90]), TODAY).signal


def test_after_a_new_phase_the_averages_are_said_until_there_are_enough() -> None:
    told = judge(facts(SHIFTED, phases=[Phase(dt.date(2025, 3, 1), "New telephones")]), TODAY)
    assert told.headline == (
        "Too early to tell: 8 months since a new phase began in March 2025, and it takes 13 to tell a change "
        "from chance."
    )
    said = "The average since the new phase began in March 2025 is 58.4 minutes; before it was 50.0 minutes."
    assert said in told.sentences
    assert [(span.first, span.last, span.reason) for span in told.spans] == [
        (0, 25, ""),
        (26, 33, "New telephones"),
    ]


def test_a_phase_begins_with_the_first_period_on_or_after_its_day_and_says_so() -> None:
    told = judge(facts(SHIFTED, phases=[Phase(dt.date(2025, 2, 15), "New telephones")]), TODAY)
    assert told.spans[-1].first == 26
    assert "The new phase of 15 February 2025 begins with March 2025." in told.cautions


def test_a_phase_that_has_no_figures_yet() -> None:
    told = judge(facts(zigzag(26), phases=[Phase(dt.date(2026, 4, 1), "New telephones")]), TODAY)
    assert len(told.spans) == 1
    assert "The new phase of 1 April 2026 has no figures yet." in told.cautions


def test_no_rule_looks_across_phases() -> None:
    rows = [*zigzag(20), *[value + 30 for value in zigzag(20)]]
    told = judge(facts(rows, phases=[Phase(month(20)[0], "Counted otherwise")]), TODAY)
    assert not told.signal and {point.shape for point in told.points} == {"ordinary"}


def test_all_equal() -> None:
    told = judge(facts([5.0] * 14, lines=[target(5)]), TODAY)
    assert told.headline == "All 14 values are 5 minutes: nothing varies at all."
    assert not told.signal and told.assurance is None
    assert told.met is not None and (told.met.times, told.met.expected) == (12, 1)


def test_all_equal_but_the_last_is_a_change() -> None:
    assert judge(facts([5.0] * 14 + [9.0]), TODAY).signal


def test_rolling_averages_are_refused_with_the_reason_and_the_advice() -> None:
    told = judge(facts(zigzag(30), frequency=Frequency.ROLLING), TODAY)
    assert told.refused and told.spans == [] and len(told.points) == 30
    assert "63 in 100" in told.sentences[0] and "Load the monthly figures instead." in told.sentences[0]
    assert told.headline == "Not judged: a rolling average hides when something changed."


def test_rolling_periods_overlap_by_nature() -> None:
    rows = [replace(row, start=month(at - 11)[0]) for at, row in enumerate(monthly(zigzag(30)))]
    told = judge(facts(rows, frequency=Frequency.ROLLING), TODAY)
    assert told.headline == "Not judged: a rolling average hides when something changed."


@pytest.mark.parametrize("values", [[0.0, 0.0, 0.0, float("nan")], [float("inf")]])
def test_so_it_is_in_a_short_series_of_counts(values: list[float]) -> None:
    assert judge(facts(values, kind=Kind.COUNT), TODAY).headline == "Not judged: a figure cannot be right."


def test_what_is_no_number_is_refused() -> None:
    told = judge(facts([*zigzag(20), float("inf")]), TODAY)
    assert told.headline == "Not judged: a figure cannot be right."
    assert told.refused == "A value on a chart cannot be inf."


def test_two_values_for_one_month_are_refused() -> None:
    rows = monthly(zigzag(20))
    told = judge(facts([*rows, rows[3]]), TODAY)
    assert told.sentences == ["There are two values for April 2023. Keep one of them."]
    assert told.refused and not told.spans and not told.signal


def test_periods_that_overlap_are_refused() -> None:
    rows = monthly(zigzag(20))
    rows[4] = replace(rows[4], start=rows[4].start - dt.timedelta(days=3))
    assert judge(facts(rows), TODAY).sentences == [
        "The periods April 2023 and May 2023 overlap. Each day can count in one period only."
    ]


def test_the_order_of_the_rows_changes_nothing() -> None:
    rows = monthly(SHIFTED)
    assert judge(facts(rows[::-1]), TODAY) == judge(facts(rows), TODAY)


def test_a_missing_last_value_leaves_the_verdict_to_the_last_that_is_there() -> None:
    assert judge(facts([*SHIFTED, None]), TODAY).since == dt.date(2025, 3, 1)


def asked(on: dt.date, kind: EventKind = EventKind.RECORDING, **fields: object) -> str:
    return judge(facts(SHIFTED, events=[Event(on, kind, "New telephones")], **fields), TODAY).asks_phase


def test_a_change_with_a_known_cause_asks_for_a_decision() -> None:
    assert asked(dt.date(2025, 2, 10)) == (
        "Worse since March 2025, when something happened (10 February 2025: New telephones). "
        "Does a new phase begin?"
    )


@pytest.mark.parametrize("kind", [EventKind.OUTSIDE, EventKind.ACTION, EventKind.STRATEGY])
def test_an_action_or_a_lockdown_is_a_known_cause_too(kind: EventKind) -> None:
    assert asked(dt.date(2025, 3, 31), kind)


def test_what_happened_long_before_or_after_is_no_cause() -> None:
    assert not asked(dt.date(2024, 11, 30))
    assert asked(dt.date(2024, 12, 1))
    assert not asked(dt.date(2025, 4, 1))
    assert not asked(dt.date(2025, 3, 1), EventKind.OTHER)


def test_what_a_phase_was_decided_for_is_not_asked_again() -> None:
    rows = [*zigzag(10), *SHIFTED]
    event = Event(month(10)[0], EventKind.RECORDING, "New telephones")
    told = judge(facts(rows, events=[event], phases=[Phase(month(10)[0], "New telephones")]), TODAY)
    assert told.signal and not told.asks_phase


def test_it_is_asked_also_when_the_change_has_faded_from_the_chart() -> None:
    values = [*SHIFTED, 48.0, 52.0]
    told = judge(facts(values, events=[Event(month(26)[0], EventKind.ACTION, "More staff")]), TODAY)
    assert not told.signal
    assert told.asks_phase.startswith("Worse from March 2025 to October 2025")


def test_an_ordinary_series_asks_nothing() -> None:
    event = Event(FIRST + dt.timedelta(days=200), EventKind.RECORDING, "New telephones")
    assert judge(facts(zigzag(26), events=[event]), TODAY).asks_phase == ""


def test_without_targets_nothing_is_said_of_them() -> None:
    told = judge(facts(zigzag(26)), TODAY)
    assert told.assurance is None and told.met is None and told.sentences == []


def test_since_is_told_by_the_week_or_quarter() -> None:
    rows = [
        replace(
            row,
            start=dt.date(2024, 1, 1) + dt.timedelta(7 * at),
            last=dt.date(2024, 1, 7) + dt.timedelta(7 * at),
        )
        for at, row in enumerate(monthly(SHIFTED))
    ]
    told = judge(facts(rows, frequency=Frequency.WEEK), TODAY)
    assert told.headline.startswith(
        "Worse since the week to 7 July 2024, and a real change: 8 weeks in a row"
    )


def test_june_is_a_month_of_its_year() -> None:
    assert month(29) == (JUNE_2025, dt.date(2025, 6, 30))


def test_a_run_of_small_counts_is_said_of_the_median_that_it_lies_above() -> None:
    """The mean of 3.2 is above most of these months: "above the average" would be wrong of the threes."""
    told = judge(facts(SKEWED, kind=Kind.COUNT, unit="thefts"), TODAY)
    assert told.rules.startswith("c chart") and told.spans[-1].centre is not None
    assert told.spans[-1].centre > 3
    assert told.headline == (
        "Worse since September 2024, and a real change: 8 months in a row above the median of 2.0 thefts."
    )


def test_a_run_of_waits_is_said_of_the_median_too() -> None:
    rare = [0.0, 0.0, 1.0] * 8 + [0.0, 1.0] * 4 + [0.0, 0.0, 0.0, 1.0] * 7
    told = judge(facts(rare, kind=Kind.COUNT, unit="deaths"), TODAY)
    assert told.rules.startswith("g chart")
    assert told.headline.endswith("7 waits in a row above the median of 2 months without one.")


@pytest.mark.parametrize(
    ("per_cent", "named", "screened"),
    [
        ([70, 90] * 10, "p chart with Laney’s correction, ", True),
        ([79, 80, 81, 80] * 5, "p chart, ", False),
    ],
)
def test_the_line_under_the_chart_says_where_moving_ranges_were_screened(
    per_cent: list[int], named: str, screened: bool
) -> None:
    rows = [
        replace(one, numerator=of * share / 100, denominator=of)
        for at, (one, share) in enumerate(zip(monthly([float(p) for p in per_cent]), per_cent, strict=True))
        for of in [300 if at % 3 else 800]
    ]
    told = judge(facts(rows, kind=Kind.PROPORTION, unit="%"), TODAY)
    assert told.rules.startswith(named)
    assert ("ranges screened once" in told.rules) is screened
