"""A measure means something else from a day on."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.core.permissions.roles import Role
from answerable.measures.models import Definition, Measure
from tests import factories as make
from tests import measuring
from tests.pages.desk import Desk, officer, words

pytestmark = pytest.mark.django_db
GOOD = {"start": "2019-01-01", "text": "Within two minutes", "reason": "As the nation counts it."}


@pytest.fixture
def one() -> Measure:
    measure = measuring.measure()
    measuring.definition(measure, "2017-04-01", "Within 30 seconds")
    return measure


def new(one: Measure) -> str:
    return f"/measures/{one.pk}/definitions/new"


def test_a_new_one_stands_beside_the_former(one: Measure) -> None:
    ada = officer("Ada Lorne")
    ada.open(new(one))
    said = words(ada.send("/new", **GOOD))
    assert "From 1 January 2019 : Within two minutes" in said
    assert "Why: As the nation counts it." in said
    assert "From 1 April 2017 : Within 30 seconds" in said
    assert "Put in by Ada Lorne" in said
    assert list(one.definitions.values_list("start", flat=True)) == [dt.date(2017, 4, 1), dt.date(2019, 1, 1)]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"start": ""}, "Write the day from which it holds"),
        ({"start": "then"}, "Write the day from which it holds as a day, month and year"),
        ({"text": " "}, "Write what is counted, and how"),
        ({"reason": ""}, "Write why it means something else from then on"),
        ({"start": "2017-04-01"}, "There is a definition from that day on already"),
        ({"text": "x" * 2001}, "Shorten the definition to 2,000 letters"),
    ],
)
def test_what_cannot_be_used_is_said_and_kept(one: Measure, typed: dict[str, str], said: str) -> None:
    ada = officer()
    ada.open(new(one))
    assert said in ada.send("/new", 400, **{**GOOD, **typed}).text
    assert Definition.objects.count() == 1
    name, value = next(iter(typed.items()))
    assert ada.form("/new")[1][name].strip() == value.strip()


def test_it_is_put_right_by_one_of_two(one: Measure) -> None:
    address = f"/measures/definitions/{one.definitions.get().pk}/edit"
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(address)
    ben.open(address)
    ada.send("/edit", text="Within half a minute")
    clash = ben.send("/edit", 409, text="Within 30 seconds of ringing")
    assert "Ada Lorne changed the definition" in clash.main
    assert one.definitions.get().text == "Within half a minute"
    ben.send("/edit", choose__text="mine")
    assert one.definitions.get().text == "Within 30 seconds of ringing"


def test_twice_is_once(one: Measure) -> None:
    ada = officer()
    ada.open(new(one))
    form = ada.form("/new")
    ada.send(form, **GOOD)
    assert "this was done once" in ada.send(form, **GOOD).text
    assert Definition.objects.count() == 2


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.CONTRIBUTOR, Role.PANEL_READER])
def test_others_only_read(one: Measure, role: Role) -> None:
    Desk(role).open(new(one), 403)
    Desk(role).post(f"/measures/definitions/{one.definitions.get().pk}/edit", 403, text="x")


def test_another_office_s_is_not_found() -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = measuring.definition(measuring.measure("Theirs"), "2018-01-01")
    officer().open(f"/measures/definitions/{theirs.pk}/edit", 404)
    officer().open(new(theirs.measure), 404)
