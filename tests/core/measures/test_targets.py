"""Whether a target is met: lately, and as things are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from scipy import stats

from answerable.core.measures.facts import Better, Facts, Kind, Line, Observed, Phase
from answerable.core.measures.judging import judge
from answerable.core.measures.meeting import how_often, in_a_hundred
from tests.core.measures.built import TODAY, facts, limit, month, target, zigzag


def test_the_issue_of_every_month() -> None:
    # mean 50, average moving range 4: sigma 3.546; a target of 54 or less is met with Phi(4/3.546) = 0.870
    told = judge(facts(zigzag(26), lines=[target(54)]), TODAY)
    assert told.assurance == "inconsistent" and told.met is not None
    assert (told.met.times, told.met.of) == (12, 12)
    assert told.met.expected == pytest.approx(0.8703, abs=1e-4)
    assert told.sentences == [
        "Will meet the target of 54 minutes most months as things are: at this level it will be met in about "
        "9 months in 10.",
        "Met in 12 of the last 12 months; about 87 in 100 expected if nothing changes.",
    ]


def test_a_target_beyond_what_is_ordinary_is_missed_every_month() -> None:
    told = judge(facts(zigzag(26), lines=[target(39)]), TODAY)
    assert told.assurance == "fail"
    assert told.sentences == [
        "Will miss the target of 39 minutes every month as things are: it lies beyond what is ordinary.",
        "Met in 0 of the last 12 months; fewer than 1 in 100 expected if nothing changes.",
    ]


def test_or_met_every_month() -> None:
    told = judge(facts(zigzag(26), lines=[target(61)]), TODAY)
    assert told.assurance == "pass"
    assert told.sentences[0] == (
        "Will meet the target of 61 minutes every month as things are: all that is ordinary meets it."
    )


def test_higher_is_better_turns_it_round() -> None:
    assert judge(facts(zigzag(26), better=Better.HIGHER, lines=[target(39)]), TODAY).assurance == "pass"
    assert judge(facts(zigzag(26), better=Better.HIGHER, lines=[target(61)]), TODAY).assurance == "fail"


def test_where_neither_way_is_better_nothing_is_said_of_a_target() -> None:
    told = judge(facts(zigzag(26), better=Better.NEITHER, lines=[target(54)]), TODAY)
    assert told.assurance is None and told.met is None and told.sentences == []


def test_each_month_is_held_against_the_target_of_its_time() -> None:
    changed = month(20)[0]
    lines = [target(51, last=changed - dt.timedelta(days=1)), target(47, start=changed)]
    told = judge(facts(zigzag(26), lines=lines), TODAY)
    # of the last 12 months 6 had the target of 51, met by the 3 of 48 minutes; none meets 47
    assert told.met is not None and (told.met.times, told.met.of) == (3, 12)
    assert "the target of 47 minutes" in told.sentences[0]


def test_months_without_a_target_do_not_count() -> None:
    told = judge(facts(zigzag(26), lines=[target(51, start=month(21)[0])]), TODAY)
    assert told.met is not None and (told.met.times, told.met.of) == (2, 5)


def test_the_last_month_not_the_last_value_says_which_target_holds() -> None:
    told = judge(facts([*zigzag(26), None], lines=[target(39, start=month(26)[0])]), TODAY)
    assert told.assurance == "fail"


def test_a_value_on_the_target_meets_it() -> None:
    told = judge(facts(zigzag(26), lines=[target(48)]), TODAY)
    assert told.met is not None and told.met.times == 6


def test_counts_are_whole_so_half_a_count_is_allowed_for() -> None:
    # sigma 3.546: (54 - 50 + 0.5) / 3.546 -> Phi(1.269) = 0.898
    told = judge(facts(zigzag(26), kind=Kind.COUNT, unit="", lines=[target(54)]), TODAY)
    assert told.met is not None and told.met.expected == pytest.approx(0.8978, abs=1e-4)


def test_small_counts_are_expected_as_poisson_has_them() -> None:
    """A mean of 0.6 gives none in exp(-0.6) of the months, 55 in 100; a normal curve would say 45."""
    counts = [0, 1, 1, 0, 1] * 6
    told = judge(facts(counts, kind=Kind.COUNT, unit="", lines=[target(0)]), TODAY)
    assert told.rules.startswith("c chart")
    assert told.met is not None and told.met.expected == pytest.approx(stats.poisson(0.6).cdf(0))


def test_shares_of_few_are_expected_as_the_binomial_has_them() -> None:
    """Of 40 at 7.5%, 2 or fewer are within 5%: 42 in 100; a normal curve would say 27."""
    told = judge(_shares([3, 2, 4, 3, 3] * 6, 40, target(5), Better.LOWER), TODAY)
    assert told.rules.startswith("p chart")
    assert told.met is not None and told.met.expected == pytest.approx(stats.binom(40, 0.075).cdf(2))
    high = judge(_shares([37, 38, 36, 37, 37] * 6, 40, target(95), Better.HIGHER), TODAY)
    assert high.met is not None and high.met.expected == pytest.approx(stats.binom(40, 0.925).sf(37))


def test_rates_of_few_are_expected_as_poisson_has_them() -> None:
    rows = [
        Observed(*month(at), events / 2, numerator=events, denominator=2000)
        for at, events in enumerate([3, 2, 4, 3, 3] * 6)
    ]
    told = judge(facts(rows, kind=Kind.RATE, decimals=1, lines=[target(1)]), TODAY)
    assert told.rules.startswith("u chart")
    assert told.met is not None and told.met.expected == pytest.approx(stats.poisson(3).cdf(2))


def _shares(hits: Sequence[int], of: int, line: Line, better: Better) -> Facts:
    rows = [
        Observed(*month(at), round(100 * x / of, 1), numerator=x, denominator=of) for at, x in enumerate(hits)
    ]
    return facts(rows, kind=Kind.PROPORTION, unit="%", decimals=1, better=better, lines=[line])


def test_a_run_sets_the_level_that_is_expected() -> None:
    values = [*zigzag(26), *[58.0, 59.0, 57.0, 58.0, 60.0, 58.0, 59.0, 58.0]]
    told = judge(facts(values, lines=[target(54)]), TODAY)
    assert told.met is not None and told.met.expected is not None and told.met.expected < 0.2


RISEN = [*zigzag(60), *[70.0, 72.0] * 5]
"""Limits of the whole phase end near 64; the last ten months lie about 71."""


@pytest.mark.parametrize(
    ("better", "line", "icon", "words"),
    [
        (Better.HIGHER, 68, "inconsistent", "Will meet the target of 68 minutes most months as things are"),
        (Better.LOWER, 68, "inconsistent", "Will miss the target of 68 minutes most months as things are"),
        (Better.HIGHER, 58, "pass", "Will meet the target of 58 minutes every month as things are"),
        (Better.HIGHER, 90, "fail", "Will miss the target of 90 minutes every month as things are"),
    ],
)
def test_as_things_are_is_the_level_of_the_run_and_not_that_of_before(
    better: Better, line: float, icon: str, words: str
) -> None:
    """Ten months beyond a target are not "missed every month" because the years before them missed it."""
    told = judge(facts(RISEN, better=better, lines=[target(line)]), TODAY)
    assert told.signal and told.assurance == icon
    assert told.sentences[0].startswith(words)


def test_what_is_ordinary_at_the_level_of_a_run_is_called_so() -> None:
    told = judge(facts(RISEN, better=Better.HIGHER, lines=[target(90)]), TODAY)
    assert told.sentences[0].endswith("as things are: it lies beyond what is ordinary at this level.")
    told = judge(facts(RISEN, better=Better.HIGHER, lines=[target(58)]), TODAY)
    assert told.sentences[0].endswith("as things are: all that is ordinary at this level meets it.")


def test_while_a_trend_goes_on_nothing_is_expected() -> None:
    told = judge(facts([*zigzag(26), 48, 49, 50, 51, 52, 53, 54], lines=[target(54)]), TODAY)
    assert told.met is not None and told.met.expected is None
    assert told.sentences == ["Met in 12 of the last 12 months."]


def test_while_a_trend_goes_on_no_target_is_out_of_reach() -> None:
    told = judge(facts([*zigzag(26), 51, 48, 46, 44, 42, 40, 39, 38], lines=[target(37)]), TODAY)
    assert told.headline.startswith("Getting better") and told.assurance is None
    assert told.sentences == ["Met in 0 of the last 12 months."]


def test_of_a_short_phase_no_share_is_expected() -> None:
    told = judge(facts(zigzag(26), lines=[target(54)], phases=[Phase(month(20)[0], "New")]), TODAY)
    assert told.met is not None and told.met.expected is None and told.assurance is None


def test_the_icon_is_called_forgiving_where_it_is() -> None:
    assert "87 to 97 of 100" in judge(facts(zigzag(26), lines=[target(54)]), TODAY).rule_in_words
    assert judge(facts(zigzag(26), lines=[target(39)]), TODAY).rule_in_words == ""


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.006, "in about 1 month in 100"),
        (0.03, "in about 3 months in 100"),
        (0.05, "in about 1 month in 20"),
        (0.083, "in about 1 month in 12"),
        (0.25, "in about 1 month in 4"),
        (0.3, "in about 3 months in 10"),
        (0.5, "in about half of the months"),
        (0.87, "in about 9 months in 10"),
        (0.97, "in about 97 months in 100"),
    ],
)
def test_shares_as_people_say_them(share: float, words: str) -> None:
    assert how_often(share, "month") == words


def test_a_target_that_is_missed_most_months() -> None:
    # Phi((45 - 50) / 3.546) = 0.079
    told = judge(facts(zigzag(26), lines=[target(45)]), TODAY)
    assert told.sentences[0] == (
        "Will miss the target of 45 minutes most months as things are: at this level it will be met in about "
        "1 month in 13."
    )


@pytest.mark.parametrize("line", [50, 49.8, 50.3])
def test_a_target_at_the_level_is_met_in_half_of_the_months_and_not_in_most(line: float) -> None:
    told = judge(facts(zigzag(26), lines=[target(line)]), TODAY)
    assert told.sentences[0].endswith("minutes in about half of the months as things are.")
    assert "most months" not in told.sentences[0]


def test_a_run_beyond_the_target_misses_it_nearly_every_month() -> None:
    told = judge(facts([*zigzag(26), *[62.0] * 8], lines=[target(54)]), TODAY)
    assert told.assurance == "inconsistent"
    assert told.sentences[0] == "Will miss the target of 54 minutes nearly every month as things are."


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.001, "fewer than 1 in 100"), (0.03, "about 3 in 100"), (0.999, "more than 99 in 100")],
)
def test_shares_in_a_hundred(share: float, words: str) -> None:
    assert in_a_hundred(share) == words


def test_a_limit_that_was_set_and_the_ordinary_range_are_told_apart() -> None:
    told = judge(facts([*zigzag(26), 55, 53], lines=[limit(52.5)]), TODAY)
    assert told.headline.startswith("Ordinary variation")
    assert told.sentences == [
        "Above the limit of 52.5 minutes that was set: 53 minutes in April 2025, 2 months in a row."
    ]


def test_within_the_limit_and_on_it() -> None:
    within = judge(facts(zigzag(26), lines=[limit(52)]), TODAY).sentences
    assert within == ["Within the limit of 52 minutes that was set: 52 minutes in February 2025."]


def test_where_higher_is_better_a_limit_is_a_lower_one() -> None:
    told = judge(facts(zigzag(27), better=Better.HIGHER, lines=[limit(49)]), TODAY)
    assert told.sentences == ["Below the limit of 49 minutes that was set: 48 minutes in March 2025."]
