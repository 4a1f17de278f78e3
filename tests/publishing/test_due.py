"""A correction is due of what the public reads otherwise than the markings and what is left out say now."""

from __future__ import annotations

import pytest

from answerable.core.permissions.markings import Marking
from answerable.documents.models import Document
from answerable.intake.operations.marking import mark
from answerable.meetings.models import Entry, Item, Meeting
from answerable.publishing.book import book_of
from answerable.publishing.due import corrections_due
from answerable.publishing.models import Publication
from answerable.publishing.operations import correct, decide, deliver_due, withdraw
from answerable.publishing.operations.redacting import lift
from tests import factories as make
from tests import publish
from tests.papers_sent import paper
from tests.publishing_pages import board

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def due() -> list[Meeting]:
    return list(corrections_due(make.office(), book_of(make.office())))


def marked(row: Entry | Item | Document, marking: Marking = Marking.RESTRICTED) -> None:
    row.refresh_from_db()
    why = "personal" if marking is Marking.RESTRICTED else ""
    mark(row=row, marking=marking, why=why, note="", by=make.user(), at=publish.AT)


def corrected(minutes: Publication) -> None:
    made = correct(
        publication=minutes, note="It named a caller.", as_role="policy officer", by=publish.first_person(),
        at=publish.AT,
    )  # fmt: skip
    publish.let_stand(made)
    decide(publication=made, as_role="commissioner", by=publish.second_person(), at=publish.AT)
    deliver_due(at=publish.AT)


@pytest.fixture
def meeting() -> Meeting:
    made = board(said="Callers waited less.")
    make.entry(made.items.get(), "note", "Mrs Quillfeather waited four hours.")
    return made


def line(meeting: Meeting) -> Entry:
    return meeting.entries.get(text__contains="Quillfeather")


@pytest.mark.parametrize("what", ["line", "item"])
def test_what_is_restricted_once_minutes_are_public_is_due_until_they_are_corrected(
    what: str, meeting: Meeting
) -> None:
    minutes = publish.published("minutes", meeting)
    assert due() == []
    marked(line(meeting) if what == "line" else meeting.items.get())
    assert due() == [meeting]
    corrected(minutes)
    assert due() == []


def test_what_is_restricted_no_more_is_due(meeting: Meeting) -> None:
    marked(line(meeting))
    publish.published("minutes", meeting)
    assert due() == []
    marked(line(meeting), Marking.OPEN)
    assert due() == [meeting]


def test_what_is_left_out_no_more_is_due_and_what_came_and_went_is_not(meeting: Meeting) -> None:
    row = publish.redaction(meeting, "Quillfeather")
    publish.published("minutes", meeting)
    passing = publish.redaction(meeting, "four hours")
    assert due() == [meeting]
    lift(redaction=passing, why="No need.", by=make.user(), at=publish.AT)
    assert due() == []
    lift(redaction=row, why="She agreed.", by=make.user(), at=publish.AT)
    assert due() == [meeting]


def test_what_is_withdrawn_is_not_due_and_what_stands_beside_a_withdrawn_version_is(meeting: Meeting) -> None:
    minutes = publish.published("minutes", meeting)
    line(meeting).delete()
    corrected(minutes)
    path = minutes.parts.get(kind="meeting").path
    for paths in ([f"{path}/version/1"], []):
        withdraw(
            office=minutes.office, publication=minutes, paths=paths, note="It names a caller.",
            as_role="commissioner", by=publish.second_person(), at=publish.AT,
        )  # fmt: skip
        row = publish.redaction(meeting, "Callers")
        assert due() == ([meeting] if paths else [])
        row.delete()


def test_an_item_of_a_public_agenda(meeting: Meeting) -> None:
    publish.published("agenda", meeting)
    marked(line(meeting))
    assert due() == []  # no agenda tells lines
    marked(meeting.items.get())
    assert due() == [meeting]


def test_minutes_that_are_being_written_make_no_agenda_due(meeting: Meeting) -> None:
    publish.published("agenda", meeting)
    meeting.items.update(marking="restricted", marking_why="draft", restricted=True)
    assert due() == []


def test_a_paper_that_is_public_and_restricted_since(meeting: Meeting) -> None:
    document = paper(meeting, "Callers waited less.")
    publish.published("agenda", meeting)
    publish.published("minutes", meeting)
    assert due() == []
    marked(document)
    assert due() == [meeting]


def test_a_paper_that_never_was_public_makes_nothing_due(meeting: Meeting) -> None:
    document = paper(meeting, "Callers waited less.")
    publish.published("minutes", meeting)
    publish.redaction(meeting, what="file", document=document)
    assert due() == []


def test_the_original_that_is_public_and_restricted_since(meeting: Meeting) -> None:
    content, _ = make.pdf(["Callers waited less."])
    document = make.document("Callers waited less.", "minutes.pdf", content)
    Meeting.objects.filter(pk=meeting.pk).update(document=document)
    meeting.refresh_from_db()
    publish.published("minutes", meeting)
    made = publish.published("original", meeting)
    assert due() == []
    marked(document)
    assert due() == [meeting]
    withdraw(
        office=made.office, publication=made, note="It names a caller.", as_role="commissioner",
        by=publish.second_person(), at=publish.AT,
    )  # fmt: skip
    assert due() == []
