"""Two people close and reopen one action at once: the second is told what the first did."""

from __future__ import annotations

import pytest

from answerable.actions.models import Action, ActionStep
from tests.pages.desk import Desk, officer
from tests.pages.stepping import force_action, fresh, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def action() -> Action:
    return force_action()


@pytest.fixture
def two() -> tuple[Desk, Desk]:
    return officer("Ada Lorne"), officer("Ben Sarsen")


def test_the_second_to_close_is_told_that_it_is_closed(action: Action, two: tuple[Desk, Desk]) -> None:
    ada, ben = two
    ada.open(page(action, "close"))
    ben.open(page(action, "close"))
    ada.send("/close", basis="shown", reason="The rota, for May.")
    shown = ben.send("/close", 409, basis="told", reason="Half an hour of careful typing").main
    assert "Ada Lorne changed action A-0001" in shown
    assert "Closed: The rota, for May." in shown
    assert ActionStep.objects.get().by == ada.user


def test_one_moves_its_date_while_the_other_closes(action: Action, two: tuple[Desk, Desk]) -> None:
    ada, ben = two
    ben.open(page(action, "close"))
    ada.open(page(action, "move"))
    ada.send("/move", due__0="2019-06-30", cause="slipped", reason="More time.")
    clash = ben.send("/close", 409, basis="told", reason="Done.")
    assert "Due date moved: More time." in clash.main
    assert fresh(action).state == "open"


def test_the_one_closes_and_the_other_reopens_an_older_closing(
    action: Action, two: tuple[Desk, Desk]
) -> None:
    ada, ben = two
    ada.open(page(action, "close"))
    ada.send("/close", basis="told", reason="Done.")
    ada.open(page(action, "reopen"))
    ben.open(page(action, "reopen"))
    ada.send("/reopen", reason="It is not.")
    ada.open(page(action, "close"))
    ada.send("/close", basis="shown", reason="Now it is.")
    shown = ben.send("/reopen", 409, reason="Not at all.").main
    assert "Closed: Now it is." in shown
    assert fresh(action).state == "closed"
    assert ActionStep.objects.count() == 3
