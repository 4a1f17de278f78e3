"""The actions and agenda items that are tied to plans, recommendations and funded work."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from answerable.actions.models import PlanTie
from answerable.web.actor import Actor

OPEN = Q(action__restricted=False) | Q(item__restricted=False)
"""Ties of which neither end is kept from anybody: the one that is null is never false."""


def ties_seen_by(actor: Actor, ties: QuerySet[PlanTie]) -> QuerySet[PlanTie]:
    """The ties of what the actor may see, with all that a list of them shows. One query.

    Actions of minutes that are still being written are left out: nothing leads to them yet.
    """
    found = ties.exclude(action__draft=True).select_related("action__forum", "item__meeting__forum", "by")
    return found if actor.sees_restricted else found.filter(OPEN)
