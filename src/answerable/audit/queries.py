"""What was done: of one row, by one person, in one office, in some days; and the last head."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from answerable.audit.models import Event, Head
from answerable.core.chain.canonical import canonical


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
        found = found.filter(by=by)
    if operation:
        found = found.filter(operation=operation)
    if since is not None:
        found = found.filter(at__gte=since)
    return found if until is None else found.filter(at__lt=until)


def events_about(thing: models.Model) -> models.QuerySet[Event]:
    """The events about a row, the newest first, with who did it."""
    named = canonical([thing._meta.label_lower, thing.pk])
    return Event.objects.filter(about__contains=named).select_related("by")


def last_head() -> Head | None:
    """The head that was signed last."""
    return Head.objects.first()
