"""A date moves by a decision with a reason; the first stays beside it."""

from __future__ import annotations

import pytest

from answerable.actions.models import ActionStep
from answerable.core.permissions.roles import Role
from tests.pages.desk import officer
from tests.pages.stepping import OUTSIDE, force_action, fresh, page, refused, step_of, strangers

pytestmark = pytest.mark.django_db
TYPED = {"due-0": "2019-06-30", "cause": "slipped", "reason": "The rota needs the unions."}


def typed(**changed: str) -> dict[str, str]:
    return {name.replace("-", "__"): value for name, value in {**TYPED, **changed}.items()}


def test_the_new_date_stands_beside_the_first() -> None:
    action = force_action()
    shown = step_of(action, "move", name="Ada Lorne", **typed())
    assert "Now 30 June 2019 (moved once)." in shown
    assert "Slipped once, by 90 days in all." in shown
    assert "Moved to 30 June 2019" in shown
    assert "“The rota needs the unions.” It takes longer than was promised. Ada Lorne" in shown
    after = fresh(action)
    assert (str(after.first_due), str(after.due), after.slipped) == ("2019-04-01", "2019-06-30", 1)


def test_what_a_cancelled_meeting_moves_is_counted_apart() -> None:
    action = force_action()
    step_of(action, "move", **typed(cause="cancelled"))
    shown = step_of(action, "move", **typed(**{"due-0": "2019-07-31"}))
    assert (
        "Slipped once, by 31 days in all. A cancelled or moved meeting put it off once, by 90 days." in shown
    )
    assert fresh(action).slipped == 1


@pytest.mark.parametrize(
    ("due", "sentence"),
    [
        (
            "2019-03-01",
            "1 March 2019 is before the meeting that gave it (12 March 2019): choose a later day.",
        ),
        ("2019-05-01", "1 May 2019 has passed: choose today or a later day."),
        ("2091-06-30", "30 June 2091 is more than ten years ahead: is the year right?"),
        ("2019-04-01", "1 April 2019 has passed"),
    ],
)
def test_a_day_that_cannot_be(due: str, sentence: str) -> None:
    action = force_action()
    ada = officer()
    ada.open(page(action, "move"))
    shown = ada.send("/move", **typed(**{"due-0": due}))
    assert sentence in shown.main
    assert shown.tree.xpath("//input[@name='due-0']/@value") == [due]
    assert not ActionStep.objects.exists()


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ({"due-0": "", "event": ""}, "Say by when it is due now, or what it waits for"),
        ({"due-0": "soon"}, "Write the new date as a day, month and year"),
        ({"cause": ""}, "Choose why its date moves"),
        ({"reason": ""}, "Say in a few words why its date moves"),
    ],
)
def test_what_has_to_be_said(missing: dict[str, str], sentence: str) -> None:
    action = force_action()
    assert sentence in refused(action, "move", **{**TYPED, **missing})
    assert not ActionStep.objects.exists()


def test_it_can_hang_on_an_event_instead() -> None:
    action = force_action()
    shown = step_of(action, "move", **typed(**{"due-0": "", "event": "the unions have agreed"}))
    assert "Waits for “the unions have agreed”." in shown
    after = fresh(action)
    assert (after.due, after.waits_for, str(after.first_due)) == (
        None,
        "the unions have agreed",
        "2019-04-01",
    )


def test_nobody_else_moves_it() -> None:
    strangers(force_action(), "move", [*OUTSIDE, Role.CHIEF_OFFICER])
