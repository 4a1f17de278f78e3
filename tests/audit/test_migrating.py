"""The events that were there before the chain are chained, in order, and can go back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from answerable.audit.models import Event
from answerable.audit.operations import erase, record
from answerable.audit.reading import read_events
from answerable.core.chain.findings import Finding
from answerable.core.chain.verifying import verify
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)
FIRST, LAST = [("audit", "0001_first")], [("audit", "0004_chained")]


def migrate(to: list[tuple[str, str]]) -> MigrationExecutor:
    MigrationExecutor(connection).migrate(to)
    return MigrationExecutor(connection)


@pytest.fixture(autouse=True)
def _forward_again() -> Iterator[None]:
    yield
    migrate(LAST)


def harm() -> list[Finding]:
    return [one for one in verify(read_events()) if one.harm]


def test_old_events_are_chained_in_order_and_gaps_close() -> None:
    user = make.user()
    old = migrate(FIRST).loader.project_state(FIRST).apps.get_model("audit", "Event")
    for key, details in [(3, {"b": 1, "a": [None, "é"]}), (4, {}), (9, {"half": 0.5})]:
        old.objects.create(
            id=key, at=make.NOW + dt.timedelta(minutes=key), by_id=user.pk, operation="intake.import_file",
            office_id=None if key == 4 else 1, about_type="intake.importedfile" if key == 9 else "",
            about_id=7 if key == 9 else None, summary=f"Event {key}", details=details,
        )  # fmt: skip
    migrate(LAST)
    assert list(Event.objects.order_by("id").values_list("id", flat=True)) == [1, 2, 3]
    assert [one.summary for one in Event.objects.order_by("id")] == ["Event 3", "Event 4", "Event 9"]
    assert Event.objects.get(id=1).details == {"b": 1, "a": [None, "é"]}
    assert Event.objects.get(id=3).named == [("intake.importedfile", 7)]
    assert harm() == []
    record(by=user, at=make.NOW, operation="test", summary="Goes on.")
    assert harm() == []


def test_chained_events_go_back_and_forward() -> None:
    user = make.user()
    record(by=user, at=make.NOW, operation="one", summary="One", about=user, details={"a": 1})
    record(by=None, at=make.NOW, operation="two", summary="Two")
    record(by=user, at=make.NOW, operation="three", summary="A name", about=[user, make.office()])
    erase(sequences=[3], reason="A name", by=None, at=make.NOW)
    old = migrate(FIRST).loader.project_state(FIRST).apps.get_model("audit", "Event")
    rows = list(old.objects.order_by("id").values_list("id", "by_id", "summary", "about_type", "details"))
    assert rows[:3] == [
        (1, user.pk, "One", "accounts.user", {"a": 1}),
        (2, user.pk, "Two", "", {}),
        (
            3,
            user.pk,
            "(erased)",
            "accounts.user",
            {"about": [["accounts.user", user.pk], ["offices.office", make.office().pk]]},
        ),
    ]
    migrate(LAST)
    assert [one.summary for one in Event.objects.order_by("id")][:3] == ["One", "Two", "(erased)"]
    assert [one.named for one in Event.objects.order_by("id")][2][1] == ("offices.office", make.office().pk)
    assert harm() == []
