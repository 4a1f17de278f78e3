"""A person says which forum took the place of which."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.audit.models import Event
from answerable.meetings.models import Forum, Meeting
from tests import factories as make

Get = Callable[..., Any]


@pytest.fixture
def board(archive: list[Meeting]) -> Forum:
    found = make.forum("Accountability Board")
    make.meeting("2019-04-09", of=found)
    return found


def test_it_is_said_which_took_over(board: Forum, get: Get, post: Get) -> None:
    first = make.forum()
    page = post(f"/meetings/forums/{board.pk}/succeed", succeeds=str(first.pk))
    assert "Noted: Accountability Board took over from Assurance Meeting." in page.main
    board.refresh_from_db()
    assert board.succeeds == first
    assert board.succession_decided_at
    assert "Continues as Accountability Board" in page.main
    assert "Took over from Assurance Meeting (a person said so)" in page.main
    assert (
        "Accountability Board took over from Assurance Meeting." in get(f"/meetings/?forum={first.pk}").main
    )


def test_the_actions_are_followed_in_the_new_forum_at_once(board: Forum, get: Get, post: Get) -> None:
    action = make.Action.objects.get(number="A-0002")
    post(f"/meetings/forums/{board.pk}/succeed", succeeds=str(make.forum().pk))
    assert "2019" in get(f"/actions/{action.pk}/").main
    assert "to 9 April 2019, 2 meetings one after another" in get(f"/actions/{action.pk}/").main
    assert not Meeting.objects.filter(settled=False).exists()


def test_what_was_told_from_the_minutes_is_asked_about_and_taken_back(
    board: Forum, get: Get, post: Get
) -> None:
    Forum.objects.filter(pk=board.pk).update(succeeds=make.forum())
    page = get("/meetings/forums/")
    assert "Took over from Assurance Meeting (told from the minutes)" in page.main
    assert "Is that right?" in page.main
    after = post(f"/meetings/forums/{board.pk}/succeed", succeeds="none")
    assert "Accountability Board took over from no other forum." in after.main
    board.refresh_from_db()
    assert board.succeeds is None
    assert board.succession_decided_at


@pytest.mark.parametrize("value", ["", "x", "99999", "-1", "9" * 40])
def test_a_forum_that_is_not_on_the_list_is_refused(value: str, board: Forum, post: Get) -> None:
    page = post(f"/meetings/forums/{board.pk}/succeed", succeeds=value)
    assert "Choose from the list which forum it took over from." in page.main
    board.refresh_from_db()
    assert board.succession_decided_at is None


def test_no_forum_takes_over_from_its_own_successor(board: Forum, get: Get, post: Get) -> None:
    first = make.forum()
    post(f"/meetings/forums/{board.pk}/succeed", succeeds=str(first.pk))
    assert not get("/meetings/forums/").tree.xpath(f"//select[@id='succeeds-{first.pk}']")
    page = post(f"/meetings/forums/{first.pk}/succeed", succeeds=str(board.pk))
    assert "cannot succeed" in page.main
    first.refresh_from_db()
    assert first.succeeds is None


def test_saying_it_twice_says_it_twice_and_changes_nothing(board: Forum, post: Get) -> None:
    for _ in range(2):
        post(f"/meetings/forums/{board.pk}/succeed", succeeds=str(make.forum().pk))
    assert Event.objects.filter(operation="meetings.succeed_forum").count() == 2
    board.refresh_from_db()
    assert board.succeeds == make.forum()


def test_it_is_only_done_by_a_form(board: Forum, client: Client) -> None:
    for method in (client.get, client.put, client.delete):
        assert method(f"/meetings/forums/{board.pk}/succeed").status_code == 405


def test_a_forum_that_is_not_there_is_not_found(db: None, post: Get) -> None:
    assert post("/meetings/forums/999/succeed", 404).heading == "Page not found"
