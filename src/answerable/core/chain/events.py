"""An event and its hashes.

The header is hashed with the hash of the event before; the content (summary and details) is in the header
by its salted hash only, so that it can be emptied without breaking the chain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from answerable.core.chain.canonical import NotJson, canonical, digest

NOTHING_BEFORE = "0" * 64
"""What the first event has in place of the hash of the one before."""

SALT_LENGTH = 32
"""Hexadecimal digits: 16 random bytes, so that a content cannot be guessed from its hash."""

ERASE = "audit.erase"
"""The operation that empties events; its ``about`` names them."""

EVENT = "audit.event"
"""The type under which ``about`` names an event."""

Named = tuple[str, int]
"""A row that an event is about: its type ("meetings.meeting") and its id."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event as it is kept. What was tampered with may hold values of any type.

    ``at`` is UTC with microseconds ("2026-03-02T09:30:00.000000Z"), ``who`` a user's id or None for nobody;
    ``content_hash``, ``before`` and ``hash`` are 64 hexadecimal digits. Erased: salt and content are empty.
    """

    sequence: int
    at: str
    who: int | None
    operation: str
    office: int | None
    about: Sequence[Sequence[Any]]
    content_hash: str
    before: str
    hash: str
    salt: str
    content: str

    @property
    def erased(self) -> bool:
        return self.salt == "" and self.content == ""


def moment(at: datetime) -> str:
    """A time as the header has it. Raises ValueError where it does not say its zone."""
    if at.tzinfo is None:
        raise ValueError("This time does not say in which zone it is.")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def content_text(summary: str, details: Mapping[str, Any]) -> str:
    """The content as it is kept and hashed. Raises NotJson."""
    return canonical({"summary": summary, "details": details})


def content_hash(salt: str, content: str) -> str:
    """Salt and content one behind the other: the salt's length is fixed, so nothing can move over."""
    return digest(salt + content)


def header_hash(event: Event) -> str:
    """The hash that the header should have; empty where a value is none that a header can have."""
    header = {
        "sequence": event.sequence,
        "at": event.at,
        "who": event.who,
        "operation": event.operation,
        "office": event.office,
        "about": event.about,
        "content": event.content_hash,
        "before": event.before,
    }
    try:
        return digest(canonical(header))
    except NotJson:
        return ""


def add_event(
    *,
    last: tuple[int, str] | None,
    at: datetime,
    who: int | None,
    operation: str,
    office: int | None,
    about: Sequence[Named],
    content: str,
    salt: str,
) -> Event:
    """The event that follows ``last`` (its sequence and hash), None where it is the first."""
    sequence, before = last or (0, NOTHING_BEFORE)
    hashed = content_hash(salt, content)
    listed = [list(one) for one in about]
    event = Event(sequence + 1, moment(at), who, operation, office, listed, hashed, before, "", salt, content)
    return rehashed(event)


def rehashed(event: Event) -> Event:
    """The event with the hash that its header has."""
    values = {name: getattr(event, name) for name in Event.__slots__}
    return Event(**{**values, "hash": header_hash(event)})
