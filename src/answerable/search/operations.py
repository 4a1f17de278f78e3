"""Writes to the search index. They belong to the operation that changed the thing, run inside its
transaction, and record no event of their own: the index can be made again from the record at any time."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from itertools import islice
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import Max

from answerable.core.batches import batches
from answerable.core.full_text.terms import clean
from answerable.search.models import SearchRow

BATCH = 500  # rows a statement: memory stays flat however many come
LONGEST_TEXT = 100_000  # letters; PostgreSQL's tsvector holds 1 MB, and nobody finds a thing by its end


class Row(NamedTuple):
    """The words of one thing; see ``SearchRow`` for what each column means."""

    kind: str
    object_id: int
    office_id: int
    title: str
    text: str
    meeting_id: int | None = None
    forum_id: int | None = None
    date: datetime.date | None = None
    anchor: str = ""
    marking: str = "open"


COLUMNS = ", ".join(Row._fields)
INSERT = f"INSERT INTO search_row ({COLUMNS}) VALUES ({', '.join(['%s'] * len(Row._fields))})"
INDEX_NEW = """
    INSERT INTO search_fts (rowid, title, text) SELECT id, title, text FROM search_row WHERE id > %s
"""


@transaction.atomic
def index_rows(rows: Iterable[Row]) -> int:
    """Put rows into the index, in place of those of the same things; gives how many.

    Plain SQL: an import brings a million rows, and the ORM takes five times as long over each.
    """
    done = 0
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        for kind in {row.kind for row in batch}:
            remove_rows(kind=kind, object_ids=[row.object_id for row in batch if row.kind == kind])
        with connection.cursor() as cursor:
            last = _last_id() if connection.vendor == "sqlite" else None
            cursor.executemany(INSERT, [_storable(row) for row in batch])
            if last is not None:
                cursor.execute(INDEX_NEW, [last])
        done += len(batch)
    return done


def _last_id() -> int:
    """The highest id yet: SQLite gives new rows higher ones, and lets one write at a time."""
    return SearchRow.objects.aggregate(last=Max("id"))["last"] or 0


def _storable(row: Row) -> Row:
    return row._replace(title=clean(row.title[:LONGEST_TEXT]), text=clean(row.text[:LONGEST_TEXT]))


@transaction.atomic
def remove_rows(*, kind: str, object_ids: Collection[int]) -> None:
    """Take the rows of things out of the index."""
    waiting = iter(object_ids)
    while batch := list(islice(waiting, BATCH)):
        SearchRow.objects.filter(kind=kind, object_id__in=batch).delete()


@transaction.atomic
def remove_meeting(*, meeting_id: int) -> None:
    """Take a meeting and everything in it out of the index."""
    SearchRow.objects.filter(meeting_id=meeting_id).delete()


@transaction.atomic
def rebuild() -> None:
    """Make the full-text index again from its rows; on SQLite this also forgets words that were removed."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("INSERT INTO search_fts (search_fts) VALUES ('rebuild')")
        else:
            cursor.execute("REINDEX INDEX search_row_words")


@transaction.atomic
def mark_rows(*, kind: str, object_ids: Collection[int], restricted: Collection[int]) -> None:
    """Say which of the things of a kind are restricted; the others of ``object_ids`` are open."""
    closed = set(restricted)
    for keys, marking in ((closed, "restricted"), (set(object_ids) - closed, "open")):
        for batch in batches(sorted(keys), BATCH):
            rows = SearchRow.objects.filter(kind=kind, object_id__in=batch)
            rows.exclude(marking=marking).update(marking=marking)
