"""Something happened that a measure should be read with."""

from __future__ import annotations

import pytest

from answerable.core.permissions.roles import Role
from answerable.measures.models import Measure, MeasureEvent
from tests import factories as make
from tests import measuring
from tests.pages.desk import Desk, officer, words

pytestmark = pytest.mark.django_db
GOOD = {"on": "2018-06-01", "kind": "recording", "text": "The new recording system began."}


@pytest.fixture
def one() -> Measure:
    measure = measuring.measure()
    measuring.months(measuring.series(measure), "2018-01", [70.0 + place % 3 for place in range(15)])
    measuring.area()
    return measure


def new(one: Measure) -> str:
    return f"/measures/{one.pk}/events/new"


def test_it_is_noted_and_marked_on_the_chart(one: Measure) -> None:
    ada = officer("Ada Lorne")
    ada.open(new(one))
    said = words(ada.send("/new", **GOOD))
    assert "1 June 2018 : The new recording system began. A change in recording" in said
    assert "The new recording system began." in ada.open(f"/measures/{one.pk}/").main


def test_what_happened_in_one_area_stands_with_its_name(one: Measure) -> None:
    ada = officer()
    ada.open(new(one))
    assert "1 June 2018 , North: " in words(ada.send("/new", **GOOD, area=measuring.area().pk))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"on": ""}, "Write the day on which it happened"),
        ({"text": " "}, "Write what happened, in a few words"),
        ({"text": "x" * 201}, "Shorten what happened to 200 letters"),
        ({"kind": ""}, "Choose what sort of thing happened"),
        ({"area": "99"}, "Choose an area from the list"),
    ],
)
def test_what_cannot_be_used_is_said_and_kept(one: Measure, typed: dict[str, str], said: str) -> None:
    ada = officer()
    ada.open(new(one))
    assert said in ada.send("/new", 400, **{**GOOD, **typed}).text
    assert not MeasureEvent.objects.exists()
    name, value = next(iter(typed.items()))
    assert name in ("kind", "area") or ada.form("/new")[1][name].strip() == value.strip()


def test_the_same_is_noted_once(one: Measure) -> None:
    ada = officer()
    ada.open(new(one))
    form = ada.form("/new")
    ada.send(form, **GOOD)
    assert "this was done once" in ada.send(form, **GOOD).text
    ada.open(new(one))
    assert "That is noted already" in ada.send("/new", 400, **GOOD).text
    assert MeasureEvent.objects.count() == 1


def test_it_is_changed_by_one_of_two(one: Measure) -> None:
    address = f"/measures/events/{measuring.event(one, '2018-06-01').pk}/edit"
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(address)
    ben.open(address)
    ada.send("/edit", kind="outside")
    assert "Ada Lorne changed the event" in ben.send("/edit", 409, kind="other").main
    assert MeasureEvent.objects.get().kind == "outside"
    ben.send("/edit", choose__kind="mine")
    assert MeasureEvent.objects.get().kind == "other"


def test_it_is_taken_away_unless_a_step_rests_on_it(one: Measure) -> None:
    event = measuring.event(one, "2018-06-01")
    phase = measuring.phase(one.series.get(), "2018-06-01", event=event)
    ada = officer()
    ada.open(f"/measures/events/{event.pk}/edit")
    assert "A step change rests on it: take that back first" in ada.send("/remove").main
    phase.delete()
    ada.open(f"/measures/events/{event.pk}/edit")
    assert "Nothing that happened is noted." in ada.send("/remove").main


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.CONTRIBUTOR, Role.PANEL_READER])
def test_others_only_read(one: Measure, role: Role) -> None:
    event = measuring.event(one, "2018-06-01")
    Desk(role).open(new(one), 403)
    Desk(role).post(f"/measures/events/{event.pk}/edit", 403, text="x")
    Desk(role).post(f"/measures/events/{event.pk}/remove", 403)


def test_another_office_s_is_not_found() -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = measuring.event(measuring.measure("Theirs"), "2018-06-01")
    for ending in ("edit", "remove"):
        officer().post(f"/measures/events/{theirs.pk}/{ending}", 404)
