"""One action becomes several, each with its own number and date."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Action
from answerable.actions.operations import relink
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.pages.desk import officer
from tests.pages.stepping import OUTSIDE, force_action, fresh, page, refused, step_of, strangers

pytestmark = pytest.mark.django_db
PARTS = "Publish the rota by the end of June 2019\r\nTell the unions\r\n"


def test_each_line_becomes_an_action() -> None:
    action = force_action(due="2019-09-12")
    shown = step_of(action, "split", parts=PARTS, reason="Two things were asked.")
    assert "Split, 2 May 2019 A-0002. “Two things were asked.”" in shown
    new = list(Action.objects.exclude(pk=action.pk).order_by("number"))
    assert [(one.number, one.text, str(one.due), one.owners_printed) for one in new] == [
        ("A-0002", "Publish the rota by the end of June 2019", "2019-06-30", "DCC"),
        ("A-0003", "Tell the unions", "2019-09-12", "DCC"),
    ]
    assert all(one.given == action.given and one.source == action.source for one in new)
    assert "Split, 2 May 2019 A-0001." in officer().open(page(new[0])).main
    assert fresh(action).state == "open"
    assert "Tell the unions" in officer().open("/search/?text=unions&q=unions").main


def test_working_everything_out_again_changes_nothing() -> None:
    action = force_action()
    step_of(action, "split", parts=PARTS, reason="Two things were asked.")
    before = list(Action.objects.order_by("pk").values())
    relink(office=action.office, by=make.user(), at=dt.datetime(2019, 5, 3, tzinfo=dt.UTC))
    assert list(Action.objects.order_by("pk").values()) == before


def test_something_has_to_be_split_off() -> None:
    action = force_action()
    assert "Write what is split off, one new action to a line" in refused(
        action, "split", parts=" ", reason="So."
    )
    assert Action.objects.count() == 1


def test_a_date_that_has_passed_holds_all_of_it() -> None:
    action = force_action()
    said = step_of(action, "split", parts=PARTS + "Write by 1 April 2019", reason="So.")
    assert "1 April 2019 has passed: choose today or a later day." in said
    assert "Write by 1 April 2019" in said
    assert Action.objects.count() == 1


def test_nobody_else() -> None:
    strangers(force_action(), "split", [*OUTSIDE, Role.CHIEF_OFFICER])
