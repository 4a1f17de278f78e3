"""Of several dates one is met and the others stand: a plan in three months, its impact in six."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Action, ActionDue, ActionStep
from answerable.actions.operations.living import renew_lives
from answerable.core.permissions.roles import Role
from tests.pages.desk import officer
from tests.pages.stepping import OUTSIDE, force_action, fresh, page, refused, step_of, strangers

pytestmark = pytest.mark.django_db


@pytest.fixture
def action() -> Action:
    made = force_action(due="2019-06-12")
    ActionDue.objects.create(
        action=made, position=1, text="impact in six months", date=dt.date(2019, 9, 12), precision="day"
    )
    renew_lives(made.office_id, Action.objects.all())
    return made


def test_the_earliest_stands_until_it_is_met(action: Action) -> None:
    assert str(fresh(action).due) == "2019-06-12"
    shown = step_of(action, "met", due="2019-06-12", on="2019-05-02", reason="The plan came.")
    assert "What was due 12 June 2019 is done" in shown
    assert "Still to meet: 12 September 2019." in shown
    after = fresh(action)
    assert (after.state, str(after.due), str(after.first_due)) == ("open", "2019-09-12", "2019-06-12")
    assert ActionStep.objects.get().due_text == "by 2019-06-12"


def test_which_has_to_be_said(action: Action) -> None:
    assert "Say which of its dates was met" in refused(action, "met", due="")
    assert "1 June 2019 is none of the dates of this action that stand." in step_of(
        action, "met", due="2019-06-01"
    )


def test_the_last_one_is_closed_instead(action: Action) -> None:
    step_of(action, "met", due="2019-06-12")
    said = officer().open(page(action, "met")).main
    assert "This action has no more than one date: close it instead." in said


def test_nobody_else(action: Action) -> None:
    strangers(action, "met", [*OUTSIDE, Role.CHIEF_OFFICER])
