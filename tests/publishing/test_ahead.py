"""Cleaning a paper takes minutes, so nobody waits for it: it is done before anything is held."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection

from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.publishing.building.ahead import cleaned_ahead
from answerable.publishing.files import child
from answerable.publishing.files.child import CHECKING, CLEANING, Cleaner
from answerable.publishing.models import Publication
from tests import factories as make
from tests import publish
from tests.papers_sent import paper
from tests.publishing_pages import officer

Subject = Publication.Subject


@dataclass
class Heard:
    """What the children were asked: which of them, what, and whether something was held meanwhile."""

    asked: list[tuple[str, str, bool]] = field(default_factory=list)

    def tasks(self) -> list[tuple[str, str]]:
        return [(use, task) for use, task, _ in self.asked]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    found, really = Heard(), child._asked

    def listen(use: str, data: bytes, name: str, **asked: Any) -> dict[str, Any]:
        found.asked.append((use, asked["task"], connection.in_atomic_block))
        return really(use, data, name, **asked)

    monkeypatch.setattr(child, "_asked", listen)
    return found


def planned() -> Meeting:
    made = make.meeting("2018-03-27", state="planned")
    make.item(made, "1", "Answering 101")
    return made


def ahead(meeting: Meeting) -> Cleaner:
    return cleaned_ahead(Publication(office=meeting.office, subject=Subject.AGENDA, meeting=meeting))


@pytest.mark.django_db(transaction=True)
@pytest.mark.any_database
def test_on_the_page_no_paper_is_cleaned_while_the_office_is_held(heard: Heard) -> None:
    meeting, petra = planned(), officer()
    paper(meeting, "Callers waited less.")
    petra.open(f"/publishing/meetings/{meeting.pk}/agenda")
    petra.send("/agenda")
    assert Publication.objects.get().parts.filter(kind="file").count() == 1
    assert [held for _, task, held in heard.asked if task == "clean"] == [False]
    assert (CLEANING, True) not in {(use, held) for use, _, held in heard.asked}


@pytest.mark.django_db
@pytest.mark.any_database
def test_what_was_read_in_its_pictures_is_not_read_again(heard: Heard) -> None:
    meeting = planned()
    paper(meeting, "Callers waited less.")
    publish.put("agenda", meeting, cleaner=ahead(meeting))
    assert heard.tasks() == [(CLEANING, "clean"), (CHECKING, "check"), (CHECKING, "look")]


@pytest.mark.django_db
@pytest.mark.any_database
def test_a_paper_that_cannot_be_cleaned_is_tried_once_and_refused(heard: Heard) -> None:
    meeting = planned()
    paper(meeting, "", content=b"Callers waited less.")
    with pytest.raises(Refusal, match="Save it as PDF or DOCX"):
        publish.put("agenda", meeting, cleaner=ahead(meeting))
    assert heard.tasks() == [(CLEANING, "clean")]


@pytest.mark.django_db
@pytest.mark.any_database
def test_a_paper_that_changed_meanwhile_is_cleaned_anew(heard: Heard) -> None:
    meeting = planned()
    paper(meeting, "Callers waited less.")
    cleaner = ahead(meeting)
    paper(meeting, "Callers waited longer.")
    made = publish.put("agenda", meeting, cleaner=cleaner)
    assert heard.tasks().count((CLEANING, "clean")) == 2
    assert made.parts.filter(kind="file").count() == 2
