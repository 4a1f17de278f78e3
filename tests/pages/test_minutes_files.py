"""Minutes out as files, and read again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from answerable.audit.models import Event
from answerable.core.minutes.grammar import read_minutes
from answerable.core.minutes.printing import Unprintable
from answerable.core.permissions.markings import Marking
from answerable.core.permissions.roles import Role
from answerable.intake.operations import mark
from answerable.intake.operations.storing import store
from answerable.intake.queries import record_of
from answerable.meetings.models import Item, Meeting
from answerable.meetings.rows import NewMeeting
from answerable.readers import read
from tests import factories as make
from tests.approving import ASKED, NOTED, SAID, TASK, take, until
from tests.pages.test_approval import browser

SAMPLE = Path(__file__).resolve().parents[2] / "sample" / "minutes"
FORMS = ("html", "docx", "pdf")
LEFT_OUT = {"source", "paragraph", "furniture", "warnings", "format"}


def same(record: Any) -> Any:
    """A record without what depends on the file it was read from."""
    if isinstance(record, dict):
        return {
            key: same(value)
            for key, value in record.items()
            if key not in LEFT_OUT and key != "owners_source"
        }
    return [same(one) for one in record] if isinstance(record, list) else record


def file(client: Client, meeting: Meeting, form: str) -> Any:
    answer = client.get(f"/approval/{meeting.pk}/minutes.{form}")
    assert answer.status_code == 200, answer
    return answer


def text_of(client: Client, meeting: Meeting, form: str) -> str:
    answer = file(client, meeting, form)
    return read(answer.content, f"minutes.{form}").text


@pytest.mark.parametrize("form", FORMS)
def test_a_file_is_read_as_the_same_record(form: str, db: None, client: Client) -> None:
    meeting = until("approved")
    answer = file(client, meeting, form)
    again = read_minutes(read(answer.content, f"minutes.{form}"))
    assert same(again) == same(record_of(meeting))
    assert (
        answer.headers["Content-Disposition"] == f'attachment; filename="assurance-meeting-2019-04-09.{form}"'
    )


@pytest.mark.parametrize("state", ["draft", "checked", "agreed", "seen"])
def test_until_they_are_approved_every_page_says_draft(state: str, db: None, client: Client) -> None:
    meeting = until(state)
    text = text_of(client, meeting, "docx")
    assert "DRAFT – not approved" in text
    for words in (ASKED, SAID, TASK.removeprefix("ACTION: ")):
        assert words in " ".join(text.split())


def test_approved_minutes_do_not(db: None, client: Client) -> None:
    assert "DRAFT" not in text_of(client, until("approved"), "html")


@pytest.fixture
def imported(db: None) -> Meeting:
    """A meeting of the sample archive."""
    path = SAMPLE / "2024-06.docx"
    record = read_minutes(read(path.read_bytes(), path.name))
    day = dt.date.fromisoformat(str(record["meeting"]["date"]))
    new = NewMeeting(record, make.forum(str(record["meeting"]["forum"])), day, "a" * 64)
    return store(make.office(), [new], by=make.user(), at=make.NOW)[0].meeting


def restrict(item: Item) -> None:
    mark(row=item, marking=Marking.RESTRICTED, why="operational", note="", by=make.user(), at=make.NOW)


def test_imported_minutes_come_out_too(imported: Meeting, client: Client) -> None:
    for form in FORMS:
        again = read_minutes(read(file(client, imported, form).content, f"minutes.{form}"))
        assert same(again) == same(record_of(imported)), form


def test_a_restricted_part_is_left_out_and_it_says_so(imported: Meeting, client: Client) -> None:
    item = imported.items.order_by("position")[6]
    words = item.entries.filter(kind="question")[0].text
    restrict(item)
    for form in FORMS:
        for_panel = " ".join(text_of(browser(Role.PANEL_READER), imported, form).split())
        assert words not in for_panel
        assert "1 part of these minutes cannot be shown here." in for_panel
    whole = " ".join(text_of(client, imported, "html").split())
    assert words in whole
    assert "cannot be shown" not in whole


def test_whoever_is_given_a_restricted_part_leaves_an_event(imported: Meeting, db: None) -> None:
    restrict(imported.items.order_by("position")[6])
    auditor = browser(Role.AUDITOR)
    before = Event.objects.filter(operation="view").count()
    file(auditor, imported, "html")
    assert Event.objects.filter(operation="view").count() == before + 1


@pytest.mark.parametrize("form", ["exe", "xlsx", "json"])
def test_another_form_is_not_there(form: str, imported: Meeting, client: Client) -> None:
    assert client.get(f"/approval/{imported.pk}/minutes.{form}").status_code == 404


def test_a_meeting_ahead_has_no_minutes(db: None, client: Client) -> None:
    ahead = make.meeting("2019-07-09", state="planned")
    assert client.get(f"/approval/{ahead.pk}/minutes.pdf").status_code == 404


def test_the_force_has_them_once_they_are_sent(db: None) -> None:
    force = browser(Role.CONTRIBUTOR)
    assert force.get(f"/approval/{until('agreed').pk}/minutes.html").status_code == 404
    assert SAID in text_of(force, until("seen", date="2019-04-16"), "html")


def test_typed_minutes_leave_out_what_is_restricted_too(db: None) -> None:
    meeting = until("seen")
    restrict(meeting.items.order_by("position")[1])
    take(meeting, "approve")
    panel = browser(Role.PANEL_READER)
    for form in FORMS:
        text = " ".join(text_of(panel, meeting, form).split())
        assert SAID in text
        assert NOTED not in text
        assert "1 part of these minutes cannot be shown here." in text


def test_one_line_that_is_restricted_is_one_part(imported: Meeting) -> None:
    entry = imported.entries.filter(kind="note").order_by("position")[0]
    mark(row=entry, marking=Marking.RESTRICTED, why="personal", note="", by=make.user(), at=make.NOW)
    text = " ".join(text_of(browser(Role.PANEL_READER), imported, "html").split())
    assert entry.text not in text
    assert "1 part of these minutes cannot be shown here." in text


def test_what_cannot_be_printed_the_same_is_refused_in_a_sentence(
    imported: Meeting, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise Unprintable("This line cannot be printed so that it reads the same: “X”.")

    monkeypatch.setattr("answerable.workspace.approval.files.print_minutes", refuse)
    answer = client.get(f"/approval/{imported.pk}/minutes.pdf")
    assert answer.status_code == 400
    assert "This line cannot be printed so that it reads the same" in answer.content.decode()
