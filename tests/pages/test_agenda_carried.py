"""An item is carried forward: it never leaves the minutes it came from, and survives a moved meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from answerable.core.permissions.markings import Marking
from answerable.intake.operations import mark
from answerable.meetings.models import Item, Meeting
from tests import cycle
from tests import factories as make

Get = Callable[..., Any]


@pytest.fixture
def march(db: None) -> Item:
    """An item of a meeting that was held, with what was said."""
    item = make.item(make.meeting("2019-03-12"), "3", "Custody visits")
    make.entry(item, "note", "The ACC said that visits would begin in May.")
    return item


@pytest.fixture
def june(march: Item) -> Meeting:
    return cycle.planned("2019-06-11", march.meeting.forum)


def test_the_minutes_lead_to_it(march: Item, get: Get) -> None:
    assert get(f"/meetings/{march.meeting_id}/").find("carry forward") == f"/agendas/items/{march.pk}/carry"


def carry(post: Get, item: Item, to: Meeting, **more: str) -> Any:
    return post(f"/agendas/items/{item.pk}/carry", to=str(to.pk), **more)


def test_it_becomes_a_new_item_that_points_back(march: Item, june: Meeting, post: Get) -> None:
    page = carry(post, march, june, why="the visitors were ill")
    assert "Carried forward to 11 June 2019." in page.main
    made = june.items.get()
    assert (made.title, made.carried_from, made.origin) == ("Custody visits", march, "carried")
    assert made.note == "Carried forward from 12 March 2019: the visitors were ill"


def test_the_closed_minutes_stay_as_they_are(march: Item, june: Meeting, get: Get, post: Get) -> None:
    before = get(f"/meetings/{march.meeting_id}/").main
    carry(post, march, june)
    assert (
        get(f"/meetings/{march.meeting_id}/").main.replace("Carried forward to 11 June 2019.", "") == before
    )
    assert march.entries.count() == 1


def test_the_agenda_writes_itself_around_it(march: Item, june: Meeting, post: Get) -> None:
    carry(post, march, june)
    post(f"/agendas/{june.pk}/write")
    assert [str(one) for one in june.items.order_by("position")] == [
        "1 Matters arising", "2 Custody visits", "3 Any other business", "4 Next meeting",
    ]  # fmt: skip


def test_it_survives_a_meeting_that_is_moved(march: Item, june: Meeting, get: Get, post: Get) -> None:
    carry(post, march, june)
    post(f"/agendas/{june.pk}/write")
    Meeting.objects.filter(pk=june.pk).update(date=dt.date(2019, 6, 18))
    assert "The agenda is up to date already." in post(f"/agendas/{june.pk}/write").main
    assert "Custody visits" in get(f"/agendas/{june.pk}/").main


def test_and_goes_on_from_a_planned_meeting_to_another_forum(march: Item, june: Meeting, post: Get) -> None:
    carry(post, march, june)
    board = cycle.planned("2019-07-02", make.forum("Service Board"))
    carry(post, june.items.get(), board)
    made = board.items.get()
    assert made.note == "Carried forward from 11 June 2019, Assurance Meeting"
    assert june.items.count() == 1


def test_twice_to_the_same_meeting_is_once(march: Item, june: Meeting, post: Get) -> None:
    carry(post, march, june)
    assert "on the agenda of that meeting already" in carry(post, march, june).main
    assert june.items.count() == 1


def test_taken_off_it_does_not_come_back_by_itself_but_can_be_carried_again(
    march: Item, june: Meeting, post: Get
) -> None:
    carry(post, march, june)
    post(f"/agendas/items/{june.items.get().pk}/take-off")
    post(f"/agendas/{june.pk}/write")
    assert not june.items.filter(title="Custody visits").exists()
    carry(post, march, june)
    assert june.items.filter(title="Custody visits").count() == 1


def test_taken_off_it_can_be_put_back(march: Item, june: Meeting, post: Get) -> None:
    carry(post, march, june)
    post(f"/agendas/items/{june.items.get().pk}/take-off")
    post(f"/agendas/{june.pk}/put-back", proposal=str(june.proposals.get().pk))
    assert june.items.get(title="Custody visits").carried_from == march


@pytest.mark.parametrize("to", ["", "x", "99999", "9" * 40])
def test_a_meeting_is_chosen_from_the_list(to: str, march: Item, june: Meeting, post: Get) -> None:
    page = post(f"/agendas/items/{march.pk}/carry", 400, to=to, why="the visitors were ill")
    assert "Choose" in page.main
    assert page.tree.get_element_by_id("why").get("value") == "the visitors were ill"
    assert not june.items.exists()


def test_only_later_meetings_are_offered(march: Item, june: Meeting, get: Get) -> None:
    cycle.planned("2019-02-12", march.meeting.forum)
    Meeting.objects.filter(pk=cycle.planned("2019-07-09", march.meeting.forum).pk).update(state="cancelled")
    page = get(f"/agendas/items/{march.pk}/carry")
    offered = [one.text_content() for one in page.tree.xpath("//select[@id='to']/option")]
    assert offered == ["Choose a meeting", "11 June 2019, Assurance Meeting"]


def test_a_restricted_item_stays_restricted_where_it_goes(march: Item, june: Meeting, post: Get) -> None:
    mark(row=march, marking=Marking.RESTRICTED, why="operational", note="", by=make.user(), at=make.NOW)
    carry(post, march, june)
    made = june.items.get()
    assert (made.restricted, made.marking, made.marking_why) == (True, "restricted", "operational")


def test_what_the_last_meeting_did_not_come_to_is_proposed(march: Item, june: Meeting, post: Get) -> None:
    Item.objects.create(meeting=march.meeting, position=1, title="Dogs", kind="other", origin="written")
    post(f"/agendas/{june.pk}/write")
    made = june.items.get(title="Dogs")
    assert made.note == "Carried forward from 12 March 2019"
    assert not june.items.filter(title="Custody visits").exists()
