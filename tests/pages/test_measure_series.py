"""Whose figures a measure has: areas, other forces, the most similar group, the nation; two sources."""

from __future__ import annotations

import pytest

from answerable.core.permissions.roles import Role
from answerable.measures.models import Measure, Series
from tests import factories as make
from tests import measuring
from tests.pages.desk import Desk, officer, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def one() -> Measure:
    measuring.area()
    return measuring.measure()


def new(one: Measure) -> str:
    return f"/measures/{one.pk}/series/new"


def test_another_force_is_put_beside_ours(one: Measure) -> None:
    ada = officer()
    ada.open(new(one))
    said = words(ada.send("/new", who="other", name="Otterdale Police", lag="published three months later"))
    assert "Otterdale Police Another force. no figures yet Published three months later." in said


def test_an_area_has_its_own_name_and_force(one: Measure) -> None:
    ada = officer()
    ada.open(new(one))
    ada.send("/new", who="area", area=measuring.area().pk, name="What somebody typed")
    made = Series.objects.get()
    assert (made.name, made.area, made.force) == ("North", measuring.area(), measuring.force())


def test_the_force_can_have_two_sources(one: Measure) -> None:
    measuring.series(one)
    ada = officer()
    ada.open(new(one))
    assert "There are figures of Wyvern Valley Police from that source already" in (
        ada.send("/new", 400, who="force").text
    )
    assert "Wyvern Valley Police (national)" in words(ada.send("/new", who="force", source="national"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"who": ""}, "Choose of whom the figures are"),
        ({"who": "us"}, "Choose of whom the figures are from the list"),
        ({"who": "other"}, "Write whose figures they are"),
        ({"who": "area"}, "Choose the area"),
        ({"who": "area", "area": "99"}, "Choose an area from the list"),
        ({"who": "nation", "name": "x" * 201}, "Shorten the name to 200 letters"),
        ({"who": "nation", "name": "x", "source": "y" * 41}, "Shorten the source to 40 letters"),
    ],
)
def test_what_cannot_be_used_is_said(one: Measure, typed: dict[str, str], said: str) -> None:
    ada = officer()
    ada.open(new(one))
    assert said in ada.send("/new", 400, **typed).text
    assert not Series.objects.exists()


def test_it_is_changed_by_one_of_two(one: Measure) -> None:
    address = f"/measures/series/{measuring.series(one, 'Otterdale Police').pk}/edit"
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(address)
    ben.open(address)
    ada.send("/edit", lag="published a month later")
    assert "Ada Lorne changed the series" in ben.send("/edit", 409, lag="published late").main
    ben.send("/edit", choose__lag="mine")
    assert Series.objects.get().lag == "published late"


def test_one_without_figures_is_taken_away(one: Measure) -> None:
    of = measuring.series(one, "Otterdale Police")
    ada = officer()
    measuring.months(of, "2018-01", [1.0])
    ada.open(f"/measures/series/{of.pk}/edit")
    assert "the record keeps them: it cannot be taken away" in ada.send("/remove").main
    of.observations.all().delete()
    ada.open(f"/measures/series/{of.pk}/edit")
    assert "There are no figures of it yet." in ada.send("/remove").main


def test_twice_is_once(one: Measure) -> None:
    ada = officer()
    ada.open(new(one))
    form = ada.form("/new")
    ada.send(form, who="nation", name="England and Wales")
    assert "this was done once" in ada.send(form, who="nation", name="England and Wales").text
    assert Series.objects.count() == 1


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.CONTRIBUTOR, Role.PANEL_READER])
def test_others_only_read(one: Measure, role: Role) -> None:
    of = measuring.series(one)
    Desk(role).open(new(one), 403)
    Desk(role).post(f"/measures/series/{of.pk}/edit", 403, lag="x")
    Desk(role).post(f"/measures/series/{of.pk}/remove", 403)


def test_another_office_s_is_not_found() -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = measuring.series(measuring.measure("Theirs"))
    for ending in ("edit", "remove", "phase"):
        officer().post(f"/measures/series/{theirs.pk}/{ending}", 404)
