"""What an action waits for is recorded, and gives its date: that is no slip."""

from __future__ import annotations

import pytest

from answerable.actions.models import Action
from answerable.actions.operations.living import renew_lives
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.pages.desk import officer
from tests.pages.stepping import OUTSIDE, force_action, fresh, page, refused, step_of, strangers, the_meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def action() -> Action:
    make.post("Deputy Chief Constable", "DCC")
    item = make.item(the_meeting(), "2", "Rotas")
    made = make.action(item, "Share the rota", ["DCC"], due_text="once the Board has agreed")
    renew_lives(made.office_id, Action.objects.all())
    return made


def test_it_says_what_it_waits_for(action: Action) -> None:
    shown = officer().open(page(action)).main
    assert "no date yet: it waits for this (“once the Board has agreed”)" in shown
    assert fresh(action).waits_for == "once the Board has agreed"


def test_the_event_gives_the_date(action: Action) -> None:
    shown = step_of(action, "happened", on="2019-04-30", due="2019-05-31", reason="Agreed as drafted.")
    assert "What it waited for happened: due 31 May 2019" in shown
    after = fresh(action)
    assert (str(after.due), str(after.first_due), after.waits_for, after.slipped) == (
        "2019-05-31", "2019-05-31", "", 0,
    )  # fmt: skip


def test_the_day_has_to_be_said(action: Action) -> None:
    assert "Say the day that it is due by now" in refused(action, "happened", due="")
    assert fresh(action).waits_for


def test_it_cannot_happen_ahead(action: Action) -> None:
    said = step_of(action, "happened", on="2019-05-20", due="2019-05-31")
    assert "20 May 2019 is still ahead: choose a day up to today." in said


def test_one_that_waits_for_nothing() -> None:
    assert (
        "No date of this action hangs on an event." in officer().open(page(force_action(), "happened")).main
    )


def test_nobody_else(action: Action) -> None:
    strangers(action, "happened", [*OUTSIDE, Role.CHIEF_OFFICER])
