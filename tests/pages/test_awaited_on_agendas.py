"""What is waited for stands on each agenda of its forum until it is recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from answerable.actions.models import Action, AwaitedEvent
from answerable.agendas.models import FrozenAgenda
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Forum, Meeting
from tests import cycle, follow
from tests import factories as make
from tests.pages.desk import Desk, contributor, officer, words

pytestmark = pytest.mark.django_db
OUTCOME = "The outcome of the custody investigation"
STANDS = "Risks: 1 thing is waited for"


@pytest.fixture
def forum() -> Forum:
    return make.forum()


@pytest.fixture
def june(forum: Forum) -> Meeting:
    meeting = cycle.planned("2019-06-11", forum)
    cycle.agenda(meeting, "Answering the phone")
    return meeting


@pytest.fixture
def action(forum: Forum) -> Action:
    return make.action(make.item(make.meeting(of=forum), "1", "Custody"), "Bring the outcome.", ["DCC"])


@pytest.fixture
def event(forum: Forum, action: Action) -> AwaitedEvent:
    return follow.awaited(forum, OUTCOME, expected=dt.date(2019, 6, 1), action=action)


def agenda(meeting: Meeting) -> str:
    return f"/agendas/{meeting.pk}/"


def seen_on(meeting: Meeting) -> str:
    return words(officer().open(agenda(meeting)))


def test_it_stands_under_the_risks(june: Meeting, event: AwaitedEvent, action: Action) -> None:
    page = seen_on(june)
    assert STANDS in page
    assert OUTCOME in page
    assert "expected 1 June 2019, waited for since 2 May 2019" in page
    assert f"{action.number} hangs on it" in page


def test_on_an_agenda_that_nobody_has_begun_too(forum: Forum, event: AwaitedEvent) -> None:
    assert OUTCOME in seen_on(cycle.planned("2019-07-09", forum))


def test_of_each_meeting_until_it_is_recorded(june: Meeting, forum: Forum, event: AwaitedEvent) -> None:
    july = cycle.planned("2019-07-09", forum)
    cycle.agenda(july, "Answering the phone")
    assert OUTCOME in seen_on(june)
    assert OUTCOME in seen_on(july)
    desk = officer()
    desk.open(f"/awaited/{event.pk}/")
    desk.send("/record", happened="2019-05-01", outcome="No case to answer.")
    assert OUTCOME not in seen_on(june)
    assert OUTCOME not in seen_on(july)


def test_of_the_forum_that_took_its_place(forum: Forum, event: AwaitedEvent) -> None:
    later = make.forum("Accountability Meeting", succeeds=forum)
    other = make.forum("Another Board")
    for one, stands in ((later, True), (other, False)):
        meeting = cycle.planned("2019-07-09", one)
        cycle.agenda(meeting, "Answering the phone")
        assert (OUTCOME in seen_on(meeting)) is stands


def test_not_of_meetings_before_it_was_waited_for(forum: Forum, event: AwaitedEvent) -> None:
    before = cycle.planned("2019-04-09", forum)
    cycle.agenda(before, "Answering the phone")
    assert OUTCOME not in seen_on(before)


def test_what_went_out_says_it_still(june: Meeting, event: AwaitedEvent) -> None:
    desk = officer()
    desk.open(agenda(june))
    desk.send("/send-out")
    AwaitedEvent.objects.update(recorded_at=make.NOW, recorded_by=make.user(), outcome="No case to answer.")
    (frozen,) = FrozenAgenda.objects.all()
    assert [one["text"] for one in frozen.contents["risks"]] == [OUTCOME]
    assert OUTCOME in words(contributor().open(agenda(june))), "the force sees what was sent out"


def test_an_agenda_of_before_there_were_risks(june: Meeting, event: AwaitedEvent) -> None:
    frozen = cycle.frozen(june)
    frozen.contents.pop("risks", None)
    frozen.save()
    for path in (agenda(june), f"{agenda(june)}{frozen.number}/", f"{agenda(june)}pack/"):
        assert OUTCOME not in words(contributor().open(path))


def test_the_pack_has_it_as_a_page_and_as_files(june: Meeting, event: AwaitedEvent) -> None:
    desk = officer()
    assert OUTCOME in words(desk.open(f"{agenda(june)}pack/"))
    page = desk.client.get(f"{agenda(june)}pack.html").content.decode()
    assert "Risks: what is waited for" in page
    assert f"{OUTCOME} (expected 1 Jun 2019, since 2 May 2019; A-0001 hangs on it)" in page


@pytest.mark.parametrize("by_action", [True, False])
def test_restricted_ones_are_marked_kept_and_noted(
    june: Meeting, event: AwaitedEvent, action: Action, by_action: bool
) -> None:
    (Action if by_action else AwaitedEvent).objects.update(restricted=True)
    frozen = cycle.frozen(june)
    frozen.contents["risks"] = [
        {
            "event": event.pk, "text": OUTCOME, "expected": None, "since": "2019-05-02", "hangs": "",
            "restricted": False,
        }
    ]  # fmt: skip
    frozen.save()
    assert f"{OUTCOME} Restricted" in seen_on(june)
    assert ("actions.awaitedevent", event.pk) in Event.objects.filter(operation="view").latest("id").named
    pack = f"{agenda(june)}pack/"
    assert OUTCOME in words(officer().open(pack))
    assert OUTCOME not in words(officer().open(f"{pack}?parts=open"))
    assert OUTCOME in words(contributor().open(agenda(june)))
    panel = Desk(Role.PANEL_READER)
    assert OUTCOME not in words(panel.open("/awaited/"))
    panel.open(f"/awaited/{event.pk}/", 404)


def test_while_the_minutes_are_taken(june: Meeting, event: AwaitedEvent) -> None:
    first = june.items.order_by("position")[0]
    first.kind = "matters_arising"
    first.save()
    desk = officer()
    desk.open(f"/minutes/{june.pk}/")
    desk.send("/start")
    page = words(desk.open(f"/minutes/{june.pk}/?item=1"))
    assert STANDS in page
    assert OUTCOME in page


def test_as_many_queries_with_many_as_with_one(
    june: Meeting, forum: Forum, event: AwaitedEvent, django_assert_max_num_queries: Callable[..., Any]
) -> None:
    for number in range(20):
        follow.awaited(forum, f"Outcome {number}")
    desk = officer()
    for path in (agenda(june), f"{agenda(june)}pack/", "/awaited/", f"/awaited/{event.pk}/"):
        with django_assert_max_num_queries(19):  # fifteen of the page, and who asks
            desk.open(path)
