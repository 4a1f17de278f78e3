"""The performance report: what signals first, what was set never mixed up with what is ordinary."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from answerable.core.minutes.sheet import Picture, Table, Text
from answerable.core.reports.performance import MOST_AREAS, MOST_SHOWN, Performance, Told, performance_sheet

TODAY = dt.date(2026, 11, 21)
BETTER = "Better since May 2025, and a real change: 9 months in a row below the average of 31%."
WORSE = "Worse since May 2025, and a real change: 7 months in a row above the average of 4."
ORDINARY = "Ordinary variation: no change is seen that chance does not explain."
LIMIT = "Above the limit of 30 that was set, since May 2026."


def one(name: str, **fields: Any) -> Told:
    headline = WORSE if fields.get("worse") else BETTER if fields.get("signal") else ORDINARY
    values = {"tier": "gold", "headline": headline, "value": "15%, Oct 2026", "figure": "15%", **fields}
    values["signal"] = values.get("signal", False) or values.get("worse", False)
    return Told(key=1, name=name, **values)


def report(*measures: Told, **fields: Any) -> Performance:
    values = {"office": "Wyvern Valley", "meeting": "Board, 1 December 2026", "today": TODAY, **fields}
    return Performance(measures=measures, **values)


def words(told: Performance) -> str:
    """All that stands on paper."""
    found = []
    for block in performance_sheet(told).blocks:
        if isinstance(block, Table):
            pieces = [piece for row in block.rows for cell in row for piece in cell]
            found += [f"{piece.lead} {piece.text}" for piece in pieces if isinstance(piece, Text)]
        elif isinstance(block, Text):
            found.append(f"{block.lead} {block.text}")
    return "\n".join(found)


def test_the_worse_comes_before_the_better_and_gold_before_silver() -> None:
    told = report(
        one("B", signal=True), one("C", signal=True, tier="silver"), one("A", worse=True, tier="silver"),
        one("D"), one("E", limit=LIMIT, tier="silver"), one("F", worse=True),
    )  # fmt: skip
    assert [line.name for line in told.signals] == ["F", "A", "E", "B", "C"]
    assert [line.name for line in told.level] == ["D"]


@pytest.mark.parametrize(
    ("measures", "lead"),
    [
        ([], "No measure has any figures yet."),
        ([one("A")], "No measure of the force shows a real change."),
        ([one("A", signal=True), one("B")], "1 measure has really changed."),
        ([one("A", worse=True)], "1 measure has really changed, for the worse."),
        ([one("A", worse=True), one("B", worse=True)], "2 measures have really changed, all for the worse."),
        (
            [one("A", worse=True, new=True), one("B", signal=True)],
            "2 measures have really changed, 1 for the worse; 1 since the last meeting.",
        ),
        (
            [one("A", limit=LIMIT)],
            "No measure of the force shows a real change."
            " 1 measure of the force is beyond a limit that was set.",
        ),
    ],
)  # fmt: skip
def test_one_sentence_says_the_most(measures: list[Told], lead: str) -> None:
    assert report(*measures).lead == lead


def test_areas_beyond_a_limit_are_counted_once_each() -> None:
    areas = [
        one("Waiting", place="North", limit=LIMIT),
        one("Burglary", place="North", limit=LIMIT),
        one("Waiting", place="South"),
    ]
    told = report(one("A"), areas=areas)
    assert told.lead.endswith("1 area is beyond a limit that was set.")
    assert [(line.place, line.name) for line in told.in_areas] == [
        ("North", "Burglary"),
        ("North", "Waiting"),
    ]


def test_an_area_that_became_better_is_not_singled_out() -> None:
    assert not report(one("A"), areas=[one("A", place="North", signal=True)]).in_areas


def test_of_very_many_areas_the_first_are_told_and_the_rest_counted() -> None:
    areas = [one("Waiting", place=f"Area {number:02}", worse=True) for number in range(MOST_AREAS + 3)]
    told = report(one("A"), areas=areas)
    assert "Area 19, Waiting:" in words(told)
    assert "Area 20" not in words(told)
    assert "And 3 more in single areas, which stand on the pages of their measures." in words(told)


def test_a_limit_that_was_set_is_passed_without_any_change() -> None:
    line = one("Outcome 16", limit="Above the limit of 10% that was set.")
    said = "Above the limit of 10% that was set. That is its ordinary variation: no real change is seen."
    assert line.said == said
    assert said in words(report(line))


def test_a_new_signal_is_told_as_new() -> None:
    assert one("A", worse=True, new=True).said == f"{WORSE} New since the last meeting."


def test_what_is_ordinary_stands_in_a_sentence_of_its_tier() -> None:
    told = words(
        report(one("A", line="target of 20%"), one("B", tier="silver"), one("C", tier="", early=True))
    )
    assert "Gold, ordinary variation: A, 15% (target of 20%)." in told
    assert "Silver, ordinary variation: B, 15%." in told
    assert "In no tier, too early to tell: C, 15%." in told
    assert "In no tier, ordinary variation" not in told


def test_what_has_no_chart_is_not_called_ordinary_beside_its_limit() -> None:
    why = "Each value is of twelve months."
    line = one("A", limit=LIMIT, refused=why, headline="Not judged: a rolling average hides it.")
    assert line.said == f"{LIMIT} Not judged: a rolling average hides it."


def test_what_will_miss_its_target_is_told_first_of_a_tier() -> None:
    told = report(one("A", meets="pass"), one("B", meets="fail"), one("C"))
    assert [line.name for line in told.in_tier("gold")] == ["B", "A", "C"]


def test_more_signals_than_there_is_room_for_become_a_sentence() -> None:
    told = report(*(one(f"Measure {number}", signal=True) for number in range(MOST_SHOWN + 2)))
    assert len(told.shown) == MOST_SHOWN
    assert "Also better: Measure 6, 15%; Measure 7, 15%." in words(told)


def test_what_cannot_be_charted_says_why() -> None:
    told = report(one("Crime in a year", refused="Each value is of twelve months."))
    assert "Crime in a year: 15%, Oct 2026. Each value is of twelve months." in words(told)
    assert not told.level


def test_charts_stand_beside_their_sentence_and_none_leaves_no_empty_column() -> None:
    with_charts, without = (
        next(block for block in performance_sheet(told).blocks if isinstance(block, Table))
        for told in (report(one("A", worse=True, svg="<svg/>")), report(one("A", worse=True)))
    )
    assert with_charts.head == ("What signals", "Now", "Over time")
    assert isinstance(with_charts.rows[0][2][0], Picture)
    assert without.head == ("What signals", "Now")
    assert sum(without.widths) == sum(with_charts.widths) == 100


def test_what_is_restricted_is_marked_on_paper() -> None:
    sheet = performance_sheet(report(one("A", worse=True, restricted=True)))
    assert sheet.marking
    assert "Restricted" in words(report(one("A", worse=True, restricted=True)))
    assert not performance_sheet(report(one("A"))).marking


def test_a_copy_that_leaves_something_out_says_so() -> None:
    assert "Restricted parts are not in this copy." in words(report(one("A"), left_out=True))


def test_the_same_report_is_the_same_on_paper() -> None:
    assert performance_sheet(report(one("A"))) == performance_sheet(report(one("A")))
