"""What was done: of one row, by one person, in one office, in some days; and the last head."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from answerable.audit.models import Event, Head
from answerable.core.chain.canonical import canonical
from answerable.core.chain.events import moment
from answerable.core.chain.statements import Head as HeadStatement
from answerable.core.chain.statements import KeyStatement, keys_in

FIRST_KEY, CHANGED_KEY, LOST_KEY = "audit.first_key", "audit.change_key", "audit.replace_lost_key"
KEY_OPERATIONS = [FIRST_KEY, CHANGED_KEY, LOST_KEY]
"""The operations whose events say which key signs from then on."""
TOOK_OVER = "upkeep.take_over"
"""The operation whose event says which keys signed what an office published before it was taken over."""


def events(
    *,
    office_id: int | None = None,
    by: AbstractBaseUser | None = None,
    operation: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
) -> models.QuerySet[Event]:
    """Events, the newest first, with who did it; ``since`` is included, ``until`` is not."""
    found = Event.objects.select_related("by")
    if office_id is not None:
        found = found.filter(office_id=office_id)
    if by is not None:
        found = found.filter(by_id=by.pk)
    if operation:
        found = found.filter(operation=operation)
    if since is not None:
        found = found.filter(at__gte=since)
    return found if until is None else found.filter(at__lt=until)


def events_about(thing: models.Model) -> models.QuerySet[Event]:
    """The events about a row, the newest first, with who did it."""
    named = canonical([thing._meta.label_lower, thing.pk])
    return Event.objects.filter(about__contains=named).select_related("by")


def who_changed(thing: models.Model, *operations: str) -> tuple[str | None, datetime | None]:
    """Who did one of these operations to a row last, and when; None where the trail does not say."""
    last = events_about(thing).filter(operation__in=operations).first()
    by: Any = last.by if last else None
    return by.name if by else None, last.at if last else None


def last_head() -> Head | None:
    """The head that was signed last."""
    return Head.objects.first()


def key_statements() -> list[KeyStatement]:
    """Which keys the chain says have signed its heads, the first one first."""
    said = Event.objects.filter(operation__in=KEY_OPERATIONS).order_by("id")
    return [one for event in said for one in keys_in(str(event.details.get("statement", "")))]


def taken_over_keys() -> list[KeyStatement]:
    """Keys of records that were taken over here: their publications are signed with them."""
    said = Event.objects.filter(operation=TOOK_OVER).order_by("id")
    return [one for event in said for one in keys_in(str(event.details.get("keys", "")))]


def head_statements() -> list[HeadStatement]:
    """The heads that the database keeps, the first one first."""
    rows = Head.objects.order_by("id").values_list("sequence", "hash", "at", "key", "signature")
    return [HeadStatement(sequence, hash_, moment(at), *rest) for sequence, hash_, at, *rest in rows]
