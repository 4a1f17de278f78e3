"""The front page says in a line which measures have really changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.core.permissions.roles import Role
from answerable.measures.models import Measure
from tests import factories as make
from tests import measuring
from tests.pages.desk import Desk, officer, words

pytestmark = pytest.mark.django_db

STEADY = [70, 72, 69, 71, 70, 73, 68, 70, 72, 69, 71, 70, 72, 71]
WORSE = [*STEADY, 60, 61, 60, 59, 60, 61, 60]


def kept(name: str, values: list[float], first: str = "2017-08", **fields: Any) -> Measure:
    measure = measuring.measure(name, **fields)
    measuring.months(measuring.series(measure), first, values)
    return measure


@pytest.fixture(autouse=True)
def meeting() -> None:
    make.meeting("2019-03-26")


def test_a_real_change_is_named_with_its_way_and_month() -> None:
    kept("101 calls answered", WORSE)
    kept("Victim satisfaction", STEADY)
    page = officer().open("/")
    assert "1 measure has really changed" in words(page)
    assert "101 calls answered , worse since October 2018" in words(page)
    assert page.tree.xpath("//ul[contains(@class, 'ans-sentences')]//svg")


def test_ordinary_variation_is_said_to_be_so() -> None:
    kept("Victim satisfaction", STEADY)
    assert "0 measures have really changed of 1: what moves is what is ordinary" in words(officer().open("/"))


def test_without_measures_there_is_no_line() -> None:
    assert "really changed" not in words(officer().open("/"))


def test_gold_ones_are_named_first_and_two_at_most() -> None:
    for name, tier in (("Alpha", ""), ("Bravo", "silver"), ("Charlie", "gold")):
        kept(name, WORSE, tier=tier)
    page = words(officer().open("/"))
    assert "3 measures have really changed" in page
    assert page.index("charlie") < page.index("bravo")
    assert "alpha" not in page


def test_one_that_ended_and_another_force_are_not_counted() -> None:
    kept("Ended", WORSE, ended=measuring.day("2019-04-01"))
    other = measuring.measure("Elsewhere")
    measuring.months(measuring.series(other, "Saltmere Police"), "2017-08", WORSE)
    assert "really changed" not in words(officer().open("/"))


def test_a_restricted_one_is_not_told_to_those_who_may_not() -> None:
    kept("Secret calls", WORSE, restricted=True, marking="restricted")
    assert "secret calls" not in words(Desk(Role.PANEL_READER).open("/")).casefold()
    assert "secret calls" in words(officer().open("/")).casefold()


def test_it_is_one_query_at_any_size(archive: object, get: Callable[..., Any], client: Any) -> None:
    def count() -> int:
        client.get("/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        return len(queries)

    kept("101 calls answered", WORSE)
    few = count()
    for place in range(10):
        kept(f"Measure {place}", WORSE)
    assert count() == few <= 15
