"""An action of the force, and those who report on it, for the tests of reports."""

from __future__ import annotations

from answerable.actions.models import Action
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from tests import factories as make
from tests.pages.desk import Desk

DONE = "The sheet counts every caller since 1 April."


def an_action(text: str = "DCC to count the callers", owners: str = "DCC", due: str = "2019-06-01") -> Action:
    """Given on 12 March 2019 to posts of the force; "PCC" among the owners is the office's."""
    for title, short, side in [
        ("Deputy Chief Constable", "DCC", "force"),
        ("Assistant Chief Constable", "ACC", "force"),
        ("Police and Crime Commissioner", "PCC", "office"),
    ]:
        make.post(title, short, side)
    held = Meeting.objects.filter(office=make.office(), date="2019-03-12").first()
    return make.action(held or make.meeting("2019-03-12"), text, owners.split(), due)


def page(action: Action) -> str:
    return f"/owed/{action.pk}/report"


def staff_officer(name: str = "Cal Fenn") -> Desk:
    return Desk(Role.CONTRIBUTOR, name)


def chief(name: str = "Ines Hart") -> Desk:
    return Desk(Role.CHIEF_OFFICER, name)


def drafted(action: Action, text: str = DONE, by: Desk | None = None, done: str = "yes") -> Desk:
    """Somebody of the force who has drafted a report on it."""
    desk = by or staff_officer()
    desk.open(page(action))
    desk.send("/save", text=text, done=done)
    return desk


def released(action: Action, text: str = DONE, done: str = "yes") -> Desk:
    """The chief officer who has released a report on it."""
    desk = chief()
    desk.open(page(action))
    address, held = desk.form("/save")
    desk.send((address.replace("/save", "/release"), held), text=text, done=done)
    return desk
