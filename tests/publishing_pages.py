"""What tests of the pages of publication begin from."""

from __future__ import annotations

from answerable.core.permissions.roles import Role
from answerable.meetings.models import Entry, Meeting
from tests import factories as make
from tests.pages.desk import Desk

SAID = "The DCC said that Mrs Quillfeather of Ash Lane waited."


def board(date: str = "2018-03-27", said: str = SAID) -> Meeting:
    """A meeting with one item and one line."""
    meeting = make.meeting(date)
    make.entry(make.item(meeting, "1", "Calls"), "note", said)
    return meeting


def line_of(meeting: Meeting) -> Entry:
    return meeting.entries.get()


def officer() -> Desk:
    return Desk(Role.POLICY_OFFICER, "Petra Forward")


def commissioner() -> Desk:
    return Desk(Role.COMMISSIONER, "Dara Decides")


def auditor() -> Desk:
    return Desk(Role.AUDITOR, "Ann Looker")
