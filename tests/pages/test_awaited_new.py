"""Something is waited for: an officer or the commissioner says what, and where it stands."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from answerable.actions.models import Action, AwaitedEvent
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.pages.desk import Desk, contributor, officer, words

pytestmark = pytest.mark.django_db
NEW = "/awaited/new"


@pytest.fixture
def action() -> Action:
    return make.action(make.item(make.meeting(), "1", "Custody"), "Bring the outcome.", ["DCC"])


def waiting(**typed: Any) -> Any:
    desk = officer()
    desk.open(NEW)
    values = {"text": "The outcome of the custody investigation", "forum": str(make.forum().pk), **typed}
    return desk.send(NEW, values.pop("status", 200), **values)


def test_it_stands_in_the_list(action: Action) -> None:
    page = waiting(expected="2019-06-01", action=str(action.number).lower())
    assert "It stands on each agenda of Assurance Meeting until it is recorded." in page.main
    assert "The outcome of the custody investigation" in page.main
    assert f"{action.number} hangs on it" in page.main
    one = AwaitedEvent.objects.get()
    assert (one.forum, one.action, one.expected) == (action.forum, action, dt.date(2019, 6, 1))
    assert (one.recorded_at, one.restricted) == (None, False)
    event = Event.objects.latest("id")
    assert event.operation == "actions.await_event"
    assert ("actions.action", action.pk) in event.named
    assert "custody" not in event.summary


def test_the_forum_follows_from_the_action(action: Action) -> None:
    waiting(forum="", action=action.number)
    assert AwaitedEvent.objects.get().forum == action.forum


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"text": " "}, "Write what is waited for"),
        ({"text": "x" * 2001}, "Shorten it to 2,000 letters: it has 2,001"),
        ({"forum": ""}, "Choose the forum on whose agendas it stands"),
        ({"forum": "987654321"}, "Choose the forum on whose agendas it stands"),
        ({"action": "A-9999"}, "There is no action A-9999: write its number, such as A-0123"),
        ({"action": "the one of May"}, "There is no action the one of May"),
        ({"expected": "31/2/2019"}, "Write the day on which it is expected as a day, month and year"),
    ],
)
def test_what_cannot_be_used_is_said_and_what_was_typed_is_kept(typed: dict[str, str], why: str) -> None:
    make.forum()
    page = waiting(status=400, **{"text": "An outcome", **typed})
    assert why in page.main
    held = next(dict(one.fields) for one in page.tree.iter("form") if "expected" in one.fields)
    kept = {"text": "An outcome", **typed}
    assert {name: held[name].strip() for name in kept if name != "forum"} == {
        name: value.strip() for name, value in kept.items() if name != "forum"
    }
    assert not AwaitedEvent.objects.exists()


def test_what_hangs_on_a_restricted_action_is_restricted(action: Action) -> None:
    Action.objects.update(restricted=True)
    waiting(action=action.number)
    assert AwaitedEvent.objects.get().restricted


def test_it_can_be_restricted_by_itself() -> None:
    waiting(restricted="yes")
    assert "The outcome" in words(contributor().open("/awaited/"))
    assert "The outcome" not in words(Desk(Role.PANEL_READER).open("/awaited/"))


def test_sent_twice_it_is_one() -> None:
    make.forum()
    desk = officer()
    desk.open(NEW)
    form = desk.form(NEW)
    for _ in range(2):
        desk.send(form, text="An outcome", forum=str(make.forum().pk))
    assert AwaitedEvent.objects.count() == 1


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.AUDITOR, Role.PANEL_READER])
def test_not_for_others(role: Role) -> None:
    Desk(role).open(NEW, 403)
    Desk(role).post(NEW, 403, text="An outcome", forum=make.forum().pk)
    assert "Add something to wait for" not in words(Desk(role).open("/awaited/"))
    assert not AwaitedEvent.objects.exists()


def test_a_stranger_signs_in_first() -> None:
    assert (
        Client().get(NEW)["Location"].startswith("/account/login") or "next=" in Client().get(NEW)["Location"]
    )


def test_another_offices_action_is_not_found() -> None:
    with make.in_office(make.office("Otterdale")):
        make.action(make.item(make.meeting("2018-04-03"), "1", "Custody"), "Theirs.", ["DCC"])
    page = waiting(status=400, action="A-0001")
    assert "There is no action A-0001" in page.main
