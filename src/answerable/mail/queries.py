"""Reads of mail: what is to be sent, and what somebody does not want."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime

from django.db.models import QuerySet

from answerable.mail.models import Message, Wish


def due(at: datetime) -> QuerySet[Message]:
    """What is to be tried now, the oldest first."""
    waiting = Message.objects.filter(state=Message.State.WAITING, next_try__lte=at)
    return waiting.order_by("made_at", "pk")


def troubled() -> QuerySet[Message]:
    """What waits to be sent, and what was given up, the oldest first."""
    return Message.objects.exclude(state=Message.State.SENT).order_by("made_at", "pk")


def unwanted(users: Collection[int]) -> Mapping[int, set[str]]:
    """The kinds of mail that each of these users does not want, by the user's id. One query."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for user, kind in Wish.objects.filter(user__in=users).values_list("user_id", "kind"):
        found[user].add(kind)
    return found
