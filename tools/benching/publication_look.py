# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Searches a filled public store and prints what that cost, as JSON. Run by ``publication.py``.

The bare query is what somebody would write by hand in one statement: the best 20 rows of the database's
full-text search with its own marking of the words. It neither filters by office and by what is gone, nor
counts by kind, nor puts equals in order, nor gives what a hit links to: the site's search does.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
os.environ["PUBLIC_ONLY"] = "on"

import django

django.setup()

from django.db import connections
from django.test.utils import CaptureQueriesContext

from answerable.published.models import Line
from answerable.published.searching.finding import search

OFFICE = "wyvern-valley"
WORDS = (
    "custody", "custody waiting", "harbour watch", "plan", "vetting delays saltwick", '"missing children"',
    "the",
)  # fmt: skip
WARM, ROUNDS = 2, 15
BARE = """
    SELECT rowid, highlight(published_fts, 0, '<b>', '</b>'),
        snippet(published_fts, 1, '<b>', '</b>', '…', 40)
    FROM published_fts WHERE published_fts MATCH %s ORDER BY rank LIMIT 20
"""


def bare(words: str) -> None:
    """The best rows, marked."""
    with connections["public"].cursor() as cursor:
        cursor.execute(BARE, [words])
        cursor.fetchall()


def taken(work: Callable[[], object]) -> float:
    """Seconds of the processor: the database is in this process."""
    before = time.process_time()
    work()
    return time.process_time() - before


def look(words: str) -> dict[str, object]:
    """Both in turn, so that a busy machine slows both."""
    for _ in range(WARM):
        bare(words)
        found = search(words, OFFICE)
    with CaptureQueriesContext(connections["public"]) as asked:
        search(words, OFFICE)
    pairs = [(taken(lambda: bare(words)), taken(lambda: search(words, OFFICE))) for _ in range(ROUNDS)]
    bares, searches = zip(*pairs, strict=True)
    return {
        "words": words, "hits": found.total, "more": found.more, "queries": len(asked), "bare": bares,
        "search": searches,
    }  # fmt: skip


if __name__ == "__main__":
    lines = Line.objects.count()
    json.dump([look(words) | {"lines": lines} for words in WORDS], sys.stdout)
