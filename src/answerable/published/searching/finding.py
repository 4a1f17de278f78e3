"""Searching, and forgetting what is not public any more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connections, router

from answerable.core.full_text.marks import MOST_COUNTED, START, STOP
from answerable.core.full_text.terms import parse
from answerable.published.models import Line
from answerable.published.router import STORE
from answerable.published.searching import postgres, sqlite
from answerable.published.searching.asking import Question

SIZE = 20  # hits on a page
EARLIEST, LATEST = 1, 9999  # years that a calendar has
Pieces = Sequence[tuple[bool, str]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A line, with its title and a stretch of its text in pieces: each with whether it is a found word."""

    line: Line
    title: Pieces
    extract: Pieces


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits. ``total`` stops at MOST_COUNTED, and then there are ``more``."""

    hits: Sequence[Hit] = ()
    total: int = 0
    more: bool = False
    kinds: Mapping[str, int] = field(default_factory=dict)


def search(
    text: str,
    office: str,
    *,
    kind: str = "",
    forum: str = "",
    year: int = 0,
    start: int = 0,
    size: int = SIZE,
) -> Found:
    """The hits from ``start``, the best first, for whatever was typed: never an error. Four queries."""
    groups = parse(text)
    if not groups or (year and not EARLIEST <= year <= LATEST):
        return Found()
    first = min(max(start, 0), MOST_COUNTED)
    question = Question(groups, office, kind, forum, year, first, size)
    connection = connections[router.db_for_read(Line)]
    with connection.cursor() as cursor:
        answer = (postgres if connection.vendor == "postgresql" else sqlite).find(cursor, question)
    lines = Line.objects.in_bulk([row.key for row in answer.rows])
    hits = [
        Hit(lines[row.key], pieces(row.title), pieces(row.extract)) for row in answer.rows if row.key in lines
    ]
    counted = sum(answer.kinds.values())
    return Found(hits, min(counted, MOST_COUNTED), counted > MOST_COUNTED, answer.kinds)


def pieces(marked: str) -> Pieces:
    """A marked text taken apart: each piece with whether it was found."""
    found = []
    for place, piece in enumerate(marked.split(START)):
        word, stop, rest = piece.partition(STOP) if place else ("", "", piece)
        found += [(True, word)] if stop else [(False, word)]
        found.append((False, rest))
    return [(is_word, piece) for is_word, piece in found if piece]


def forget() -> None:
    """Let no word that was taken out of a line stay behind in SQLite's index. Inside a write of the store.

    FTS5 only notes that a row is gone, until it writes its index anew. PostgreSQL's index lies in the
    row itself, and goes with it.
    """
    connection = connections[STORE]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO published_fts (published_fts) VALUES ('optimize')")
