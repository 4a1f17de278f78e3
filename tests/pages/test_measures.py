"""The dashboard: every measure by tier, what signals first, and how many signal by chance."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.core.permissions.roles import Role
from answerable.measures.models import Measure, Observation, Series
from answerable.offices.models import Force
from tests import factories as make
from tests import follow, measuring
from tests.pages.desk import Desk, officer

ADDRESS = "/measures/"
MOST_QUERIES = 15
STEADY = [70.0 + place % 3 for place in range(24)]
pytestmark = pytest.mark.django_db


def kept(name: str, values: list[float], **fields: object) -> Measure:
    measure = measuring.measure(name, **fields)
    measuring.months(measuring.series(measure), "2017-04", values)
    return measure


def worse(name: str = "Fell at the end", **fields: object) -> Measure:
    return kept(name, [*STEADY[:17], *[60.0] * 7], **fields)


def names(desk: Desk, path: str = ADDRESS) -> list[str]:
    """The first cells of the table; a tier's name has no others."""
    return [row[0] for row in desk.open(path).rows()]


def test_measures_stand_by_tier_and_what_signals_first() -> None:
    kept("Steady gold", STEADY, tier="gold")
    worse("Worse gold", tier="gold")
    kept("Better gold", [*STEADY[:17], *[90.0] * 7], tier="gold")
    kept("Without a tier", STEADY)
    kept("Silver", STEADY, tier="silver")
    assert names(officer()) == [
        "Gold", "Worse gold", "Better gold", "Steady gold", "Silver", "Silver",
        "In no tier", "Without a tier",
    ]  # fmt: skip


def test_whose_a_figure_is_stands_there_where_there_are_several_forces() -> None:
    kept("Ours", STEADY)
    other = Force.objects.create(office=make.office(), name="Otterdale Police")
    of = Series.objects.create(measure=measuring.measure("Theirs"), who="force", force=other, name=other.name)
    measuring.months(of, "2018-01", STEADY)
    assert names(officer()) == ["In no tier", "OursWyvern Valley Police", "TheirsOtterdale Police"]


def test_a_row_says_what_it_is_in_words() -> None:
    measuring.line(worse(), value=85)
    row = officer().open(ADDRESS).rows()[1]
    assert row[1] == "60%Mar 2019"
    assert row[3] == "Worse: lowersince September 2018"
    assert row[4:] == ["85%", "Will miss the target", "0 of 12"]


def test_chance_is_said() -> None:
    worse()
    kept("Steady", STEADY)
    assert "1 of 2 charts signal this month; hardly one would by chance." in officer().open(ADDRESS).main


def test_a_limit_that_was_set_and_is_passed_is_said_as_set() -> None:
    measure = kept("Unresourced incidents", [20.0 + place % 4 for place in range(24)], kind="count", unit="",
                   better="lower")  # fmt: skip
    measuring.line(measure, "limit", 15, words="The board")
    kept("A steady one before it in the alphabet", STEADY)
    rows = officer().open(ADDRESS).rows()
    assert rows[1][0].startswith("Unresourced incidents")
    assert "Limit of 15 (set) passed." in rows[1][3]
    assert "Ordinary variation" in rows[1][3]


def test_an_area_beyond_a_limit_is_named_though_the_force_is_steady() -> None:
    measure = kept("Unresourced incidents", STEADY, kind="count", unit="incidents", better="lower")
    for name, value in (("South", 41.0), ("North", 34.0), ("West", 29.0)):
        measuring.months(measuring.series(measure, measuring.area(name)), "2019-01", [20.0, value])
    measuring.line(measure, "limit", 30, area=measuring.area("North"))
    measuring.line(measure, "limit", 40, area=measuring.area("South"))
    measuring.line(measure, "limit", 30, area=measuring.area("West"))
    kept("A steady one before it in the alphabet", STEADY)
    rows = officer().open(f"{ADDRESS}?show=signals").rows()
    assert len(rows) == 2
    assert rows[1][3].endswith(
        "North 34, beyond the limit of 30 incidents (set)South 41, beyond the limit of 40 incidents (set)"
    )


def test_areas_stand_for_a_measure_without_a_whole() -> None:
    measure = measuring.measure("Satisfaction", kind="survey")
    for name in ("South", "North"):
        measuring.months(measuring.series(measure, measuring.area(name)), "2018-01", STEADY[:15])
    assert names(officer()) == ["In no tier", "Satisfaction, North", "Satisfaction, South"]


