"""The pack: everything for a meeting in one document, as its reader may see it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import lxml.html
import pypdfium2
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.audit.models import Event
from answerable.core.permissions.markings import Marking
from answerable.core.permissions.roles import Role
from answerable.intake.operations import mark
from answerable.meetings.models import Item, Meeting
from answerable.papers.models import Coverage, Judgement
from tests import cycle
from tests import factories as make
from tests.pages.conftest import Page
from tests.signing import person_with, sign_in

Get = Callable[..., Any]


@pytest.fixture
def june(db: None, post: Get) -> Meeting:
    """A meeting whose subject was spoken of in March, with terms of reference and a briefing note."""
    forum = make.forum()
    march = make.meeting("2019-03-12", forum)
    item = make.item(march, "2.1", "Answering 101")
    question = make.entry(item, "question", "How long do callers wait?", ["PCC"])
    answer = make.entry(item, "response", "Twenty seconds by the end of April.", ["CC"])
    make.exchange(question, answer)
    make.promise(answer, ["CC"], "twenty seconds by the end of April", "2019-04-30")
    make.action(item, "Share the new baseline.", ["DCC"], "2019-04-01")
    make.topic("Answering 101", [question], state="kept")
    planned = cycle.planned("2019-06-11", forum, theme="Call handling", start_time="10:30")
    terms = cycle.terms(planned, "Say how answering 101 has changed.", "Say how many ring again.")
    note = cycle.note(planned, headings=[{"title": "1 Waiting times", "words": 300}], pages=4)
    Coverage.objects.create(version=note, point=terms.points.all()[0], part="1 Waiting times")
    Judgement.objects.create(
        version=note, length="long", overall="enough", words="Too many tables.", at=make.NOW, by=make.user()
    )
    post(f"/agendas/{planned.pk}/write")
    return planned


def as_the_force(path: str, status: int = 200) -> Any:
    client = sign_in(Client(), person_with(Role.CHIEF_OFFICER, make.office()))
    response = client.get(path)
    assert response.status_code == status
    return Page(response, lxml.html.document_fromstring(response.content.decode()))


def test_it_holds_all_that_the_meeting_needs(june: Meeting, get: Get) -> None:
    page = get(f"/agendas/{june.pk}/pack/")
    for part in (
        "2.1 Say how answering 101 has changed.", "1 action comes back: 1 late", "Share the new baseline.",
        "Version 1, sent in on 2 May 2019, 10am", "4 pages", "1 Waiting times", "Too long",
        "What has become of A-0001 (“Share the new baseline”)? It was due on 1 April",
        "On 12 March 2019 the CC promised: “twenty seconds by the end of April”. Was it kept?",
        "PCC: How long do callers wait?", "CC: Twenty seconds by the end of April.",
        "A draft: this agenda has not been sent out.",
    ):  # fmt: skip
        assert part in page.main, part


def test_suggested_questions_lead_to_the_minutes_they_rest_on(
    june: Meeting, get: Get, client: Client
) -> None:
    page = get(f"/agendas/{june.pk}/pack/")
    march = Meeting.objects.get(date="2019-03-12")
    assert page.find("Assurance Meeting, 12 March 2019, item 2.1") == f"/meetings/{march.pk}/?at=0#entry-0"
    note = june.briefing_notes.get().versions.get()
    assert page.find("briefing.txt") == f"/documents/{note.document_id}/original"


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html"])
def test_as_a_file_it_says_the_same(suffix: str, june: Meeting, client: Client) -> None:
    answer = client.get(f"/agendas/{june.pk}/pack.{suffix}")
    assert answer.status_code == 200
    assert f"pack-assurance-meeting-2019-06-11.{suffix}" in answer["Content-Disposition"]
    said = " ".join(text_of(suffix, answer.content).split())
    for part in (
        "Pack: Assurance Meeting, Tuesday 11 June 2019", "Say how answering 101 has changed.",
        "Share the new baseline.", "Too many tables.", "Was it kept?",
    ):  # fmt: skip
        assert part in said, part


def text_of(suffix: str, content: bytes) -> str:
    if suffix == "pdf":
        document = pypdfium2.PdfDocument(content)
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    if suffix == "docx":
        content = (
            zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").replace(b"</w:p>", b" </w:p>")
        )
    return str(lxml.html.document_fromstring(content).text_content())


def test_there_is_no_other_kind_of_file(june: Meeting, get: Get) -> None:
    get(f"/agendas/{june.pk}/pack.exe", 404)


def test_the_force_has_the_agenda_that_was_sent_out_without_what_the_office_thinks(
    june: Meeting, post: Get
) -> None:
    assert "No agenda has been sent out" in as_the_force(f"/agendas/{june.pk}/pack/").main
    as_the_force(f"/agendas/{june.pk}/pack.pdf", 404)
    post(f"/agendas/{june.pk}/send-out")
    post(f"/agendas/{june.pk}/add", title="Only for the office", kind="other")
    page = as_the_force(f"/agendas/{june.pk}/pack/")
    assert "Agenda 1, sent out on 2 May 2019, 10am." in page.main
    assert "Say how answering 101 has changed." in page.main
    assert "1 Waiting times" in page.main
    for hidden in (
        "Only for the office",
        "lines of questioning",
        "Was it kept?",
        "Too long",
        "Too many tables.",
    ):
        assert hidden not in page.main, hidden


def test_one_that_differs_from_the_one_sent_out_says_so(june: Meeting, get: Get, post: Get) -> None:
    post(f"/agendas/{june.pk}/send-out")
    assert "Agenda 1, sent out on 2 May 2019, 10am." in get(f"/agendas/{june.pk}/pack/").main
    post(f"/agendas/{june.pk}/add", title="Dogs", kind="other")
    assert "A draft: it differs from agenda 1" in get(f"/agendas/{june.pk}/pack/").main


def test_what_is_restricted_is_marked_and_can_be_left_out(june: Meeting, get: Get, client: Client) -> None:
    item = Item.objects.get(meeting__date="2019-03-12", title="Answering 101")
    mark(row=item, marking=Marking.RESTRICTED, why="operational", note="", by=make.user(), at=make.NOW)
    page = get(f"/agendas/{june.pk}/pack/")
    assert "It holds restricted parts." in page.main
    assert "Share the new baseline. Restricted" in page.main
    assert Event.objects.filter(operation="view").exists()
    looks = Event.objects.filter(operation="view").count()
    page = get(f"/agendas/{june.pk}/pack/?parts=open")
    assert "Restricted parts are left out of this copy." in page.main
    for hidden in ("Share the new baseline.", "Was it kept?", "How long do callers wait?"):
        assert hidden not in page.main
    assert Event.objects.filter(operation="view").count() == looks
    whole = text_of("pdf", client.get(f"/agendas/{june.pk}/pack.pdf").content)
    assert "Holds restricted parts: not to be passed on" in whole
    left = text_of("pdf", client.get(f"/agendas/{june.pk}/pack.pdf?parts=open").content)
    assert "Holds restricted" not in left
    assert "Share the new baseline." not in left


def test_a_note_that_could_not_be_read_is_shown_as_such(june: Meeting, get: Get) -> None:
    june.briefing_notes.get().versions.update(
        problem="It is locked with a password.", words=None, headings=[]
    )
    assert "It could not be read: It is locked with a password." in get(f"/agendas/{june.pk}/pack/").main


def test_a_bare_meeting_has_a_pack_too(db: None, get: Get, client: Client) -> None:
    bare = cycle.planned("2019-07-09")
    page = get(f"/agendas/{bare.pk}/pack/")
    for part in (
        "The agenda has not been begun.",
        "No action comes back",
        "No briefing note",
        "Nothing was asked",
    ):
        assert part in page.main, part
    assert "None" not in page.main
    assert client.get(f"/agendas/{bare.pk}/pack.docx").status_code == 200


def test_a_long_history_is_as_many_queries(june: Meeting, client: Client) -> None:
    def counted() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/agendas/{june.pk}/pack/").status_code == 200
        return len(queries)

    few = counted()
    for number in range(30):
        past = make.meeting(f"{2014 + number // 12}-{number % 12 + 1:02}-05", june.forum)
        item = make.item(past, "1", "Answering 101")
        line = make.entry(item, "question", f"How long in month {number}?", ["PCC"])
        make.exchange(line, make.entry(item, "response", "Less.", ["CC"]))
        make.promise(line, ["CC"], "less", "2019-04-30")
        given = make.action(item, f"Do thing {number}.", ["CC"], "2019-01-01")
        make.update(item, given, "Going on.")
        make.TopicLink.objects.create(topic=make.Topic.objects.get(), meeting=past, item=item, entry=line)
    assert counted() == few <= 15


def test_another_offices_is_not_there(june: Meeting, client: Client) -> None:
    with make.in_office(make.office("Otterdale")):
        other = cycle.planned("2019-06-11", make.forum("Otterdale Board"))
    for path in ("pack/", "pack.pdf"):
        assert client.get(f"/agendas/{other.pk}/{path}").status_code == 404


def test_it_is_not_for_the_panel(june: Meeting) -> None:
    client = sign_in(Client(), person_with(Role.PANEL_READER, make.office()))
    assert client.get(f"/agendas/{june.pk}/pack/").status_code == 403


def test_an_action_is_told_once_however_much_was_asked_beside_it(june: Meeting, get: Get) -> None:
    item = Item.objects.get(meeting__date="2019-03-12", title="Answering 101")
    question = make.entry(item, "question", "How many were lost?", ["PCC"])
    make.exchange(question, make.entry(item, "response", "Fewer.", ["CC"]))
    make.TopicLink.objects.create(
        topic=make.Topic.objects.get(), meeting=item.meeting, item=item, entry=question
    )
    page = get(f"/agendas/{june.pk}/pack/")
    told = [" ".join(one.text_content().split()) for one in page.tree.xpath("//p[@class='ans-action']")]
    assert told == ["A-0001 Share the new baseline. overdue, 31 days late"]
