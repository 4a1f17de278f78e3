"""Emptying what events say, where it was about somebody who has a right to that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, transaction

from answerable.audit.chaining import hold_chain
from answerable.audit.models import Event
from answerable.audit.operations.recording import record
from answerable.core.chain.events import ERASE, EVENT
from answerable.core.chain.findings import number
from answerable.core.refusal import Refusal

OURS = "audit."
"""Events about the trail itself are not erased: their content is what keys and erasures rest on."""


@transaction.atomic
def erase(*, sequences: Iterable[int], reason: str, by: AbstractBaseUser | None, at: datetime) -> Event:
    """Empty the content of events, which is itself an event. Raises Refusal.

    Who, when, which operation and which rows stay: they are in the header, without a name.
    """
    hold_chain()
    chosen = sorted(set(sequences))
    _refuse(chosen, reason)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")  # zeros over the old text, not just a free page
    Event.objects.filter(pk__in=chosen).update(salt="", content="")
    one = len(chosen) == 1
    what = f"what event {chosen[0]} says" if one else f"what events {', '.join(map(str, chosen))} say"
    return record(
        by=by, at=at, operation=ERASE, summary=f"Erased {what}: {reason}",
        about=[(EVENT, sequence) for sequence in chosen], details={"reason": reason},
    )  # fmt: skip


def _refuse(chosen: Sequence[int], reason: str) -> None:
    if not reason.strip():
        raise Refusal("Say why it is erased.")
    if not chosen:
        raise Refusal("Say which events to erase.")
    held = Event.objects.in_bulk(chosen)
    for sequence in chosen:
        event = held.get(sequence)
        if event is None:
            raise Refusal(f"There is no event {number(sequence)}.")
        if event.erased:
            raise Refusal(f"Event {number(sequence)} is erased already.")
        if event.operation.startswith(OURS):
            raise Refusal(f"Event {number(sequence)} is about the audit trail itself and stays as it is.")
