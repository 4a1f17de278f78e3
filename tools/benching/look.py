# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Searches a site's database and prints what that cost, as JSON. Run by ``searching.py``.

The bare query is what somebody would write by hand to find the same in one statement: the best 20 rows of
SQLite's FTS5 or PostgreSQL's text search with the database's own marking of the words. It neither filters,
nor counts, nor puts equals in order, which the page's search does too.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")

import django

django.setup()

from django.db import connection

from answerable.search.models import SearchRow
from answerable.search.queries import Filters, search

WORDS = (
    "custody",
    "custody waiting",
    "harbour watch",
    "plan",
    "vetting delays saltwick",
    '"missing children"',
)
WARM, ROUNDS = 3, 25


SQLITE = """
    SELECT rowid, highlight(search_fts, 0, '<b>', '</b>'), snippet(search_fts, 1, '<b>', '</b>', '…', 32)
    FROM search_fts WHERE search_fts MATCH %s ORDER BY rank LIMIT 20
"""
POSTGRES = """
    SELECT id, ts_headline('answerable', title, query), ts_headline('answerable', text, query)
    FROM (
        SELECT id, title, text FROM search_row, websearch_to_tsquery('answerable', %s) query
        WHERE words @@ query ORDER BY ts_rank_cd(words, query) DESC LIMIT 20
    ) best, websearch_to_tsquery('answerable', %s) query
"""


def bare(words: str) -> None:
    """The best rows, marked."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(SQLITE, [words])
        else:
            cursor.execute(POSTGRES, [words, words])
        cursor.fetchall()


def timed(work: Callable[[], object]) -> float:
    """Seconds: of the processor where the database is in this process, of the wall where it is elsewhere."""
    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    before = clock()
    work()
    return clock() - before


def look(words: str, office: int) -> dict[str, object]:
    """Both in turn, so that a busy machine slows both."""
    filters = Filters(office_id=office)
    for _ in range(WARM):
        bare(words)
        hits = search(words, filters).total
    pairs = [(timed(lambda: bare(words)), timed(lambda: search(words, filters))) for _ in range(ROUNDS)]
    bares, searches = zip(*pairs, strict=True)
    return {"words": words, "hits": hits, "bare": bares, "search": searches}


if __name__ == "__main__":
    office = SearchRow.objects.values_list("office_id", flat=True)[0]
    rows = SearchRow.objects.count()
    json.dump([look(words, office) | {"rows": rows} for words in WORDS], sys.stdout)
