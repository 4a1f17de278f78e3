"""What the figures say in public: a number of few people nowhere, nor what would give it away."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from answerable.measures.models import Measure
from answerable.publishing.building.measures import content
from tests import measuring as make

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
AT = dt.datetime(2019, 5, 2, 9, 0, tzinfo=dt.UTC)
Values = dict[str, list[float | None]]


def shown(measure: Measure) -> Values:
    """The values of each series as the public reads them; None where one is left out."""
    told = content(measure, AT)["series"]
    for one in told:
        assert all(row["hidden"] for row in one["observed"] if row["value"] is None)
    return {one["name"]: [row["value"] for row in one["observed"]] for one in told}


def counts(**of_areas: list[float | None]) -> Measure:
    """A count by area, with the whole force's."""
    measure = make.measure("Knife injuries", kind="count", unit="people", better="lower")
    wholes = [sum(row) for row in zip(*of_areas.values(), strict=True)]  # type: ignore[arg-type]
    make.months(make.series(measure), "2019-01", wholes)
    for name, values in of_areas.items():
        make.months(make.series(measure, make.area(name)), "2019-01", values)
    return measure


def test_a_count_of_few_is_left_out_with_one_that_would_give_it_away() -> None:
    found = shown(counts(North=[20, 20], South=[3, 30], East=[12, 40]))
    assert found == {
        "Wyvern Valley Police": [35, 90],
        "North": [20, 20],
        "South": [None, 30],
        "East": [None, 40],
    }


def test_nobody_is_counted_so_nothing_is_left_out() -> None:
    measure = counts(North=[20], South=[3])
    measure.smallest = 0
    assert shown(measure) == {"Wyvern Valley Police": [23], "North": [20], "South": [3]}


def test_a_rate_that_lets_its_few_be_worked_out_is_left_out() -> None:
    """1.5 per 1,000 of 2,000 people are three of them, though the file says no numerator."""
    measure = make.measure("Injuries", kind="rate", unit="per 1,000 people", per=1000, better="lower")
    north, south = (make.series(measure, make.area(name)) for name in ("North", "South"))
    make.months(north, "2019-01", [1.5, 10], denominator=2000)
    make.months(south, "2019-01", [1.5, 10], denominator=40_000)
    assert shown(measure) == {"North": [None, 10], "South": [1.5, 10]}


def test_each_force_stands_alone_beside_ours() -> None:
    measure = counts(North=[20], South=[3], East=[12])
    make.months(make.series(measure, "Otterdale Police"), "2019-01", [23])
    make.months(make.series(measure, "Saltwick Police"), "2019-01", [2])
    found = shown(measure)
    assert (found["Otterdale Police"], found["Saltwick Police"]) == ([23], [None])


def test_a_place_told_by_two_sources_is_left_out_in_both() -> None:
    measure = make.measure("Injuries", kind="count", unit="people", better="lower")
    make.months(make.series(measure, source="local"), "2019-01", [4])
    make.months(make.series(measure, source="national"), "2019-01", [6])
    assert shown(measure) == {"Wyvern Valley Police": [None]}
    assert [row["observed"][0]["value"] for row in content(measure, AT)["series"]] == [None, None]


def test_nothing_beside_a_left_out_figure_tells_it() -> None:
    measure = make.measure(kind="proportion")
    of = make.series(measure, make.area("North"))
    make.months(of, "2019-01", [93.75], numerator=15, denominator=16)
    make.months(of, "2019-02", [50], numerator=1000, denominator=2000)
    first, second = content(measure, AT)["series"][0]["observed"]
    assert (first["numerator"], first["denominator"], first["sample"], first["value"]) == (None,) * 4
    assert (second["numerator"], second["denominator"]) == (1000, 2000)
    assert "93.75" not in json.dumps(content(measure, AT))
