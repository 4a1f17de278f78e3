"""What is said of a measure is changed, by one of two people at a time; and who may see it."""

from __future__ import annotations

import pytest

from answerable.core.permissions.roles import Role
from answerable.measures.models import Measure
from tests import factories as make
from tests import measuring
from tests.pages.desk import Desk, officer

pytestmark = pytest.mark.django_db


@pytest.fixture
def one() -> Measure:
    return measuring.measure(decimals=1)


def edit(one: Measure) -> str:
    return f"/measures/{one.pk}/edit"


def test_it_is_changed_and_what_did_not_change_stays(one: Measure) -> None:
    ada = officer()
    ada.open(edit(one))
    assert ada.form("/edit")[1]["decimals"] == "1"
    after = ada.send("/edit", tier="silver", source="The telephone system")
    assert "Saved." in after.main
    assert "Silver measure" in after.main
    one.refresh_from_db()
    assert (one.tier, one.source, one.unit, one.decimals) == ("silver", "The telephone system", "%", 1)


def test_nothing_changed_is_said(one: Measure) -> None:
    ada = officer()
    ada.open(edit(one))
    assert "Nothing was changed" in ada.send("/edit", 400).text


def test_two_people_change_it(one: Measure) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(edit(one))
    ben.open(edit(one))
    ada.send("/edit", tier="gold", unit="per cent")
    clash = ben.send("/edit", 409, tier="silver", source="The telephone system")
    assert "Ada Lorne changed the measure" in clash.main
    assert "Gold" in clash.main
    ben.send("/edit", choose__tier="mine", choose__unit="theirs", choose__source="mine")
    one.refresh_from_db()
    assert (one.tier, one.unit, one.source) == ("silver", "per cent", "The telephone system")


def test_what_cannot_be_used_is_said(one: Measure) -> None:
    ada = officer()
    ada.open(edit(one))
    assert "Write what it is called" in ada.send("/edit", 400, name="").text
    one.refresh_from_db()
    assert one.name


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.AUDITOR])
def test_others_only_read_it(one: Measure, role: Role) -> None:
    Desk(role).open(edit(one), 403)
    Desk(role).post(edit(one), 403, tier="gold")


def test_another_office_s_is_not_found() -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = measuring.measure("Theirs")
    officer().open(edit(theirs), 404)


def marking(one: Measure) -> str:
    return f"/restricted/measure/{one.pk}/"


def test_it_is_restricted_with_a_reason_and_opened(one: Measure) -> None:
    panel = Desk(Role.PANEL_READER)
    panel.open(f"/measures/{one.pk}/")
    ada = officer("Ada Lorne")
    ada.open(marking(one))
    after = ada.send("/", marking="restricted", why="operational", note="Until the trial ends.")
    assert after.heading.startswith(one.name)
    assert "Restricted" in after.heading
    panel.open(f"/measures/{one.pk}/", 404)
    assert "Until the trial ends." in ada.open("/restricted/").main
    assert "1 restricted measure" in ada.open("/restricted/").main
    ada.open(marking(one))
    ada.send("/", marking="open")
    panel.open(f"/measures/{one.pk}/")


def test_two_people_mark_it(one: Measure) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(marking(one))
    ben.open(marking(one))
    ada.send("/", marking="restricted", why="operational")
    said = ben.send("/", 409, marking="restricted", why="personal").main
    assert f"The marking of the measure {one.pk} changed while you were writing." in said


def test_the_panel_marks_nothing(one: Measure) -> None:
    Desk(Role.PANEL_READER).open(marking(one), 403)
