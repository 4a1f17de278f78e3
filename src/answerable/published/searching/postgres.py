"""Search on PostgreSQL: a generated ``tsvector`` with ``ts_rank_cd`` and ``ts_headline``."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from django.db.backends.utils import CursorWrapper

from answerable.core.search_terms import Group, Term
from answerable.published.searching.asking import (
    CONDITIONS,
    EXTRACT_WORDS,
    GAP,
    MOST_COUNTED,
    START,
    STOP,
    TITLE_WEIGHT,
    Answer,
    Question,
    Row,
)

QUERY = "to_tsquery('found', %s)"
FOUND = f"FROM published_line l WHERE l.words @@ {QUERY} {CONDITIONS}"
COUNT = f"SELECT kind, count(*) FROM (SELECT l.kind {FOUND} LIMIT {MOST_COUNTED + 1}) counted GROUP BY kind"
APART = "\x04"
"""Keeps "12.5" and "anti-social" from being one word to the marker, where the index has their parts."""
HEADLINE = (
    f"ts_headline('found', regexp_replace({{}}, '([^[:alnum:][:space:]])', '{APART}\\1{APART}', 'g'),"
    f" {QUERY}, %s)"
)
PAGE = f"""
    SELECT l.id, {HEADLINE.format("l.title")}, {HEADLINE.format("l.text")}
    FROM published_line l JOIN (
        SELECT l.id, ts_rank_cd('{{{1 / TITLE_WEIGHT}, 0, 0, 1}}', l.words, {QUERY}) AS rank
        {FOUND} ORDER BY rank DESC, l.date DESC NULLS LAST, l.id LIMIT %s OFFSET %s
    ) page ON page.id = l.id ORDER BY page.rank DESC, l.date DESC NULLS LAST, l.id
"""
MARKS = f'StartSel="{START}", StopSel="{STOP}"'
OPTIONS = (
    f"{MARKS}, HighlightAll=true",
    f'{MARKS}, MaxFragments=2, MaxWords={EXTRACT_WORDS // 2}, MinWords=8, FragmentDelimiter="{GAP}"',
)


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


def expression(groups: Sequence[Group]) -> str:
    """PostgreSQL's query language; every word is quoted, and is letters and digits."""
    return " | ".join(f"({_group(group)})" for group in groups)


def _group(group: Group) -> str:
    return " & ".join([*map(_term, group.wanted), *(f"!({_term(one)})" for one in group.unwanted)])


def _term(term: Term) -> str:
    words = " <-> ".join(f"'{_plain(word)}'" for word in term.words)
    return words + (":*" if term.prefix else "")


def _plain(word: str) -> str:
    """Letters without their accents, where they are plain letters with one: as the index has them."""
    plain = (unicodedata.normalize("NFD", letter)[0] for letter in word)
    return "".join(base if base.isascii() else letter for letter, base in zip(word, plain, strict=True))
