"""Search on SQLite: FTS5 with ``bm25`` and ``snippet``."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from answerable.search.dialect import EXTRACT_WORDS, GAP, START, STOP, TITLE_WEIGHT, Marked
from answerable.search.terms import Group, Term

source = "search_fts CROSS JOIN search_row r ON r.id = search_fts.rowid"
matches = "search_fts MATCH %s"
best_first = f"bm25(search_fts, {TITLE_WEIGHT}, 1.0)"


def expression(groups: Sequence[Group]) -> str:
    """FTS5's own language; every word is quoted, and is letters and digits."""
    return " OR ".join(f"({_group(group)})" for group in groups)


def _group(group: Group) -> str:
    wanted = " AND ".join(map(_term, group.wanted))
    if not group.unwanted:
        return wanted
    return f"({wanted}) NOT ({' OR '.join(map(_term, group.unwanted))})"


def _term(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")


def marked(ids: Sequence[int], expression: str) -> dict[int, Marked]:
    """The rows that are shown, with their found words marked."""
    sql = f"""
        SELECT rowid, highlight(search_fts, 0, %s, %s), snippet(search_fts, 1, %s, %s, %s, {EXTRACT_WORDS})
        FROM search_fts WHERE search_fts MATCH %s AND rowid IN ({", ".join(["%s"] * len(ids))})
    """
    with connection.cursor() as cursor:
        cursor.execute(sql, [START, STOP, START, STOP, GAP.strip(), expression, *ids])
        return {row: Marked(title, extract) for row, title, extract in cursor.fetchall()}
