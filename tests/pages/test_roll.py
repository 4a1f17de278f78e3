"""Who is there is put down by a tap: from who holds which post that day, acting holders too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.minuting import operations as minuting
from answerable.minuting.models import Present
from answerable.people.models import Tenure
from tests import cycle
from tests import factories as make
from tests.signing import person_with, sign_in

Get = Callable[..., Any]


@pytest.fixture
def meeting(db: None) -> Meeting:
    make.tenure("Cal Wade", "Chief Constable", "2018-01-01", abbreviation="CC")
    make.tenure("Old Wade", "Chief Constable", "2015-01-01", "2017-12-31", abbreviation="CC")
    make.tenure("Eve Thorn", "Deputy Chief Constable", "2019-03-01", acting=True, abbreviation="DCC")
    make.tenure("New Wade", "Chief Constable", "2019-06-01", abbreviation="CC")
    last = make.meeting("2019-04-09")
    make.attend(last, "Cal Wade", "Chief Constable", "CC")
    made = cycle.planned("2019-05-14")
    cycle.agenda(made, "Calls", "Budget", "Any other business")
    return minuting.start_minutes(meeting=made, by=make.user(), at=make.NOW)


def tenure(name: str) -> Tenure:
    return Tenure.objects.get(person__name=name)


def tap(post: Get, meeting: Meeting, status: str, name: str) -> Any:
    return post(f"/minutes/{meeting.pk}/roll/mark", tap=f"{status}:{tenure(name).pk}")


def test_those_who_hold_a_post_that_day_can_be_tapped(meeting: Meeting, get: Get) -> None:
    page = get(f"/minutes/{meeting.pk}/roll/")
    assert "Cal Wade Chief Constable (CC)" in page.main
    assert "Eve Thorn acting Deputy Chief Constable (DCC)" in page.main
    assert "Old Wade" not in page.main
    assert "New Wade" not in page.main
    assert page.main.index("Cal Wade") < page.main.index("1 other person holds a post on this day")


def test_a_tap_puts_them_on_the_list(meeting: Meeting, post: Get, get: Get) -> None:
    assert "Cal Wade: present." in tap(post, meeting, "present", "Cal Wade").main
    tap(post, meeting, "apologies", "Eve Thorn")
    there, away = Present.objects.order_by("position")
    assert (there.abbreviation, there.post, there.person) == (
        "CC", tenure("Cal Wade").post, tenure("Cal Wade").person,
    )  # fmt: skip
    assert (away.status, away.acting, away.abbreviation, away.capacity) == (
        "apologies", True, "A/DCC", "Acting Deputy Chief Constable",
    )  # fmt: skip
    assert "Here CC Apologies A/DCC" in get(f"/minutes/{meeting.pk}/").main


def test_they_are_called_as_the_last_list_calls_them(meeting: Meeting, post: Get) -> None:
    last = make.Meeting.objects.get(date="2019-04-09")
    last.attendance.update(capacity="Chief Constable, Crime", abbreviation="CC Crime")
    tap(post, meeting, "present", "Cal Wade")
    one = Present.objects.get()
    assert (one.capacity, one.abbreviation) == ("Chief Constable, Crime", "CC Crime")


def test_a_second_tap_changes_what_the_first_said(meeting: Meeting, post: Get) -> None:
    tap(post, meeting, "present", "Cal Wade")
    tap(post, meeting, "apologies", "Cal Wade")
    assert Present.objects.get().status == "apologies"


def test_others_are_typed(meeting: Meeting, post: Get) -> None:
    page = post(
        f"/minutes/{meeting.pk}/roll/mark", name=" Mo  Fell ", capacity="Auditor", abbreviation="",
        stay="present",
    )  # fmt: skip
    assert "Mo Fell Auditor" in page.main
    assert Present.objects.get().name == "Mo Fell"


def test_coming_later_and_leaving_earlier(meeting: Meeting, post: Get, get: Get) -> None:
    tap(post, meeting, "present", "Cal Wade")
    one = Present.objects.get()
    first, second, third = meeting.items.order_by("position")
    page = post(f"/minutes/roll/{one.pk}", stay="present", from_item=str(second.pk), to_item=str(third.pk))
    assert "Present, from 2, to 3" in page.main
    assert "CC (from 2 to 3)" in get(f"/minutes/{meeting.pk}/").main
    page = post(f"/minutes/roll/{one.pk}", stay="present", from_item=str(third.pk), to_item=str(first.pk))
    assert "Choose a first item that comes before the last one." in page.main
    assert Present.objects.get().from_item == second


def test_somebody_is_taken_off(meeting: Meeting, post: Get) -> None:
    tap(post, meeting, "present", "Cal Wade")
    page = post(f"/minutes/roll/{Present.objects.get().pk}", take="off")
    assert "Cal Wade is not on the list any more." in page.main
    assert not Present.objects.exists()


@pytest.mark.parametrize("sent", [{}, {"stay": "asleep", "name": "X"}, {"tap": "x:1"}, {"tap": "present"}])
def test_what_cannot_be_is_refused(sent: dict[str, str], meeting: Meeting, post: Get) -> None:
    page = post(f"/minutes/{meeting.pk}/roll/mark", **sent)
    assert "Choose whether they are present or sent apologies." in page.main
    assert not Present.objects.exists()


def test_nobody_without_a_name(meeting: Meeting, post: Get) -> None:
    page = post(f"/minutes/{meeting.pk}/roll/mark", name=" ", stay="present")
    assert "Type the name of who is there." in page.main


def test_a_post_that_is_held_on_another_day_is_not_found(meeting: Meeting, post: Get) -> None:
    other = tenure("New Wade").pk
    assert post(f"/minutes/{meeting.pk}/roll/mark", 404, tap=f"present:{other}").status == 404


def test_only_who_takes_the_minutes_may_tap(meeting: Meeting) -> None:
    auditor = sign_in(Client(), person_with(Role.AUDITOR, make.office()))
    assert auditor.get(f"/minutes/{meeting.pk}/roll/").status_code == 200
    assert (
        auditor.post(f"/minutes/{meeting.pk}/roll/mark", {"name": "X", "stay": "present"}).status_code == 403
    )
    assert auditor.get(f"/minutes/{meeting.pk}/roll/mark").status_code == 405


def test_two_at_once_choose(meeting: Meeting, post: Get, get: Get, client: Client) -> None:
    tap(post, meeting, "present", "Cal Wade")
    one = Present.objects.get()
    seen = get(f"/minutes/{meeting.pk}/roll/").tree.xpath(
        f"//form[@action='/minutes/roll/{one.pk}']//input[@name='seen']/@value"
    )[0]
    Present.objects.update(status="apologies")
    answer = client.post(f"/minutes/roll/{one.pk}", {"stay": "present", "seen": seen})
    assert answer.status_code == 409
    assert "Apologies" in answer.content.decode()