def test_the_office_s_own_source_stands_for_the_force() -> None:
    measure = measuring.measure()
    for source, value in (("national", 50.0), ("local", 70.0)):
        measuring.months(measuring.series(measure, source=source), "2018-01", [value] * 15)
    rows = officer().open(ADDRESS).rows()
    assert len(rows) == 2
    assert rows[1][1].startswith("70%")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Ordinary", "Worse"]),
        ("?tier=gold", ["Worse"]),
        ("?tier=none", ["Ordinary"]),
        ("?tier=silver", []),
        ("?show=signals", ["Worse"]),
        ("?show=signals&tier=none", []),
        ("?show=ended", ["Long gone"]),
        ("?objective={}", ["Worse"]),
    ],
)
def test_the_list_is_filtered(query: str, found: list[str]) -> None:
    objective = follow.part(follow.plan())
    worse("Worse", tier="gold", objective=objective)
    kept("Ordinary", STEADY)
    kept("Long gone", STEADY, ended=dt.date(2019, 3, 31))
    assert sorted(
        one
        for one in names(officer(), ADDRESS + query.format(objective.pk))
        if one not in ("Gold", "Silver", "In no tier")
    ) == sorted(found)


def test_nothing_like_that_is_said() -> None:
    kept("Ordinary", STEADY)
    assert "None of 1 measure signals." in officer().open(f"{ADDRESS}?show=signals").main
    assert "No measure is like that." in officer().open(f"{ADDRESS}?tier=gold").main


@pytest.mark.parametrize(
    ("query", "said"),
    [("?tier=bronze", "Choose a tier from the list"), ("?show=x", "Choose what to show from the list"),
     ("?objective=x", "Choose an objective from the list")],
)  # fmt: skip
def test_a_filter_that_is_none(query: str, said: str) -> None:
    assert said in officer().open(ADDRESS + query, 400).main


def test_no_measure_yet() -> None:
    assert "No measure is kept yet. Make the first one" in officer().open(ADDRESS).main
    assert "Make the first one" not in Desk(Role.PANEL_READER).open(ADDRESS).main


def test_a_measure_without_figures_says_so() -> None:
    measuring.measure("New")
    measuring.series(measuring.measure("Newer"))
    rows = officer().open(ADDRESS).rows()
    assert [row[1:] for row in rows[1:]] == [["No figures yet"]] * 2


def test_few_points_are_too_early_and_rolling_ones_are_not_judged() -> None:
    kept("Young", STEADY[:5])
    kept("Rolling", STEADY, frequency="rolling")
    said = {row[0][:5]: row[3] for row in officer().open(ADDRESS).rows() if len(row) > 3}
    assert said["Young"] == "too early to tell"
    assert said["Rolli"] == "not judged"


def test_weekly_measures_stand_week_by_week() -> None:
    measure = measuring.measure("Abandoned calls", frequency="week", unit="calls", kind="count")
    of = measuring.series(measure)
    monday = dt.date(2018, 11, 5)
    Observation.objects.bulk_create(
        Observation(series=of, start=start, last=start + dt.timedelta(days=6), value=float(100 + number))
        for number in range(20)
        if number != 17
        for start in [monday + dt.timedelta(weeks=number)]
    )
    page = officer().open(ADDRESS)
    values = ["112", "113", "114", "115", "116", "–", "118", "119"]
    assert page.rows()[-1] == ["Abandoned calls calls", *values]
    assert "24 Mar 2019" in page.main


def test_what_is_restricted_is_kept_from_the_panel() -> None:
    worse("Kestrel", restricted=True)
    assert "Kestrel" in officer().open(ADDRESS).main
    panel = Desk(Role.PANEL_READER).open(ADDRESS).main
    assert "Kestrel" not in panel
    assert "charts" not in panel


def test_another_office_s_are_not_counted() -> None:
    with make.in_office(make.office("Otterdale")):
        worse("Theirs")
    assert "No measure is kept yet." in officer().open(ADDRESS).main


def queries() -> int:
    desk = officer()
    with CaptureQueriesContext(connection) as found:
        desk.open(ADDRESS)
    assert len(found) <= MOST_QUERIES, [one["sql"][:100] for one in found]
    return len(found)


def test_it_asks_as_much_for_sixty_measures_as_for_one() -> None:
    first = worse("First", tier="gold", objective=follow.part(follow.plan()))
    measuring.line(first)
    measuring.line(first, "limit", 90)
    measuring.months(measuring.series(first, measuring.area()), "2019-01", [20.0])
    before = queries()
    for number in range(60):
        one = kept(f"Measure {number}", STEADY, tier="silver" if number % 2 else "")
        measuring.line(one, "limit", 90)
        measuring.months(measuring.series(one, measuring.area()), "2019-01", [20.0])
        measuring.phase(Series.objects.get(measure=one, who="force"), "2018-04-01")
    assert queries() == before


def test_sixty_measures_weigh_little() -> None:
    for number in range(60):
        kept(f"Measure {number}", STEADY)
    assert len(officer().open(ADDRESS).response.content) < 400_000
