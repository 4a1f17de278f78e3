"""Figures that minutes quote, beside the series."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.measures.claims import (
    SEVERAL,
    Claim,
    Named,
    Quoted,
    area_of,
    claim,
    kind_said,
    measure_of,
)
from answerable.core.measures.facts import Better, Facts, Frequency, Kind, Line, LineKind, Observed

CALLS = Named(1, ["101 calls answered within one minute"], "%", topic="101 call answering")
NINES = Named(2, ["999 calls answered within ten seconds"], "%")
SATISFIED = Named(3, ["Victim satisfaction"], "%")
UNRESOURCED = Named(4, ["Unresourced incidents", "Incidents without a unit"], "incidents")
ERRORS = Named(5, ["Outcome 16 error rate"], "%")
EVERY = [CALLS, NINES, SATISFIED, UNRESOURCED, ERRORS]


def quoted(text: str, value: float, unit: str = "%", **more: object) -> Quoted:
    held = Quoted(1, dt.date(2022, 6, 14), measure=text[:40], text=text, value=value, unit=unit)
    return replace(held, **more)  # type: ignore[arg-type]


def series(values: list[float | None], *lines: Line, unit: str = "%", decimals: int = 1) -> Facts:
    """A value for each month of 2022 from January."""
    months = [
        Observed(
            dt.date(2022, place, 1),
            dt.date(2022 + place // 12, place % 12 + 1, 1) - dt.timedelta(days=1),
            value,
        )
        for place, value in enumerate(values, 1)
    ]
    return Facts(
        "Error rate", Kind.PROPORTION, unit, Better.LOWER, Frequency.MONTH, months, lines, decimals=decimals
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "unit", "key"),
    [
        ("38% of 101 calls were answered within one minute, against a target of 70%.", 38, "%", 1),
        ("38% of 101 calls were answered within one minute, against a target of 70%.", 70, "%", 1),
        ("Victim satisfaction had stayed at 66% for a year.", 66, "%", 3),
        ("There were 34 unresourced incidents in North.", 34, "incidents", 4),
        ("34 incidents stood without a unit at ten o'clock.", 34, "incidents", 4),
        ("The error rate of outcome 16 is 12-14%.", 12, "%", 5),
        ("41% of files were sent back.", 41, "%", None),
        ("Satisfaction of witnesses was 66%.", 66, "%", None),
        ("Victim satisfaction surveys went to 34 people.", 34, "people", None),
        ("Unresourced incidents were 20% of all.", 20, "%", None),
    ],
)
def test_a_figure_is_of_the_measure_that_its_words_name(
    text: str, value: float, unit: str, key: int | None
) -> None:
    assert measure_of(quoted(text, value, unit), EVERY) == key


def test_the_heading_helps_where_the_sentence_says_part_of_the_name() -> None:
    said = quoted("44% of calls were answered within a minute in May.", 44)
    assert measure_of(said, EVERY) is None
    assert measure_of(replace(said, heading="101 call answering"), EVERY) == 1


def test_of_two_figures_in_a_sentence_each_is_of_its_own_clause() -> None:
    overall = Named(6, ["Victim satisfaction, overall"], "%")
    informed = Named(7, ["Victim satisfaction, kept informed"], "%")
    text = "Overall satisfaction is 71% and satisfaction with being kept informed is 59%."
    said = quoted(text, 71, heading="Victim satisfaction")
    assert measure_of(said, [overall, informed]) == 6
    assert measure_of(replace(said, value=59.0), [overall, informed]) == 7


def test_a_heading_alone_names_nothing() -> None:
    said = quoted("62% of letters went out in time.", 62, heading="Victim satisfaction")
    assert measure_of(said, EVERY) is None


def test_the_longer_name_wins_and_two_equal_ones_do_not() -> None:
    wide, narrow = Named(8, ["Calls answered"], "%"), Named(9, ["101 calls answered"], "%")
    said = quoted("60% of 101 calls were answered.", 60)
    assert measure_of(said, [wide, narrow]) == 9
    assert measure_of(said, [narrow, replace(narrow, key=10)]) is None


def test_no_value_and_no_words_name_nothing() -> None:
    assert measure_of(replace(quoted("Victim satisfaction is good.", 0), value=None), EVERY) is None
    assert measure_of(quoted("", 5), [Named(1, [""], "%")]) is None


def test_a_rise_by_so_much_is_no_level() -> None:
    said = quoted("Victim satisfaction is up by 6% on the year.", 6)
    assert kind_said(said) == "change"
    assert measure_of(said, EVERY) is None
    assert kind_said(quoted("Victim satisfaction fell to 61%.", 61)) == "actual"


def test_of_two_figures_in_a_sentence_only_the_one_called_so_is_the_target() -> None:
    text = "38% of calls were answered, against a target of 70%."
    assert kind_said(quoted(text, 38, kind="target")) == "actual"
    assert kind_said(quoted(text, 70, kind="target")) == "target"
    assert (
        kind_said(quoted("North stood at 34, above the upper limit of 30.", 30, "", kind="limit")) == "limit"
    )
    assert kind_said(quoted("It is much.", 12, kind="baseline")) == "baseline"


def test_the_area_is_the_one_that_is_named() -> None:
    assert area_of(quoted("34 in North.", 34, area="north"), ["North", "South"]) == "North"
    assert area_of(quoted("34 in North.", 34), ["North", "South"]) == "North"
    both = quoted("34 cases in North and 20 cases in South.", 34)
    assert area_of(both, ["North", "South"]) == "North"
    assert area_of(replace(both, value=20.0), ["North", "South"]) == "South"
    assert area_of(quoted("34 in North or South.", 34), ["North", "South"]) == SEVERAL
    assert area_of(quoted("34 in Northern parts.", 34), ["North", "South"]) == ""
    assert area_of(quoted("34.", 34, area="Estmoor"), ["North"]) == "Estmoor"


def told(said: Quoted, facts: Facts) -> tuple[str, str]:
    found: Claim = claim(said, facts)
    return found.fits, found.sentence


def test_a_range_agrees_with_what_lies_in_it() -> None:
    said = quoted("The error rate is 12-14%.", 12, to=14)
    facts = series([20, 20, 20, 20, 13.1, 20])
    assert told(said, facts) == ("agrees", "Minuted 12–14%, series 13.1% for May 2022: agrees.")


def test_the_difference_is_counted_from_the_end_that_is_nearer() -> None:
    said = quoted("The error rate is 12-14%.", 12, to=14)
    sentence = "Minuted 12–14%, series 16.2% for May 2022: 2.2 points more than was said."
    assert told(said, series([0, 0, 0, 0, 16.2])) == ("differs", sentence)
    found = claim(said, series([0, 0, 0, 0, 9.0]))
    assert found.difference == pytest.approx(-3.0)
    assert found.sentence.endswith("3.0 points less than was said.")


@pytest.mark.parametrize(
    ("held", "fits"), [(13.5, "agrees"), (13.51, "differs"), (12.5, "agrees"), (12.49, "differs")]
)
def test_a_figure_is_as_sure_as_its_last_digit(held: float, fits: str) -> None:
    assert claim(quoted("It is 13%.", 13), series([0, 0, 0, 0, held])).fits == fits


@pytest.mark.parametrize(
    ("held", "fits"), [(78.75, "agrees"), (78.8, "differs"), (71.25, "agrees"), (71.2, "differs")]
)
def test_around_forgives_a_twentieth(held: float, fits: str) -> None:
    said = quoted("It is around 75% of the plan.", 75, approximate=True)
    found = claim(said, series([0, 0, 0, 0, held]))
    assert found.fits == fits
    assert found.said == "around 75%"


def test_it_is_of_the_last_period_that_had_ended() -> None:
    facts = series([1, 2, 3, 4, 5, 6, 7])
    assert claim(quoted("It is 5%.", 5), facts).start == dt.date(2022, 5, 1)
    assert claim(quoted("It is 5%.", 5, on=dt.date(2022, 5, 31)), facts).start == dt.date(2022, 5, 1)
    assert claim(quoted("It is 4%.", 4, on=dt.date(2022, 5, 30)), facts).start == dt.date(2022, 4, 1)


def test_the_month_that_the_sentence_names_counts() -> None:
    facts = series([1, 2, 3, 4, 5])
    assert claim(quoted("It was 2% in February.", 2), facts).held == 2
    assert claim(quoted("It was 2% in February 2022.", 2), facts).held == 2
    assert claim(quoted("It was 3% in November.", 3), facts).fits == "nothing"
    assert claim(quoted("In August 2022 it will be 5%.", 5), facts).held == 5  # ahead: not of that month
    assert claim(quoted("It was 5%, in January and in February.", 5), facts).held == 5


def test_without_a_value_it_says_so() -> None:
    said = quoted("It is 13%.", 13)
    assert told(said, series([])) == ("nothing", "Minuted 13%; the series has nothing for that time.")
    sentence = "Minuted 13%; the series has no value for May 2022."
    assert told(said, series([1, 1, 1, 1, None])) == ("nothing", sentence)


def test_a_quoted_target_is_held_against_the_one_that_was_set() -> None:
    target = Line(LineKind.TARGET, 85)
    said = quoted("Satisfaction misses the target of 85%.", 85, kind="target")
    assert told(said, series([70], target))[0] == "agrees"
    other = quoted("Satisfaction misses the target of 80%.", 80, kind="target")
    sentence = "Minuted a target of 80%, the target kept here was 85%: 5.0 points more than was said."
    assert told(other, series([70], target)) == ("differs", sentence)
    assert told(other, series([70])) == (
        "nothing",
        "Minuted a target of 80%; no target is kept for that time.",
    )


def test_a_line_counts_while_it_holds() -> None:
    before = Line(LineKind.LIMIT, 30, last=dt.date(2022, 6, 13))
    after = Line(LineKind.LIMIT, 40, start=dt.date(2022, 6, 14))
    said = quoted("The upper limit of 40 is passed.", 40, "", kind="limit")
    assert claim(said, series([50], before, after, unit="")).fits == "agrees"
    assert claim(said, series([50], before, unit="")).fits == "nothing"


numbers = st.floats(-1e6, 1e6, allow_nan=False)


@given(numbers, st.none() | numbers, numbers, st.booleans())
def test_a_difference_never_points_into_what_was_said(
    value: float, to: float | None, held: float, approximate: bool
) -> None:
    found = claim(quoted("It is so.", value, to=to, approximate=approximate), series([0, 0, 0, 0, held]))
    low, high = min(value, value if to is None else to), max(value, value if to is None else to)
    assert found.difference is not None
    assert (found.fits == "agrees") == (found.difference == 0)
    if found.difference > 0:
        assert held > high
    if found.difference < 0:
        assert held < low


@given(st.text(max_size=80), numbers, st.sampled_from(["%", "calls", ""]), st.text(max_size=20))
def test_no_words_break_it(text: str, value: float, unit: str, heading: str) -> None:
    said = quoted(text, value, unit, heading=heading)
    assert measure_of(said, EVERY) in (None, 1, 2, 3, 4, 5)
    assert claim(said, series([1, 2, None])).sentence


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("In 2021 there were 29 people killed on the roads, seven more than in the year before.", 29, "year"),
        ("In 2021/22, 29 people were killed on the roads.", 29, "year"),
        ("There were 29 deaths in the last financial year.", 29, "year"),
        ("There were 29 deaths in the year to March 2022.", 29, "year"),
        ("There were 29 deaths in the last twelve months.", 29, "year"),
        ("There were 9 deaths in the last quarter.", 9, "quarter"),
        ("There were 9 deaths in Q4.", 9, "quarter"),
    ],
)
def test_a_figure_of_a_longer_time_is_not_held_against_a_month(text: str, value: float, length: str) -> None:
    """29 deaths in a year do not contradict 2 in May: nothing is said of it, and it counts as neither."""
    found = claim(quoted(text, value, "deaths"), series([3, 2, 2, 1, 2], unit="deaths", decimals=0))
    assert (found.fits, found.held, found.difference) == ("nothing", None, None)
    assert found.sentence == (
        f"Minuted {value:.0f} deaths for a {length}; the series is of single months, so the two are not "
        "compared."
    )


@pytest.mark.parametrize(
    "text",
    [
        "The error rate was 2% in May 2022, lower than in the year before.",
        "The error rate had stayed at 2% for a year.",
        "The error rate was 2% in May this year.",
        "In 2021 it was 9%, and in May it was 2%.",
        "The error rate fell in the year to 2%.",
        "The error rate was 2%, and a review is due later in the year.",
    ],
)
def test_a_year_that_is_said_of_something_else_leaves_the_figure_a_months(text: str) -> None:
    assert claim(quoted(text, 2), series([9, 8, 7, 6, 2])).fits == "agrees"


def test_a_year_is_held_against_a_year_and_a_quarter_against_a_quarter() -> None:
    whole = replace(
        series([29], unit="deaths", decimals=0),
        frequency=Frequency.YEAR,
        observed=[Observed(dt.date(2021, 4, 1), dt.date(2022, 3, 31), 29)],
    )
    assert (
        claim(quoted("There were 29 deaths in the last financial year.", 29, "deaths"), whole).fits
        == "agrees"
    )
    quarter = replace(
        whole,
        frequency=Frequency.QUARTER,
        observed=[Observed(dt.date(2022, 1, 1), dt.date(2022, 3, 31), 9)],
    )
    assert claim(quoted("There were 9 deaths in the last quarter.", 9, "deaths"), quarter).fits == "agrees"
    assert claim(quoted("There were 29 deaths in 2021.", 29, "deaths"), quarter).fits == "nothing"
