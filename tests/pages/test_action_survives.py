"""An action that people took steps with stays, whatever the minutes are read as afterwards."""

from __future__ import annotations

import datetime as dt

from answerable.actions.models import Action
from answerable.actions.operations import relink
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from tests import factories as make
from tests.pages.desk import officer
from tests.pages.stepping import fresh, page, step_of


def correct(line: object, **typed: str) -> None:
    ada = officer("Somebody at the source")
    ada.open(f"/source/entry/{line.pk}/")  # type: ignore[attr-defined]
    ada.send("/correct", **typed)


def test_its_line_is_read_as_a_note(march: Meeting) -> None:
    action = march.actions.get()
    step_of(action, "move", due__0="2019-06-30", cause="slipped", reason="More time.")
    before = {
        name: getattr(fresh(action), name) for name in ("number", "state", "due", "first_due", "slipped")
    }
    owners = [one.printed for one in action.owners.all()]
    correct(march.entries.get(kind="action"), kind="note")
    assert {name: getattr(fresh(action), name) for name in before} == before
    assert [one.printed for one in fresh(action).owners.all()] == owners
    assert "More time." in officer().open(page(action)).main


def test_its_words_are_put_right(march: Meeting) -> None:
    action = march.actions.get()
    step_of(action, "close", Role.POLICY_OFFICER, basis="told", reason="Done.")
    correct(march.entries.get(kind="action"), text="ACC to show the callers lost each night")
    after = march.actions.get()
    assert (after.pk, after.state, after.steps.count()) == (action.pk, "closed", 1)


def test_everything_worked_out_again_gives_the_same(march: Meeting) -> None:
    action = march.actions.get()
    board = make.forum("Service Improvement Board")
    step_of(action, "move", due__0="2019-06-30", cause="cancelled", reason="The meeting was cancelled.")
    step_of(action, "refer", forum=str(board.pk), reason="Theirs.")
    before = Action.objects.filter(pk=action.pk).values().get()
    relink(office=march.office, by=make.user(), at=dt.datetime(2019, 5, 3, tzinfo=dt.UTC))
    assert Action.objects.filter(pk=action.pk).values().get() == before
