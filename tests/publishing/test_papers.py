"""The papers of a meeting, given out with its agenda."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from answerable.core.minutes.sheet import Heading, Sheet, Text
from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.meetings.models import Item, Meeting
from answerable.papers.models import NoteVersion
from answerable.published.models import Snapshot
from answerable.published.queries import part_of, snapshot_at
from answerable.publishing.checking import findings, open_findings
from answerable.publishing.models import Publication
from answerable.publishing.operations import decide
from answerable.writers.files import write
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


def again(document: Document, said: str) -> None:
    """The newest version of the same paper."""
    first = NoteVersion.objects.get(document=document)
    sheet = Sheet("Briefing", [Heading("Calls"), Text(said)])
    newer = make.document(said, "DCI draft v4.docx", write(sheet, "docx"))
    NoteVersion.objects.create(
        note=first.note, number=2, document=newer, name=newer.name, sent_at=publish.AT, sent_by=make.user()
    )


def test_a_paper_that_was_left_out_stays_so_when_it_comes_anew(meeting: Meeting) -> None:
    document = paper(meeting, "Callers waited less.")
    publish.redaction(meeting, what="file", document=document)
    again(document, "Callers waited less, and where.")
    publish.published("agenda", meeting)
    assert told() == []


def test_a_paper_that_was_restricted_after_it_was_put_forward_stops_the_decision(meeting: Meeting) -> None:
    document = paper(meeting, "Callers waited less.")
    made = publish.put("agenda", meeting)
    Document.objects.filter(pk=document.pk).update(restricted=True, marking="restricted")
    with pytest.raises(Refusal, match="has changed since this was put forward"):
        decide(publication=made, as_role="commissioner", by=publish.second_person(), at=publish.AT)


def test_a_paper_about_an_item_that_is_restricted_does_not_go(meeting: Meeting) -> None:
    Item.objects.filter(pk=make.item(meeting, "2", "The death in Ashmead cells").pk).update(restricted=True)
    paper(meeting, "Of the death in Ashmead cells nothing is known.")
    publish.published("agenda", meeting)
    assert told() == []


def test_papers_of_like_titles_have_an_address_each_and_keep_it(meeting: Meeting) -> None:
    titles = ["Minutes", "Paper", "???", "Report", "Report 2", "Report"]
    documents = [paper(meeting, f"Version {at}.", title=title) for at, title in enumerate(titles)]
    publish.published("agenda", meeting)
    before = {one["name"]: one["path"] for one in told()}
    assert len({one["path"] for one in told()}) == len(titles)
    first = f"{WHERE}/files/report.docx"
    assert before["Report"] != first  # the later of the two
    publish.redaction(meeting, what="file", document=documents[3])
    publish.published("agenda", meeting, at=publish.AT + dt.timedelta(days=1))
    assert {one["name"]: one["path"] for one in told()} == before
    assert snapshot_at(first).state == "withdrawn"  # type: ignore[union-attr]


def test_what_was_let_stand_of_the_pictures_of_a_file_says_nothing_of_another_file(meeting: Meeting) -> None:
    document = paper(meeting, "A scan.", content=scanned(""))
    publish.put("agenda", meeting)
    assert not open_pictures(publish.put("agenda", meeting, asked=True))
    other = make.document("B", "b.pdf", scanned(" ."))
    Document.objects.filter(pk=document.pk).update(content=other.content.name)
    assert open_pictures(publish.put("agenda", meeting, asked=True))


def open_pictures(made: Publication) -> list[str]:
    return [one["quote"] for one in open_findings(made) if one["code"] == "pictures"]


def test_what_an_agenda_keeps_back_now_cannot_be_read_in_the_version_before(meeting: Meeting) -> None:
    make.item(meeting, "2", "Calls of Mrs Thistlewood")
    publish.published("agenda", meeting)
    publish.redaction(meeting, "Mrs Thistlewood")
    publish.published("agenda", meeting, at=publish.AT + dt.timedelta(days=1))
    assert not any(b"Thistlewood" in bytes(one.content) for one in Snapshot.objects.all())
