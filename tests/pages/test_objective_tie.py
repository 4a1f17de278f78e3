"""What of the record belongs to a part of a plan: actions, agenda items and topics, tied and untied."""

from __future__ import annotations

import pytest

from answerable.actions.models import Action, PlanTie
from answerable.actions.operations.tying import tie_to_plan
from answerable.audit.models import Event
from answerable.core.refusal import Refusal
from answerable.meetings.models import Item
from answerable.plans.models import PlanItem, PlanTopic
from tests import factories as make
from tests import follow
from tests.pages.desk import contributor, officer


@pytest.fixture
def part(db: None) -> PlanItem:
    return follow.part(follow.plan())


@pytest.fixture
def item(part: PlanItem) -> Item:
    return make.item(make.meeting("2019-03-12"), "2.1", "Answering 101")


@pytest.fixture
def action(item: Item) -> Action:
    return make.action(item, "Share how long callers wait", ["DCC"])


def page(part: PlanItem) -> str:
    return f"/plans/parts/{part.pk}/"


@pytest.mark.parametrize("words", ["callers", "A-0001", "1", "wait share"])
def test_an_action_is_found_and_tied(words: str, part: PlanItem, action: Action) -> None:
    ada = officer()
    ada.open(f"{page(part)}?find={words}")
    shown = ada.send("/tie", what=f"action-{action.pk}")
    assert "Tied to 1." in shown.main
    assert not shown.tree.xpath(f"//button[@value='action-{action.pk}']")
    tie = PlanTie.objects.get()
    assert (tie.action, tie.plan_item, tie.by) == (action, part, ada.user)
    assert (
        Event.objects.get(operation="actions.tie_to_plan").summary
        == "Tied an action to the part of the plan."
    )


def test_an_agenda_item_is_found_and_tied(part: PlanItem, item: Item) -> None:
    ada = officer()
    ada.open(f"{page(part)}?find=answering")
    ada.send("/tie", what=f"item-{item.pk}")
    assert PlanTie.objects.get().item == item
    assert "2.1 Answering 101" in ada.open(page(part)).main


def test_it_is_untied_and_stays_in_the_record(part: PlanItem, action: Action) -> None:
    tie_to_plan(to=part, what=action, by=make.user(), at=make.NOW)
    ada = officer()
    ada.open(page(part))
    form = ada.form("/untie")
    assert "Untied from 1." in ada.send(form).main
    assert "That was untied already." in ada.send(form).main
    assert not PlanTie.objects.exists()
    assert Action.objects.filter(pk=action.pk).exists()


def test_nothing_is_tied_twice(part: PlanItem, action: Action) -> None:
    ada = officer()
    ada.post(f"{page(part)}tie", what=f"action-{action.pk}")
    assert "That is tied to it already." in ada.post(f"{page(part)}tie", what=f"action-{action.pk}").main
    assert PlanTie.objects.count() == 1


def test_recommendations_and_funding_are_tied_the_same_way(
    part: PlanItem, action: Action, item: Item
) -> None:
    wanted = follow.recommendation(follow.inspection())
    money = follow.funding()
    for to, what in ((wanted, action), (wanted, item), (money, action), (money, item)):
        tie_to_plan(to=to, what=what, by=make.user(), at=make.NOW)
    assert wanted.ties.count() == money.ties.count() == 2
    with pytest.raises(Refusal, match="tied to it already"):
        tie_to_plan(to=money, what=item, by=make.user(), at=make.NOW)


def test_another_offices_record_is_not_tied(part: PlanItem) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = make.action(make.meeting("2019-03-12"), "Theirs")
    shown = officer().post(f"{page(part)}tie", what=f"action-{theirs.pk}")
    assert "Choose from the list what to tie." in shown.main
    with pytest.raises(Refusal, match="another office’s record"):
        tie_to_plan(to=part, what=theirs, by=make.user(), at=make.NOW)
    assert not PlanTie.objects.exists()


@pytest.mark.parametrize("what", ["", "action-", "action-x", "item-0", "person-1", f"item-{10**30}"])
def test_bad_choices(what: str, part: PlanItem) -> None:
    assert "Choose from the list what to tie." in officer().post(f"{page(part)}tie", what=what).main


def test_a_topic_is_tied_and_untied(part: PlanItem, item: Item) -> None:
    topic = make.topic("Callers", [make.entry(item, "note", "Callers wait.")])
    ada = officer()
    ada.open(page(part))
    assert "Tied to 1." in ada.send("/topic", topic=str(topic.pk)).main
    assert PlanTopic.objects.get().topic == topic
    ada.post(f"{page(part)}topic", topic=str(topic.pk), remove="yes")
    assert not PlanTopic.objects.exists()
    assert "Choose the topic from the list." in ada.post(f"{page(part)}topic", topic="odd").main


def test_the_force_does_not_tie(part: PlanItem, action: Action) -> None:
    for name in ("tie", "untie", "topic"):
        contributor().post(f"{page(part)}{name}", 403, what=f"action-{action.pk}")
