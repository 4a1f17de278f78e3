"""What is known of a series: whose lines, events and gaps it is read with, and how much is asked for it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from answerable.core.measures.facts import EventKind, Facts, LineKind
from answerable.measures.models import MeasureTie, Series
from answerable.measures.queries import facts_of
from tests import factories, follow
from tests import measuring as make

TODAY = dt.date(2019, 5, 2)
pytestmark = pytest.mark.django_db


def facts(of: Series, today: dt.date | None = None) -> Facts:
    return facts_of([of.pk], today)[of.pk]


def test_a_series_is_told_with_its_measure_and_values() -> None:
    one = make.series(make.measure(decimals=1))
    make.months(one, "2019-01", [80, None, 82.5])
    found = facts(one)
    assert (found.name, found.unit, found.whose) == (
        "101 calls answered in time",
        "%",
        "Wyvern Valley Police",
    )
    assert [(row.start, row.value) for row in found.observed] == [
        (dt.date(2019, 1, 1), 80), (dt.date(2019, 2, 1), None), (dt.date(2019, 3, 1), 82.5),
    ]  # fmt: skip
    assert found.observed[0].last == dt.date(2019, 1, 31)


def test_no_series_is_no_question(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        assert facts_of([0]) == {}


def test_lines_are_of_all_or_of_the_area_that_has_its_own() -> None:
    measure = make.measure()
    north, south = (make.series(measure, make.area(name)) for name in ("North", "South"))
    make.line(measure, "limit", 30)
    make.line(measure, "limit", 40, area=make.area("North"))
    make.line(measure, "target", 85)
    assert {line.kind: line.value for line in facts(north).lines} == {"limit": 40, "target": 85}
    assert {line.kind: line.value for line in facts(south).lines} == {"limit": 30, "target": 85}


def test_what_is_set_here_is_not_set_for_other_forces() -> None:
    measure = make.measure()
    other = make.series(measure, "Otterdale Police")
    make.line(measure)
    make.event(measure, "2018-06-01")
    make.event(measure, "2020-03-23", "Everybody stayed at home.", "outside")
    make.gap(measure, "2018-01-01", "2018-03-31")
    found = facts(other)
    assert (list(found.lines), list(found.gaps)) == ([], [])
    assert [event.kind for event in found.events] == [EventKind.OUTSIDE]


def test_events_and_gaps_are_of_all_or_of_one() -> None:
    measure = make.measure()
    north, south = (make.series(measure, make.area(name)) for name in ("North", "South"))
    make.event(measure, "2018-06-01", "All of it.")
    make.event(measure, "2018-05-01", "In the North.", area=make.area("North"))
    make.gap(measure, "2018-01-01", "2018-03-31", "Of all.")
    make.gap(measure, "2018-04-01", "2018-04-30", "Of the South.", series=south)
    assert [event.text for event in facts(north).events] == ["In the North.", "All of it."]
    assert [event.text for event in facts(south).events] == ["All of it."]
    assert [gap.reason for gap in facts(north).gaps] == ["Of all."]
    assert [gap.reason for gap in facts(south).gaps] == ["Of all.", "Of the South."]


def test_a_later_definition_is_an_event_once() -> None:
    measure = make.measure()
    one = make.series(measure)
    make.definition(measure, "2017-01-01", "Within 30 seconds")
    make.definition(measure, "2018-01-01", "Within 60 seconds")
    make.definition(measure, "2019-01-01", "Within two minutes")
    make.event(measure, "2019-01-01", "The definition is new.", "definition")
    assert [(event.on.year, event.text) for event in facts(one).events] == [
        (2018, "New definition: Within 60 seconds"), (2019, "The definition is new."),
    ]  # fmt: skip


def test_what_is_to_move_it_is_an_event_from_its_day_on() -> None:
    measure = make.measure()
    part = follow.part(follow.plan(), text="Answer calls sooner.")
    for start in (dt.date(2018, 4, 1), None):
        values = {"plan_item": part, "start": start, "at": factories.NOW, "by": factories.user()}
        MeasureTie.objects.create(measure=measure, **values)
    found = facts(make.series(measure)).events
    assert [(one.on, one.kind, one.text) for one in found] == [
        (dt.date(2018, 4, 1), EventKind.STRATEGY, "Answer calls sooner.")
    ]


def test_a_phase_that_was_taken_back_is_none() -> None:
    one = make.series(make.measure())
    make.phase(one, "2018-03-01", "A mistake.", taken_back_at=factories.NOW, taken_back_by=factories.user())
    make.phase(one, "2018-06-01", "The new system began.", agreed_by="The board")
    assert [(phase.start, phase.reason, phase.by) for phase in facts(one).phases] == [
        (dt.date(2018, 6, 1), "The new system began.", "The board")
    ]


def test_as_much_is_read_as_a_chart_looks_back_at() -> None:
    weekly, monthly = make.measure("Weekly", frequency="week"), make.measure("Monthly")
    ended = make.measure("Ended", ended=dt.date(2012, 1, 31))
    fixed = make.measure("Fixed", baseline=12)
    kept = [make.series(one) for one in (weekly, monthly, ended, fixed)]
    for one in kept:
        make.months(one, "2005-01", [70.0] * 168)
    found = facts_of([one.pk for one in kept], TODAY)
    assert [found[one.pk].observed[0].start.isoformat() for one in kept] == [
        "2016-06-01", "2013-06-01", "2006-02-01", "2005-01-01",
    ]  # fmt: skip
    assert all(len(one.observed) == 168 for one in facts_of([one.pk for one in kept]).values())


def test_twenty_series_are_asked_for_as_one_is(django_assert_num_queries: Any) -> None:
    measures = [make.measure(f"Measure {number}") for number in range(20)]
    every = [make.series(one) for one in measures]
    for one in every:
        make.months(one, "2018-01", [80.0] * 5)
        make.line(one.measure)
        make.phase(one, "2018-03-01")
    with django_assert_num_queries(3):
        assert len(facts_of([every[0].pk], TODAY)) == 1
    with django_assert_num_queries(3):
        found = facts_of([one.pk for one in every], TODAY)
    assert [line.kind for line in found[every[3].pk].lines] == [LineKind.TARGET]
    assert len(found) == 20
