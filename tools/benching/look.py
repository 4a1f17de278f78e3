# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Searches a site's database and prints what that cost, as JSON. Run by ``searching.py``.

The bare query finds the best 20 rows and counts the hits, in SQLite's FTS5 or PostgreSQL's text search, with
nothing marked and nothing filtered.
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
ROUNDS = 15


def bare(words: str) -> int:
    """The best rows and the number of hits."""
    if connection.vendor == "sqlite":
        best, match, rank = "SELECT rowid FROM search_fts", "search_fts MATCH %s", "bm25(search_fts)"
        ranked = [words]
    else:
        query = "websearch_to_tsquery('answerable', %s)"
        best, match, rank = "SELECT id FROM search_row", f"words @@ {query}", f"-ts_rank_cd(words, {query})"
        ranked = [words, words]
    with connection.cursor() as cursor:
        cursor.execute(f"{best} WHERE {match} ORDER BY {rank} LIMIT 20", ranked)
        cursor.fetchall()
        cursor.execute(f"SELECT count(*) FROM ({best} WHERE {match}) found", [words])
        return int(cursor.fetchone()[0])


def timed(work: Callable[[], object]) -> float:
    """Seconds: of the processor where the database is in this process, of the wall where it is elsewhere."""
    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    before = clock()
    work()
    return clock() - before


def look(words: str, office: int) -> dict[str, object]:
    """Both in turn, so that a busy machine slows both."""
    filters = Filters(office_id=office)
    hits = bare(words)
    search(words, filters)
    pairs = [(timed(lambda: bare(words)), timed(lambda: search(words, filters))) for _ in range(ROUNDS)]
    bares, searches = zip(*pairs, strict=True)
    return {"words": words, "hits": hits, "bare": bares, "search": searches}


if __name__ == "__main__":
    office = SearchRow.objects.values_list("office_id", flat=True)[0]
    rows = SearchRow.objects.count()
    json.dump([look(words, office) | {"rows": rows} for words in WORDS], sys.stdout)
