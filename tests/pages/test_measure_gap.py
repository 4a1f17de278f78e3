"""Why there are no values for some periods."""

from __future__ import annotations

import pytest

from answerable.core.permissions.roles import Role
from answerable.measures.models import Gap, Measure
from tests import factories as make
from tests import measuring
from tests.pages.desk import Desk, officer, words

pytestmark = pytest.mark.django_db
GOOD = {"start": "2018-03-01", "last": "2018-06-30", "reason": "The survey stopped."}


@pytest.fixture
def one() -> Measure:
    measure = measuring.measure()
    of = measuring.series(measure)
    measuring.months(of, "2017-01", [70.0 + place % 3 for place in range(14)])
    measuring.months(of, "2018-07", [70.0 + place % 3 for place in range(9)])
    return measure


def new(one: Measure) -> str:
    return f"/measures/{one.pk}/gaps/new"


def test_it_is_said_beside_the_chart(one: Measure) -> None:
    ada = officer("Ada Lorne")
    ada.open(new(one))
    said = words(ada.send("/new", **GOOD))
    assert "1 March 2018 to 30 June 2018 : The survey stopped." in said
    assert "The survey stopped" in ada.open(f"/measures/{one.pk}/").main


def test_it_can_be_of_one_series(one: Measure) -> None:
    north = measuring.series(one, measuring.area())
    ada = officer()
    ada.open(new(one))
    assert "30 June 2018 , North: The survey" in words(ada.send("/new", **GOOD, series=north.pk))
    assert Gap.objects.get().series == north


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"start": ""}, "Write the first day without values"),
        ({"last": ""}, "Write the last day without values"),
        ({"last": "2018-02-01"}, "It ends before it begins"),
        ({"reason": " "}, "Write why there are no values"),
        ({"series": "99"}, "Choose whose values are meant from the list"),
    ],
)
def test_what_cannot_be_used_is_said_and_kept(one: Measure, typed: dict[str, str], said: str) -> None:
    ada = officer()
    ada.open(new(one))
    assert said in ada.send("/new", 400, **{**GOOD, **typed}).text
    assert not Gap.objects.exists()
    name, value = next(iter(typed.items()))
    assert name == "series" or ada.form("/new")[1][name].strip() == value.strip()


def test_it_is_changed_by_one_of_two_and_taken_away(one: Measure) -> None:
    address = f"/measures/gaps/{measuring.gap(one, '2018-03-01', '2018-06-30').pk}/edit"
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(address)
    ben.open(address)
    ada.send("/edit", reason="No survey was paid for.")
    assert "Ada Lorne changed the gap" in ben.send("/edit", 409, reason="Nobody asked.").main
    ben.send("/edit", choose__reason="mine")
    assert Gap.objects.get().reason == "Nobody asked."
    ben.open(address)
    assert "No gap is explained." in ben.send("/remove").main


def test_twice_is_once(one: Measure) -> None:
    ada = officer()
    ada.open(new(one))
    form = ada.form("/new")
    ada.send(form, **GOOD)
    assert "this was done once" in ada.send(form, **GOOD).text
    assert Gap.objects.count() == 1


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.CONTRIBUTOR, Role.PANEL_READER])
def test_others_only_read(one: Measure, role: Role) -> None:
    gap = measuring.gap(one, "2018-03-01", "2018-06-30")
    Desk(role).open(new(one), 403)
    Desk(role).post(f"/measures/gaps/{gap.pk}/edit", 403, reason="x")
    Desk(role).post(f"/measures/gaps/{gap.pk}/remove", 403)


def test_another_office_s_is_not_found() -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = measuring.gap(measuring.measure("Theirs"), "2018-03-01", "2018-06-30")
    for ending in ("edit", "remove"):
        officer().post(f"/measures/gaps/{theirs.pk}/{ending}", 404)
