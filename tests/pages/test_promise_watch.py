"""A promise is watched until a day."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Commitment
from answerable.actions.operations.promising import watch_promise
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.core.refusal import Refusal
from tests.pages.desk import Desk, officer
from tests.pages.promised import now, promised


@pytest.fixture
def promise(db: None) -> Commitment:
    return promised()


def page(promise: Commitment) -> str:
    return f"/promises/{promise.pk}/"


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.COMMISSIONER])
def test_it_is_watched(role: Role, promise: Commitment) -> None:
    desk = Desk(role)
    desk.open(page(promise))
    assert "It is watched now." in desk.send("/watch", until="2019-09-30").main
    held = now(promise)
    assert (held.standing, held.watched_until) == ("watched", dt.date(2019, 9, 30))
    assert held.lapses_from == dt.date(2019, 10, 1)
    assert held.decided_by == desk.user
    event = Event.objects.get(operation="actions.watch_promise")
    assert event.summary == "Watches a promise until 30 September 2019."


def test_a_day_that_is_past_is_refused_and_kept(promise: Commitment) -> None:
    desk = officer()
    desk.open(page(promise))
    shown = desk.send("/watch", 400, until="2019-05-02")
    assert "Choose a day that is ahead" in shown.main
    assert shown.tree.xpath("//input[@name='until']/@value") == ["2019-05-02"]
    assert now(promise).standing == "found"


def test_the_day_is_that_of_the_offices_clock(promise: Commitment) -> None:
    """Half past midnight in summer, when it is the day before by the clock of the database."""
    at = dt.datetime(2019, 5, 14, 23, 30, tzinfo=dt.UTC)
    with pytest.raises(Refusal, match="Choose a day that is ahead"):
        watch_promise(promise=promise, until=dt.date(2019, 5, 15), by=officer().user, at=at)


@pytest.mark.parametrize("typed", ["", "soon", "31/2/2020"])
def test_what_is_no_day_is_refused(promise: Commitment, typed: str) -> None:
    desk = officer()
    desk.open(page(promise))
    assert "such as 27/3/20" in desk.send("/watch", 400, until=typed).main
    assert now(promise).standing == "found"


def test_the_day_can_be_changed(promise: Commitment) -> None:
    desk = officer()
    desk.open(page(promise))
    desk.send("/watch", until="2019-09-30")
    desk.send("/watch", until="2019-12-31")
    assert now(promise).watched_until == dt.date(2019, 12, 31)


def test_once(promise: Commitment) -> None:
    desk = officer()
    desk.open(page(promise))
    form = desk.form("/watch")
    desk.send(form, until="2019-09-30")
    assert "this was done once" in desk.send(form, until="2019-09-30").main
    assert Event.objects.filter(operation="actions.watch_promise").count() == 1


def test_the_wrong_method(promise: Commitment) -> None:
    officer().open(f"{page(promise)}watch", 405)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER, Role.AUDITOR])
def test_the_wrong_role(role: Role, promise: Commitment) -> None:
    desk = Desk(role)
    assert "/watch" not in str(desk.open(page(promise)).response.content)
    desk.post(f"{page(promise)}watch", 403, until="2019-09-30")
    assert now(promise).standing == "found"
