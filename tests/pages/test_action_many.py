"""Several actions closed or carried forward at once: "A-0020, 33, 34 and 35", all of them or none."""

from __future__ import annotations

import pytest

from answerable.actions.models import Action, ActionStep
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.pages.desk import Desk, officer
from tests.pages.stepping import OUTSIDE, force_action, office_action

pytestmark = pytest.mark.django_db
MANY = "/actions/many"


@pytest.fixture
def four() -> list[Action]:
    return [force_action(f"Share rota {n}") for n in range(4)]


def states() -> list[str]:
    return list(Action.objects.order_by("pk").values_list("state", flat=True))


def test_they_are_closed_by_their_numbers(four: list[Action]) -> None:
    ada = officer()
    ada.open(MANY)
    shown = ada.send("/many", numbers="A-0001, 2 and 4", basis="told", reason="Said at the meeting.").main
    assert "Closed, all of them." in shown
    assert states() == ["closed", "closed", "open", "closed"]
    assert {one.reason for one in ActionStep.objects.all()} == {"Said at the meeting."}
    event = Event.objects.get(operation="actions.close_many")
    assert event.summary == "Closed: A-0001, A-0002 and A-0004."


def test_those_that_are_ticked_in_the_register_come_along(four: list[Action]) -> None:
    ada = officer()
    ticks = ada.open("/actions/").tree.xpath("//input[@name='numbers']/@value")
    assert sorted(ticks) == ["A-0001", "A-0002", "A-0003", "A-0004"]
    page = ada.open(f"{MANY}?numbers=A-0003&numbers=A-0001")
    assert "A-0003 Share rota 2" in page.main
    ada.send("/many", what="carry", reason="The meeting was short.")
    assert sorted(ActionStep.objects.values_list("action__number", "kind")) == [
        ("A-0001", "carried"), ("A-0003", "carried"),
    ]  # fmt: skip


def test_one_that_cannot_be_closed_holds_all_of_them(four: list[Action]) -> None:
    ours = office_action()
    Action.objects.filter(pk=four[1].pk).update(state="closed")
    ada = officer()
    ada.open(MANY)
    shown = ada.send("/many", numbers=f"1 to 4, {ours.number}", basis="told", reason="Done.").main
    assert "A-0002: This action is closed already." in shown
    assert "A-0005: The office owns this action, so the force may close it." in shown
    assert "Nothing was changed." in shown
    assert "Done." in shown
    assert not ActionStep.objects.exists()


def test_numbers_that_are_none(four: list[Action]) -> None:
    ada = officer()
    ada.open(MANY)
    said = ada.send("/many", numbers="1, 77 and 78", basis="told", reason="Done.").main
    assert "There is no action A-0077 and A-0078. Nothing was changed." in said
    said = ada.send("/many", numbers="one", basis="told", reason="Done.").main
    assert "“one” is no number of an action: write A-0020, or 20." in said
    said = ada.send("/many", numbers="", basis="told", reason="Done.").main
    assert "Say which actions: tick them, or write their numbers" in said
    assert states() == ["open"] * 4


def test_what_was_seen_has_to_be_said(four: list[Action]) -> None:
    ada = officer()
    ada.open(MANY)
    shown = ada.send("/many", 400, numbers="1", reason="")
    assert "Choose what you saw" in shown.main
    assert "Say in a few words" in shown.main
    assert states() == ["open"] * 4


def test_it_is_done_once(four: list[Action]) -> None:
    ada = officer()
    ada.open(MANY)
    form = ada.form("/many")
    typed = {"numbers": "1", "basis": "told", "reason": "Done.", "what": "close"}
    ada.post(form[0], **{**form[1], **typed})
    assert "this was done once" in ada.post(form[0], **{**form[1], **typed}).main
    assert ActionStep.objects.count() == 1


def test_a_restricted_one_is_not_there_for_whoever_may_not_see_it(four: list[Action]) -> None:
    Action.objects.filter(pk=four[0].pk).update(restricted=True)
    ada = officer()
    ada.open(MANY)
    assert "Closed, all of them." in ada.send("/many", numbers="1", basis="told", reason="Done.").main
    assert ActionStep.objects.get().restricted


def test_another_offices_numbers_are_not_ours(four: list[Action]) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = force_action("Theirs")
    ada = officer()
    ada.open(MANY)
    assert "There is no action" in ada.send("/many", numbers=theirs.number, basis="told", reason="Done.").main


def test_the_chief_officer_closes_the_offices_own(four: list[Action]) -> None:
    ours = office_action()
    chief = Desk(Role.CHIEF_OFFICER)
    page = chief.open(MANY)
    assert "Carry them forward" not in page.main
    chief.send("/many", numbers=ours.number, basis="shown", reason="Read it.")
    assert Action.objects.get(pk=ours.pk).state == "closed"
    assert "Only a policy officer" in chief.post(MANY, numbers="1", what="carry", reason="Later.").main


@pytest.mark.parametrize("role", OUTSIDE)
def test_nobody_else(role: Role, four: list[Action]) -> None:
    desk = Desk(role)
    desk.open(MANY, 403)
    desk.post(MANY, 403, numbers="1", basis="told", reason="Done.")
    assert states() == ["open"] * 4
