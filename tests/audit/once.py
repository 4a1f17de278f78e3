"""Watches that each outermost write leaves exactly one event, as the last thing that it does.

Two fixtures, which a conftest imports: ``one_event_a_write`` for tests that call operations, and
``never_two_events`` where tests also set the scene with parts of larger writes. What is outermost is what the
test entered: the transaction that a test itself runs in does not count.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection, transaction

from answerable.audit import chaining

WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "?(\w+)', re.IGNORECASE)
UNRECORDED = (
    "audit_event", "accounts_user", "accounts_session", "audit_head", "search_row", "intake_uploadedfile",
)  # fmt: skip
"""Tables whose rows make no event: events themselves, the local person, sessions, heads, the search index;
and how far the job of a file that was sent in has come (it holds its row before anything is written)."""


@dataclass
class Watch:
    """What the outermost write that is under way has done, and the operations of those that are over."""

    strict: bool = True  # a write without an event is a mistake, too
    depth: int = 0
    ours: bool = False  # the outermost transaction was begun by the program, not by a test
    wrote: list[str] = field(default_factory=list)
    recorded: list[str] = field(default_factory=list)
    over: list[str] = field(default_factory=list)
    late: str = ""

    def statement(self, sql: str) -> None:
        written = WRITES.match(sql)
        if written is None or written[1] in UNRECORDED:
            return
        self.wrote.append(sql)
        if self.recorded:
            self.late = sql

    def enter(self) -> None:
        if not self.depth:
            self.ours = _begun_by_the_program()
        self.depth += 1

    def leave(self, failed: bool) -> None:
        self.depth -= 1
        if self.depth:
            return
        wrote, recorded, late = self.wrote, self.recorded, self.late
        self.wrote, self.recorded, self.late = [], [], ""
        if failed:
            return
        assert len(recorded) < 2, f"one write, {len(recorded)} events: {recorded}"
        assert recorded or not (wrote and self.ours and self.strict), (
            f"a write without an event: {wrote[0][:200]}"
        )
        assert not late, f"{recorded[0]} wrote after its event: {late[:200]}"
        self.over += recorded


def _begun_by_the_program() -> bool:
    """Whether the nearest caller that is neither Django nor Python's own is in ``src``."""
    frame = sys._getframe(1)
    while frame is not None:
        path, decorated = frame.f_code.co_filename, frame.f_locals.get("func")
        if path.endswith("contextlib.py") and decorated is not None:  # @transaction.atomic
            return str(decorated.__module__).startswith("answerable.")
        if f"{os.sep}answerable{os.sep}" in path:
            return True
        if f"{os.sep}tests{os.sep}" in path and path != __file__:
            return False
        frame = frame.f_back
    return False


@pytest.fixture
def one_event_a_write(db: None, house: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """Fails where an outermost write leaves no event or several; gives the operations that were recorded."""
    with watching(Watch(), monkeypatch) as watch:
        yield watch


@pytest.fixture
def never_two_events(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """Fails where an outermost write leaves several events, or writes behind its event."""
    with watching(Watch(strict=False), monkeypatch) as watch:
        yield watch


@contextmanager
def watching(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    """Look at every transaction, statement and event while the test runs."""
    enter, leave, append = transaction.Atomic.__enter__, transaction.Atomic.__exit__, chaining.append

    def entering(self: transaction.Atomic) -> None:
        enter(self)
        watch.enter()

    def leaving(self: transaction.Atomic, kind: Any, error: Any, trace: Any) -> None:
        leave(self, kind, error, trace)
        watch.leave(kind is not None)

    def appending(**values: Any) -> Any:
        event = append(**values)
        watch.recorded.append(values["operation"])
        return event

    def executing(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if watch.depth:
            watch.statement(sql)
        return execute(sql, params, many, context)

    monkeypatch.setattr(transaction.Atomic, "__enter__", entering)
    monkeypatch.setattr(transaction.Atomic, "__exit__", leaving)
    monkeypatch.setattr(chaining, "append", appending)
    with connection.execute_wrapper(executing):
        yield watch
