"""Which updates count in an action's life, and which actions a forum had to do with."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, QuerySet

from answerable.actions.models import ActionStep, ActionUpdate
from answerable.core.clash import version

CLOSURES = 1_000_000
"""From this position on an update is no line of the record: it stands for a number that was closed."""


def update_version(update: ActionUpdate) -> str:
    """Of an update as it is shown to be decided: what it says, and which action is offered."""
    return version(update.text, update.link, update.action_id)


def counting_updates() -> QuerySet[ActionUpdate]:
    """The updates that count in their action's life: tied by their score, or by a person."""
    return ActionUpdate.objects.filter(link__in=[ActionUpdate.Link.LINKED, ActionUpdate.Link.ACCEPTED])


def followed_in(forums: Collection[int]) -> Q:
    """Of actions: those that one of these forums gave, follows now, or followed in between."""
    moved = ActionStep.objects.filter(kind__in=[ActionStep.Kind.REFERRED, ActionStep.Kind.RETURNED])
    once = moved.filter(Q(forum__in=forums) | Q(action__meeting__forum__in=forums)).order_by()
    return Q(forum__in=forums) | Q(pk__in=once.values("action"))
