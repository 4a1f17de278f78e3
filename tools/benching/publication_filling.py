# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Fills the public store of the site that ANSWERABLE_DATA names; prints what it cost, as JSON.

    python tools/benching/publication_filling.py MEETINGS MINUTES_OF_A_PUBLICATION [minutes]

With "minutes" nothing but these: no register, topics or people.

Everything goes in by ``published.operations.take``, as decisions do; the working side has nothing of it.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import django

django.setup()

from django.db import connections, transaction
from django.test.utils import CaptureQueriesContext

from answerable.core.publication.deciding import NOTHING_BEFORE, Decision, Doing, hash_of, header
from answerable.core.publication.parts import Part
from answerable.published.models import Line
from answerable.published.operations import Delivery, take
from answerable.published.router import STORE
from benching.publication_parts import OFFICE, Record

FIRST = dt.datetime(2026, 1, 1, 9, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


class Filler:
    """Takes one publication after the other."""

    def __init__(self) -> None:
        self.number, self.before = 0, NOTHING_BEFORE

    def take(self, title: str, parts: Iterable[Part]) -> None:
        self.number += 1
        at, held = FIRST + MINUTE * self.number, list(parts)
        said = header(
            Decision(
                OFFICE, self.number, at, at, Doing.PUBLISH, title, "", "", "policy officer", "commissioner",
                held, before=self.before,
            )
        )  # fmt: skip
        self.before = hash_of(said)
        delivery = Delivery(
            OFFICE, self.number, at, "publish", title, "", "", said, self.before, "", "", held
        )
        take(delivery, at=at)


def in_lists(parts: Iterator[Part], size: int) -> Iterator[list[Part]]:
    while some := list(islice(parts, size)):
        yield some


def fill(meetings: int, at_once: int, *, only_minutes: bool = False) -> dict[str, object]:
    """Figures of it: seconds by wall and processor, statements of the register's publication, lines."""
    record, filler = Record(meetings), Filler()
    began, cpu = time.perf_counter(), time.process_time()
    with transaction.atomic(using=STORE):
        for some in in_lists(record.minutes(), at_once):
            filler.take("Minutes", some)
    minutes = time.perf_counter() - began
    filler.take("About the office", [record.office()])
    others, before = [] if only_minutes else record.others(), time.perf_counter()
    with CaptureQueriesContext(connections[STORE]) as asked:
        filler.take("The register", others)
    return {
        "meetings": meetings, "seconds": minutes, "cpu": time.process_time() - cpu,
        "parts": len(others), "register": time.perf_counter() - before, "statements": len(asked),
        "actions": len(record.actions), "lines": Line.objects.count(),
    }  # fmt: skip


if __name__ == "__main__":
    meetings, at_once = map(int, sys.argv[1:3])
    json.dump(fill(meetings, at_once, only_minutes=sys.argv[3:] == ["minutes"]), sys.stdout)
