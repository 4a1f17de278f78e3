"""Promised and never heard of again: actions and promises, the oldest first, with what was searched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.accounts.models import User
from answerable.actions.models import Action, Commitment, Silence
from answerable.agendas.models import Question
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from tests import factories as make
from tests.pages.conftest import Page
from tests.pages.desk import Desk, officer


@pytest.fixture
def meetings(db: None) -> list[Meeting]:
    return [make.meeting(day) for day in ("2018-07-03", "2018-10-09", "2019-01-15", "2019-03-12")]


@pytest.fixture
def action(meetings: list[Meeting]) -> Action:
    """Given in October, due in November, and never heard of again."""
    item = make.item(meetings[1], "2", "Rural burglary")
    made = make.action(item, "ACC to meet the farm watch", ["ACC"], "2018-11-30", silent_from="2019-03-12")
    Silence.objects.create(
        office=made.office, action=made, meetings=2, first=meetings[2].date, last=meetings[3].date
    )
    return made


@pytest.fixture
def promise(meetings: list[Meeting]) -> Commitment:
    """Made in July, due in October; three meetings were searched, and one said something a little like it."""
    item = make.item(meetings[0], "1", "Answering the telephone")
    text = "A new rota would be in place by October."
    made = make.promise(make.entry(item, "response", text, ["CC"]), ["CC"], text, "2018-10-31")
    dates = {"lapses_from": dt.date(2018, 11, 1), "silent_from": dt.date(2019, 1, 15)}
    Commitment.objects.filter(pk=made.pk).update(**dates)
    near = make.entry(make.item(meetings[2], "1", "Rotas"), "note", "The rota of the wardens was praised.")
    Silence.objects.create(
        office=made.office, commitment=made, meetings=3, first=meetings[1].date, last=meetings[3].date,
        nearest=near, score=0.31,
    )  # fmt: skip
    return Commitment.objects.get(pk=made.pk)


def listed(page: Page) -> list[str]:
    return [" ".join(one.text_content().split()) for one in page.tree.xpath("//ol[@class='ans-rows']/li")]


def test_each_stands_with_its_evidence_the_oldest_first(
    action: Action, promise: Commitment, get: Callable[..., Page]
) -> None:
    page = get("/lapsed/")
    assert "1 action and 1 promise have lapsed" in page.main
    first, second = listed(page)
    assert first.startswith(
        "A new rota would be in place by October. Promised on 3 July 2018 by CC, Assurance Meeting; "
        "due 31 October 2018, 6 months ago. 3 meetings were searched, from 9 October 2018 to 12 March 2019. "
        "The nearest thing said: “The rota of the wardens was praised.” (31% alike)."
    )
    assert second.startswith(
        "A-0001: ACC to meet the farm watch Given on 9 October 2018 to ACC, Assurance Meeting; "
        "due 30 November 2018, 5 months ago. 2 meetings were searched, from 15 January 2019 to 12 March 2019."
        " Nothing like it was said."
    )


def test_the_front_page_counts_the_same(
    action: Action, promise: Commitment, get: Callable[..., Page]
) -> None:
    front = get("/")
    assert "2 have lapsed: no meeting speaks of them any more" in front.main
    assert "1 action and 1 promise" in front.main
    assert len(listed(get(front.find("have lapsed")))) == 2


@pytest.mark.parametrize(("query", "count"), [("kind=action", 1), ("kind=promise", 1), ("", 2)])
def test_one_kind_alone(
    action: Action, promise: Commitment, get: Callable[..., Page], query: str, count: int
) -> None:
    assert len(listed(get(f"/lapsed/?{query}"))) == count


def test_by_forum(action: Action, promise: Commitment, get: Callable[..., Page]) -> None:
    other = make.forum("Ethics Panel")
    Action.objects.update(forum=other)
    (only,) = listed(get(f"/lapsed/?forum={other.pk}"))
    assert only.startswith("A-0001")
    page = get(f"/lapsed/?forum={other.pk}&kind=promise")
    assert "Nothing that has lapsed is like that." in page.main


def test_a_bad_filter_is_said(action: Action, get: Callable[..., Page]) -> None:
    assert "Choose what to show from the list" in get("/lapsed/?kind=odd", 400).main


def test_nothing_has_lapsed(db: None, get: Callable[..., Page]) -> None:
    assert "Nothing has lapsed" in get("/lapsed/").main


@pytest.mark.parametrize("standing", ["promoted", "dismissed", "kept", "broken"])
def test_what_was_decided_has_not_lapsed(
    promise: Commitment, get: Callable[..., Page], standing: str
) -> None:
    Commitment.objects.update(standing=standing)
    assert "Nothing has lapsed" in get("/lapsed/").main


def test_a_day_before_its_date_has_passed_it_has_not_lapsed(
    promise: Commitment, get: Callable[..., Page]
) -> None:
    Commitment.objects.update(lapses_from="2019-05-03")
    assert "Nothing has lapsed" in get("/lapsed/").main
    Commitment.objects.update(lapses_from="2019-05-02")
    assert len(listed(get("/lapsed/"))) == 1


def test_a_near_mention_is_called_one(promise: Commitment, get: Callable[..., Page]) -> None:
    line = make.entry(make.meeting("2019-04-09"), "note", "The new rota began.")
    Silence.objects.update(nearest=line, score=0.72)
    assert "which may well be about it: “The new rota began.” (72% alike)" in get("/lapsed/").main


def test_the_meetings_that_were_searched_are_listed(
    action: Action, promise: Commitment, get: Callable[..., Page]
) -> None:
    make.meeting("2018-11-20", make.forum("Ethics Panel"))
    make.meeting("2018-12-04", state="cancelled")
    page = get(get("/lapsed/").find("3 meetings"))
    days = [one.split(" Assurance")[0] for one in _meetings(page)]
    assert days == ["9 October 2018", "15 January 2019", "12 March 2019"]
    page = get(f"/lapsed/actions/{action.pk}/")
    assert [one.split(" Assurance")[0] for one in _meetings(page)] == ["15 January 2019", "12 March 2019"]


def _meetings(page: Page) -> list[str]:
    return [" ".join(one.text_content().split()) for one in page.tree.xpath("//ul[@class='ans-rows']/li")]


def test_the_file(action: Action, promise: Commitment, client: Client) -> None:
    answer: Any = client.get("/lapsed/all.csv")
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[1:] == [
        "Promise,,A new rota would be in place by October.,CC,2018-07-03,Assurance Meeting,2018-10-31,3,"
        "2018-10-09,2019-03-12,The rota of the wardens was praised.,0.31",
        "Action,A-0001,ACC to meet the farm watch,ACC,2018-10-09,Assurance Meeting,2018-11-30,2,"
        "2019-01-15,2019-03-12,,",
    ]


def test_whoever_may_not_see_what_is_restricted_does_not(action: Action, promise: Commitment) -> None:
    Action.objects.update(restricted=True)
    near = Silence.objects.get(commitment=promise).nearest
    assert near
    type(near).objects.filter(pk=near.pk).update(restricted=True)
    panel = Desk(Role.PANEL_READER)
    page = panel.open("/lapsed/")
    assert "0 actions and 1 promise has lapsed" in page.main
    (only,) = listed(page)
    assert "Nothing like it was said in the open." in only
    panel.open(f"/lapsed/actions/{action.pk}/", 404)
    assert "wardens" not in panel.open(f"/lapsed/promises/{promise.pk}/").main
    text = b"".join(panel.client.get("/lapsed/all.csv").streaming_content).decode()  # type: ignore[attr-defined]
    assert "wardens" not in text
    assert "farm watch" not in text
    assert "wardens" in officer().open("/lapsed/").main


def test_it_is_asked_again(action: Action, promise: Commitment) -> None:
    ada = officer()
    ada.open("/lapsed/")
    said = ada.send(f"/promises/{promise.pk}/ask").main
    assert "The question waits in the backlog of Assurance Meeting" in said
    question = Question.objects.get()
    assert question.text == (
        "On 3 July 2018 this was promised by CC: “A new rota would be in place by October.” What came of it?"
    )
    assert (question.origin, question.state, question.meeting) == ("office", "taken", None)
    again = ada.send(f"/promises/{promise.pk}/ask").main
    assert "This question waits in the backlog of Assurance Meeting already." in again
    ada.send(f"/actions/{action.pk}/ask")
    assert Question.objects.count() == 2


def test_the_forum_that_took_over_is_asked(promise: Commitment) -> None:
    heir = make.forum("Accountability Board", succeeds=make.forum())
    ada = officer()
    ada.open("/lapsed/")
    ada.send(f"/promises/{promise.pk}/ask")
    assert Question.objects.get().forum == heir


def test_a_question_about_what_is_restricted_is_restricted(promise: Commitment) -> None:
    Commitment.objects.update(restricted=True)
    ada = officer()
    ada.open("/lapsed/")
    ada.send(f"/promises/{promise.pk}/ask")
    assert (Question.objects.get().restricted, Question.objects.get().marking) == (True, "restricted")


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.PANEL_READER])
def test_only_who_writes_agendas_asks(role: Role, promise: Commitment) -> None:
    desk = Desk(role)
    assert "Ask again" not in desk.open("/lapsed/").main
    desk.post(f"/lapsed/promises/{promise.pk}/ask", 403)
    assert not Question.objects.exists()


def test_the_wrong_method(promise: Commitment) -> None:
    officer().open(f"/lapsed/promises/{promise.pk}/ask", 405)
    assert User.objects.exists()
