"""The plan in people's calendars: read back by the library that calendar programs are tested against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from answerable.accounts.models import RoleHeld, User
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting, PlanFeed
from answerable.meetings.operations import (
    cancel_planned,
    edit_planned,
    meet_deadline,
    move_meeting,
    plan_meeting,
)
from tests import cycle
from tests import factories as make
from tests.signing import person_with, sign_in

Get = Callable[..., Any]


@pytest.fixture
def june(db: None) -> Meeting:
    return plan_meeting(
        forum=make.forum(), date=dt.date(2019, 6, 11), kind="thematic",
        theme="Rural crime; “live”, and\nmore",
        start_time="10:30", venue="Room 1, Wyvern House", by=make.user(), at=make.NOW,
    )  # fmt: skip


def events(content: bytes) -> dict[str, Any]:
    """Every event by the first part of its UID."""
    return {str(one["UID"]).partition("@")[0]: one for one in Calendar.from_ical(content).walk("VEVENT")}


def downloaded(client: Client) -> dict[str, Any]:
    answer = client.get("/plan/plan.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return events(answer.content)


def test_a_meeting_has_its_time_place_kind_and_theme(june: Meeting, client: Client) -> None:
    one = downloaded(client)[f"meeting-{june.pk}"]
    assert (
        str(one["SUMMARY"]).replace("\n", " ")
        == "Assurance Meeting (Thematic: Rural crime; “live”, and more)"
    )
    assert one["DTSTART"].dt.isoformat() == "2019-06-11T10:30:00+01:00"
    assert one["DTEND"].dt.isoformat() == "2019-06-11T12:30:00+01:00"
    assert str(one["LOCATION"]) == "Room 1, Wyvern House"
    assert (str(one["STATUS"]), one["SEQUENCE"]) == ("CONFIRMED", 0)


def test_in_winter_it_is_an_hour_from_summer_time(db: None, client: Client) -> None:
    one = cycle.planned("2019-12-10", start_time="10:30")
    assert downloaded(client)[f"meeting-{one.pk}"]["DTSTART"].dt.isoformat() == "2019-12-10T10:30:00+00:00"


def test_without_a_time_it_is_the_day(db: None, client: Client) -> None:
    one = cycle.planned("2019-06-11", start_time="after lunch")
    found = downloaded(client)[f"meeting-{one.pk}"]
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (dt.date(2019, 6, 11), dt.date(2019, 6, 12))


def test_deadlines_are_whole_days_that_leave_the_diary_free(june: Meeting, client: Client) -> None:
    found = downloaded(client)
    papers = found[f"papers-{june.pk}"]
    assert str(papers["SUMMARY"]).startswith("Papers in by 09:00: Assurance Meeting")
    assert (papers["DTSTART"].dt, str(papers["TRANSP"])) == (dt.date(2019, 6, 4), "TRANSPARENT")
    assert len(found) == 5
    meet_deadline(meeting=june, kind="papers", by=make.user(), at=make.NOW)
    assert str(downloaded(client)[f"papers-{june.pk}"]["SUMMARY"]).startswith("Done: Papers in")


def test_a_moved_meeting_is_the_same_one_later_in_sequence(june: Meeting, client: Client) -> None:
    before = downloaded(client)
    move_meeting(meeting=june, to=dt.date(2019, 6, 25), why="Inquest", by=make.user(), at=make.NOW)
    after = downloaded(client)
    assert set(after) == set(before)
    assert after[f"meeting-{june.pk}"]["DTSTART"].dt.date() == dt.date(2019, 6, 25)
    assert after[f"meeting-{june.pk}"]["SEQUENCE"] == 1
    edit_planned(meeting=june, changes={"start_time": "14:00"}, by=make.user(), at=make.NOW)
    assert downloaded(client)[f"meeting-{june.pk}"]["SEQUENCE"] == 2


def test_a_cancelled_one_is_taken_out_of_diaries(june: Meeting, client: Client) -> None:
    cancel_planned(meeting=june, why="Inquest", onto=None, took={}, by=make.user(), at=make.NOW)
    found = downloaded(client)
    assert {str(one["STATUS"]) for one in found.values()} == {"CANCELLED"}
    assert found[f"meeting-{june.pk}"]["SEQUENCE"] == 1
    assert str(found[f"meeting-{june.pk}"]["SUMMARY"]).startswith("Cancelled: ")


def test_lines_are_folded_and_end_as_the_format_says(june: Meeting, client: Client) -> None:
    content = client.get("/plan/plan.ics").content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"TZID=Europe/London" in content


def test_only_this_offices(june: Meeting, client: Client) -> None:
    with make.in_office(make.office("Otterdale")):
        cycle.planned("2019-06-20", make.forum("Their Board"))
    assert b"Their Board" not in client.get("/plan/plan.ics").content


def test_as_many_queries_for_many_meetings(june: Meeting, client: Client) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get("/plan/plan.ics")
        return len(queries)

    before = count()
    for day in range(1, 29):
        plan_meeting(forum=make.forum(), date=dt.date(2019, 10, day), by=make.user(), at=make.NOW)
    assert count() == before <= 15


def address(post: Get) -> str:
    """Make one's own address; the page shows it once."""
    page = post("/plan/calendar", do="make")
    (found,) = page.tree.xpath("//code")
    return str(found.text_content()).removeprefix("http://testserver")


