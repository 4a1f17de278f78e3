"""Reads of what is waited for."""

from __future__ import annotations

import datetime as dt

from django.db.models import Case, F, Q, QuerySet, When

from answerable.actions.models import AwaitedEvent
from answerable.core.clash import version
from answerable.web.actor import Actor


def awaited_version(event: AwaitedEvent) -> str:
    """Of what a form about it shows: its words, when it is expected, and whether it is recorded."""
    return version(event.text, event.expected, event.outcome, event.recorded_at)


def seen_awaited(actor: Actor, rows: QuerySet[AwaitedEvent]) -> QuerySet[AwaitedEvent]:
    """The rows that the actor may see: an event is as restricted as the action that hangs on it, too.

    Their ``restricted`` says so, whichever of the two it comes from.
    """
    told = rows.annotate(
        closed=Case(When(Q(restricted=True) | Q(action__restricted=True), then=True), default=False)
    )
    return told if actor.sees_restricted else told.filter(closed=False)


def still_awaited(rows: QuerySet[AwaitedEvent], on: dt.date) -> QuerySet[AwaitedEvent]:
    """What was waited for on a day, what is expected first at the top."""
    standing = Q(recorded_at=None) | Q(recorded_at__date__gt=on)
    return rows.filter(standing, since__lte=on).order_by(F("expected").asc(nulls_last=True), "since", "pk")
