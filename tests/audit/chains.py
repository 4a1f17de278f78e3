"""A small chain in the database, and what somebody can make of it who writes to the tables directly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import connection

from answerable.accounts.models import User
from answerable.audit.operations import record
from answerable.audit.reading import read_events
from answerable.core.chain.canonical import canonical
from answerable.core.chain.events import NOTHING_BEFORE, Event, content_hash, rehashed
from answerable.core.chain.findings import Finding
from answerable.core.chain.verifying import KnownHead, verify
from tests import factories as make

COLUMNS = "id, at, by_id, operation, office_id, about, content_hash, before, hash, salt, content"
OPERATIONS = ["intake.import_file", "meetings.settle_warning", "actions.accept_update", "view"]


def people(count: int = 3) -> list[User]:
    return [
        User.objects.create(name=f"Person {n}", email=f"person{n}@wyvern.example", made_at=make.NOW)
        for n in range(count)
    ]


def write_chain(length: int, by: Sequence[User]) -> list[Event]:
    """Events by several people, a minute apart."""
    for n in range(length):
        record(
            by=by[n % len(by)], at=make.NOW + dt.timedelta(minutes=n, microseconds=n),
            operation=OPERATIONS[n % len(OPERATIONS)], summary=f"Did the thing number {n}.",
            about=[("meetings.meeting", n + 1)], office_id=n % 2 + 1, details={"number": n},
        )  # fmt: skip
    return list(read_events())


def head_of(events: Sequence[Event], sequence: int, *, elsewhere: bool = True) -> KnownHead:
    return KnownHead(sequence, events[sequence - 1].hash, elsewhere=elsewhere)


def findings(heads: Sequence[KnownHead] = ()) -> list[Finding]:
    return list(verify(read_events(), heads))


def harm(heads: Sequence[KnownHead] = ()) -> list[str]:
    return [str(one) for one in findings(heads) if one.harm]


def put(before: Sequence[Event], after: Sequence[Event]) -> None:
    """Make the table hold ``after`` where it held ``before``, by SQL and nothing else."""
    kept = set(map(id, after))
    gone = [(one.sequence,) for one in before if id(one) not in kept]
    known = set(map(id, before))
    new = [_row(one) for one in after if id(one) not in known]
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM audit_event WHERE id = %s", gone)
        places = ", ".join(["%s"] * len(COLUMNS.split(",")))
        cursor.executemany(f"INSERT INTO audit_event ({COLUMNS}) VALUES ({places})", new)


def _row(event: Event) -> tuple[Any, ...]:
    return (
        event.sequence, event.at, event.who, event.operation, event.office, canonical(event.about),
        event.content_hash, event.before, event.hash, event.salt, event.content,
    )  # fmt: skip


def fit_own(event: Event) -> Event:
    """The event with the hashes that its own columns ask for."""
    content = content_hash(event.salt, event.content) if event.content else event.content_hash
    return rehashed(replace(event, content_hash=content))


def fit(events: Sequence[Event], start: int) -> list[Event]:
    """All hashes and links from the place ``start`` on made to fit."""
    fitted = list(events[:start])
    for event in events[start:]:
        before = fitted[-1].hash if fitted else NOTHING_BEFORE
        fitted.append(fit_own(replace(event, before=before)))
    return fitted


def renumber(events: Sequence[Event], start: int) -> list[Event]:
    """The events from the place ``start`` on with the numbers that their places have."""
    return [
        one if n < start or one.sequence == n + 1 else replace(one, sequence=n + 1)
        for n, one in enumerate(events)
    ]


def sql(statement: str) -> None:
    """Do something to the tables directly."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
