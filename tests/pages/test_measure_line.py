"""A target, limit, baseline or aspiration is set, changed and taken away."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.core.permissions.roles import Role
from answerable.measures.models import Line, Measure
from tests import factories as make
from tests import measuring
from tests.pages.desk import Desk, officer, words

pytestmark = pytest.mark.django_db
GOOD = {"kind": "target", "value": "85%", "start": "2018-04-01", "words": "Police and Crime Plan"}


@pytest.fixture
def one() -> Measure:
    measuring.area()
    return measuring.measure()


def new(one: Measure) -> str:
    return f"/measures/{one.pk}/lines/new"


def test_a_target_is_set(one: Measure) -> None:
    ada = officer("Ada Lorne")
    ada.open(new(one))
    said = words(ada.send("/new", **GOOD))
    assert "Target 85% , every area and the whole force, from 1 April 2018 on. Police and Crime Plan" in said
    assert "Put in by Ada Lorne" in said


def test_the_target_in_force_ends_the_day_before(one: Measure) -> None:
    ada = officer()
    ada.open(new(one))
    ada.send("/new", **GOOD)
    ada.open(new(one))
    said = words(ada.send("/new", **{**GOOD, "value": "62.5", "start": "2019-04-01"}))
    assert "Target 85% , every area and the whole force, from 1 April 2018 to 31 March 2019." in said
    assert "Target 62.5% " in said


def test_a_limit_of_an_area_is_called_set(one: Measure) -> None:
    Measure.objects.update(kind="count", unit="incidents", better="lower")
    ada = officer()
    ada.open(new(one))
    said = words(ada.send("/new", kind="limit", value="30", area=measuring.area().pk, words="The board"))
    assert "Limit 30 incidents (set) , North, always. The board" in said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"value": ""}, "Write the value that was set"),
        (
            {"value": "about 85"},
            "Write the value that was set as a number, such as 85 or 12.5: “about 85” is none",
        ),
        ({"value": "nan"}, "“nan” is none"),
        ({"value": "1e300"}, "is none"),
        ({"value": "850"}, "Write the target as per cent, from 0 to 100: 850 is not a share"),
        ({"value": "-1"}, "Write the target as per cent"),
        ({"kind": ""}, "Choose what was set"),
        ({"kind": "hope"}, "Choose what was set from the list"),
        ({"area": "99"}, "Choose an area from the list"),
        ({"last": "2018-03-31"}, "It ends before it begins"),
        ({"words": "x" * 201}, "Shorten who set it to 200 letters"),
    ],
)
def test_what_cannot_be_used_is_said_and_kept(one: Measure, typed: dict[str, str], said: str) -> None:
    ada = officer()
    ada.open(new(one))
    assert said in ada.send("/new", 400, **{**GOOD, **typed}).text
    assert not Line.objects.exists()
    name, value = next(iter(typed.items()))
    assert name in ("kind", "area") or ada.form("/new")[1][name] == value


def test_it_is_changed_by_one_of_two(one: Measure) -> None:
    address = f"/measures/lines/{measuring.line(one).pk}/edit"
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(address)
    assert ada.form("/edit")[1]["value"] == "85"
    ben.open(address)
    ada.send("/edit", value="80")
    clash = ben.send("/edit", 409, value="75", last="2019-03-31")
    assert "Ada Lorne changed the line" in clash.main
    ben.send("/edit", choose__value="mine", choose__last="mine")
    held = Line.objects.get()
    assert (held.value, held.last) == (75, dt.date(2019, 3, 31))


def test_what_was_put_in_by_mistake_is_taken_away(one: Measure) -> None:
    line = measuring.line(one)
    ada = officer()
    ada.open(f"/measures/lines/{line.pk}/edit")
    form = ada.form("/remove")
    assert "No target, limit, baseline or aspiration was set." in ada.send(form).main
    assert not Line.objects.exists()
    ada.post(form[0], 404, **form[1])


def test_twice_is_once(one: Measure) -> None:
    ada = officer()
    ada.open(new(one))
    form = ada.form("/new")
    ada.send(form, **GOOD)
    assert "this was done once" in ada.send(form, **GOOD).text
    assert Line.objects.count() == 1


def test_taking_away_needs_a_form(one: Measure) -> None:
    officer().open(f"/measures/lines/{measuring.line(one).pk}/remove", 405)


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.CONTRIBUTOR, Role.PANEL_READER])
def test_others_only_read(one: Measure, role: Role) -> None:
    line, desk = measuring.line(one), Desk(role)
    desk.open(new(one), 403)
    desk.post(f"/measures/lines/{line.pk}/edit", 403, value="1")
    desk.post(f"/measures/lines/{line.pk}/remove", 403)
    shown = desk.open(f"/measures/{one.pk}/set/").main
    assert "Target 85%" in shown
    assert "Change" not in shown


def test_another_office_s_is_not_found() -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = measuring.line(measuring.measure("Theirs"))
    for ending in ("edit", "remove"):
        officer().post(f"/measures/lines/{theirs.pk}/{ending}", 404)
