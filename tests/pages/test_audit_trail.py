"""The audit trail as a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.test import Client

from answerable.audit.operations import record, sign_head
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests.pages.conftest import Page
from tests.signing import person_with, sign_in

Get = Callable[..., Any]


@pytest.fixture
def auditor(db: None) -> Client:
    return sign_in(Client(), person_with(Role.AUDITOR, make.office()))


@pytest.fixture
def events(archive: list[Any]) -> None:
    officer = person_with(Role.POLICY_OFFICER, make.office())
    for number in range(60):
        record(
            by=officer, at=make.NOW, operation="intake.correct_line", about=archive[0],
            office_id=make.office().pk, summary=f"Corrected line {number}.",
        )  # fmt: skip
    record(
        by=None,
        at=make.NOW,
        operation="accounts.sign_in_failed",
        office_id=make.office().pk,
        summary="Refused.",
    )
    record(
        by=officer, at=make.NOW, operation="topics.decide_topic", office_id=make.office("Otterdale").pk,
        summary="Something of another office.",
    )  # fmt: skip


def look(client: Client, path: str = "/audit/", status: int = 200) -> Page:
    response = client.get(path)
    assert response.status_code == status
    return Page(response, lxml.html.document_fromstring(response.content.decode()))


def test_the_newest_first_fifty_to_a_page(events: None, auditor: Client) -> None:
    page = look(auditor)
    assert "61 events, 1 to 50 shown" in page.main
    assert page.rows()[0][2:] == ["nobody signed in", "Refused. sign in failed"]
    assert "Corrected line 59." in page.rows()[1][3]
    assert len(look(auditor, "/audit/?page=2").rows()) == 11


def test_what_it_was_about_is_led_to(events: None, auditor: Client, archive: list[Any]) -> None:
    assert f"/meetings/{archive[0].pk}/" in look(auditor).links


def test_another_offices_events_are_not_here(events: None, auditor: Client) -> None:
    assert "Something of another office." not in look(auditor, "/audit/?operation=topics.decide_topic").main


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("operation=intake.correct_line", "60 events"),
        ("operation=accounts.sign_in_failed", "1 event"),
        ("since=2019-05-02&until=2019-05-02", "61 events"),
        ("since=2019-05-03", "0 events"),
        ("until=2019-05-01", "0 events"),
    ],
)
def test_the_filters(events: None, auditor: Client, query: str, count: str) -> None:
    assert count in look(auditor, f"/audit/?{query}").main


def test_one_persons_events(events: None, auditor: Client) -> None:
    officer = person_with(Role.POLICY_OFFICER, make.office())
    assert "60 events" in look(auditor, f"/audit/?by={officer.pk}").main


def test_a_day_that_is_none_is_said(db: None, auditor: Client) -> None:
    assert "Write the first day as a day, month and year" in look(auditor, "/audit/?since=soon", 400).main


def test_a_policy_officer_is_told_who_may(db: None, get: Get) -> None:
    assert "may read the audit trail. Your role is policy officer." in get("/audit/", 403).main


def test_the_last_head_is_for_everybody_and_says_nothing_of_the_record(events: None, auditor: Client) -> None:
    assert Client().get("/audit/head.txt").status_code == 404
    sign_head(at=make.NOW)
    answer = Client().get("/audit/head.txt")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "Corrected" not in answer.content.decode()
    assert "sequence 6" in answer.content.decode()
    assert "the last head" in look(auditor).main
