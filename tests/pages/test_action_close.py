"""An action is closed by the side that does not own it, with what was seen."""

from __future__ import annotations

import pytest

from answerable.actions.models import ActionStep, Report
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, officer
from tests.pages.stepping import OUTSIDE, force_action, fresh, office_action, page, step_of, strangers

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.COMMISSIONER])
def test_the_office_closes_what_the_force_owns(role: Role) -> None:
    action = force_action()
    shown = step_of(action, "close", role, "Ada Lorne", basis="shown", reason="The rota, for May.")
    assert "Closed." in shown
    assert "Closed: we were shown that it is done" in shown
    assert "“The rota, for May.” Ada Lorne" in shown
    assert fresh(action).state == "closed"
    made = ActionStep.objects.get()
    assert (made.kind, made.basis, str(made.on)) == ("closed", "shown", "2019-05-02")


def test_the_chief_officer_closes_what_the_office_owns_and_nothing_else() -> None:
    ours, theirs = force_action(), office_action()
    chief = Desk(Role.CHIEF_OFFICER)
    assert "The force owns this action, so the office may close it. Your role is chief officer." in (
        chief.open(page(ours, "close")).main
    )
    assert "may close it" in chief.post(page(ours, "close"), basis="told", reason="Done.").main
    assert fresh(ours).state == "open"
    assert "Closed." in step_of(theirs, "close", Role.CHIEF_OFFICER, basis="told", reason="The letter went.")
    assert fresh(theirs).state == "closed"


def test_the_office_does_not_close_its_own() -> None:
    action = office_action()
    shown = officer().open(page(action, "close")).main
    assert "The office owns this action, so the force may close it. Your role is policy officer." in shown
    assert "Close it" not in officer().open(page(action)).main.replace("closes it", "")


@pytest.mark.parametrize("owners", [["DCC", "PCC"], []])
def test_the_office_closes_what_both_own_or_nobody(owners: list[str]) -> None:
    make.post("Deputy Chief Constable", "DCC")
    make.post("Police and Crime Commissioner", "PCC", "office")
    action = make.action(make.item(make.meeting("2019-03-12"), "2", "Rotas"), "Agree the plan", owners)
    assert "Closed." in step_of(action, "close", basis="tested", reason="Ten files were looked at.")


def test_what_was_seen_has_to_be_said() -> None:
    action = force_action()
    ada = officer()
    ada.open(page(action, "close"))
    shown = ada.send("/close", 400, reason="", on="2019-05-01")
    assert "Choose what you saw: were you told, were you shown, or did you test it?" in shown.main
    assert "Say in a few words what you were told or shown" in shown.main
    assert shown.tree.xpath("//input[@name='on']/@value") == ["2019-05-01"]
    assert fresh(action).state == "open"


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        ("2019-05-03", "3 May 2019 is still ahead: choose a day up to today."),
        ("2019-03-11", "The action was given on 12 March 2019: choose that day or a later one."),
        ("31/2/2019", "Write the day as a day, month and year"),
    ],
)
def test_a_day_that_cannot_be(on: str, sentence: str) -> None:
    action = force_action()
    ada = officer()
    ada.open(page(action, "close"))
    form = ada.form("/close")
    answer = ada.client.post(form[0], {**form[1], "basis": "told", "reason": "Done.", "on": on}, follow=True)
    assert sentence in answer.content.decode()
    assert "Done." in answer.content.decode()
    assert fresh(action).state == "open"


def test_a_day_before_the_last_word_on_it() -> None:
    action = force_action()
    april = make.meeting("2019-04-09")
    make.update(make.item(april, "1", "Matters arising"), action, "Not yet.")
    ada = officer()
    ada.open(page(action, "close"))
    shown = ada.send("/close", basis="told", reason="Done.", on="2019-04-01").main
    assert "The action was spoken of on 9 April 2019: choose that day or a later one." in shown


def test_a_report_that_waits_is_accepted_by_closing() -> None:
    action = force_action()
    report = follow.report(action, "The rota is up.", done=True, released_on="2019-04-20")
    ada = officer("Ada Lorne")
    assert "The rota is up." in ada.open(page(action, "close")).main
    ada.send("/close", basis="shown", reason="Seen on the wall.")
    report.refresh_from_db()
    assert (report.answer, report.answer_text, report.answered_by) == (
        "accepted",
        "Seen on the wall.",
        ada.user,
    )
    assert ActionStep.objects.get().report == report
    assert fresh(action).done_on.isoformat() == "2019-04-20"
    assert Report.objects.filter(answer="").count() == 0


def test_it_is_closed_once() -> None:
    action = force_action()
    ada = officer()
    ada.open(page(action, "close"))
    form = ada.form("/close")
    typed = {"basis": "told", "reason": "Done."}
    ada.post(form[0], **{**form[1], **typed})
    assert "this was done once" in ada.post(form[0], **{**form[1], **typed}).main
    assert ActionStep.objects.count() == 1
    assert Event.objects.filter(operation="actions.close").count() == 1
    assert "This action is closed already." in ada.open(page(action, "close")).main


def test_nobody_else_closes() -> None:
    strangers(force_action(), "close", OUTSIDE)


def test_an_action_of_another_office_is_not_there() -> None:
    with make.in_office(make.office("Otterdale")):
        action = force_action()
    officer().open(page(action, "close"), 404)
