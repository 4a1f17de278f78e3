"""Areas beside one another: do they differ at all, two against each other, and a funnel of many."""

from __future__ import annotations

import pytest

from answerable.measures.models import Measure
from tests import measuring
from tests.pages.desk import officer, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def one() -> Measure:
    return measuring.measure("Satisfaction", kind="survey")


def asked(one: Measure, **shares: float) -> None:
    """What each area's 200 people said in January and February 2019."""
    for name, share in shares.items():
        of = measuring.series(one, measuring.area(name))
        measuring.months(of, "2019-01", [50.0, share], sample=200)


def test_a_gap_that_is_noise_is_said_to_be_and_what_would_settle_it(one: Measure) -> None:
    asked(one, North=80, South=84, West=82)
    said = words(officer().open(f"/measures/{one.pk}/areas/"))
    assert "Nothing says that the 3 areas differ." in said
    assert "North and South , the two furthest apart" in said or "North and South, the two" in said
    assert "The gap of 4 points is within what samples of this size give by chance; about 1,100" in said
    assert "people an area would settle it" in said
    assert "Some area is always last" in said


def test_two_areas_can_be_picked(one: Measure) -> None:
    asked(one, North=60, South=84, West=82)
    desk = officer()
    desk.open(f"/measures/{one.pk}/areas/")
    said = words(desk.open(f"/measures/{one.pk}/areas/?first=West&second=South"))
    assert "The gap of 2 points" in said
    assert "furthest apart" not in said


def test_a_real_difference_is_named(one: Measure) -> None:
    asked(one, North=50, South=84, West=82)
    said = words(officer().open(f"/measures/{one.pk}/areas/"))
    assert "North (50%) is below" in said
    assert "what samples of this size give by chance (99.8%)" in said


def test_an_earlier_period_can_be_asked_for(one: Measure) -> None:
    asked(one, North=60, South=84)
    page = officer().open(f"/measures/{one.pk}/areas/?period=2019-01-01")
    assert "All have the same value" in page.main or "Nothing says" in page.main
    assert page.rows()[0][:3] == ["North", "200", "50%"]


def test_many_areas_are_a_funnel(one: Measure) -> None:
    asked(one, **{f"Area{number}": 80 + number % 4 for number in range(12)})
    page = officer().open(f"/measures/{one.pk}/areas/")
    assert "None of the 12 areas is outside what samples of this size give by chance." in page.main
    assert "99.8% limit" in page.text


def test_counts_are_not_tested(one: Measure) -> None:
    Measure.objects.update(kind="count", unit="")
    asked(one, North=60, South=84)
    said = words(officer().open(f"/measures/{one.pk}/areas/"))
    assert "Nothing can be said of how far chance alone sets these areas apart." in said
    assert "furthest apart" not in said


def test_no_areas(one: Measure) -> None:
    assert "There are no figures of areas." in officer().open(f"/measures/{one.pk}/areas/").main


@pytest.mark.parametrize(
    ("query", "said"),
    [("period=then", "Write the period as a day"), ("first=Nowhere", "Choose an area from the list")],
)
def test_what_cannot_be_used_is_said(one: Measure, query: str, said: str) -> None:
    asked(one, North=60, South=84)
    assert said in officer().open(f"/measures/{one.pk}/areas/?{query}", 400).main


def test_a_period_without_figures(one: Measure) -> None:
    asked(one, North=60, South=84)
    page = officer().open(f"/measures/{one.pk}/areas/?period=2011-01-01")
    assert "No area has a figure for that period." in page.main
