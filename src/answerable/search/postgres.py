"""Search on PostgreSQL: a generated ``tsvector`` with ``ts_rank_cd`` and ``ts_headline``.

One statement: what matches is gone through once, for its rank and its kind, and only the rows of the page
are read whole and marked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from django.db import connection

from answerable.core.search_terms import Group, Term
from answerable.search.dialect import (
    COLUMNS,
    EXTRACT_WORDS,
    GAP,
    MOST_COUNTED,
    START,
    STOP,
    TITLE_WEIGHT,
    Answer,
    Question,
)

_QUERY = "to_tsquery('answerable', %s)"
# Weights of D, C, B and A; the index gives a title A and a text D.
_RANK = f"-ts_rank_cd('{{{1 / TITLE_WEIGHT}, 0, 0, 1}}', r.words, {_QUERY})"
_SHORTEST_EXTRACT = 12  # words; below it a stretch says nothing
# Latin letters of western languages and of Welsh that are a plain letter with an accent: those of the
# migration that makes the index. Others (ø, ß, þ) are letters of their own in both databases.
_ACCENTED = re.compile(
    "["
    + "".join(
        letter
        for letter in map(chr, [*range(0xC0, 0x180), *range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3])
        if unicodedata.normalize("NFD", letter)[0].isascii()
    )
    + "]"
)
_APART = "\x04"
_MARKS = f'StartSel="{START}", StopSel="{STOP}"'
_STRETCH = f"MaxFragments=2, MaxWords={EXTRACT_WORDS // 2}, MinWords={_SHORTEST_EXTRACT // 2}"
_OPTIONS = [f"{_MARKS}, HighlightAll=true", f'{_MARKS}, {_STRETCH}, FragmentDelimiter="{GAP}"']
_ORDER = "rank, date DESC NULLS LAST, id"
_SHOWN = ", ".join(column.removeprefix("r.") for column in [*COLUMNS.split(", "), "title", "text"])


def find(question: Question) -> Answer:
    """A page of what matches."""
    words = expression(question.groups)
    ranked = [words] if question.best else []
    asked = [*ranked, words, *question.values, question.size, question.start, *_OPTIONS, words]
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
    return (*row[:-2], *(marked.replace(_APART, "") for marked in row[-2:]))


def _headline(column: str) -> str:
    """SQL for a column with its found words marked.

    The parser would take "12.5", "anti-social", "<b>" and addresses as one word each, where the index has
    their parts: a control character on both sides of whatever is neither letter nor blank keeps them apart.
    """
    apart = f"regexp_replace(r.{column}, '([^[:alnum:][:space:]])', '{_APART}\\1{_APART}', 'g')"
    return f"ts_headline('answerable', {apart}, query, %s)"


def expression(groups: Sequence[Group]) -> str:
    """PostgreSQL's query language; every word is quoted, and is letters and digits."""
    return " | ".join(f"({_group(group)})" for group in groups)


def _group(group: Group) -> str:
    return " & ".join([*map(_term, group.wanted), *(f"!({_term(term)})" for term in group.unwanted)])


def _term(term: Term) -> str:
    words = " <-> ".join(f"'{plain_letters(word)}'" for word in term.words)
    return words + (":*" if term.prefix else "")


def plain_letters(text: str) -> str:
    """The letters that the index has without their accents, without them here too."""
    return _ACCENTED.sub(lambda letter: unicodedata.normalize("NFD", letter[0])[0], text)
