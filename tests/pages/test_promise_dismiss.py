"""Promises that need not be followed are dismissed, one or many, with a reason."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from answerable.actions.models import Commitment
from answerable.actions.promises import promise_version
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.pages.conftest import Page
from tests.pages.desk import Desk, officer
from tests.pages.promised import now, promised


@pytest.fixture
def promise(db: None) -> Commitment:
    return promised()


@pytest.fixture
def others(promise: Commitment) -> list[Commitment]:
    return [promised(f"The sheet of ward {n} would be shown.", "DCC", None) for n in (1, 2)]


def tick(desk: Desk, *promises: Commitment, status: int = 200, query: str = "", **typed: Any) -> Page:
    ticked = [f"{one.pk}-{promise_version(one)}" for one in promises]
    key = str(uuid.uuid4())
    return desk.post(f"/promises/dismiss{query}", status, form_key=key, promise=ticked, **typed)


def test_one_is_dismissed(promise: Commitment) -> None:
    desk = officer()
    desk.open(f"/promises/{promise.pk}/")
    shown = desk.send("/dismiss", why="It was said of another force.")
    assert "Dismissed." in shown.main
    assert "It was said of another force." in shown.main
    assert (now(promise).standing, now(promise).why) == ("dismissed", "It was said of another force.")


def test_many_at_once_with_one_event(promise: Commitment, others: list[Commitment]) -> None:
    shown = tick(officer(), promise, *others, why="Said in passing.")
    assert "Dismissed 3 promises." in shown.main
    assert {one.standing for one in Commitment.objects.all()} == {"dismissed"}
    assert Event.objects.get(operation="actions.dismiss_promises").details == {"count": 3}


def test_the_register_stays_filtered(promise: Commitment, others: list[Commitment]) -> None:
    shown = tick(officer(), others[0], why="Said in passing.", query="?by=DCC")
    assert shown.response.request["QUERY_STRING"] == "by=DCC"
    assert len(shown.rows()) == 2


@pytest.mark.parametrize(
    ("ticked", "why", "said"),
    [
        (False, "Said in passing.", "Tick at least one promise"),
        (True, " ", "Say why they need not be followed"),
    ],
)
def test_a_reason_and_a_tick_are_asked_for_and_kept(
    promise: Commitment, ticked: bool, why: str, said: str
) -> None:
    desk = officer()
    shown = tick(desk, *([promise] if ticked else []), why=why, status=400)
    assert said in shown.main
    assert bool(shown.tree.xpath("//input[@name='promise']/@checked")) == ticked
    assert shown.tree.xpath("//input[@name='why']/@value") == [why]
    assert now(promise).standing == "found"


def test_all_of_them_or_none(promise: Commitment, others: list[Commitment]) -> None:
    """One was decided about meanwhile: then none is dismissed."""
    seen = [Commitment.objects.get(pk=one.pk) for one in [promise, *others]]
    ada = officer("Ada Lorne")
    ada.open(f"/promises/{promise.pk}/")
    ada.send("/watch", until="2019-09-30")
    clash = tick(officer("Ben Sarsen"), *seen, why="Said in passing.", status=409)
    assert "Ada Lorne changed this promise" in clash.main
    assert [now(one).standing for one in [promise, *others]] == ["watched", "found", "found"]


def test_once(promise: Commitment) -> None:
    desk = officer()
    desk.open(f"/promises/{promise.pk}/")
    form = desk.form("/dismiss")
    desk.send(form, why="Said in passing.")
    assert "this was done once" in desk.send(form, why="Said in passing.").main


def test_nobody_elses_promise(promise: Commitment) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = promised("Theirs.")
    shown = tick(officer(), promise, theirs, why="Said in passing.")
    assert "Dismissed 1 promise." in shown.main
    assert now(theirs).standing == "found"


@pytest.mark.parametrize("ticks", ["", "x", "0-", "999999999999999999999999-a", "-"])
def test_a_tick_that_is_no_promise(promise: Commitment, ticks: str) -> None:
    shown = officer().post("/promises/dismiss", promise=[ticks], why="So.", form_key=str(uuid.uuid4()))
    assert "Choose at least one promise." in shown.main


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR])
def test_the_wrong_role(role: Role, promise: Commitment) -> None:
    tick(Desk(role), promise, why="So.", status=403)
    Desk(role).post(f"/promises/{promise.pk}/dismiss", 403, why="So.")
    assert now(promise).standing == "found"


def test_the_wrong_method(promise: Commitment) -> None:
    officer().open("/promises/dismiss", 405)
    officer().open(f"/promises/{promise.pk}/dismiss", 405)
