"""A measure is made, with its definition."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.measures.models import Definition, Measure, Series
from tests import factories as make
from tests import follow, measuring
from tests.pages.desk import Desk, officer

NEW = "/measures/new"
GOOD = {
    "name": "101 answering", "kind": "proportion", "unit": "%", "better": "higher", "frequency": "month",
    "definition": "Answered within 30 seconds", "since": "2018-04-01",
}  # fmt: skip
pytestmark = pytest.mark.django_db


def test_it_is_made_with_what_it_means() -> None:
    measuring.force()
    part = follow.part(follow.plan())
    ada = officer()
    ada.open(NEW)
    typed = {
        "tier": "gold",
        "objective": part.pk,
        "aliases": "phones\n\n phones \nthe  101 target",
        "decimals": "1",
    }
    after = ada.send("/new", **{**GOOD, **typed})
    assert "Made." in after.main
    assert "Answered within 30 seconds" in after.main
    one = Measure.objects.get()
    assert (one.tier, one.objective, one.aliases, one.decimals) == ("gold", part, "phones\nthe 101 target", 1)
    assert Definition.objects.get().start == dt.date(2018, 4, 1)
    assert Series.objects.get().who == "force"
    assert Event.objects.latest("pk").summary == "Made the measure 101 answering."


def test_a_rate_says_for_how_many() -> None:
    ada = officer()
    ada.open(NEW)
    rate = {**GOOD, "kind": "rate", "unit": "per 1,000 people"}
    assert "Write what the rate is for" in ada.send("/new", 400, **rate).main
    ada.send("/new", **rate, per="1,000")
    assert Measure.objects.get().per == 1000


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": " "}, "Write what it is called"),
        ({"name": "x" * 201}, "Shorten the name to 200 letters"),
        ({"kind": ""}, "Choose what it is"),
        ({"kind": "guess"}, "Choose what it is from the list"),
        ({"better": ""}, "Choose which way is better"),
        ({"frequency": "daily"}, "Choose how often it is told from the list"),
        ({"tier": "bronze"}, "Choose a tier from the list"),
        ({"decimals": "9"}, "Write the number of decimal places, from 0 to 4"),
        ({"baseline": "2"}, "Write the number of points, from 3 to 200"),
        ({"baseline": "some"}, "Write the number of points"),
        ({"per": "many"}, "as a number, such as 85 or 12.5: “many” is none"),
        ({"per": "0"}, "above 0"),
        ({"ended": "soon"}, "Write the last day on which it was kept as a day, month and year"),
        ({"since": "32/1/2018"}, "Write the day since when it is defined so as a day, month and year"),
        ({"objective": "99"}, "Choose an objective from the list"),
        ({"topic": "99"}, "Choose a topic from the list"),
        ({"unit": "x" * 41}, "Shorten the unit to 40 letters"),
        ({"definition": "x" * 2001}, "Shorten the definition to 2,000 letters"),
    ],
)
def test_what_cannot_be_used_is_said_and_kept(typed: dict[str, str], said: str) -> None:
    ada = officer()
    after = ada.post(NEW, 400, **{**GOOD, **typed})
    assert said in after.text
    assert not Measure.objects.exists()
    held = ada.form("/new")[1]
    name, value = next(iter(typed.items()))
    assert name in ("kind", "better", "frequency", "tier", "objective", "topic") or (
        held[name].strip() == value.strip()
    )


def test_it_is_made_once_and_named_once() -> None:
    ada = officer()
    ada.open(NEW)
    form = ada.form("/new")
    ada.send(form, **GOOD)
    assert "this was done once" in ada.send(form, **GOOD).text
    ada.open(NEW)
    again = ada.send("/new", 400, **{**GOOD, "name": "101 Answering"})
    assert "There is a measure “101 Answering” already" in again.text
    assert Measure.objects.count() == 1


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER])
def test_others_do_not_make_measures(role: Role) -> None:
    Desk(role).open(NEW, 403)
    Desk(role).post(NEW, 403, **GOOD)
    assert not Measure.objects.exists()


def test_another_office_s_name_is_free() -> None:
    with make.in_office(make.office("Otterdale")):
        measuring.measure("101 answering")
    ada = officer()
    ada.open(NEW)
    ada.send("/new", **GOOD)
    assert Measure.objects.count() == 2
