# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Looks at every public page of a filled store and prints what each cost, as JSON. Run by ``publication.py``.

Asked for through Django's test client, past the answers that are kept: the application's work alone.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
os.environ["PUBLIC_ONLY"] = "on"

import django

django.setup()

from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.core.publication.open_data.cursor import cursor_after
from answerable.public.keeping import shelf
from answerable.published.models import Line, Snapshot

READER = "public"
OFFICE = "/wyvern-valley"
LISTS = {
    "home": "", "meetings": "/meetings", "meetings, all of a year": "/meetings?year=2006",
    "actions": "/actions", "actions, late": "/actions?state=overdue", "actions, owner": "/actions?owner=ACC",
    "actions, CSV": "/actions.csv", "actions, JSON": "/actions.json",
    "promises": "/promises", "promises, CSV": "/promises.csv", "topics": "/topics", "measures": "/measures",
    "people": "/people", "decisions": "/decisions", "areas": "/areas", "bodies": "/bodies",
    "search": "/search?q=custody+waiting", "search, filtered": "/search?q=plan&kind=entry&year=2006",
    "publications": "/publications", "open data": "/data", "feed of meetings": "/feeds/meetings.atom",
    "feed of actions": "/feeds/actions.atom", "feed of a search": "/feeds/search.atom?q=custody",
    "calendar": "/feeds/meetings.ics", "people, Popolo": "/data/popolo.json", "about": "/about",
}  # fmt: skip
API = {
    "API, root": "/api", "API, offices": "/api/v1/offices", "API, meetings": "/api/v1/meetings",
    "API, entries": "/api/v1/entries", "API, entries, middle": "/api/v1/entries?cursor={middle}",
    "API, entries, text": "/api/v1/entries?text=custody", "API, actions": "/api/v1/actions?owner=ACC",
    "API, exchanges since": "/api/v1/exchanges?modified_since=2026-01-01T10:00:00Z",
    "API, publications": "/api/v1/publications",
}  # fmt: skip
MOST_ROUNDS, LEAST_ROUNDS = 15, 3
SECONDS_A_PAGE = 1.0
"""CPU: a page is asked for until it has taken so long, but in between LEAST_ROUNDS and MOST_ROUNDS times."""


def addresses() -> Iterator[tuple[str, str]]:
    for name, path in LISTS.items():
        yield name, OFFICE + path
    middle = Line.objects.filter(kind="entry").order_by("pk")
    key = cursor_after(middle[middle.count() // 2].pk)
    for name, path in API.items():
        yield name, path.format(middle=key)
    meeting = _middle("meeting")
    yield "minutes", f"/{meeting}"
    yield "minutes, an item", f"/{meeting}/item/2.1"
    yield "minutes, a line", f"/{meeting}/entry/3"
    yield "minutes, version 1", f"/{meeting}/version/1"
    yield "minutes, Akoma Ntoso", f"/{meeting}/minutes.akn.xml"
    yield "forum", f"/{meeting.rpartition('/')[0]}"
    yield "action", f"/{_middle('action')}"
    topics = Snapshot.objects.filter(kind="topic").order_by("-size", "path")
    yield "topic, fullest", f"/{topics[0].path}"
    yield "person", f"/{_middle('person')}"


def _middle(kind: str) -> str:
    rows = Line.objects.filter(kind=kind).order_by("pk").values_list("path", flat=True)
    return rows[len(rows) // 2]


def visit(path: str, client: Client) -> dict[str, object]:
    """Queries, bytes and status of a page; seconds of each look."""
    shelf.clear()
    with CaptureQueriesContext(connections[READER]) as queries:
        status, size = _read(client, path)
        counted = len(queries)  # the next request begins the list anew
    seconds: list[float] = []
    while len(seconds) < LEAST_ROUNDS or (len(seconds) < MOST_ROUNDS and sum(seconds) < SECONDS_A_PAGE):
        shelf.clear()
        before = time.process_time()
        _read(client, path)
        seconds.append(time.process_time() - before)
    return {"queries": counted, "seconds": seconds, "bytes": size, "status": status, "path": path}


def _read(client: Client, path: str) -> tuple[int, int]:
    answer = client.get(path)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer.status_code, len(body)


if __name__ == "__main__":
    client = Client(headers={"host": "localhost"})
    _read(client, OFFICE)  # the first page of a process also loads the templates
    json.dump({name: visit(path, client) for name, path in addresses()}, sys.stdout)
