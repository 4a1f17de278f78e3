"""Another forum follows an action, and it comes back, and nothing is lost by it."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Action
from answerable.actions.operations import relink
from answerable.agendas.queries import arising
from answerable.core.permissions.roles import Role
from tests import cycle
from tests import factories as make
from tests.pages.desk import officer
from tests.pages.stepping import OUTSIDE, force_action, fresh, page, refused, step_of, strangers

pytestmark = pytest.mark.django_db


def refer(action: Action) -> str:
    board = make.forum("Service Improvement Board")
    return step_of(action, "refer", forum=str(board.pk), reason="It needs their analysts.")


def test_the_other_forum_follows_it_and_finds_it_on_its_agenda() -> None:
    action = force_action()
    here, there = (
        cycle.planned("2019-06-11"),
        cycle.planned("2019-06-18", make.forum("Service Improvement Board")),
    )
    assert list(arising(here)) == [action]
    shown = refer(action)
    assert "Referred to Service Improvement Board, 2 May 2019" in shown
    assert "Followed byService Improvement Board" in shown.replace("Followed by ", "Followed by")
    assert list(arising(there)) == [fresh(action)]
    assert list(arising(here)) == []


def test_it_comes_back_as_it_was() -> None:
    action = force_action()
    before = {
        name: getattr(fresh(action), name) for name in ("state", "due", "first_due", "forum_id", "slipped")
    }
    refer(action)
    shown = step_of(action, "return", reason="They are done.")
    assert "Came back to Assurance Meeting, 2 May 2019" in shown
    assert {name: getattr(fresh(action), name) for name in before} == before
    assert list(arising(cycle.planned("2019-06-11"))) == [fresh(action)]


def test_what_either_forum_says_later_is_found_again() -> None:
    action = force_action("Share the rota of the contact centre with the unions")
    refer(action)
    board = make.forum("Service Improvement Board")
    for day, of in (("2019-06-11", None), ("2019-06-18", board)):
        item = make.item(make.meeting(day, of), "1", "Matters arising")
        make.update(item, action, "It goes on.")
    relink(office=action.office, by=make.user(), at=dt.datetime(2019, 7, 1, tzinfo=dt.UTC))
    assert action.updates.filter(link="linked").count() == 2
    assert fresh(action).forum == board
    assert str(fresh(action).last_mentioned) == "2019-06-18"


def test_which_and_why_have_to_be_said() -> None:
    action = force_action()
    make.forum("Service Improvement Board")
    said = refused(action, "refer", forum="", reason="")
    assert "Choose the forum that is to follow it" in said
    assert "Say in a few words why the other forum should follow it" in said
    assert (
        "This action is followed by the forum that gave it already."
        in officer().open(page(action, "return")).main
    )


def test_another_offices_forum_is_none() -> None:
    action = force_action()
    with make.in_office(make.office("Otterdale")):
        theirs = make.forum("Board of Otterdale")
    assert "Choose the forum that is to follow it" in refused(
        action, "refer", forum=str(theirs.pk), reason="So."
    )


@pytest.mark.parametrize("step", ["refer", "return"])
def test_nobody_else(step: str) -> None:
    strangers(force_action(), step, [*OUTSIDE, Role.CHIEF_OFFICER])
