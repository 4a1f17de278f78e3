"""An action is carried forward to the next meeting."""

from __future__ import annotations

import pytest

from answerable.actions.models import ActionStep
from answerable.core.permissions.roles import Role
from tests import cycle
from tests.pages.desk import officer
from tests.pages.stepping import OUTSIDE, force_action, fresh, page, refused, step_of, strangers

pytestmark = pytest.mark.django_db


def test_it_comes_back_to_the_next_meeting() -> None:
    action, meeting = force_action(), cycle.planned("2019-06-11")
    assert "It comes back to the meeting of 11 June 2019." in officer().open(page(action, "carry")).main
    shown = step_of(action, "carry", name="Ada Lorne", reason="The meeting was short.")
    assert "Carried, 2 May 2019" in shown
    assert "“The meeting was short.” Ada Lorne" in shown
    assert ActionStep.objects.get().meeting == meeting
    after = fresh(action)
    assert (after.state, str(after.due), str(after.last_mentioned)) == ("open", "2019-04-01", "2019-05-02")


def test_why_has_to_be_said() -> None:
    assert "Say in a few words why it is carried forward" in refused(force_action(), "carry", reason="")


def test_nobody_else() -> None:
    strangers(force_action(), "carry", [*OUTSIDE, Role.CHIEF_OFFICER])
