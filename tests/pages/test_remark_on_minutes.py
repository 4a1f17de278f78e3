"""The force says what is not accurate, line by line, and the office answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.core.permissions.roles import Role
from answerable.minuting.models import Remark
from tests import approving, cycle
from tests import factories as make
from tests.approving import SAID, line, until
from tests.pages.test_approval import browser, form_in, page

Get = Callable[..., Any]


def test_a_remark_on_a_line_and_its_answer(db: None, client: Client) -> None:
    meeting = until("seen")
    force = browser(Role.CONTRIBUTOR)
    lines = page(force, f"/approval/{meeting.pk}/lines/")
    there = lines.tree.xpath(f"//li[@id='line-{line(meeting, SAID).pk}']//a/@href")[0]
    _, fields = form_in(page(force, there))
    force.post(there, {**fields, "text": "It was three minutes."})
    remark = Remark.objects.get()
    assert (remark.quote, remark.text) == (SAID, "It was three minutes.")
    office = page(client, f"/approval/{meeting.pk}/")
    assert "It was three minutes." in office.main
    assert "Not answered yet" in office.main
    form = page(client, f"/approval/remarks/{remark.pk}/")
    _, fields = form_in(form)
    answer = {**fields, "answer": "accepted", "text": "The CC said that they waited three minutes."}
    client.post(f"/approval/remarks/{remark.pk}/", answer)
    told = page(force, f"/approval/{meeting.pk}/lines/").main
    assert "they waited three minutes" in told
    assert "It was three minutes. Accepted" in told


def test_a_declined_remark_says_why(db: None, client: Client) -> None:
    meeting = until("seen")
    remark = cycle.remark(line(meeting, SAID))
    where = f"/approval/remarks/{remark.pk}/"
    _, fields = form_in(page(client, where))
    again = client.post(where, {**fields, "answer": "declined", "text": SAID, "words": ""})
    assert again.status_code == 400
    assert "Say in a few words why it stays as it is" in again.content.decode()
    client.post(where, {**fields, "answer": "declined", "words": "The tape says two."})
    assert "Not accepted" in page(client, f"/approval/{meeting.pk}/").main
    assert line(meeting, SAID)


def test_nothing_chosen_keeps_what_was_typed(db: None, client: Client) -> None:
    meeting = until("seen")
    remark = cycle.remark(line(meeting, SAID))
    where = f"/approval/remarks/{remark.pk}/"
    _, fields = form_in(page(client, where))
    again = client.post(where, {**fields, "text": "Half an hour of typing"})
    assert again.status_code == 400
    assert "Choose whether it is accepted" in again.content.decode()
    assert "Half an hour of typing" in again.content.decode()


def test_an_empty_remark_is_asked_again(db: None) -> None:
    meeting = until("seen")
    where = f"/approval/{meeting.pk}/remark?line={line(meeting, SAID).pk}"
    force = browser(Role.CHIEF_OFFICER)
    _, fields = form_in(page(force, where))
    assert force.post(where, {**fields, "text": " "}).status_code == 400
    assert not Remark.objects.exists()


def test_one_on_the_whole(db: None) -> None:
    meeting = until("seen")
    force = browser(Role.CHIEF_OFFICER)
    where = f"/approval/{meeting.pk}/remark"
    _, fields = form_in(page(force, where))
    force.post(where, {**fields, "text": "The venue is missing."})
    assert Remark.objects.get().line is None
    assert "On the whole" in page(force, f"/approval/{meeting.pk}/").main


@pytest.mark.parametrize("state", ["draft", "agreed", "approved"])
def test_before_and_after_no_remark_is_taken(state: str, db: None) -> None:
    meeting = until(state)
    force = browser(Role.CONTRIBUTOR)
    assert "they are not now" in page(force, f"/approval/{meeting.pk}/remark").main
    force.post(f"/approval/{meeting.pk}/remark", {"text": "Too soon."})
    assert not Remark.objects.exists()


def test_sent_twice_it_is_one(db: None) -> None:
    meeting = until("seen")
    force = browser(Role.CONTRIBUTOR)
    where = f"/approval/{meeting.pk}/remark"
    _, fields = form_in(page(force, where))
    for _ in range(2):
        force.post(where, {**fields, "text": "The venue is missing."})
    assert Remark.objects.count() == 1


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.COMMISSIONER, Role.AUDITOR, Role.PANEL_READER])
def test_remarks_are_the_force_s(role: Role, db: None) -> None:
    meeting = until("seen")
    assert browser(role).get(f"/approval/{meeting.pk}/remark").status_code == 403


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.CHIEF_OFFICER, Role.AUDITOR])
def test_answers_are_the_office_s(role: Role, db: None) -> None:
    remark = cycle.remark(line(until("seen"), SAID))
    assert browser(role).get(f"/approval/remarks/{remark.pk}/").status_code == 403


def test_a_remark_of_another_office_is_not_there(db: None, get: Get) -> None:
    with make.in_office(make.office("Otterdale")):
        remark = cycle.remark(line(approving.typed(), SAID))
    get(f"/approval/remarks/{remark.pk}/", 404)


def test_a_line_of_another_meeting_is_not_taken(db: None) -> None:
    meeting, other = until("seen"), until("seen", date="2019-04-16")
    force = browser(Role.CONTRIBUTOR)
    told = page(force, f"/approval/{meeting.pk}/remark?line={line(other, SAID).pk}")
    assert "This line is not in the minutes any more." in told.main
