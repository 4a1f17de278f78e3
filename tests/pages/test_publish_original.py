"""The file that minutes were read from is given out where somebody decided so, and goes with what it says."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from answerable.core.minutes.sheet import Heading, Sheet, Text
from answerable.documents.models import Document
from answerable.meetings.models import Meeting
from answerable.publishing.models import Publication
from answerable.writers.files import write
from tests import factories as make
from tests import publish
from tests.publishing_pages import auditor, commissioner, officer

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

WHERE = "/wyvern-valley/assurance-meeting/2018-03-27"
LINK = "The minutes as they were published at the time"
SAID = "Callers waited less, said Mrs Quillfeather."


def read_from(content: bytes | None = None) -> Meeting:
    """Published minutes of a meeting that were read from a Word file."""
    sheet = Sheet("Minutes", [Heading("Calls"), Text(SAID)])
    document = make.document(SAID, "Mins final FINAL.docx", content or write(sheet, "docx"))
    meeting = make.meeting("2018-03-27", document=document)
    make.entry(make.item(meeting, "1", "Calls"), "note", SAID)
    publish.published("minutes", meeting)
    return meeting


def decided(meeting: Meeting) -> Publication:
    petra, dara = officer(), commissioner()
    petra.open(f"/publishing/meetings/{meeting.pk}/original")
    petra.send("/original")
    made = Publication.objects.get(subject="original")
    publish.let_stand(made)
    dara.open(f"/publishing/{made.pk}/")
    dara.send("/decide")
    return made


def test_it_is_given_out_when_two_people_say_so() -> None:
    meeting = read_from()
    assert LINK not in Client().get(WHERE).content.decode()
    petra = officer()
    petra.open(petra.open(f"/publishing/meetings/{meeting.pk}/").find("Publish the original, too"))
    assert petra.page
    assert "as it looked at the time" in petra.page.main
    decided(meeting)
    page = Client().get(WHERE).content.decode()
    assert LINK in page
    assert f"{WHERE}/files/original.docx" in page
    given = Client().get(f"{WHERE}/files/original.docx")
    assert given.status_code == 200
    assert b"Mins final" not in given.content
    assert "original.docx" in given["Content-Disposition"]


def test_what_the_checks_find_in_it_asks_a_person() -> None:
    meeting, petra = read_from(), officer()
    petra.open(f"/publishing/meetings/{meeting.pk}/original")
    after = petra.send("/original").main
    made = Publication.objects.get(subject="original")
    assert made.scanned_at is None
    assert "Mrs Quillfeather" in after


def test_one_that_holds_what_is_left_out_is_refused() -> None:
    meeting, petra = read_from(), officer()
    publish.redaction(meeting, "Mrs Quillfeather")
    petra.open(f"/publishing/meetings/{meeting.pk}/original")
    assert (
        "Something is left out of these minutes that stands in the original" in petra.send("/original").main
    )
    assert not Publication.objects.filter(subject="original").exists()


def test_it_goes_when_something_is_left_out_of_its_minutes() -> None:
    meeting = read_from()
    decided(meeting)
    publish.redaction(meeting, "Mrs Quillfeather")
    made = Publication.objects.filter(subject="minutes").latest("pk")
    publish.published("minutes", meeting, doing="correct", note="A name.", follows=made,
                      at=made.put_forward_at + dt.timedelta(hours=1))  # fmt: skip
    assert Client().get(f"{WHERE}/files/original.docx").status_code == 410
    assert LINK not in Client().get(WHERE).content.decode()


def test_it_goes_with_minutes_that_are_withdrawn() -> None:
    meeting = read_from()
    decided(meeting)
    minutes, dara = Publication.objects.get(subject="minutes"), commissioner()
    dara.open(f"/publishing/{minutes.pk}/withdraw")
    dara.send("/withdraw", note="Not approved.", sure="yes")
    assert Client().get(f"{WHERE}/files/original.docx").status_code == 410


def test_it_is_not_given_out_before_its_minutes() -> None:
    meeting = make.meeting("2018-03-27", document=make.document(SAID, "a.docx"))
    petra = officer()
    petra.open(f"/publishing/meetings/{meeting.pk}/original")
    assert "Publish the minutes first" in petra.send("/original").main


def test_a_restricted_one_and_one_that_cannot_be_cleaned_are_refused() -> None:
    meeting, petra = read_from(b"No file of any kind."), officer()
    petra.open(f"/publishing/meetings/{meeting.pk}/original")
    assert "The original cannot be given out." in petra.send("/original").main
    Document.objects.filter(pk=meeting.document_id).update(restricted=True, marking="restricted")
    petra.open(f"/publishing/meetings/{meeting.pk}/original")
    assert "The original is restricted" in petra.send("/original").main


def test_others_may_not() -> None:
    meeting = make.meeting("2018-03-27", document=make.document(SAID, "a.docx"))
    auditor().open(f"/publishing/meetings/{meeting.pk}/original", 403)
    assert Client().get(f"/publishing/meetings/{meeting.pk}/original").status_code == 302
    officer().open(f"/publishing/meetings/{make.meeting('2018-04-24').pk}/original", 404)
    officer().open("/publishing/meetings/987654/original", 404)
