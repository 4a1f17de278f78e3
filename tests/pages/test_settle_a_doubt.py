"""A doubt is settled: the line is right as it was read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from django.test import Client

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.meetings.models import Warning as MeetingWarning
from tests import factories as make
from tests.signing import person_with, sign_in

Get = Callable[..., Any]


def test_right_as_read_settles_it(doubt: MeetingWarning, post: Get) -> None:
    page = post(f"/review/warnings/{doubt.pk}/settle")
    assert "Noted: it is right as it was read." in page.main
    assert "1 of 2 doubts left, 1 settled" in page.main
    doubt.refresh_from_db()
    assert doubt.settled_by
    assert doubt.settled_at == dt.datetime(2019, 5, 2, 9, 0, tzinfo=dt.UTC)
    event = Event.objects.get(operation="meetings.settle_warning")
    assert event.by == doubt.settled_by


def test_settling_twice_is_refused_with_a_reason(doubt: MeetingWarning, post: Get) -> None:
    post(f"/review/warnings/{doubt.pk}/settle")
    page = post(f"/review/warnings/{doubt.pk}/settle")
    assert "This warning is settled already." in page.main
    assert Event.objects.filter(operation="meetings.settle_warning").count() == 1


def test_a_form_of_another_site_does_nothing(doubt: MeetingWarning) -> None:
    strict = sign_in(Client(enforce_csrf_checks=True), person_with(Role.POLICY_OFFICER, make.office()))
    answer = strict.post(f"/review/warnings/{doubt.pk}/settle")
    assert answer.status_code == 403
    assert "This form is out of date" in answer.content.decode()
    doubt.refresh_from_db()
    assert doubt.settled_at is None


def test_the_forms_carry_their_key(doubt: MeetingWarning) -> None:
    strict = sign_in(Client(enforce_csrf_checks=True), person_with(Role.POLICY_OFFICER, make.office()))
    html = strict.get(f"/review/meetings/{doubt.meeting_id}/").content.decode()
    key = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    assert key
    answer = strict.post(f"/review/warnings/{doubt.pk}/settle", {"csrfmiddlewaretoken": key[1]})
    assert answer.status_code == 302


def test_it_is_only_done_by_a_form(doubt: MeetingWarning, client: Client) -> None:
    for method in (client.get, client.put, client.delete):
        assert method(f"/review/warnings/{doubt.pk}/settle").status_code == 405
    doubt.refresh_from_db()
    assert doubt.settled_at is None


def test_a_doubt_that_is_not_there_is_not_found(db: None, post: Get) -> None:
    assert post("/review/warnings/999/settle", 404).heading == "Page not found"


def test_it_leads_back_to_the_page_that_it_stood_on(march: Meeting, get: Get, client: Client) -> None:
    line = march.entries.all()[0]
    for _ in range(22):
        make.warning(line)
    page = get(f"/review/meetings/{march.pk}/?page=2")
    address = page.tree.xpath("//form[contains(@action, 'settle')]/@action")[-1]
    assert client.post(address)["Location"] == f"/review/meetings/{march.pk}/?page=2"
    march.warnings.filter(pk__in=march.warnings.values_list("pk")[:5]).update(settled_at=make.NOW)
    left = march.warnings.filter(settled_at=None).first()
    assert left
    after = client.post(f"/review/warnings/{left.pk}/settle?page=2")
    assert after["Location"] == f"/review/meetings/{march.pk}/"
