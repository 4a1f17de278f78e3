"""What a check finds is put right by one press."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.audit.models import Event
from answerable.meetings.models import Meeting
from answerable.minuting.models import Line
from answerable.minuting.queries import standing_lines
from tests import cycle
from tests.approving import take, typed
from tests.pages.test_approval import page
from tests.pages.test_two_people import form_of

Get = Callable[..., Any]


def press(client: Client, meeting: Meeting, check: str, **answer: str) -> Any:
    """Press the button beside the first finding of a check."""
    seen = page(client, f"/approval/{meeting.pk}/")
    keys = seen.tree.xpath("//input[@name='finding']/@value")
    key = next(one for one in keys if one.startswith(check))
    address, fields = form_of(seen.tree, "/mend", finding=key)
    client.post(address, {**fields, **answer})
    return page(client, f"/approval/{meeting.pk}/")


def texts(meeting: Meeting) -> list[str]:
    return [line.text for line in standing_lines(meeting)]


@pytest.mark.parametrize(
    ("check", "line", "answer", "mended"),
    [
        ("weekday", "We meet on Monday 14 May 2019.", "", "We meet on Tuesday 14 May 2019."),
        ("action-owner", "ACTION: Share the wait by the end of May", "DCC",
         "ACTION: DCC to share the wait by the end of May"),
        ("action-owner", "ACTION: Waiting times by the hour to be shown by the end of May", "CC",
         "ACTION: Waiting times by the hour to be shown by the end of May (CC)."),
        ("action-owner", "ACTION: ACC Crime and the Chair of the Board to explore a court day in May", "CC",
         "ACTION: ACC Crime and the Chair of the Board to explore a court day in May (CC)."),
        ("action-due", "ACTION: CC to share the wait", "2019-06-30",
         "ACTION: CC to share the wait by 30 June 2019."),
        ("asked-oneself", "The CC asked the CC about waits.", "PCC", "The PCC asked the CC about waits."),
        ("abbreviation", "The LCJB met.", "", "The Local Criminal Justice Board (LCJB) met."),
        ("abbreviation", "The HWG met.", "Harbour Watch Group", "The Harbour Watch Group (HWG) met."),
        ("absent-owner", "ACTION: ACO to buy the seats by the end of May", "DCC",
         "ACTION: DCC to buy the seats by the end of May"),
    ],
)  # fmt: skip
def test_a_line_is_rewritten(
    check: str, line: str, answer: str, mended: str, db: None, client: Client
) -> None:
    meeting = typed(line)
    after = press(client, meeting, check, answer=answer)
    assert mended in texts(meeting)
    assert "Put right." in after.main or check not in after.content.decode()
    assert Event.objects.filter(operation="approval.mend").count() == 1


def test_apologies_are_taken_off(db: None, client: Client) -> None:
    meeting = typed()
    cycle.present(meeting, "Asha Dunmore", "Chief Constable", "CC", status="apologies")
    before = page(client, f"/approval/{meeting.pk}/")
    assert "To be put right before the next step: 1" in before.main
    assert "Mark as checked: not yet. One check stands against them: mend it first." in before.main
    press(client, meeting, "there-and-away")
    assert list(meeting.roll.filter(name="Asha Dunmore").values_list("status", flat=True)) == ["present"]


def test_a_question_without_an_answer_gets_a_line(db: None, client: Client) -> None:
    meeting = typed("The PCC asked how long callers waited.", more=())
    after = press(client, meeting, "unanswered")
    assert "No answer follows" not in after.main
    assert texts(meeting)[1] == "Response: No answer was given at the meeting."


def test_a_promise_becomes_an_action(db: None, client: Client) -> None:
    meeting = typed(
        "The PCC asked about posts.", "The CC said that all posts would be filled by the end of May."
    )
    press(client, meeting, "promise")
    action = meeting.actions.get()
    assert (action.owners_printed, str(action.due), action.draft) == ("CC", "2019-05-31", True)


def test_an_open_line_is_restricted_like_the_other(db: None, client: Client) -> None:
    secret = "The CC said that the Saltmere warehouse will be searched at dawn."
    meeting = typed(secret, "It was noted that the Saltmere warehouse will be searched at dawn on Friday.")
    Line.objects.filter(text=secret).update(marking="restricted", marking_why="operational", restricted=True)
    press(client, meeting, "restricted-words")
    assert meeting.lines.filter(restricted=True, marking_why="operational").count() == 2


def test_nobody_chosen_is_asked_again(db: None, client: Client) -> None:
    meeting = typed("ACTION: Share the wait by the end of May")
    seen = page(client, f"/approval/{meeting.pk}/")
    key = seen.tree.xpath("//input[@name='finding']/@value")[0]
    address, fields = form_of(seen.tree, "/mend", finding=key)
    answer = client.post(address, {**fields, "answer": ""}, follow=True)
    assert "Who is to do it?" in answer.content.decode()
    assert texts(meeting)[0] == "ACTION: Share the wait by the end of May"


def test_a_day_that_is_none_is_refused(db: None, post: Get) -> None:
    meeting = typed("ACTION: CC to share the wait")
    told = post(f"/approval/{meeting.pk}/mend", finding="action-due-x", ask="date", answer="soon")
    assert "Write the date as a day, month and year, such as 27/3/2018." in told.main


def test_what_was_put_right_already_is_gone(db: None, client: Client) -> None:
    meeting = typed("We meet on Monday 14 May 2019.")
    seen = page(client, f"/approval/{meeting.pk}/")
    key = seen.tree.xpath("//input[@name='finding']/@value")[0]
    address, fields = form_of(seen.tree, "/mend", finding=key)
    press(client, meeting, "weekday")
    again = client.post(address, {**fields, "form_key": "another"})
    assert again.status_code == 409
    assert texts(meeting)[0] == "We meet on Tuesday 14 May 2019."


def test_after_the_draft_nothing_is_pressed(db: None, client: Client, post: Get) -> None:
    meeting = take(typed("The LCJB met."), "check")
    seen = page(client, f"/approval/{meeting.pk}/")
    assert "LCJB is used before anything explains it." in seen.main
    assert not seen.tree.xpath("//input[@name='finding']")
    told = post(f"/approval/{meeting.pk}/mend", finding="abbreviation-x")
    assert "Send them back to draft" in told.main
