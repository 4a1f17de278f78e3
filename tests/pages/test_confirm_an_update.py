"""An update is tied to its action, to another one, or to none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.actions.models import ActionUpdate
from answerable.audit.models import Event

Get = Callable[..., Any]


def test_an_update_is_tied_to_the_action_that_was_offered(waiting: ActionUpdate, post: Get) -> None:
    page = post(f"/review/updates/{waiting.pk}/decide", answer="yes")
    assert "Tied to the action that was offered." in page.main
    waiting.refresh_from_db()
    assert waiting.link == "accepted"
    assert waiting.decided_by
    assert waiting.action
    assert waiting.action.number == "A-0003"


def test_an_update_is_about_none(waiting: ActionUpdate, post: Get) -> None:
    assert (
        "Noted: it is about no action that is held."
        in post(f"/review/updates/{waiting.pk}/decide", answer="no").main
    )
    waiting.refresh_from_db()
    assert (waiting.link, waiting.action) == ("rejected", None)


def test_an_update_is_about_another(waiting: ActionUpdate, post: Get) -> None:
    assert (
        "Tied to A-0005."
        in post(f"/review/updates/{waiting.pk}/decide", answer="other", number=" a-0005 ").main
    )
    waiting.refresh_from_db()
    assert waiting.action
    assert waiting.action.number == "A-0005"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [("A-9", "There is no action with the number “A-9”"), ("", "Write the action’s number")],
)
def test_a_number_that_is_none_is_said(number: str, sentence: str, waiting: ActionUpdate, post: Get) -> None:
    page = post(f"/review/updates/{waiting.pk}/decide", 400, answer="other", number=number)
    assert sentence in page.main
    waiting.refresh_from_db()
    assert waiting.link == "waiting"


def test_an_action_that_is_not_earlier_is_refused(waiting: ActionUpdate, post: Get) -> None:
    page = post(f"/review/updates/{waiting.pk}/decide", answer="other", number="A-0007")
    assert "Action A-0007 was given on or after the day of this update." in page.main


def test_a_wrong_number_is_shown_as_it_was_typed(waiting: ActionUpdate, post: Get) -> None:
    page = post(f"/review/updates/{waiting.pk}/decide", 400, answer="other", number="A-99")
    box = page.tree.get_element_by_id(f"update-{waiting.pk}-number")
    assert box.get("value") == "A-99"
    assert page.find("There is no action with the number") == f"#update-{waiting.pk}-number"


def test_rejecting_twice_is_refused_with_a_reason(waiting: ActionUpdate, post: Get) -> None:
    post(f"/review/updates/{waiting.pk}/decide", answer="no")
    page = post(f"/review/updates/{waiting.pk}/decide", answer="no")
    assert "This link is rejected already." in page.main
    assert Event.objects.filter(operation="actions.reject_update").count() == 1


def test_confirming_twice_stays_confirmed(waiting: ActionUpdate, post: Get) -> None:
    for _ in range(2):
        post(f"/review/updates/{waiting.pk}/decide", answer="yes")
    waiting.refresh_from_db()
    assert waiting.link == "accepted"


def test_a_decided_update_is_counted_as_settled(waiting: ActionUpdate, post: Get) -> None:
    page = post(f"/review/updates/{waiting.pk}/decide", answer="yes")
    assert "1 of 2 doubts left, 1 settled" in page.main


def test_it_is_only_done_by_a_form(waiting: ActionUpdate, client: Client) -> None:
    for method in (client.get, client.put, client.delete):
        assert method(f"/review/updates/{waiting.pk}/decide").status_code == 405


def test_an_update_that_is_not_there_is_not_found(db: None, post: Get) -> None:
    assert post("/review/updates/999/decide", 404).heading == "Page not found"


def test_an_answer_that_is_none_changes_nothing(waiting: ActionUpdate, post: Get) -> None:
    assert "Say whether the update" in post(f"/review/updates/{waiting.pk}/decide", answer="perhaps").main
    waiting.refresh_from_db()
    assert waiting.link == "waiting"
