# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Looks at the fullest topic, at one merged of twenty, and for what was asked before; prints JSON.

The database is the one that ANSWERABLE_DATA names. Beside each page stands its bare SQL: the statements that
it ran, asked and fetched again without anything else.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
django.setup()

from django.db import connection, transaction
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.accounts.models import User
from answerable.meetings.models import Exchange, TopicLink
from answerable.topics.models import Topic
from answerable.workspace.topics import operations
from benching.visit import NOW, ask_again, signed_in, taken

ROUNDS = 15
MERGED = 20  # topics that somebody made one: nobody's topic is likely to be larger


def main() -> None:
    client = signed_in()
    client.get("/")  # the first page of a process also loads the templates
    with transaction.atomic():
        found = [_look(client, *one) for one in _pages()]
        transaction.set_rollback(True)
    json.dump(found, sys.stdout)


def _pages() -> Iterator[tuple[str, str, int]]:
    fullest = Topic.objects.annotate(size=Count("links")).order_by("-size", "pk")
    topics = list(fullest[: MERGED + 1])
    yield "topic, fullest", f"/topics/{topics[0].pk}/", topics[0].links.count()
    by = User.objects.get(email="bench@wyvern.example")
    for one in topics[1:]:
        operations.merge(topic=one, into=topics[0], by=by, at=NOW)
    size = TopicLink.objects.filter(topic=topics[0]).count()
    yield f"topic, {len(topics)} merged", f"/topics/{topics[0].pk}/", size
    asked = Exchange.objects.order_by("pk")
    keys = list(asked.values_list("pk", flat=True))
    text = Exchange.objects.get(pk=keys[len(keys) // 2]).question
    yield "asked before", "/asked-before/?" + urlencode({"text": text}), len(keys)


def _look(client: Client, page: str, path: str, lines: int) -> dict[str, Any]:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
        queries = [one["sql"] for one in asked.captured_queries]
    return {
        "page": page, "queries": len(queries), "lines": lines, "bytes": len(answer.content),
        "seconds": [taken(lambda: client.get(path)) for _ in range(ROUNDS)],
        "bare": [taken(lambda: ask_again(queries)) for _ in range(ROUNDS)],
    }  # fmt: skip


if __name__ == "__main__":
    main()
