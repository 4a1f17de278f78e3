"""Random walks over draft, redact, publish, correct, withdraw and put back: what is not public is nowhere.

Every line has words that stand nowhere else. After each step the bytes of the whole store, free pages and
search index as well, are searched for the words of what was never decided, left out or withdrawn.
"""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import pytest
from django.db import connections
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from answerable.core.refusal import Refusal
from answerable.meetings.models import Entry
from answerable.published.models import Snapshot
from answerable.published.router import STORE
from answerable.publishing.building import meeting as building
from answerable.publishing.models import HighestSeen, Publication, Redaction
from answerable.publishing.operations import (
    correct,
    decide,
    deliver_due,
    put_back,
    put_forward,
    stop,
    withdraw,
)
from tests import factories as make
from tests import publish
from tests.leaks.surfaces import unpacked

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

EXAMPLES = int(os.environ.get("LEAKS_WALKS", "6"))
"""`make leaks` takes more."""
EXAMPLES_WITH_FILES = max(4, EXAMPLES // 4)
STEPS = 10
LINES = 2
HOUR = dt.timedelta(hours=1)
_days, _words = count(), count(1000)
lines = st.integers(0, LINES - 1)


def word() -> str:
    return f"zq{next(_words)}x"


@dataclass
class Waiting:
    """Something that was put forward or decided: the words that it would make public."""

    made: Publication
    words: set[str]
    redactions: int


@dataclass
class Version:
    words: set[str] = field(default_factory=set)
    readable: bool = True


class Walk(RuleBasedStateMachine):
    """One meeting of two lines, each "<word> <word>"; the model knows which words may be read."""

    def __init__(self) -> None:
        super().__init__()
        day = dt.date(2010, 1, 1) + dt.timedelta(next(_days))
        self.meeting = make.meeting(day.isoformat())
        item = make.item(self.meeting, "1", "Calls")
        self.said = [[word(), word()] for _ in range(LINES)]
        self.entries = [make.entry(item, "note", " ".join(one)) for one in self.said]
        self.hidden: set[str] = set()
        self.made = {one for pair in self.said for one in pair}
        self.path = f"wyvern-valley/assurance-meeting/{day.isoformat()}"
        self.versions: list[Version] = []
        self.proposed: list[Waiting] = []
        self.embargoed: list[Waiting] = []
        self.last: Publication | None = None
        self.now = publish.AT + dt.timedelta(next(_days) * 30)
        HighestSeen.objects.all().delete()  # a month has passed since the walk before
        deliver_due(at=self.now)

    @initialize()
    def begin(self) -> None:
        """The minutes are public once: short walks would seldom come to that."""
        self.put_forward(embargo=False)
        self.decide()

    # ------------------------------------------------ the record
    @rule(line=lines)
    def edit(self, line: int) -> None:
        self.said[line] = [word(), word()]
        self.made.update(self.said[line])
        Entry.objects.filter(pk=self.entries[line].pk).update(text=" ".join(self.said[line]))

    @rule(line=lines)
    def redact(self, line: int) -> None:
        self.hidden.add(self.said[line][1])
        publish.redaction(self.meeting, self.said[line][1], entry=self.entries[line])

    # ------------------------------------------------ what is put forward
    def _proposed(self, operation: Any, **what: Any) -> None:
        try:
            made = operation(as_role="officer", by=publish.first_person(), at=self.now, **what)
        except Refusal:
            return
        words = {one for pair in self.said for one in pair} - self.hidden
        self.proposed.append(Waiting(made, words, self.redactions()))

    def redactions(self) -> int:
        return Redaction.objects.filter(meeting=self.meeting).count()

    @rule(embargo=st.booleans())
    def put_forward(self, embargo: bool) -> None:
        self._proposed(
            put_forward, office=self.meeting.office, subject="minutes", meeting=self.meeting, title="Minutes",
            opens_at=self.now + 2 * HOUR if embargo else None,
        )  # fmt: skip

    @precondition(lambda self: self.last)
    @rule(leaked=st.booleans())
    def correct(self, leaked: bool) -> None:
        self._proposed(correct, publication=self.last, note="Wrong.", withdraw_before=leaked)

    @precondition(lambda self: self.last)
    @rule()
    def put_back(self) -> None:
        self._proposed(put_back, publication=self.last)

    # ------------------------------------------------ decisions
    @precondition(lambda self: self.proposed)
    @rule()
    def decide(self) -> None:
        one = self.proposed.pop()
        try:
            made = decide(publication=one.made, as_role="chair", by=publish.second_person(), at=self.now)
        except Refusal:
            return
        one.made = made
        if made.number is None:
            self.embargoed.append(one)
        else:
            self._public(one)
        deliver_due(at=self.now)

    def _public(self, one: Waiting) -> None:
        for path in one.made.withdrawn:
            if path.startswith(f"{self.path}/version/"):
                self.versions[int(path.rpartition("/")[2]) - 1].readable = False
        if one.made.parts.filter(path=self.path).exists():
            self.versions.append(Version(one.words))
        self.last = one.made

    @rule()
    def an_hour_passes(self) -> None:
        self.now += HOUR
        for one in [one for one in self.embargoed if one.made.opens_at <= self.now]:  # type: ignore[operator]
            if one.redactions == self.redactions():  # else it stays shut
                self.embargoed.remove(one)
                self._public(one)
        deliver_due(at=self.now)

    @precondition(lambda self: self.embargoed)
    @rule()
    def stop(self) -> None:
        one = self.embargoed.pop()
        stop(publication=one.made, why="Not yet.", by=publish.second_person(), at=self.now)

    @precondition(lambda self: self.versions)
    @rule(which=st.integers(0, 3))
    def withdraw(self, which: int) -> None:
        """The whole address, or one version of it."""
        path = f"{self.path}/version/{which}" if which else self.path
        try:
            made = withdraw(
                office=self.meeting.office, paths=[path], note="It should not be read.", as_role="chair",
                by=publish.second_person(), at=self.now,
            )  # fmt: skip
        except Refusal:
            return
        for number, one in enumerate(self.versions, start=1):
            if which in (0, number):
                one.readable = False
        if which == 0:
            self.embargoed.clear()
        self.last = made
        deliver_due(at=self.now)

    # ------------------------------------------------ what must hold
    @invariant()
    def nothing_else_is_in_the_store(self) -> None:
        store = connections[STORE]
        store.ensure_connection()
        held: bytes = store.connection.serialize() + files_unpacked()
        public = {one for version in self.versions if version.readable for one in version.words}
        leaked = {one for one in self.made - public if one.encode() in held.lower()}
        assert not leaked
        missing = {one for one in public if one.encode() not in held.lower()}
        assert not missing


def files_unpacked() -> bytes:
    """What is packed in the files that can be read: their words, properties and streams."""
    files = Snapshot.objects.filter(kind="file").exclude(state="withdrawn").values_list("content", flat=True)
    return b"".join(part for content in files for part in unpacked(bytes(content)))


def test_what_is_not_public_is_nowhere_in_the_public_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "minutes_files", lambda *some: [])  # slow to make
    walk(EXAMPLES)


def test_nor_is_it_in_files_that_are_made_of_minutes() -> None:
    walk(EXAMPLES_WITH_FILES)


def walk(examples: int) -> None:
    publish.published("office")
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Walk,
        settings=settings(
            max_examples=examples, stateful_step_count=STEPS, deadline=None, derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
