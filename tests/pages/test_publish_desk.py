"""The desk of publication: what waits, what is due, what is not public yet."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.core.permissions.markings import Marking
from answerable.intake.operations.marking import mark
from answerable.publishing.operations.redacting import redact
from tests import factories as make
from tests import publish
from tests.publishing_pages import auditor, board, officer

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_it_is_quiet_where_nothing_is_to_be_done() -> None:
    said = officer().open("/publishing/").main
    assert "Nothing waits for a decision." in said
    assert "All minutes that can be public are, or wait above" in said
    assert "Nothing was published yet." in said


def test_minutes_that_are_not_public_come_the_oldest_first() -> None:
    for day in ("2018-05-22", "2018-03-27", "2018-04-24"):
        board(day)
    page = officer().open("/publishing/")
    assert "3 meetings’ minutes are not public" in page.main
    days = [link.text_content() for link in page.tree.xpath("//h2[@id='unpublished']/following::ul[1]//a")]
    assert [day.split(", ")[1] for day in days] == ["27 March 2018", "24 April 2018", "22 May 2018"]


def test_draft_minutes_are_not_among_them() -> None:
    meeting = board()
    meeting.minutes_state = "draft"
    meeting.save()
    assert "are not public" not in officer().open("/publishing/").main
    assert "not approved yet" in officer().open(f"/publishing/meetings/{meeting.pk}/").main


def test_it_tells_how_far_each_has_come() -> None:
    publish.published("office")
    publish.put("minutes", board(), title="Minutes of March")
    said = officer().open("/publishing/").main
    assert "1 publication waits for a decision" in said
    assert "Minutes of March" in said
    assert "Public, decided 2 May 2019, 10am by Dara Decides, number 1" in said


def test_an_embargo_is_told() -> None:
    publish.published("office", opens_at=publish.AT + dt.timedelta(days=3), title="About us")
    assert "About us, until 5 May 2019, 10am" in officer().open("/publishing/").main


def test_a_correction_is_due_once_something_more_is_left_out() -> None:
    meeting = board()
    publish.published("minutes", meeting)
    assert "due" not in officer().open("/publishing/").main
    redact(
        meeting=meeting, what="name", words="Quillfeather", category="personal", reason="She asked.",
        by=make.user(), at=publish.AT + dt.timedelta(hours=1),
    )  # fmt: skip
    assert "1 correction is due" in officer().open("/publishing/").main


def test_a_correction_is_due_once_a_line_is_restricted() -> None:
    meeting = board()
    publish.published("minutes", meeting)
    mark(
        row=meeting.entries.get(), marking=Marking.RESTRICTED, why="personal", note="", by=make.user(),
        at=publish.AT + dt.timedelta(hours=1),
    )  # fmt: skip
    page = officer().open("/publishing/")
    assert "1 correction is due" in page.main
    assert page.find("Assurance Meeting, 27 March 2018") == f"/publishing/meetings/{meeting.pk}/"


def test_the_auditor_reads_and_changes_nothing() -> None:
    page = auditor().open("/publishing/")
    assert "Publish as it stands today" not in page.main
    board_of = board()
    shown = auditor().open(f"/publishing/meetings/{board_of.pk}/")
    assert "Put these minutes forward" not in shown.main
    assert "leave out" not in shown.main
