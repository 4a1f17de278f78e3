"""A plan kept by hand: begun, changed, its parts added, changed and moved; two people at one part."""

from __future__ import annotations

import pytest

from answerable.plans.models import Plan, PlanItem
from tests import factories as make
from tests import follow
from tests.pages.desk import contributor, officer, words


@pytest.fixture
def plan(db: None) -> Plan:
    return follow.plan()


def test_a_plan_is_begun(db: None) -> None:
    ada = officer()
    ada.open("/plans/new")
    shown = ada.send(
        "/new", name="Police and Crime Plan 2025 to 2029", kind="police-and-crime", start="2025-04-01"
    )
    assert "Made: Police and Crime Plan 2025 to 2029." in shown.main
    assert "It has no parts yet." in shown.main


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Give the plan a name"),
        ("kind", "shopping", "Choose the kind of plan from the list"),
        ("end", "2024-01-01", "The plan ends before it begins"),
        ("start", "soon", "Write the first day as a day, month and year"),
        ("serves", "999", "Choose the plan that it serves from the list"),
    ],
)
def test_a_plan_that_cannot_be(db: None, field: str, value: str, sentence: str) -> None:
    ada = officer()
    ada.open("/plans/new")
    typed = {"name": "A plan", "kind": "action", "start": "2025-04-01", field: value}
    assert sentence in ada.send("/new", 400, **typed).main
    assert not Plan.objects.exists()


def test_a_form_without_its_fields(plan: Plan) -> None:
    ada = officer()
    assert "Give the plan a name" in ada.post("/plans/new", 400).main
    assert "Give it a number, as the plan has it" in ada.post(f"/plans/{plan.pk}/parts/new", 400).main


def test_two_plans_of_one_name(plan: Plan) -> None:
    ada = officer()
    ada.open("/plans/new")
    assert "There is a plan called" in ada.send("/new", name=plan.name.upper(), kind="action").main


def test_a_plan_is_changed(plan: Plan) -> None:
    ada = officer()
    ada.open(f"/plans/{plan.pk}/change")
    ada.send("/change", name="Plan for Wyvern Valley", end="2021-03-31")
    plan.refresh_from_db()
    assert (plan.name, str(plan.end)) == ("Plan for Wyvern Valley", "2021-03-31")


def test_a_part_is_added_under_another(plan: Plan) -> None:
    above = follow.part(plan, "1", "Prevent")
    dcc = make.post("Deputy Chief Constable", "DCC")
    ada = officer()
    ada.open(f"/plans/{plan.pk}/parts/new?under={above.pk}")
    shown = ada.send(
        "/new", number="1.1", text="Warn earlier", owner="DCC", post=str(dcc.pk), due="2020-03-31"
    )
    assert "Added part 1.1." in shown.main
    made = PlanItem.objects.get(number="1.1")
    assert (made.parent, made.post, made.kind) == (above, dcc, "action")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("number", "", "Give it a number, as the plan has it"),
        ("text", " ", "Write what is to be done"),
        ("due", "31/02/2020", "Write the due date as a day, month and year"),
        ("parent", "999", "Choose what it is part of from the list"),
        ("text", "x" * 4001, "Shorten it to 4,000 letters"),
    ],
)
def test_a_part_that_cannot_be(plan: Plan, field: str, value: str, sentence: str) -> None:
    ada = officer()
    ada.open(f"/plans/{plan.pk}/parts/new")
    typed = {"number": "9", "text": "Warn earlier", "kind": "action", field: value}
    shown = ada.send("/new", 400, **typed)
    assert sentence in shown.main
    assert not PlanItem.objects.exists()


def test_a_number_is_used_once(plan: Plan) -> None:
    follow.part(plan, "1", "Prevent")
    ada = officer()
    ada.open(f"/plans/{plan.pk}/parts/new")
    assert "There is a part 1 already" in ada.send("/new", number="1", text="Again", kind="action").main
    assert PlanItem.objects.count() == 1


def test_a_part_does_not_stand_under_itself(plan: Plan) -> None:
    one = follow.part(plan, "1", "Prevent")
    under = follow.part(plan, "1.1", "Warn", parent=one)
    ada = officer()
    ada.open(f"/plans/parts/{one.pk}/change")
    assert "A part cannot stand under itself" in ada.send("/change", parent=str(under.pk)).main


def test_two_people_at_one_part(plan: Plan) -> None:
    part = follow.part(plan, "1", "Prevent")
    path = f"/plans/parts/{part.pk}/change"
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ben.open(path)
    mine = ben.form("/change")
    ada.open(path)
    ada.send("/change", text="Prevent harm")
    page = ben.send(mine, 409, text="Prevent crime")
    assert "Ada Lorne changed the part of the plan at 10am while you were writing." in page.main
    assert "Prevent harm" in page.main
    ben.send("/change", choose__text="mine")
    part.refresh_from_db()
    assert part.text == "Prevent crime"


def test_a_part_moves_among_those_beside_it(plan: Plan) -> None:
    for number in ("1", "2", "3"):
        follow.part(plan, number, f"Do {number}")
    ada, third = officer(), PlanItem.objects.get(number="3")
    ada.open(f"/plans/parts/{third.pk}/")
    assert "Moved part 3 up." in ada.send("/move", way="up").main
    assert [one.number for one in plan.items.order_by("position")] == ["1", "3", "2"]
    first = PlanItem.objects.get(number="1")
    assert "It is the first there already." in ada.post(f"/plans/parts/{first.pk}/move", way="up").main


def test_the_force_does_not_write_plans(plan: Plan) -> None:
    part = follow.part(plan)
    for path in ("/plans/new", "/plans/import", f"/plans/{plan.pk}/change", f"/plans/parts/{part.pk}/change"):
        contributor().open(path, 403)


def test_another_offices_plan_is_not_there(db: None) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = follow.plan("Plan of Otterdale")
        part = follow.part(theirs)
    ada = officer()
    for path in (f"/plans/{theirs.pk}/", f"/plans/parts/{part.pk}/", f"/plans/{theirs.pk}/change"):
        ada.open(path, 404)
    assert "Otterdale" not in words(ada.open("/plans/"))
