"""Search on SQLite: FTS5 with ``bm25`` and ``snippet``.

Three statements: one counts, which needs no rank; one ranks, and keeps no more than the page; one goes once
more through all that matches to mark the page's rows, which costs less than to ask for them by number: FTS5
opens the index anew for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django.db import connection
from django.db.backends.utils import CursorWrapper

from answerable.core.full_text.fts5 import expression
from answerable.core.full_text.marks import EXTRACT_WORDS, GAP, MOST_COUNTED, START, STOP, TITLE_WEIGHT
from answerable.search.dialect import COLUMNS, Answer, Question

_FOUND = "search_fts CROSS JOIN search_row r ON r.id = search_fts.rowid WHERE search_fts MATCH %s"


def find(question: Question) -> Answer:
    """A page of what matches."""
    asked = [expression(question.groups), *question.values]
    with connection.cursor() as cursor:
        kinds = _kinds(cursor, question, asked)
        ids = _page(cursor, question, asked)
        return Answer(_rows(cursor, asked[0], ids), kinds)


def _kinds(cursor: CursorWrapper, question: Question, asked: Sequence[Any]) -> dict[str, int]:
    some = f"SELECT r.kind FROM {_FOUND}{question.where} LIMIT {MOST_COUNTED + 1}"
    cursor.execute(f"SELECT kind, count(*) FROM ({some}) GROUP BY kind", asked)
    return dict(cursor.fetchall())


def _page(cursor: CursorWrapper, question: Question, asked: Sequence[Any]) -> list[int]:
    """The ids of the page's rows."""
    rank = f"bm25(search_fts, {TITLE_WEIGHT}, 1.0), " if question.best else ""
    order = f"{rank}r.date DESC NULLS LAST, r.id"
    cursor.execute(
        f"SELECT r.id FROM {_FOUND}{question.where} ORDER BY {order} LIMIT %s OFFSET %s",
        [*asked, question.size, question.start],
    )
    return [row[0] for row in cursor.fetchall()]


def _rows(cursor: CursorWrapper, expression: str, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """What is shown, with its found words marked. The plus keeps SQLite from asking by number."""
    if not ids:
        return []
    cursor.execute(
        f"""
        SELECT r.id, {COLUMNS}, highlight(search_fts, 0, %s, %s),
            snippet(search_fts, 1, %s, %s, %s, {EXTRACT_WORDS})
        FROM {_FOUND} AND +search_fts.rowid IN ({", ".join(["%s"] * len(ids))})
        """,
        [START, STOP, START, STOP, GAP.strip(), expression, *ids],
    )
    by_id = {row[0]: row[1:] for row in cursor.fetchall()}
    return [cast("tuple[Any, ...]", by_id[key]) for key in ids]
