"""What an event holds, who may be missing, and how it is found again."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection, transaction

from answerable.audit.models import Event
from answerable.audit.operations import record, record_view
from answerable.audit.queries import events, events_about
from answerable.core.chain.canonical import NotJson
from tests import factories as make
from tests.audit.chains import findings, harm, people, write_chain

pytestmark = pytest.mark.django_db


def test_an_event_says_who_when_what_and_about_which_rows() -> None:
    user, office = make.user(), make.office()
    one = record(
        by=user, at=make.NOW, operation="test.thing", summary="Did the thing.", office_id=office.pk,
        about=[user, office, user, ("meetings.meeting", 5)], details={"é": [1, None]},
    )  # fmt: skip
    kept = Event.objects.get(pk=one.pk)
    assert (kept.by, kept.at, kept.summary, kept.details) == (
        user,
        make.NOW,
        "Did the thing.",
        {"é": [1, None]},
    )
    named = [("accounts.user", user.pk), ("offices.office", office.pk), ("meetings.meeting", 5)]
    assert kept.named == named
    assert not kept.erased
    assert str(kept) == "Did the thing."


def test_one_row_alone_and_none_at_all() -> None:
    user = make.user()
    assert record(by=user, at=make.NOW, operation="a", summary="A", about=user).named == [
        ("accounts.user", user.pk)
    ]
    assert record(by=user, at=make.NOW, operation="a", summary="A", about=("people.person", 3)).named == [
        ("people.person", 3)
    ]
    assert record(by=None, at=make.NOW, operation="a", summary="A").named == []
    assert Event.objects.get(operation="a", about="[]").by is None


def test_sequences_have_no_gap_where_a_write_was_undone() -> None:
    write_chain(3, people())
    with transaction.atomic():
        record(by=None, at=make.NOW, operation="a", summary="Undone")
        transaction.set_rollback(True)
    with pytest.raises(NotJson):
        record(by=None, at=make.NOW, operation="a", summary="A", details={"when": make.NOW})
    assert record(by=None, at=make.NOW, operation="a", summary="A").pk == 4
    assert harm() == []


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d a character", "“quoted” – ünï 😀\u2028", ""])
def test_any_text_comes_back_as_it_was(text: str) -> None:
    record(by=None, at=make.NOW, operation="a", summary=text, details={"text": text})
    assert Event.objects.get().summary == text
    assert Event.objects.get().details == {"text": text}
    assert harm() == []


def test_a_look_at_restricted_text_is_an_event() -> None:
    user = make.user()
    record_view(by=user, at=make.NOW, about=user, office_id=7, what="the restricted entries of a meeting")
    one = Event.objects.get(operation="view")
    assert (one.summary, one.by, one.office_id) == ("Looked at the restricted entries of a meeting.", user, 7)


def test_events_are_found_by_office_person_operation_and_days() -> None:
    first, second, third = people()
    write_chain(12, [first, second, third])

    def numbers(**asked: Any) -> list[int]:
        return [one.pk for one in events(**asked)]

    assert numbers() == list(range(12, 0, -1))
    assert numbers(office_id=2) == [12, 10, 8, 6, 4, 2]
    assert numbers(by=second) == [11, 8, 5, 2]
    assert numbers(operation="view") == [12, 8, 4]
    minute = dt.timedelta(minutes=1)
    assert numbers(since=make.NOW + 3 * minute, until=make.NOW + 5 * minute) == [5, 4]
    assert numbers(by=third, operation="view", office_id=1) == []


def test_events_about_a_row_are_not_those_about_one_with_a_longer_number() -> None:
    one = make.meeting()
    for key in (one.pk, one.pk * 10, one.pk * 10 + 1):
        record(by=None, at=make.NOW, operation="a", summary=f"About {key}", about=("meetings.meeting", key))
    record(by=None, at=make.NOW, operation="a", summary="Both", about=[make.user(), one])
    assert [event.summary for event in events_about(one)] == ["Both", f"About {one.pk}"]


def test_a_time_that_is_none_is_a_finding() -> None:
    write_chain(4, people())
    wrong = "infinity" if connection.vendor == "postgresql" else "yesterday"
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_event SET at = %s WHERE id = 2", [wrong])
        cursor.execute("UPDATE audit_event SET about = %s WHERE id = 3", ["[" * 10_000])
    assert harm() == ["events 2 to 3: who did it, when, what it was about or their place was changed"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite keeps a value of another type")
def test_values_of_another_type_are_a_finding() -> None:
    write_chain(4, people())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_event SET office_id = 'x', content = X'00FF' WHERE id = 2")
        cursor.execute("UPDATE audit_event SET salt = 5 WHERE id = 3")
    assert {(one.first, one.last) for one in findings() if one.harm} == {(2, 3), (2, 2)}