def test_an_address_of_ones_own_needs_no_sign_in(june: Meeting, post: Get) -> None:
    answer = Client().get(address(post))
    assert answer.status_code == 200
    assert f"meeting-{june.pk}" in events(answer.content)
    assert "no-store" in answer["Cache-Control"] or "no-cache" in answer["Cache-Control"]


def test_it_is_shown_once_and_kept_as_a_digest(june: Meeting, get: Get, post: Get) -> None:
    secret = address(post).rpartition("/")[2].removesuffix(".ics")
    page = get("/plan/calendar")
    assert secret not in page.text
    assert "Your address was made on 2 May 2019, 10am." in page.main
    held = PlanFeed.objects.get()
    assert secret not in held.token_sha256
    assert len(secret) >= 43


def test_a_new_one_ends_the_one_before(june: Meeting, post: Get) -> None:
    first = address(post)
    second = address(post)
    assert first != second
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    assert PlanFeed.objects.count() == 1


def test_it_is_stopped(june: Meeting, post: Get) -> None:
    made = address(post)
    assert "Stopped: the address opens nothing any more." in post("/plan/calendar", do="stop").main
    assert Client().get(made).status_code == 404
    assert "There is no address for your calendar" in post("/plan/calendar", do="stop").main


def test_it_ends_with_the_account(june: Meeting, post: Get) -> None:
    made = address(post)
    User.objects.update(is_active=False)
    assert Client().get(made).status_code == 404


def test_it_ends_with_the_role(june: Meeting, post: Get) -> None:
    made = address(post)
    RoleHeld.objects.update(ended_at=make.NOW)
    assert Client().get(made).status_code == 404


def test_a_role_in_another_office_is_not_enough(june: Meeting, post: Get) -> None:
    made = address(post)
    RoleHeld.objects.update(office=make.office("Otterdale"))
    assert Client().get(made).status_code == 404


@pytest.mark.parametrize("secret", ["x", "a" * 43, "%00", "é", "a" * 5000])
def test_a_secret_that_nobody_has(secret: str, june: Meeting) -> None:
    assert Client().get(f"/plan/calendar/{secret}.ics").status_code == 404


def test_each_has_their_own(june: Meeting, post: Get) -> None:
    mine = address(post)
    other = sign_in(Client(), person_with(Role.CHIEF_OFFICER, make.office(), "Somebody Else"))
    other.post("/plan/calendar", {"do": "make"})
    assert PlanFeed.objects.count() == 2
    assert Client().get(mine).status_code == 200


def test_nothing_of_the_record_is_in_it(archive: Any, client: Client) -> None:
    content = client.get("/plan/plan.ics").content.decode()
    assert "BEGIN:VEVENT" in content
    assert "callers" not in content
