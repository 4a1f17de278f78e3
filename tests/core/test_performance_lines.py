"""A series with its verdict as a line of the performance report."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from answerable.core.measures.facts import Better, Facts, Frequency, Kind, Line, LineKind, Observed
from answerable.core.measures.judging import judge
from answerable.core.reports.performance import Told
from answerable.core.reports.performance_lines import told

TODAY = dt.date(2021, 2, 20)
STEADY = [30, 34, 31, 33, 29, 32, 35, 30, 31, 33, 32, 30, 34, 31, 33, 30, 32, 31]


def month(number: int) -> tuple[dt.date, dt.date]:
    start = dt.date(2019 + number // 12, number % 12 + 1, 1)
    return start, (start + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)


def facts(values: list[float | None], *lines: Line) -> Facts:
    observed = [Observed(*month(number), value) for number, value in enumerate(values)]
    return Facts(
        "Waiting", Kind.COUNT, "incidents", Better.LOWER, Frequency.MONTH, observed, lines, whose="North"
    )  # fmt: skip


def line(known: Facts, since: dt.date | None = None) -> Told:
    return told(known, judge(known, TODAY), key=7, tier="gold", since=since)


def set_at(kind: LineKind, value: float, start: str | None = None, last: str | None = None) -> Line:
    days = [dt.date.fromisoformat(day) if day else None for day in (start, last)]
    return Line(kind, value, *days)


def test_the_last_value_is_told_with_its_period() -> None:
    found = line(facts(STEADY))
    assert (found.figure, found.value) == ("31 incidents", "31 incidents, Jun 2020")


def test_a_value_that_has_not_come_yet_is_passed_over() -> None:
    assert line(facts([*STEADY, None])).value == "31 incidents, Jun 2020"


def test_a_provisional_value_says_so() -> None:
    known = facts(STEADY)
    last = replace(known.observed[-1], provisional=True)
    assert line(replace(known, observed=[*known.observed[:-1], last])).value.endswith("Jun 2020, provisional")


def test_no_values_are_no_figures() -> None:
    found = line(facts([]))
    assert (found.figure, found.value, found.line, found.limit) == ("no figures", "no figures", "", "")
    assert found.early


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([set_at(LineKind.TARGET, 28)], "target of 28 incidents"),
        ([set_at(LineKind.LIMIT, 40)], "limit of 40 incidents (set)"),
        ([set_at(LineKind.LIMIT, 40), set_at(LineKind.TARGET, 28)], "target of 28 incidents"),
        ([set_at(LineKind.TARGET, 28, last="2020-01-31")], ""),
        ([set_at(LineKind.TARGET, 28, last="2020-01-31"), set_at(LineKind.TARGET, 25, "2020-02-01")],
         "target of 25 incidents"),
        ([set_at(LineKind.BASELINE, 33)], ""),
    ],
)  # fmt: skip
def test_the_line_that_holds_is_told(lines: list[Line], said: str) -> None:
    assert line(facts(STEADY, *lines)).line == said


def test_a_limit_is_passed_since_the_first_value_beyond_it() -> None:
    found = line(facts([*STEADY, 36, 37, 38], set_at(LineKind.LIMIT, 35)))
    assert found.limit == "Above the limit of 35 incidents that was set, since July 2020."
    assert found.alarms


def test_a_value_on_the_limit_does_not_pass_it() -> None:
    assert not line(facts([*STEADY, 35], set_at(LineKind.LIMIT, 35))).limit


def test_a_limit_passed_for_the_first_time_has_no_since() -> None:
    found = line(facts([*STEADY, 36], set_at(LineKind.LIMIT, 35)))
    assert found.limit == "Above the limit of 35 incidents that was set."


def test_a_change_is_new_where_it_began_after_the_last_meeting() -> None:
    known = facts([*STEADY, 60])
    found = line(known, since=dt.date(2020, 6, 15))
    assert found.signal and found.worse and found.new
    assert not line(known, since=dt.date(2020, 8, 1)).new
    assert not line(known).new


def test_a_change_for_the_better_does_not_alarm() -> None:
    found = line(facts([*STEADY, 2]))
    assert found.signal and not found.worse and not found.alarms
    assert found.way == "better"


def test_how_often_the_target_was_met_is_told() -> None:
    assert line(facts(STEADY, set_at(LineKind.TARGET, 31))).met == "6 of 12"
