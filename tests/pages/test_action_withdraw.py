"""An action is withdrawn with a reason, and opened again with one."""

from __future__ import annotations

import pytest

from answerable.actions.models import ActionStep
from answerable.core.permissions.roles import Role
from tests.pages.desk import officer
from tests.pages.stepping import OUTSIDE, force_action, fresh, page, refused, step_of, strangers

pytestmark = pytest.mark.django_db


def test_it_is_withdrawn_with_its_reason() -> None:
    action = force_action()
    shown = step_of(action, "withdraw", name="Ada Lorne", reason="The contract was cancelled.")
    assert "Withdrawn, 2 May 2019 “The contract was cancelled.” Ada Lorne" in shown
    after = fresh(action)
    assert (after.state, str(after.ended), after.kept) == ("withdrawn", "2019-05-02", "")


def test_and_opened_again_with_its_first_date() -> None:
    action = force_action()
    step_of(action, "withdraw", reason="The contract was cancelled.")
    shown = step_of(action, "reopen", reason="It was signed after all.")
    assert "Opened again, 2 May 2019 “It was signed after all.”" in shown
    after = fresh(action)
    assert (after.state, after.ended, str(after.first_due)) == ("open", None, "2019-04-01")


def test_the_reason_has_to_be_said() -> None:
    action = force_action()
    assert "Say in a few words why it is withdrawn" in refused(action, "withdraw", reason="")
    step_of(action, "withdraw", reason="So.")
    assert "Say in a few words why it is opened again" in refused(action, "reopen", reason="")


def test_what_is_open_is_not_opened_again() -> None:
    said = officer().open(page(force_action(), "reopen")).main
    assert "This action is open: only one that is closed or withdrawn can be opened again." in said


def test_it_is_done_once() -> None:
    action = force_action()
    ada = officer()
    ada.open(page(action, "withdraw"))
    form = ada.form("/withdraw")
    ada.post(form[0], **{**form[1], "reason": "So."})
    assert "this was done once" in ada.post(form[0], **{**form[1], "reason": "So."}).main
    assert ActionStep.objects.count() == 1


@pytest.mark.parametrize("step", ["withdraw", "reopen"])
def test_nobody_else(step: str) -> None:
    strangers(force_action(), step, [*OUTSIDE, Role.CHIEF_OFFICER])
