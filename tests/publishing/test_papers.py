"""The papers of a meeting, given out with its agenda."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.meetings.models import Meeting
from answerable.published.queries import part_of, snapshot_at
from answerable.publishing.checking import findings
from tests import factories as make
from tests import publish
from tests.papers_sent import paper

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

WHERE = "wyvern-valley/assurance-meeting/2018-03-27"


@pytest.fixture
def meeting(db: None) -> Meeting:
    made = make.meeting("2018-03-27", state="planned")
    make.item(made, "1", "Answering 101")
    return made


def told() -> list[dict[str, object]]:
    found = snapshot_at(f"{WHERE}/agenda")
    assert found
    return list(part_of(found).read()["papers"])


def test_an_accepted_paper_goes_with_the_agenda_under_a_name_of_ours(meeting: Meeting) -> None:
    paper(meeting, "Callers waited less.")
    publish.published("agenda", meeting)
    [one] = told()
    assert one["name"] == "Answering 101: the paper"
    assert one["path"] == f"{WHERE}/files/answering-101-the-paper.docx"
    assert snapshot_at(str(one["path"]))


@pytest.mark.parametrize("state", ["sent", "returned"])
def test_a_paper_that_is_not_accepted_does_not(meeting: Meeting, state: str) -> None:
    paper(meeting, "Callers waited less.", state=state)
    publish.published("agenda", meeting)
    assert told() == []


def test_a_restricted_paper_does_not(meeting: Meeting) -> None:
    document = paper(meeting, "Callers waited less.")
    Document.objects.filter(pk=document.pk).update(restricted=True, marking="restricted")
    publish.published("agenda", meeting)
    assert told() == []


def test_a_paper_that_holds_what_is_left_out_does_not(meeting: Meeting) -> None:
    paper(meeting, "Mrs Quillfeather waited nine hours.")
    publish.redaction(meeting, "Mrs Quillfeather")
    publish.published("agenda", meeting)
    assert told() == []


def test_what_a_paper_says_is_checked(meeting: Meeting) -> None:
    paper(meeting, "Ring 01632 960123.")
    made = publish.put("agenda", meeting, asked=True)
    assert [one["code"] for one in findings(made)] == ["telephone"]
    assert made.scanned_at is None


def test_a_paper_that_cannot_be_cleaned_stops_it(meeting: Meeting) -> None:
    paper(meeting, "", content=b"Callers waited less.")
    with pytest.raises(Refusal, match="Save it as PDF or DOCX"):
        publish.put("agenda", meeting)


def scanned(said: str) -> bytes:
    made = Image.new("L", (900, 200), 255)
    ImageDraw.Draw(made).text((30, 70), said, 0, ImageFont.load_default(44))
    written = io.BytesIO()
    made.save(written, "PDF", resolution=100)
    return written.getvalue()


@pytest.mark.needs("tesseract")
@pytest.mark.parametrize("said", ["Mrs Quillfeather waited", ""])
def test_a_scan_that_holds_what_is_left_out_or_cannot_be_read_does_not(meeting: Meeting, said: str) -> None:
    paper(meeting, "A scan.", content=scanned(said))
    publish.redaction(meeting, "Mrs Quillfeather")
    publish.published("agenda", meeting)
    assert told() == []
