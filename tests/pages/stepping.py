"""An action of the force and one of the office, for tests of the steps that people take with them."""

from __future__ import annotations

from answerable.actions.models import Action
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.offices.models import Office
from tests import factories as make
from tests.pages.desk import Desk

OFFICER = Role.POLICY_OFFICER
OUTSIDE = [Role.CONTRIBUTOR, Role.PANEL_READER, Role.AUDITOR, Role.ADMINISTRATOR]
"""Roles that take no step but reporting."""


def the_meeting() -> Meeting:
    """That of 12 March 2019."""
    return Meeting.objects.filter(office=make.office(), date="2019-03-12").first() or make.meeting(
        "2019-03-12"
    )


def force_action(text: str = "Share the rota", due: str | None = "2019-04-01") -> Action:
    """Of the Deputy Chief Constable, given on 12 March 2019; the pages are looked at on 2 May 2019."""
    make.post("Deputy Chief Constable", "DCC")
    made = make.action(make.item(the_meeting(), "2", "Rotas"), text, ["DCC"], due)
    Office.objects.filter(pk=made.office_id).update(actions_numbered=Action.objects.count())
    return made


def office_action(text: str = "Write to the minister") -> Action:
    make.post("Police and Crime Commissioner", "PCC", "office")
    return make.action(make.item(the_meeting(), "3", "Letters"), text, ["PCC"], "2019-04-01")


def page(action: Action, step: str = "") -> str:
    return f"/actions/{action.pk}/{step}"


def step_of(action: Action, step: str, role: Role = OFFICER, name: str = "", **typed: str) -> str:
    """Open the page of a step, type and send; what the page after it says."""
    desk = Desk(role, name)
    desk.open(page(action, step))
    return desk.send("/" + step, **typed).main


def refused(action: Action, step: str, role: Role = OFFICER, **typed: str) -> str:
    """The same where it cannot be done: what the form says, with what was typed still in it."""
    desk = Desk(role)
    desk.open(page(action, step))
    form = desk.form("/" + step)
    shown = desk.post(form[0], 400 if not typed.pop("_ok", "") else 200, **{**form[1], **typed})
    return shown.main


def strangers(action: Action, step: str, roles: list[Role]) -> None:
    """Nobody of these roles gets at the step, and nothing changes."""
    for role in roles:
        desk = Desk(role)
        desk.open(page(action, step), 403)
        desk.post(page(action, step), 403, reason="No.")
    before = action.state
    action.refresh_from_db()
    assert action.state == before
    assert not action.steps.exists()


def fresh(action: Action) -> Action:
    return Action.objects.get(pk=action.pk)
