"""An agenda with its papers is put forward, decided, and read by everybody; a paper is left out of it."""

from __future__ import annotations

import pytest
from django.test import Client

from answerable.documents.models import Document
from answerable.meetings.models import Meeting
from answerable.papers.models import NoteVersion
from answerable.publishing.models import Publication, Redaction
from tests import factories as make
from tests import publish
from tests.papers_sent import paper
from tests.publishing_pages import auditor, commissioner, officer

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

WHERE = "/wyvern-valley/assurance-meeting/2018-03-27"
ANSWERS = {"category": "operational", "reason": "It tells where the cells are."}


def planned() -> Meeting:
    """A meeting ahead of an office that is public."""
    publish.published("office")
    made = make.meeting("2018-03-27", state="planned")
    make.item(made, "1", "Answering 101")
    return made


def version_of(document: Document) -> NoteVersion:
    return NoteVersion.objects.get(document=document)


def test_it_goes_out_with_its_papers_by_two_people() -> None:
    meeting = planned()
    paper(meeting, "Callers waited less.")
    petra, dara = officer(), commissioner()
    petra.open(petra.open(f"/agendas/{meeting.pk}/").find("Publish it"))
    assert petra.page
    assert "1 paper goes with it" in petra.page.main
    after = petra.send("/agenda")
    assert "Put forward. It is public once it is decided." in after.main
    made = Publication.objects.get(subject="agenda")
    publish.let_stand(made)
    shown = petra.open(f"/publishing/{made.pk}/preview{WHERE}/agenda")
    assert f"/publishing/{made.pk}/preview{WHERE}/files/answering-101-the-paper.docx" in shown.links
    dara.open(f"/publishing/{made.pk}/")
    dara.send("/decide")
    page = Client().get(f"{WHERE}/agenda").content.decode()
    assert "Answering 101: the paper" in page
    assert Client().get(f"{WHERE}/files/answering-101-the-paper.docx").status_code == 200


def test_it_can_be_published_while_minutes_are_written() -> None:
    meeting = planned()
    Meeting.objects.filter(pk=meeting.pk).update(minutes_state="draft")
    petra = officer()
    petra.open(f"/publishing/meetings/{meeting.pk}/agenda")
    petra.send("/agenda")
    assert Publication.objects.filter(subject="agenda").exists()


def test_papers_that_do_not_go_say_why() -> None:
    meeting = planned()
    paper(meeting, "Not yet.", state="sent", title="The late paper")
    secret = paper(meeting, "Closed.", title="The closed paper")
    Document.objects.filter(pk=secret.pk).update(restricted=True, marking="restricted")
    said = officer().open(f"/publishing/meetings/{meeting.pk}/agenda").main
    assert "does not go: it is not accepted yet" in said
    assert "does not go: it is restricted" in said
    assert "No paper goes with it" in said


def test_a_paper_that_holds_what_is_left_out_is_named_before_it_is_decided() -> None:
    meeting = planned()
    paper(meeting, "Mrs Quillfeather waited nine hours.")
    publish.redaction(meeting, "Mrs Quillfeather")
    petra = officer()
    petra.open(f"/publishing/meetings/{meeting.pk}/agenda")
    after = petra.send("/agenda").main
    assert "1 paper does not go with it" in after
    assert "something stands in it that is left out of the meeting" in after


def test_an_agenda_that_nobody_began_cannot_be() -> None:
    planned()
    bare, petra = make.meeting("2018-04-24", state="planned"), officer()
    assert "Nobody has begun this agenda" in petra.open(f"/publishing/meetings/{bare.pk}/agenda").main
    assert "There is nothing in it that can be published." in petra.send("/agenda").main


def test_a_paper_is_left_out_and_taken_in_again() -> None:
    meeting = planned()
    document, petra = paper(meeting, "The cells are in Mill Lane."), officer()
    petra.open(f"/publishing/meetings/{meeting.pk}/agenda")
    assert petra.page
    petra.open(petra.page.find("Leave it out"))
    after = petra.send("/leave-out", **ANSWERS).main
    assert "does not go: somebody left it out" in after
    row = Redaction.objects.get()
    assert (row.what, row.document, row.words) == ("file", document, "")
    petra.open(f"/publishing/left-out/{row.pk}/lift")
    assert "1 paper goes with it" in petra.send("/lift", why="They moved.").main


def test_leaving_a_paper_out_asks_why_and_is_done_once() -> None:
    meeting = planned()
    key = version_of(paper(meeting, "The cells are in Mill Lane.")).pk
    petra, dara = officer(), commissioner()
    for desk in (petra, dara):
        desk.open(f"/publishing/papers/{key}/leave-out")
    assert "Say why it is left out" in petra.send("/leave-out", 400, category="operational", reason="").main
    petra.send("/leave-out", **ANSWERS)
    assert "That is left out already." in dara.send("/leave-out", **ANSWERS).main
    assert Redaction.objects.count() == 1


def test_others_may_not() -> None:
    meeting = planned()
    key = version_of(paper(meeting, "Callers waited less.")).pk
    for address in (f"/publishing/papers/{key}/leave-out", f"/publishing/meetings/{meeting.pk}/agenda"):
        auditor().open(address, 403)
        assert Client().get(address).status_code == 302
    assert "Publish it" not in auditor().open(f"/agendas/{meeting.pk}/").main
    with make.in_office(make.office("Otterdale")):
        theirs = make.meeting("2018-04-24", state="planned")
        their_paper = version_of(paper(theirs, "Elsewhere callers waited.")).pk
    petra = officer()
    petra.open(f"/publishing/papers/{their_paper}/leave-out", 404)
    petra.open(f"/publishing/meetings/{theirs.pk}/agenda", 404)
    petra.open("/publishing/papers/987654/leave-out", 404)
