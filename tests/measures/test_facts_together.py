"""The facts of series in one query are those that the seven give."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.core.measures.facts import Facts
from answerable.measures.models import Series
from answerable.measures.queries.facts import facts_of
from answerable.measures.queries.together import facts_together
from tests import factories as make
from tests import follow, measuring

TODAY = dt.date(2026, 7, 10)

pytestmark = pytest.mark.django_db


@pytest.fixture
def every() -> list[int]:
    """Two measures with something of every kind; one is restricted and of a topic."""
    topic = make.topic("101 call answering", [])
    calls = measuring.measure(topic=topic, decimals=1, tier="gold", aliases="calls in time")
    other = measuring.measure("Unresourced incidents", kind="count", unit="incidents", better="lower")
    north = measuring.area("North")
    whole, part = measuring.series(calls), measuring.series(calls, north)
    peer = measuring.series(calls, "Saltmere Police", source="national")
    weekly = measuring.series(other, north)
    measuring.months(whole, "2018-01", [70.0 + place % 3 for place in range(100)], provisional=True)
    measuring.months(part, "2024-01", [None, 4.5, 5.0], numerator=9, denominator=200, note="[x]")
    measuring.months(peer, "2025-01", [60, 61], reported=4, expected=5, sample=200)
    measuring.months(weekly, "2025-06", [3, 4])
    measuring.line(calls, "target", 85)
    measuring.line(calls, "target", 80, start=dt.date(2025, 1, 1), words="Board")
    measuring.line(other, "limit", 30, area=north)
    measuring.line(other, "limit", 40)
    measuring.event(calls, "2025-03-01")
    measuring.event(calls, "2024-03-01", "A law.", "outside")
    measuring.event(calls, "2024-04-01", "A team.", "action", area=north)
    measuring.gap(calls, "2020-03-01", "2020-06-30")
    measuring.gap(calls, "2021-03-01", "2021-06-30", series=part)
    measuring.definition(calls, "2018-01-01")
    measuring.definition(calls, "2025-02-01", "Within two minutes")
    measuring.tie(calls, funding=follow.funding("A new team"), start=dt.date(2025, 5, 1))
    measuring.phase(whole, "2023-01-01", agreed_by="The board")
    measuring.phase(part, "2022-01-01")
    measuring.phase(whole, "2021-01-01", taken_back_at=make.NOW)
    return [whole.pk, part.pk, peer.pk, weekly.pk]


@pytest.mark.parametrize("today", [None, TODAY])
def test_they_are_the_same(every: list[int], today: dt.date | None) -> None:
    expected = {key: _sorted(one) for key, one in facts_of(every, today).items()}
    found = {one.series.pk: _sorted(one.facts) for one in facts_together(Series.objects.all(), today)}
    assert found == expected


def _sorted(facts: Facts) -> Facts:
    """Databases differ in where a line without a first day comes; nothing depends on it."""
    return replace(facts, lines=sorted(facts.lines, key=repr))


def test_it_is_one_query_however_many(every: list[int]) -> None:
    with CaptureQueriesContext(connection) as queries:
        facts_together(Series.objects.all(), TODAY)
    assert len(queries) == 1


def test_it_tells_of_the_measure_what_lists_need(every: list[int]) -> None:
    first = facts_together(Series.objects.filter(who="force"), TODAY)[0]
    assert (first.measure.tier, first.measure.aliases, first.measure.restricted) == (
        "gold", "calls in time", False,
    )  # fmt: skip
    assert first.measure.topic is not None and first.measure.topic.name == "101 call answering"


def test_they_come_by_name(every: list[int]) -> None:
    names = [(one.measure.name, one.series.name) for one in facts_together(Series.objects.all())]
    assert names == sorted(names)


def test_none_are_none() -> None:
    assert facts_together(Series.objects.all(), TODAY) == []
