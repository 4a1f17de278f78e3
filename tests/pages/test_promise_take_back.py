"""What was decided about a promise is taken back."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Action, Commitment
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk, officer
from tests.pages.promised import now, promised


@pytest.fixture
def promise(db: None) -> Commitment:
    make.post("Assistant Chief Constable", "ACC")
    return promised()


def page(promise: Commitment) -> str:
    return f"/promises/{promise.pk}/"


DECISIONS = {
    "/watch": {"until": "2019-09-30"},
    "/dismiss": {"why": "So."},
    "/judge": {"outcome": "kept", "what": "Seen."},
}


@pytest.mark.parametrize("form", list(DECISIONS))
def test_it_stands_as_it_was_found(promise: Commitment, form: str) -> None:
    desk = officer()
    desk.open(page(promise))
    desk.send(form, **DECISIONS[form])
    assert "Taken back: nobody has decided about it now." in desk.send("/take-back").main
    held = now(promise)
    assert (held.standing, held.why, held.watched_until, held.decided_at) == ("found", "", None, None)
    assert held.lapses_from == dt.date(2019, 7, 1)
    assert Event.objects.filter(operation="actions.take_back_promise").count() == 1


def promote(desk: Desk, promise: Commitment) -> Action:
    desk.open(f"{page(promise)}promote")
    desk.post(f"{page(promise)}promote", **desk.form("")[1] | {"owner": str(make.Post.objects.get().pk)})
    return Action.objects.get(promises=promise)


def test_the_action_that_was_made_of_it_goes(promise: Commitment) -> None:
    desk = officer()
    promote(desk, promise)
    desk.open(page(promise))
    desk.send("/take-back")
    assert not Action.objects.exists()
    assert now(promise).standing == "found"


def test_but_not_one_that_has_a_life(promise: Commitment) -> None:
    desk = officer()
    action = promote(desk, promise)
    follow.report(action)
    desk.open(page(promise))
    assert f"Something has come of {action.number} since" in desk.send("/take-back").main
    assert now(promise).standing == "promoted"
    assert Action.objects.count() == 1


def test_there_is_nothing_to_take_back(promise: Commitment) -> None:
    shown = officer().post(f"{page(promise)}take-back")
    assert "There is no decision about this promise to take back." in shown.main


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR])
def test_the_wrong_role(role: Role, promise: Commitment) -> None:
    Commitment.objects.update(standing="kept", decided_at=make.NOW, decided_by=make.user())
    Desk(role).post(f"{page(promise)}take-back", 403)
    assert now(promise).standing == "kept"


def test_the_wrong_method(promise: Commitment) -> None:
    officer().open(f"{page(promise)}take-back", 405)
