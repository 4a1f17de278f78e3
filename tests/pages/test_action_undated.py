"""The date that the office announced for actions that are given without one."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Action
from answerable.actions.operations import relink
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.pages.desk import Desk, officer
from tests.pages.stepping import OUTSIDE, force_action, fresh, page, step_of

pytestmark = pytest.mark.django_db
ADDRESS = "/actions/undated"


@pytest.fixture
def action() -> Action:
    return force_action(due=None)


def announce(**typed: str) -> str:
    ada = officer()
    ada.open(ADDRESS)
    return ada.send("/undated", **typed).main


def test_it_is_due_so_many_days_after_it_was_given(action: Action) -> None:
    assert "no date is announced for them. 1 open action has no date" in officer().open(ADDRESS).main
    said = announce(days="60", since="2019-03-01")
    assert "Now: due 60 days after they are given, from 1 March 2019 on. 0 open actions have no date" in said
    after = fresh(action)
    assert (str(after.due), str(after.first_due)) == ("2019-05-11", "2019-05-11")
    assert (
        "11 May 2019, as the office announced for actions without a date."
        in officer().open(page(action)).main
    )


def test_it_does_not_reach_back(action: Action) -> None:
    announce(days="60", since="2019-04-01")
    assert fresh(action).due is None


def test_it_can_be_moved_from_there_and_worked_out_again(action: Action) -> None:
    announce(days="60", since="2019-03-01")
    step_of(action, "move", due__0="2019-06-30", cause="slipped", reason="More time.")
    relink(office=action.office, by=make.user(), at=dt.datetime(2019, 6, 1, tzinfo=dt.UTC))
    after = fresh(action)
    assert (str(after.due), str(after.first_due), after.slipped) == ("2019-06-30", "2019-05-11", 1)


def test_what_hangs_on_an_event_waits_for_it() -> None:
    item = make.item(make.meeting("2019-04-09"), "1", "Rotas")
    waits = make.action(item, "Share it", ["DCC"], due_text="once agreed")
    announce(days="60", since="2019-03-01")
    assert fresh(waits).due is None


def test_it_is_taken_back(action: Action) -> None:
    announce(days="60", since="2019-03-01")
    assert "no date is announced for them." in announce(days="")
    assert fresh(action).due is None


@pytest.mark.parametrize("days", ["0", "many", "-3", "9999999999"])
def test_days_that_are_none(days: str, action: Action) -> None:
    ada = officer()
    ada.open(ADDRESS)
    shown = ada.send("/undated", 400, days=days)
    assert "Write the days as a number from 1 to 730" in shown.main
    assert shown.tree.xpath("//input[@name='days']/@value") == [days]


def test_two_people_set_it(action: Action) -> None:
    ada, ben = officer("Ada Lorne"), officer("Ben Sarsen")
    ada.open(ADDRESS)
    ben.open(ADDRESS)
    ada.send("/undated", days="60", since="2019-03-01")
    assert "due 60 days after they are given" in ben.send("/undated", 409, days="30", since="2019-03-01").main


def test_nobody_else(action: Action) -> None:
    for role in [*OUTSIDE, Role.CHIEF_OFFICER]:
        Desk(role).open(ADDRESS, 403)
