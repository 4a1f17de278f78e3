"""Search on PostgreSQL: a generated ``tsvector`` with ``ts_rank_cd`` and ``ts_headline``."""

from __future__ import annotations

from django.db.backends.utils import CursorWrapper

from answerable.core.full_text.marks import MOST_COUNTED
from answerable.core.full_text.tsquery import APART, OPTIONS, WEIGHTS, apart, expression
from answerable.published.searching.asking import CONDITIONS, Answer, Question, Row

QUERY = "to_tsquery('found', %s)"
FOUND = f"FROM published_line l WHERE l.words @@ {QUERY} {CONDITIONS}"
COUNT = f"SELECT kind, count(*) FROM (SELECT l.kind {FOUND} LIMIT {MOST_COUNTED + 1}) counted GROUP BY kind"
PAGE = f"""
    SELECT l.id, ts_headline('found', {apart("l.title")}, {QUERY}, %s),
        ts_headline('found', {apart("l.text")}, {QUERY}, %s)
    FROM published_line l JOIN (
        SELECT l.id, ts_rank_cd('{WEIGHTS}', l.words, {QUERY}) AS rank
        {FOUND} ORDER BY rank DESC, l.date DESC NULLS LAST, l.id LIMIT %s OFFSET %s
    ) page ON page.id = l.id ORDER BY page.rank DESC, l.date DESC NULLS LAST, l.id
"""


def find(cursor: CursorWrapper, question: Question) -> Answer:
    """A page of what matches."""
    words, conditions = expression(question.groups), question.conditions
    cursor.execute(COUNT, [words, *conditions])
    kinds = dict(cursor.fetchall())
    marked = [words, OPTIONS[0], words, OPTIONS[1]]
    cursor.execute(PAGE, [*marked, words, words, *conditions, question.size, question.start])
    return Answer([_row(*row) for row in cursor.fetchall()], kinds)


def _row(key: int, title: str, extract: str) -> Row:
    return Row(key, title.replace(APART, ""), extract.replace(APART, ""))
