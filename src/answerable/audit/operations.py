"""Writing events: what an outermost operation did, what was looked at, and what was erased."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, models, transaction

from answerable.audit import chaining
from answerable.audit.models import Event
from answerable.core.chain.events import ERASE, EVENT, Named
from answerable.core.chain.findings import number, stretch
from answerable.core.refusal import Refusal

OURS = "audit."
"""Events about the trail itself are not erased: their content is what keys and erasures rest on."""

About = models.Model | Named
"""A row, or its type and id where it need not be loaded."""


@transaction.atomic
def record(
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    operation: str,
    summary: str,
    about: About | Sequence[About] | None = None,
    office_id: int | None = None,
    details: Mapping[str, Any] | None = None,
) -> Event:
    """Write what an outermost operation did, as the last thing in its transaction.

    ``operation`` is its name ("intake.import_file"), ``summary`` one sentence for people, ``about`` every
    row that it changed (a meeting stands for its lines), ``details`` anything that is JSON. ``by`` is None
    where nobody had signed in. From here to the end of the transaction nobody else can write an event.
    """
    return chaining.append(
        at=at, who=by.pk if by is not None else None, operation=operation, office_id=office_id,
        about=_named(about), summary=summary, details=details or {},
    )  # fmt: skip


def record_view(
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    about: About | Sequence[About],
    office_id: int | None,
    what: str,
) -> Event:
    """Write that somebody looked at restricted text; ``what`` goes on "Looked at …"."""
    return record(
        by=by, at=at, operation="view", summary=f"Looked at {what}.", about=about, office_id=office_id
    )


@transaction.atomic
def erase(*, sequences: Iterable[int], reason: str, by: AbstractBaseUser | None, at: datetime) -> Event:
    """Empty the content of events, which is itself an event. Raises Refusal.

    Who, when, which operation and which rows stay: they are in the header, without a name.
    """
    chaining.hold_chain()
    chosen = sorted(set(sequences))
    _refuse(chosen, reason)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")  # zeros over the old text, not just a free page
    Event.objects.filter(pk__in=chosen).update(salt="", content="")
    listed = ", ".join(map(str, chosen))
    return record(
        by=by, at=at, operation=ERASE, about=[(EVENT, one) for one in chosen], details={"reason": reason},
        summary=f"Erased what event {listed} says: {reason}" if len(chosen) == 1
        else f"Erased what events {listed} say: {reason}",
    )  # fmt: skip


def _refuse(chosen: Sequence[int], reason: str) -> None:
    if not reason.strip():
        raise Refusal("Say why it is erased.")
    if not chosen:
        raise Refusal("Say which events to erase.")
    held = {one.pk: one for one in Event.objects.filter(pk__in=chosen)}
    for sequence in chosen:
        event = held.get(sequence)
        if event is None:
            raise Refusal(f"There is no event {number(sequence)}.")
        if event.erased:
            raise Refusal(f"{stretch(sequence, sequence).capitalize()} is erased already.")
        if event.operation.startswith(OURS):
            raise Refusal(f"Event {number(sequence)} is about the audit trail itself and stays as it is.")


def _named(about: About | Sequence[About] | None) -> list[Named]:
    """Type and id of each row, each once, in the order given."""
    if about is None:
        return []
    rows: Sequence[Any] = [about] if isinstance(about, models.Model) or _is_named(about) else list(about)
    return list(dict.fromkeys(_name(one) for one in rows))


def _is_named(about: About | Sequence[About]) -> bool:
    return isinstance(about, tuple) and bool(about) and isinstance(about[0], str)


def _name(one: About) -> Named:
    if isinstance(one, models.Model):
        assert one.pk is not None, f"{one._meta.label_lower} is not in the database"
        return one._meta.label_lower, one.pk
    return one
