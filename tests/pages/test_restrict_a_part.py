"""A part of the record is restricted, or opened again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.actions.models import Action
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Entry, Item, Meeting
from tests import factories as make
from tests.signing import person_with, sign_in

Get = Callable[..., Any]
WHY = {"marking": "restricted", "why": "operational", "note": ""}


@pytest.fixture
def line(march: Meeting) -> Entry:
    return Action.objects.filter(meeting=march).exclude(entry=None)[0].entry  # type: ignore[return-value]


@pytest.fixture
def panel(db: None) -> Client:
    return sign_in(Client(), person_with(Role.PANEL_READER, make.office()))


def of(line: Entry) -> Action:
    return Action.objects.get(entry=line)


def test_a_restricted_line_takes_its_action_along(line: Entry, post: Get, get: Get, panel: Client) -> None:
    page = post(f"/restricted/entry/{line.pk}/", **WHY)
    assert "Restricted." in page.main
    action = of(line)
    assert action.restricted
    assert "Restricted" in get(f"/actions/{action.pk}/").main
    assert panel.get(f"/actions/{action.pk}/").status_code == 404
    assert line.text not in panel.get(f"/meetings/{line.meeting_id}/").content.decode()
    assert line.text in get(f"/meetings/{line.meeting_id}/").main


def test_an_item_takes_everything_under_it(line: Entry, post: Get, panel: Client) -> None:
    item = line.item
    assert item
    post(f"/restricted/item/{item.pk}/", **WHY)
    html = panel.get(f"/meetings/{line.meeting_id}/").content.decode()
    assert item.title not in html
    assert not [one for one in Entry.objects.filter(item=item) if one.text in html]


def test_opened_again_everybody_sees_it(line: Entry, post: Get, panel: Client) -> None:
    post(f"/restricted/entry/{line.pk}/", **WHY)
    page = post(f"/restricted/entry/{line.pk}/", marking="open")
    assert "Opened." in page.main
    assert panel.get(f"/actions/{of(line).pk}/").status_code == 200
    line.meeting.document and line.meeting.document.refresh_from_db()
    assert not Entry.objects.filter(restricted=True).exists()


def test_the_original_goes_with_its_lines(line: Entry, post: Get, panel: Client, client: Client) -> None:
    document = line.meeting.document
    assert document
    assert panel.get(f"/documents/{document.pk}/original").status_code == 200
    post(f"/restricted/entry/{line.pk}/", **WHY)
    assert panel.get(f"/documents/{document.pk}/original").status_code == 404
    assert client.get(f"/documents/{document.pk}/original").status_code == 200


def test_one_event_names_what_was_marked_and_not_its_words(line: Entry, post: Get) -> None:
    post(f"/restricted/entry/{line.pk}/", **WHY)
    event = Event.objects.get(operation="intake.mark")
    assert ("meetings.entry", line.pk) in event.named
    assert line.text not in event.summary


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({}, "Choose whether it is open or restricted"),
        ({"marking": "restricted"}, "Choose why it is restricted"),
        ({"marking": "restricted", "why": "because"}, "Choose why it is restricted"),
        ({"marking": "restricted", "why": "other"}, "Say in a few words why it is restricted"),
    ],
)
def test_it_wants_a_reason(line: Entry, post: Get, sent: dict[str, str], said: str) -> None:
    page = post(f"/restricted/entry/{line.pk}/", 400, **sent)
    assert said in page.main
    line.refresh_from_db()
    assert line.marking == "open"


def test_doing_it_twice_says_so(line: Entry, post: Get) -> None:
    post(f"/restricted/entry/{line.pk}/", **WHY)
    assert "That is how it is marked already." in post(f"/restricted/entry/{line.pk}/", **WHY).main
    assert Event.objects.filter(operation="intake.mark").count() == 1


@pytest.mark.parametrize("role", [Role.PANEL_READER, Role.CHIEF_OFFICER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_others_may_not(line: Entry, role: Role) -> None:
    client = sign_in(Client(), person_with(role, make.office()))
    answer = client.post(f"/restricted/entry/{line.pk}/", WHY)
    assert answer.status_code == 403
    assert "may restrict or open a part of the record" in answer.content.decode()


def test_a_stranger_may_not(line: Entry) -> None:
    Client().post(f"/restricted/entry/{line.pk}/", WHY)
    line.refresh_from_db()
    assert line.marking == "open"


def test_what_is_of_another_office_is_not_there(line: Entry) -> None:
    other = sign_in(Client(), person_with(Role.POLICY_OFFICER, make.office("Otterdale")))
    assert other.post(f"/restricted/entry/{line.pk}/", WHY).status_code == 404


def test_only_these_methods(line: Entry, client: Client) -> None:
    for method in (client.put, client.delete, client.patch):
        assert method(f"/restricted/entry/{line.pk}/").status_code == 405


def test_an_unknown_kind_is_not_found(get: Get, db: None) -> None:
    get("/restricted/person/1/", 404)


def test_the_list_shows_what_is_restricted_and_why(line: Entry, post: Get, get: Get) -> None:
    assert "Nothing is restricted." in get("/restricted/").main
    post(f"/restricted/entry/{line.pk}/", marking="restricted", why="personal", note="names a witness")
    page = get("/restricted/")
    assert "Personal data: names a witness" in page.main
    assert page.find("Change") == f"/restricted/entry/{line.pk}/"


def test_an_action_leads_to_the_marking_of_its_line(line: Entry, get: Get) -> None:
    page = get(f"/source/action/{of(line).pk}/")
    assert page.find("Restrict who may see it") == f"/restricted/entry/{line.pk}/"


def test_a_line_and_an_item_lead_to_their_marking(line: Entry, get: Get) -> None:
    assert f"/restricted/entry/{line.pk}/" in get(f"/source/entry/{line.pk}/").links
    assert (
        f"/restricted/item/{Item.objects.get(pk=line.item_id).pk}/"
        in get(f"/meetings/{line.meeting_id}/").links
    )


def test_beside_an_open_line_the_original_is_not_shown_either(line: Entry, post: Get, panel: Client) -> None:
    other = Entry.objects.filter(meeting=line.meeting).exclude(pk=line.pk).exclude(source=[]).first()
    assert other
    address = f"/source/entry/{other.pk}/"
    assert "/pages/" in panel.get(address).content.decode()
    post(f"/restricted/entry/{line.pk}/", **WHY)
    html = panel.get(address).content.decode()
    assert "The original is not open to you: it holds something restricted." in html
    assert "/pages/" not in html
    assert line.text not in html
