"""The store's tables are written anew after a withdrawal: on PostgreSQL, where bytes would stay otherwise."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections

from answerable.published import purging
from answerable.published.models import Publication, Snapshot
from answerable.published.purging import Purging
from answerable.published.router import STORE
from tests import publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def purged(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """How often it was purged, on a store that says it is PostgreSQL's."""
    times: list[bool] = []
    monkeypatch.setattr(type(connections[STORE]), "vendor", "postgresql")
    monkeypatch.setattr(purging, "purge", lambda: times.append(True))
    return times


def withdrawn(number: int) -> None:
    said: dict[str, Any] = {"office": "wyvern-valley", "at": publish.AT, "taken_at": publish.AT}
    by = Publication.objects.create(number=number, doing="withdraw", title="A", hash=str(number), **said)
    Snapshot.objects.create(
        office="wyvern-valley", path=f"wyvern-valley/{number}", version=1, kind="topic", media_type="",
        content=b"", size=0, sha256="", state="withdrawn", publication=by, ended_by=by,
    )  # fmt: skip


def test_it_is_done_once_after_each_withdrawal(purged: list[bool]) -> None:
    worker = Purging()
    assert not worker.purge_if_due()
    withdrawn(1)
    assert worker.purge_if_due()
    assert not worker.purge_if_due()
    withdrawn(2)
    assert worker.purge_if_due()
    assert len(purged) == 2


def test_a_worker_that_starts_does_what_another_may_have_left(purged: list[bool]) -> None:
    withdrawn(1)
    assert Purging().purge_if_due()


def test_sqlite_needs_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purging, "purge", lambda: pytest.fail("it overwrites what goes"))
    monkeypatch.setattr(type(connections[STORE]), "vendor", "sqlite")
    withdrawn(1)
    assert not Purging().purge_if_due()
