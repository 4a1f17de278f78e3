"""Search on SQLite: FTS5 with ``bm25`` and ``snippet``.

Three statements, as in ``search.sqlite``: one counts, one ranks and keeps no more than the page, one goes
once more through all that matches to mark the page's rows, which would else be done for many more.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.db.backends.utils import CursorWrapper

from answerable.core.full_text.fts5 import expression
from answerable.core.full_text.marks import EXTRACT_WORDS, GAP, MOST_COUNTED, START, STOP, TITLE_WEIGHT
from answerable.published.searching.asking import CONDITIONS, Answer, Question, Row

FOUND = (
    "FROM published_fts CROSS JOIN published_line l ON l.id = published_fts.rowid"
    f" WHERE published_fts MATCH %s {CONDITIONS}"
)
COUNT = f"SELECT kind, count(*) FROM (SELECT l.kind {FOUND} LIMIT {MOST_COUNTED + 1}) GROUP BY kind"
PAGE = f"""
    SELECT l.id {FOUND}
    ORDER BY bm25(published_fts, {TITLE_WEIGHT}, 1.0), l.date DESC NULLS LAST, l.id LIMIT %s OFFSET %s
"""
# The plus keeps SQLite from asking for each by its number, for which FTS5 opens the index anew.
MARKED = f"""
    SELECT rowid, highlight(published_fts, 0, %s, %s), snippet(published_fts, 1, %s, %s, %s, {EXTRACT_WORDS})
    FROM published_fts WHERE published_fts MATCH %s AND +rowid IN (SELECT value FROM json_each(%s))
"""


def find(cursor: CursorWrapper, question: Question) -> Answer:
    """A page of what matches."""
    asked = [expression(question.groups), *question.conditions]
    cursor.execute(COUNT, asked)
    kinds = dict(cursor.fetchall())
    cursor.execute(PAGE, [*asked, question.size, question.start])
    keys = [key for (key,) in cursor.fetchall()]
    return Answer(_marked(cursor, asked[0], keys), kinds)


def _marked(cursor: CursorWrapper, words: str | int, keys: Sequence[int]) -> list[Row]:
    """The page's rows in its order, with their found words marked."""
    if not keys:
        return []
    cursor.execute(MARKED, [START, STOP, START, STOP, GAP.strip(), words, json.dumps(keys)])
    found = {row[0]: Row(*row) for row in cursor.fetchall()}
    return [found[key] for key in keys]
