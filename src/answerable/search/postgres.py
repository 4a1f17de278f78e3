"""Search on PostgreSQL: a generated ``tsvector`` with ``ts_rank_cd`` and ``ts_headline``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from django.db import connection

from answerable.search.dialect import EXTRACT_WORDS, GAP, START, STOP, TITLE_WEIGHT, Marked
from answerable.search.terms import Group, Term

_QUERY = "to_tsquery('answerable', %s)"
source = "search_row r"
matches = f"r.words @@ {_QUERY}"
# Weights of D, C, B and A; the index gives a title A and a text D.
best_first = f"-ts_rank_cd('{{{1 / TITLE_WEIGHT}, 0, 0, 1}}', r.words, {_QUERY})"
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


def marked(ids: Sequence[int], expression: str) -> dict[int, Marked]:
    """The rows that are shown, with their found words marked."""
    marks = f'StartSel="{START}", StopSel="{STOP}"'
    stretch = f"MaxFragments=2, MaxWords={EXTRACT_WORDS // 2}, MinWords={_SHORTEST_EXTRACT // 2}"
    sql = f"""
        SELECT r.id, {_headline("title")}, {_headline("text")}
        FROM search_row r, {_QUERY} query WHERE r.id = ANY(%s)
    """
    options = [f"{marks}, HighlightAll=true", f'{marks}, {stretch}, FragmentDelimiter="{GAP}"']
    with connection.cursor() as cursor:
        cursor.execute(sql, [*options, expression, list(ids)])
        return {
            row: Marked(title.replace(_APART, ""), extract.replace(_APART, ""))
            for row, title, extract in cursor.fetchall()
        }


def _headline(column: str) -> str:
    """SQL for a column with its found words marked.

    The parser would take "12.5", "anti-social", "<b>" and addresses as one word each, where the index has
    their parts: a control character on both sides of whatever is neither letter nor blank keeps them apart.
    """
    apart = f"regexp_replace(r.{column}, '([^[:alnum:][:space:]])', '{_APART}\\1{_APART}', 'g')"
    return f"ts_headline('answerable', {apart}, query, %s)"
