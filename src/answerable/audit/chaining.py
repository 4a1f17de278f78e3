"""Putting an event behind the last one, one writer after the other."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from answerable.audit.models import Event
from answerable.core.chain.canonical import canonical
from answerable.core.chain.events import SALT_LENGTH, Named, add_event, content_text

LOCK = 0x61756469_74
"""The number of PostgreSQL's advisory lock of the chain: "audit" as bytes."""


def hold_chain() -> None:
    """Let nobody else add to the chain before this transaction has ended.

    SQLite's transactions begin with the write lock (IMMEDIATE); PostgreSQL's wait here, as late as can be.
    Keys are checked before: a check put off to the commit could want a row of somebody who waits for us.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def append(
    *,
    at: datetime,
    who: int | None,
    operation: str,
    office_id: int | None,
    about: Sequence[Named],
    summary: str,
    details: Mapping[str, Any],
) -> Event:
    """The new last event. Only inside a transaction."""
    content = content_text(summary, details)
    hold_chain()
    last = Event.objects.order_by("-id").values_list("id", "hash").first()
    event = add_event(
        last=last, at=at, who=who, operation=operation, office=office_id, about=about, content=content,
        salt=secrets.token_hex(SALT_LENGTH // 2),
    )  # fmt: skip
    return Event.objects.create(
        id=event.sequence, at=at, by_id=who, operation=operation, office_id=office_id,
        about=canonical(event.about), salt=event.salt, content=content, content_hash=event.content_hash,
        before=event.before, hash=event.hash,
    )  # fmt: skip
