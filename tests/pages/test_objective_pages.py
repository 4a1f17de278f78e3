"""Plans on their pages: the sentence first, then the parts, and all that belongs to one."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.actions.models import PlanTie
from answerable.core.permissions.roles import Role
from answerable.plans.models import Plan, PlanItem, PlanProgress, PlanTopic
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, officer, words

STATES = ["done"] * 30 + ["under-way"] * 6 + ["not-started"] * 4


@pytest.fixture
def homicide(db: None) -> Plan:
    """An action plan under one objective: 40 actions, three of them late."""
    plan = follow.plan("Homicide action plan", kind="action", start=dt.date(2019, 1, 1))
    head = follow.part(plan, "H", "Fewer people are killed", progress=75, state="under-way")
    for at, state in enumerate(STATES, 1):
        due = dt.date(2019, 4, 1) if at in (31, 32, 37) else dt.date(2019, 12, 31)
        follow.part(
            plan, f"H{at}", f"Do thing {at}", kind="action", state=state, due=due, parent=head, owner="DCC"
        )
    return plan


def test_no_plan_yet(db: None) -> None:
    ada = officer()
    assert "No plan is kept here yet." in ada.open("/plans/").main
    assert "There is no plan with objectives yet." in ada.open("/plans/share").main


def test_the_list_says_how_far_each_plan_is(homicide: Plan) -> None:
    said = words(officer().open("/plans/"))
    assert "Homicide action plan Action plan, from 1 January 2019" in said
    assert "75% delivered: 30 of 40 actions done, 6 under way, 4 not started; 3 are late." in said


def test_a_plan_says_first_how_far_it_is_then_what_was_said(homicide: Plan) -> None:
    said = words(officer().open(f"/plans/{homicide.pk}/"))
    sentence = "75% delivered: 30 of 40 actions done, 6 under way, 4 not started; 3 are late."
    claim = "Of H 75% was said; what stands under it comes to 30 of 40 done (75%)."
    assert sentence in said
    assert claim in said
    assert said.index(sentence) < said.index(claim) < said.index("Do thing 1")
    assert "31 days late" in said


def test_parts_stand_behind_what_they_are_part_of(db: None) -> None:
    plan = follow.plan()
    one, two = follow.part(plan, "1", "Prevent"), follow.part(plan, "2", "Protect")
    follow.part(plan, "2.1", "Guard", kind="action", parent=two)
    follow.part(plan, "1.1", "Warn", kind="action", parent=one)
    cells = officer().open(f"/plans/{plan.pk}/").tree.xpath("//tbody/tr/td[1]")
    assert [one.text_content() for one in cells] == ["1", "1.1", "2", "2.1"]


def test_a_long_plan_comes_in_pages(db: None) -> None:
    plan = follow.plan()
    for at in range(120):
        follow.part(plan, str(at), f"Do thing {at}", kind="action")
    ada = officer()
    assert "120 parts, 1 to 100 shown" in ada.open(f"/plans/{plan.pk}/").main
    assert "Do thing 119" in ada.open(f"/plans/{plan.pk}/?page=2").main


def test_a_part_shows_its_history_and_what_belongs_to_it(homicide: Plan) -> None:
    part = PlanItem.objects.get(number="H31")
    PlanProgress.objects.create(
        item=part, on=dt.date(2019, 3, 1), progress=40, state="under-way", text="Half is written",
        at=make.NOW, by=make.user(),
    )  # fmt: skip
    item = make.item(make.meeting("2019-03-12"), "2.1", "Homicide")
    action = make.action(item, "Share the homicide plan", ["DCC"], "2019-04-30")
    for what in ({"action": action}, {"item": item}):
        PlanTie.objects.create(office=make.office(), plan_item=part, at=make.NOW, by=make.user(), **what)
    PlanTopic.objects.create(
        item=part, topic=make.topic("Homicide", [make.entry(item, "note", "It was noted.")])
    )
    said = words(officer().open(f"/plans/parts/{part.pk}/"))
    assert "Action H31 of Homicide action plan" in said
    assert "Under way , 31 days late" in said
    assert "1 March 2019 : under way, 40%. Half is written." in said
    assert "A-0001 Share the homicide plan" in said
    assert "Assurance Meeting, 12 March 2019: 2.1 Homicide" in said
    assert "Topic: Homicide" in said


def test_an_objective_shows_what_stands_under_it(homicide: Plan) -> None:
    head = PlanItem.objects.get(number="H")
    said = words(officer().open(f"/plans/parts/{head.pk}/"))
    assert "30 of 40 actions done" in said
    assert "Said of it as a whole: 75%." in said
    assert "Do thing 40" in said


def test_what_serves_an_objective_is_on_its_page(db: None) -> None:
    plan = follow.plan()
    objective = follow.part(plan, "1", "Answer the public sooner")
    delivery = follow.plan("Delivery plan", kind="delivery", serves=plan)
    serving = follow.part(delivery, "D1", "Hire call handlers", kind="action", serves=objective)
    ada = officer()
    assert "D1 Hire call handlers" in ada.open(f"/plans/parts/{objective.pk}/").main
    assert "1 Answer the public sooner" in ada.open(f"/plans/parts/{serving.pk}/").main


def test_what_is_restricted_is_shown_to_those_who_may_read_it(db: None) -> None:
    part = follow.part(follow.plan())
    item = make.item(make.meeting("2019-03-12"), "2.1", "Operation Kestrel")
    action = make.action(item, "Report on Kestrel", restricted=True)
    PlanTie.objects.create(office=make.office(), plan_item=part, action=action, at=make.NOW, by=make.user())
    file = make.document("Kestrel", "kestrel.txt", restricted=True)
    PlanProgress.objects.create(
        item=part, on=dt.date(2019, 3, 1), state="under-way", document=file, at=make.NOW, by=make.user()
    )
    path = f"/plans/parts/{part.pk}/"
    assert "Report on Kestrel" in officer().open(path).main
    for_panel = Desk(Role.PANEL_READER).open(path).main
    assert "Kestrel" not in for_panel
    assert "kestrel" not in for_panel


def test_those_who_only_read_see_no_forms(homicide: Plan) -> None:
    part = PlanItem.objects.get(number="H1")
    for path in (f"/plans/{homicide.pk}/", f"/plans/parts/{part.pk}/", "/plans/"):
        main = Desk(Role.PANEL_READER).open(path).main
        assert not [one for one in ("Import", "Change", "Add a part", "Say how far", "Untie") if one in main]


def test_pages_need_the_same_queries_at_ten_times_the_size(homicide: Plan) -> None:
    ada, part = officer(), PlanItem.objects.get(number="H31")
    paths = ["/plans/", f"/plans/{homicide.pk}/", f"/plans/parts/{part.pk}/"]

    def counted() -> list[int]:
        found = []
        for path in paths:
            ada.open(path)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                ada.open(path)
            found.append(len(queries))
        return found

    before = counted()
    for at in range(10):
        plan = follow.plan(f"Plan {at}", kind="action")
        for number in range(30):
            follow.part(plan, str(number), "Do it", kind="action")
        topic = make.topic(f"Topic {at}", [make.entry(make.meeting(f"2019-01-{at + 1:02}"), "note", "Said.")])
        PlanTopic.objects.create(item=part, topic=topic)
    for at in range(41, 200):
        follow.part(homicide, f"H{at}", "Do more", kind="action", parent=part.parent)
    assert counted() == before
    assert max(before) <= 15
