"""Something names the measure that it should move, and its page says whether it moved."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.actions.models import Action, ActionMeasure
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.measures.models import Measure, MeasureTie
from tests import factories as make
from tests import follow, measuring
from tests.pages.desk import Desk, contributor, officer, words

pytestmark = pytest.mark.django_db

BEFORE, AFTER = (
    [70, 72, 69, 71, 70, 73, 68, 70, 72, 69, 71, 70],
    [80, 82, 79, 81, 80, 83, 78, 80, 82, 79, 81, 80],
)


@pytest.fixture
def action() -> Action:
    item = make.item(make.meeting("2018-04-10"), "2", "Calls")
    return make.action(item, "Take on 12 call handlers.", ["ACC"])


@pytest.fixture
def calls() -> Measure:
    """Ten points better from April 2018 on in the whole force; as it was elsewhere."""
    measure = measuring.measure()
    measuring.months(measuring.series(measure), "2017-04", [*BEFORE, *AFTER])
    measuring.months(measuring.series(measure, "Saltmere Police"), "2017-04", [*BEFORE, *BEFORE])
    measuring.series(measure, measuring.area("North"))
    return measure


def test_an_action_names_it_and_its_page_says_what_came_after(action: Action, calls: Measure) -> None:
    desk = officer()
    page = desk.open(f"/actions/{action.pk}/")
    assert "No measure is named that it should move." in words(page)
    desk.open(f"/measures/moved/actions/{action.pk}/")
    page = desk.send("/add", measure=calls.pk)
    assert "should be higher, from 10 April 2018" in words(page)
    assert page.tree.xpath("//main//svg")
    assert "Saltmere Police" in words(page)
    assert "caused" not in words(page).replace("what caused", "")
    tie = ActionMeasure.objects.get()
    assert (tie.action, tie.measure, tie.area, tie.way, tie.start) == (action, calls, None, "", None)
    assert Event.objects.latest("pk").operation == "actions.name_measure"
    page = desk.open(f"/actions/{action.pk}/")
    assert "Was it us?" in words(page)
    assert "higher" in words(page)


def test_area_way_and_day_are_its_own(action: Action, calls: Measure) -> None:
    desk = officer()
    desk.open(f"/measures/moved/actions/{action.pk}/")
    north = measuring.area("North")
    page = desk.send("/add", measure=calls.pk, area=north.pk, way="lower", start="2018-06-01")
    assert "should be lower in North, from 1 June 2018" in words(page)
    tie = ActionMeasure.objects.get()
    assert (tie.area, tie.way, str(tie.start)) == (north, "lower", "2018-06-01")


def test_too_early_is_said_instead_of_a_verdict(action: Action, calls: Measure) -> None:
    measuring.moves(action, calls, start=measuring.day("2019-03-01"))
    assert "Too early to tell" in words(officer().open(f"/actions/{action.pk}/"))


def test_without_figures_it_says_so(action: Action) -> None:
    measuring.moves(action, measuring.measure("Unresourced incidents"))
    assert "No figures are kept of the whole force." in words(officer().open(f"/actions/{action.pk}/"))


def _part() -> tuple[str, str, int]:
    part = follow.part(follow.plan(start=measuring.day("2018-04-01")))
    return "parts", f"/plans/parts/{part.pk}/", part.pk


def _recommendation() -> tuple[str, str, int]:
    one = follow.recommendation(follow.inspection())
    return "recommendations", f"/inspections/recommendations/{one.pk}/", one.pk


def _funding() -> tuple[str, str, int]:
    one = follow.funding("Call handlers")
    return "funding", f"/funding/{one.pk}/", one.pk


@pytest.mark.parametrize("make_one", [_part, _recommendation, _funding])
def test_parts_recommendations_and_funding_name_it_too(
    make_one: Callable[[], tuple[str, str, int]], calls: Measure
) -> None:
    folder, own, key = make_one()
    desk = officer()
    assert "No measure is named that it should move." in words(desk.open(own))
    desk.open(f"/measures/moved/{folder}/{key}/")
    page = desk.send("/add", measure=calls.pk, start="2018-04-01")
    assert "should be higher, from 1 April 2018" in words(page)
    assert Event.objects.latest("pk").operation == "measures.name_measure"
    page = desk.open(own)
    assert "Was it us?" in words(page)
    assert "should be higher, from 1 April 2018" in words(page)
    tie = MeasureTie.objects.get()
    desk.open(f"/measures/moved/{folder}/{key}/")
    page = desk.send(f"/ties/{tie.pk}/remove")
    assert "No measure is named that it should move" in words(page)
    assert not MeasureTie.objects.exists()
    assert Event.objects.latest("pk").operation == "measures.unname_measure"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"measure": ""}, "Choose the measure that it should move"),
        ({"measure": "9999"}, "Choose the measure that it should move"),
        ({"area": "9999"}, "Choose an area from the list"),
        ({"way": "sideways"}, "Choose which way from the list"),
        ({"start": "soon"}, "Write the day from when it should show as a day, month and year"),
    ],
)
def test_what_cannot_be_used_is_said(
    action: Action, calls: Measure, typed: dict[str, str], sentence: str
) -> None:
    desk = officer()
    desk.open(f"/measures/moved/actions/{action.pk}/")
    page = desk.send("/add", 400, **{"measure": calls.pk, **typed})
    assert sentence in words(page)
    assert not ActionMeasure.objects.exists()


def test_it_is_named_once(action: Action, calls: Measure) -> None:
    measuring.moves(action, calls)
    desk = officer()
    desk.open(f"/measures/moved/actions/{action.pk}/")
    page = desk.send("/add", measure=calls.pk)
    assert "That measure is named already" in words(page)
    assert ActionMeasure.objects.count() == 1


def test_it_is_taken_away_again(action: Action, calls: Measure) -> None:
    tie = measuring.moves(action, calls)
    desk = officer()
    desk.open(f"/measures/moved/actions/{action.pk}/")
    desk.send(f"/actions/ties/{tie.pk}/remove")
    assert not ActionMeasure.objects.exists()
    assert Event.objects.latest("pk").operation == "actions.unname_measure"


def test_sent_twice_it_is_done_once(action: Action, calls: Measure) -> None:
    desk = officer()
    desk.open(f"/measures/moved/actions/{action.pk}/")
    form = desk.form("/add")
    for _ in range(2):
        desk.send(form, measure=calls.pk)
    assert ActionMeasure.objects.count() == 1
    assert Event.objects.filter(operation="actions.name_measure").count() == 1


def test_others_read_and_do_not_write(action: Action, calls: Measure) -> None:
    tie = measuring.moves(action, calls)
    for desk in (contributor(), Desk(Role.COMMISSIONER), Desk(Role.PANEL_READER)):
        page = desk.open(f"/measures/moved/actions/{action.pk}/")
        assert "Name a measure" not in words(page)
        desk.post(f"/measures/moved/actions/{action.pk}/add", 403, measure=calls.pk)
        desk.post(f"/measures/moved/actions/ties/{tie.pk}/remove", 403)


def test_a_restricted_measure_is_kept_from_those_who_may_not(action: Action, calls: Measure) -> None:
    Measure.objects.filter(pk=calls.pk).update(restricted=True, marking="restricted")
    measuring.moves(action, calls)
    reader = Desk(Role.PANEL_READER)
    for path in (f"/measures/moved/actions/{action.pk}/", f"/actions/{action.pk}/"):
        assert calls.name not in words(reader.open(path))
        assert calls.name in words(officer().open(path))


def test_it_asks_as_much_at_ten_times_the_size(action: Action, calls: Measure) -> None:
    def count(path: str) -> int:
        desk.open(path)
        with CaptureQueriesContext(connection) as queries:
            desk.open(path)
        return len(queries)

    desk = officer()
    measuring.moves(action, calls)
    paths = [f"/actions/{action.pk}/", f"/measures/moved/actions/{action.pk}/"]
    few = [count(path) for path in paths]
    for place in range(10):
        more = measuring.measure(f"Measure {place}")
        measuring.months(measuring.series(more), "2016-04", [*BEFORE, *BEFORE, *AFTER])
        measuring.moves(action, more)
    assert [count(path) for path in paths] == few
    assert max(few) <= 15
