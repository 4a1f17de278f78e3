"""Events as they stand in the database, whatever was done to them there, a thousand at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from answerable.core.chain.events import Event, moment

AT_A_TIME = 1000
"""Events read by one statement: the memory of a check, however long the chain is."""

_AT = {
    # As text: a time that Python cannot hold ('infinity') is a finding, not a failure.
    "sqlite": "at || ''",
    "postgresql": """to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""",
}
_COLUMNS = "by_id, operation, office_id, about, content_hash, before, hash, salt, content"


def read_events() -> Iterator[Event]:
    """All events in order of sequence. Each thousand is read by itself: nobody has to wait."""
    query = (
        f"SELECT id, {_AT[connection.vendor]}, {_COLUMNS} FROM audit_event"  # noqa: S608  constants
        f" WHERE id > %s ORDER BY id LIMIT {AT_A_TIME}"
    )
    last = -(2**63)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(query, [last])
            rows = cursor.fetchall()
        yield from map(_event, rows)
        if len(rows) < AT_A_TIME:
            return
        last = rows[-1][0]


def _event(row: tuple[Any, ...]) -> Event:
    sequence, at, who, operation, office, about, content_hash, before, hash_, salt, content = row
    return Event(
        sequence,
        _moment(at),
        who,
        operation,
        office,
        _about(about),
        content_hash,
        before,
        hash_,
        salt,
        content,
    )


def _moment(at: Any) -> str:
    """The time as it was hashed; SQLite keeps UTC without saying so. What is no time stays what it is."""
    if isinstance(at, str) and at.endswith("Z"):
        return at
    try:
        return moment(datetime.fromisoformat(at).replace(tzinfo=UTC))
    except (TypeError, ValueError):
        return f"not a time: {at!r}"


def _about(about: Any) -> Any:
    try:
        return json.loads(about)
    except (TypeError, ValueError, RecursionError):
        return f"not a list: {about!r}"
