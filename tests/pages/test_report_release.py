"""A report is released: the other side reads it, and the action is reported."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Action, Report
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from tests.pages.desk import Desk, officer
from tests.reporting import DONE, an_action, chief, drafted, page, released, staff_officer


@pytest.fixture
def action(db: None) -> Action:
    return an_action()


def test_the_chief_officer_releases_what_the_staff_officer_drafted(action: Action) -> None:
    drafted(action)
    ines = chief()
    shown = ines.open(page(action))
    assert "Release to the office" in shown.main
    address, held = ines.form("/save")
    assert held["text"].strip() == DONE
    shown = ines.send((address.replace("/save", "/release"), held))
    assert "Released: the other side can read it now." in shown.main
    made = Report.objects.get()
    assert (made.state, made.released_by, made.released_on) == ("released", ines.user, dt.date(2019, 5, 2))
    assert "Released by Ines Hart." in shown.main
    action.refresh_from_db()
    assert action.state == "reported"
    assert Event.objects.filter(operation="actions.release_report").count() == 1


def test_the_office_reads_it_with_the_action(action: Action) -> None:
    released(action)
    assert DONE in officer().open(page(action)).main
    assert DONE in Desk(Role.COMMISSIONER).open(page(action)).main


def test_what_is_not_done_leaves_it_open(action: Action) -> None:
    released(action, done="no")
    action.refresh_from_db()
    assert action.state == "open"
    shown = officer().open(page(action)).main
    assert "Not done yet, 2 May 2019." in shown


def test_a_staff_officer_may_not_release(action: Action) -> None:
    cal = drafted(action)
    address, held = cal.form("/save")
    cal.send((address.replace("/save", "/release"), held), 403)
    assert Report.objects.get().state == "draft"


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.COMMISSIONER])
def test_both_of_the_office_release_for_the_office(role: Role, db: None) -> None:
    ours = an_action("PCC to meet the council", "PCC")
    desk = Desk(role)
    desk.open(page(ours))
    address, held = desk.form("/save")
    desk.send((address.replace("/save", "/release"), held), text="We met.", done="yes")
    assert Report.objects.get().state == "released"
    assert "We met." in staff_officer().open(page(ours)).main


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.PANEL_READER, Role.AUDITOR])
def test_nobody_releases_for_the_force(role: Role, action: Action) -> None:
    drafted(action)
    status = 400 if role is Role.POLICY_OFFICER else 403
    Desk(role).post(f"{page(action)}/release", status, text=DONE, done="yes")
    assert Report.objects.get().state == "draft"


def test_it_is_released_once(action: Action) -> None:
    ines = chief()
    ines.open(page(action))
    address, held = ines.form("/save")
    form = (address.replace("/save", "/release"), {**held, "text": DONE, "done": "yes"})
    ines.send(form)
    assert "this was done once" in ines.send(form).main
    assert "waits for an answer" in ines.post(f"{page(action)}/release", 400, text="Again.").main
    assert Report.objects.count() == 1


def test_of_several_owners_each_has_to_report(db: None) -> None:
    joint = an_action("DCC, ACC to count", "DCC ACC")
    released(joint)
    joint.refresh_from_db()
    assert joint.state == "open"
    ines = chief()
    ines.open(f"{page(joint)}?owner=ACC")
    address, held = ines.form("/save")
    ines.send((address.replace("/save", "/release"), held), text="And ours.", done="yes")
    joint.refresh_from_db()
    assert joint.state == "reported"


def test_after_it_was_refused_another_is_written(action: Action) -> None:
    released(action)
    Report.objects.update(answer="refused", answer_text="Nobody has seen the sheet.")
    Action.objects.update(state="open")
    shown = staff_officer().open(page(action))
    assert "Not accepted: Nobody has seen the sheet." in shown.main
    drafted(action, "Here is the sheet.")
    assert list(Report.objects.values_list("state", flat=True)) == ["released", "draft"]
