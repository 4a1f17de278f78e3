# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Publishes the minutes of two meetings in an empty site and prints what it cost, as JSON.

    python tools/benching/publication_publishing.py ENTRIES MORE_ENTRIES

The floor is the same bytes written twice by bare sqlite3: the parts to one file, and parts and lines to
another, a transaction each that is on the disk when it ends.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # what tests make records with

import django

django.setup()

from django.db import connections
from django.test.utils import CaptureQueriesContext

from answerable.published.models import Line, Snapshot
from answerable.publishing.operations import decide, deliver_due
from tests import factories as make
from tests import publish

STEPS = {
    "files": "answerable.publishing.building.meeting.minutes_files",
    "build": "answerable.publishing.operations.forward.build",
    "checks": "answerable.publishing.checking.scanning.check_parts",
    "taking": "answerable.publishing.operations.delivering.take",
}
"""What is timed inside of putting forward and handing over; setting the files is a part of building."""
ITEMS = 12
FLOOR_ROUNDS = 5


def meeting(date: str, entries: int) -> Any:
    """Minutes of so many lines under twelve items, with an exchange in each third."""
    held = make.meeting(date)
    items = [make.item(held, str(number + 1), f"Subject {number + 1}") for number in range(ITEMS)]
    for number in range(entries):
        kind = ("note", "question", "response")[number % 3]
        make.entry(items[number * ITEMS // entries], kind, f"Line {number}: {SAID}")
    return held


SAID = "the force explained that demand had risen faster than anybody had forecast, and what it does now."


@contextmanager
def timed(spent: dict[str, float]) -> Iterator[None]:
    with ExitStack() as stack:
        for name, path in STEPS.items():
            module, _, function = path.rpartition(".")
            real = getattr(import_module(module), function)
            stack.enter_context(patch(path, _watched(real, name, spent)))
        yield


def _watched(real: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    def watched(*args: Any, **values: Any) -> Any:
        before = time.perf_counter()
        try:
            return real(*args, **values)
        finally:
            spent[name] += time.perf_counter() - before

    return watched


def publication(date: str, entries: int) -> dict[str, Any]:
    """Seconds and queries from putting forward until it is public."""
    held, first, second = meeting(date, entries), publish.first_person(), publish.second_person()
    spent: dict[str, float] = defaultdict(float)
    counts, began, cpu = {}, time.perf_counter(), time.process_time()
    with timed(spent), _counted(counts):
        made = publish.put("minutes", held, by=first)
        decide(publication=made, as_role="commissioner", by=second, at=made.put_forward_at)
        deliver_due(at=made.put_forward_at)
    whole = time.perf_counter() - began
    used = time.process_time() - cpu
    return {
        "entries": entries, "seconds": whole, "cpu": used, "queries": counts, **spent,
        "building": spent["build"] - spent["files"], "floor": min(floor(date) for _ in range(FLOOR_ROUNDS)),
        "bytes": sum(len(one.content) for one in _parts(date)),
    }  # fmt: skip


@contextmanager
def _counted(counts: dict[str, int]) -> Iterator[None]:
    working, public = (CaptureQueriesContext(connections[name]) for name in ("default", "published"))
    with working, public:
        yield
    counts.update(working=len(working), public=len(public))


def _parts(date: str) -> list[Snapshot]:
    return list(Snapshot.objects.using("published").filter(path__contains=f"/{date}"))


def floor(date: str) -> float:
    """Seconds of writing the same bytes, and nothing else."""
    parts = [(one.path, bytes(one.content)) for one in _parts(date)]
    rows = Line.objects.using("published").filter(path__contains=f"/{date}")
    lines = [(one.path, one.title, one.text, json.dumps(one.data)) for one in rows]
    with tempfile.TemporaryDirectory() as folder:
        stores = [sqlite3.connect(Path(folder, name)) for name in ("working", "public")]
        for store in stores:
            store.execute("PRAGMA synchronous=FULL")
            store.execute("CREATE TABLE part (path TEXT PRIMARY KEY, content BLOB)")
            store.execute("CREATE TABLE line (path TEXT PRIMARY KEY, title TEXT, text TEXT, data TEXT)")
        before = time.perf_counter()
        for store in stores:
            with store:
                store.executemany("INSERT INTO part VALUES (?, ?)", parts)
        with stores[1] as public:
            public.executemany("INSERT INTO line VALUES (?, ?, ?, ?)", lines)
        return time.perf_counter() - before


if __name__ == "__main__":
    publish.published("office")
    publication("2017-01-10", 3)  # what is loaded once
    sizes = [int(one) for one in sys.argv[1:]]
    json.dump([publication(f"2018-{at:02}-13", size) for at, size in enumerate(sizes, 1)], sys.stdout)
