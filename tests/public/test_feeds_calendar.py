"""Public meetings in a diary, and minutes in the format of parliaments."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from icalendar import Calendar
from lxml import etree

from tests.core.publication import contents
from tests.core.publication.test_standards_akoma_ntoso import schema
from tests.public.given import agenda, meeting, office, taken

pytestmark = pytest.mark.django_db


def events() -> list[object]:
    answer = Client().get("/wyvern-valley/feeds/meetings.ics")
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_a_public_meeting_stands_in_the_diary_at_its_time() -> None:
    taken(office(), agenda("2022-10-27"), agenda("2022-11-24", public=False, kind="performance"), meeting())
    (event,) = events()
    assert event["summary"] == "Assurance meeting: Calls"  # type: ignore[index]
    assert event["dtstart"].dt.isoformat() == "2022-10-27T18:00:00+01:00"  # type: ignore[index]
    assert event["location"] == "Town hall"  # type: ignore[index]
    assert str(event["uid"]).startswith("wyvern-valley/assurance/2022-10-27@")  # type: ignore[index]


def test_a_meeting_stays_one_event_when_its_minutes_come_and_when_it_is_cancelled() -> None:
    taken(office(), agenda("2022-08-25", start_time=None))
    (planned,) = events()
    assert planned["dtstart"].dt == dt.date(2022, 8, 25)  # type: ignore[index]
    taken(agenda("2022-08-25", state="cancelled"))
    (cancelled,) = events()
    assert (cancelled["status"], cancelled["sequence"]) == ("CANCELLED", 1)  # type: ignore[index]
    taken(meeting())
    (held,) = events()
    assert held["uid"] == planned["uid"]  # type: ignore[index]
    assert held["sequence"] == 2, "a diary passes over what has a lower number than it knows"  # type: ignore[index]
    assert held["dtstamp"].dt > cancelled["dtstamp"].dt  # type: ignore[index]
    assert held["url"].endswith(contents.PATH)  # type: ignore[index]


def test_the_number_never_falls_back_when_the_agenda_or_the_minutes_are_withdrawn() -> None:
    taken(office(), agenda("2022-08-25"))
    taken(agenda("2022-08-25", venue="Mill House"))
    taken(meeting())
    taken(withdrawn=(contents.PATH,))
    (planned,) = events()
    assert (planned["sequence"], planned["location"]) == (3, "Mill House")  # type: ignore[index]
    taken(meeting(kind="public"), withdrawn=(f"{contents.PATH}/agenda",))
    (held,) = events()
    assert held["sequence"] == 4  # type: ignore[index]


def test_minutes_are_there_as_akoma_ntoso_until_they_are_withdrawn() -> None:
    taken(office(), meeting())
    path = f"/{contents.PATH}/minutes.akn.xml"
    answer = Client().get(path)
    assert answer["Content-Type"].startswith("application/akn+xml")
    root = etree.fromstring(answer.content)
    assert schema().validate(root), schema().error_log
    taken(withdrawn=(contents.PATH,))
    assert Client().get(path).status_code == 410
    assert Client().get("/wyvern-valley/assurance/2001-01-01/minutes.akn.xml").status_code == 404
