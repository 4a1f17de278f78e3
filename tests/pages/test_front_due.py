"""What is due soon, on the front page, for those who owe it."""

from __future__ import annotations

import pytest

from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from tests import cycle
from tests.pages.desk import Desk

IN_A_WEEK = "2019-05-09"


@pytest.fixture
def meeting(db: None) -> Meeting:
    made = cycle.planned()
    cycle.deadline(made, "papers", IN_A_WEEK)
    cycle.deadline(made, "agenda", "2019-05-01")
    return made


def test_the_office_reads_all_that_is_due(meeting: Meeting) -> None:
    told = Desk(Role.POLICY_OFFICER).open("/").main
    assert "Agenda out: 1 day late; papers in: in 7 days Assurance Meeting, 11 June 2019" in told


def test_the_force_reads_what_it_was_asked_for(meeting: Meeting) -> None:
    cal = Desk(Role.CONTRIBUTOR)
    assert "Papers in" not in cal.open("/").main
    cycle.terms(meeting, "How long do callers wait?")
    told = cal.open("/").main
    assert "Papers in: in 7 days Assurance Meeting, 11 June 2019" in told
    assert "Agenda out" not in told


@pytest.mark.parametrize("role", [Role.PANEL_READER, Role.AUDITOR])
def test_who_owes_nothing_is_told_nothing(role: Role, meeting: Meeting) -> None:
    cycle.terms(meeting, "How long do callers wait?")
    assert "Papers in" not in Desk(role).open("/").main


def test_who_does_not_review_is_not_led_there(meeting: Meeting) -> None:
    assert "person’s eye" in Desk(Role.POLICY_OFFICER).open("/").main
    assert "person’s eye" not in Desk(Role.CONTRIBUTOR).open("/").main
