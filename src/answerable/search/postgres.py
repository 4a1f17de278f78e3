"""Search on PostgreSQL: a generated ``tsvector`` with ``ts_rank_cd`` and ``ts_headline``.

One statement: what matches is gone through once, for its rank and its kind, and only the rows of the page
are read whole and marked.
"""

from __future__ import annotations

from typing import Any

from django.db import connection

from answerable.core.full_text.marks import MOST_COUNTED
from answerable.core.full_text.tsquery import APART, OPTIONS, WEIGHTS, apart, expression
from answerable.search.dialect import COLUMNS, Answer, Question

_QUERY = "to_tsquery('answerable', %s)"
_RANK = f"-ts_rank_cd('{WEIGHTS}', r.words, {_QUERY})"
_ORDER = "rank, date DESC NULLS LAST, id"
_SHOWN = ", ".join(column.removeprefix("r.") for column in [*COLUMNS.split(", "), "title", "text"])


def find(question: Question) -> Answer:
    """A page of what matches."""
    words = expression(question.groups)
    ranked = [words] if question.best else []
    asked = [*ranked, words, *question.values, question.size, question.start, *OPTIONS, words]
    with connection.cursor() as cursor:
        cursor.execute(_statement(question), asked)
        rows = cursor.fetchall()
    return Answer([_shown(row[1:]) for row in rows if row[1] is not None], rows[0][0] or {})


def _statement(question: Question) -> str:
    """SQL for the page's rows, each behind how many there are of each kind; a row of nulls for no rows."""
    rank = _RANK if question.best else "0"
    return f"""
        WITH found AS MATERIALIZED (
            SELECT r.id, r.kind, r.date, {rank} AS rank
            FROM search_row r WHERE r.words @@ {_QUERY}{question.where}
        ), page AS MATERIALIZED (
            SELECT id, rank FROM found ORDER BY {_ORDER} LIMIT %s OFFSET %s
        ), counted AS (
            SELECT kind, count(*) AS count
            FROM (SELECT kind FROM found LIMIT {MOST_COUNTED + 1}) counting GROUP BY kind
        ), shown AS (
            SELECT page.rank, r.id, {COLUMNS}, {_headline("title")} AS title, {_headline("text")} AS text
            FROM page JOIN search_row r USING (id), {_QUERY} query
        )
        SELECT kinds, {_SHOWN}
        FROM (SELECT json_object_agg(kind, count) AS kinds FROM counted) counts LEFT JOIN shown ON true
        ORDER BY {_ORDER}
    """


def _shown(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*row[:-2], *(marked.replace(APART, "") for marked in row[-2:]))


def _headline(column: str) -> str:
    """SQL for a column with its found words marked."""
    return f"ts_headline('answerable', {apart(f'r.{column}')}, query, %s)"
