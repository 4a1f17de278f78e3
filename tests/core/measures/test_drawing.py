"""A verdict as a picture, and the whole of it in words."""

from __future__ import annotations

import datetime as dt

from answerable.components.figures import chart
from answerable.core.measures.drawing import label, picture, scale
from answerable.core.measures.facts import Event, EventKind, Kind, Phase
from answerable.core.measures.judging import judge
from tests.core.measures.built import TODAY, facts, limit, month, target, zigzag


def test_the_label_says_everything() -> None:
    of = facts(
        zigzag(26),
        whose="North",
        lines=[target(54), limit(60, dt.date(2024, 4, 1))],
        events=[Event(dt.date(2024, 4, 1), EventKind.ACTION, "More staff")],
    )
    assert label(of, judge(of, TODAY)) == (
        "Time to answer, North. 26 values, from 48 minutes in January 2023 to 52 minutes in February 2025. "
        "Ordinary variation: no change is seen that chance does not explain. "
        "The average is 50 minutes and 39 minutes to 61 minutes is ordinary. Target of 54 minutes. "
        "Limit of 60 minutes (set) from 1 April 2024. 1 April 2024: More staff."
    )


def test_phases_are_said_with_their_reason() -> None:
    of = facts(zigzag(26), phases=[Phase(month(13)[0], "Counted otherwise")])
    assert "A new phase began in February 2024: Counted otherwise." in label(of, judge(of, TODAY))


def test_the_range_is_not_said_or_drawn_below_nought_or_above_all() -> None:
    of = facts([0.0, 6.0] * 13)
    assert "0 minutes to" in label(of, judge(of, TODAY))
    assert (picture(of, judge(of, TODAY)).floor, picture(of, judge(of, TODAY)).ceiling) == (0, None)
    share = facts([92.0, 99.0] * 13, kind=Kind.PROPORTION, unit="%")
    assert picture(share, judge(share, TODAY)).ceiling == 100
    assert "to 100% is ordinary" in label(share, judge(share, TODAY))


def test_a_measure_that_can_be_negative_has_no_floor() -> None:
    of = facts([-3.0, 6.0] * 13)
    assert picture(of, judge(of, TODAY)).floor is None


def test_a_single_value_and_none() -> None:
    of = facts([50])
    assert label(of, judge(of, TODAY)).startswith(
        "Time to answer. 1 value, from 50 minutes in January 2023 to 50 minutes in January 2023."
    )
    assert label(facts([]), judge(facts([]), TODAY)) == "Time to answer. There are no figures yet."


def test_what_happened_before_or_after_the_points_is_not_drawn() -> None:
    early = Event(dt.date(2020, 1, 1), EventKind.OUTSIDE, "Long ago")
    of = facts(zigzag(20), events=[early])
    assert picture(of, judge(of, TODAY)).events == []


def test_several_share_a_scale_that_holds_all_points_and_ranges() -> None:
    one, other = judge(facts(zigzag(26)), TODAY), judge(facts([value + 40 for value in zigzag(26)]), TODAY)
    low, high = scale([one, other])
    assert low is not None and high is not None
    assert low < 39.36 and high > 100.64
    assert scale([]) == (None, None) and scale([judge(facts([]), TODAY)]) == (None, None)


def test_a_shared_scale_begins_at_nought_where_values_are_near_it() -> None:
    assert scale([judge(facts([1.0, 40.0] * 2, baseline=1), TODAY)])[0] is not None
    low, _ = scale([judge(facts([0.5, 90.0, 3.0]), TODAY)])
    assert low == 0


def test_lines_that_were_set_are_not_drawn_on_a_chart_of_waits() -> None:
    counts = [1.0 if at % 3 == 0 else 0.0 for at in range(60)]
    of = facts(counts, kind=Kind.COUNT, unit="deaths", lines=[limit(2)])
    made = picture(of, judge(of, TODAY))
    assert made.lines == () and made.unit == "months without one"


def test_the_middle_of_a_chart_of_waits_is_called_the_median_that_it_is() -> None:
    counts = [1.0 if at % 3 == 0 else 0.0 for at in range(60)] + [0.0] * 30 + [1.0] * 2
    of = facts(counts, kind=Kind.COUNT, unit="deaths")
    told = judge(of, TODAY)
    assert "The median is 2 months without one and" in label(of, told)
    drawn = str(chart(picture(of, told)))
    assert ">median 2<" in drawn and ">mean " not in drawn


def test_a_range_of_few_steps_has_a_decimal_more_in_words_and_in_the_drawing() -> None:
    """A mean of 0.6 homicides is not "mean 1", and one of 0.4 is not "mean 0"."""
    of = facts([0, 1, 0, 0, 1, 1, 0, 0, 1, 0] * 2, kind=Kind.COUNT, unit="homicides")
    told = judge(of, TODAY)
    assert "The average is 0.4 homicides and 0.0 homicides to 2.3 homicides is ordinary." in label(of, told)
    drawn = str(chart(picture(of, told)))
    assert ">mean 0.4<" in drawn and ">ordinary to 2.3<" in drawn and "Aug 2024: 0<" in drawn


def test_the_same_verdict_gives_the_same_picture() -> None:
    of = facts(zigzag(26), lines=[target(54)])
    assert picture(of, judge(of, TODAY)) == picture(of, judge(of, TODAY))
