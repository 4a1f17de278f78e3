"""What the database itself does not let in, on SQLite and on PostgreSQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from answerable.actions.models import Action, ActionUpdate
from answerable.documents.models import Document
from answerable.intake.models import Candidate, ImportedFile
from answerable.meetings.models import Attendance, Entry, Forum, Item, Meeting
from answerable.people.models import Post, Tenure
from answerable.topics.models import Topic
from tests.intake.bringing import AT, bring, office, user
from tests.records import action, item, note, record, update

pytestmark = pytest.mark.django_db

MARCH = record(
    "2024-03-12",
    item("1", "Calls"),
    note("Said."),
    action("CC to report", "CC"),
    update("Done.", "Something"),
)


@pytest.fixture(autouse=True)
def held() -> None:
    bring(MARCH)


def again(model: type[models.Model], **changes: Any) -> Callable[[], object]:
    """The first row of a table stored once more, but for ``changes``."""

    def store() -> object:
        row = model._default_manager.all()[0]
        row.pk = None
        row._state.adding = True
        for name, value in changes.items():
            setattr(row, name, value)
        row.save()
        return row

    return store


REFUSED: list[Callable[[], object]] = [
    again(Meeting),
    again(Forum, name="Another of the slug"),
    again(ImportedFile),
    again(Item),
    again(Entry),
    again(Attendance),
    again(Action, position=9),
    again(Action, number=None),
    again(Post),
    again(Meeting, date=dt.date(2024, 4, 9), state="dreamt"),
    again(Entry, position=99, kind="joke"),
    again(Attendance, position=99, status="asleep"),
    again(Action, position=9, number="A-0009", state="forgotten"),
    again(ActionUpdate, position=9, link="guessed"),
    again(ActionUpdate, position=9, status="maybe"),
    again(ImportedFile, sha256="0" * 64, state="lost"),
    again(Tenure, start=dt.date(2024, 2, 1), end=dt.date(2024, 1, 1)),
    again(Post, key="other", side="sideline"),
    lambda: Topic.objects.create(office=office(), name="A", key="a", state="loved"),
    lambda: Candidate.objects.create(
        office=office(), file=ImportedFile.objects.get(), forum_name="A", reason="B", record={},
        record_sha256="0" * 64, state="eaten",
    ),
]  # fmt: skip


@pytest.mark.parametrize("store", REFUSED)
def test_it_is_refused_by_the_database(store: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        store()


def test_an_original_is_kept_once_by_each_office() -> None:
    def keep(name: str) -> Document:
        return Document.objects.create(
            office=office(name), name="a.pdf", media_type="application/pdf", sha256="1" * 64, text="",
            read_with="1", uploaded_at=AT, uploaded_by=user(),
        )  # fmt: skip

    keep("Wyvern Valley")
    keep("Fen Valley")
    with pytest.raises(IntegrityError), transaction.atomic():
        keep("Fen Valley")


def test_two_forums_may_meet_on_one_day_and_one_forum_on_two() -> None:
    again(Meeting, date=dt.date(2024, 4, 9))()
    forum = Forum.objects.create(office=office(), name="Governance Board", slug="governance-board")
    again(Meeting, forum=forum)()
    assert Meeting.objects.count() == 3
