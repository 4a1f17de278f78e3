"""Where an action stands today, in words: "41 days late", "due in 12 days", "closed 15 Jan 2019"."""

from __future__ import annotations

import datetime as dt

from django.db.models import Case, CharField, Q, Value, When

from answerable.actions.models import Action
from answerable.components.standing import STATUSES, Standing, ahead, reached, standing
from answerable.core.actions.outcomes import Outcome

__all__ = [
    "STATUSES", "Standing", "ahead", "has_outcome", "has_status", "is_lapsed", "is_overdue", "outcome_on",
    "reached", "standing",
]  # fmt: skip


def is_overdue(today: dt.date) -> Q:
    return Q(state="open", overdue_from__lte=today)


def is_lapsed(today: dt.date) -> Q:
    return Q(state="open", lapses_from__lte=today, silent_from__lte=today)


def has_status(status: str, today: dt.date) -> Q:
    """The condition of one of STATUSES."""
    if status == "overdue":
        return is_overdue(today)
    if status == "lapsed":
        return is_lapsed(today)
    return Q(state=status)


def outcome_on(today: dt.date) -> Case:
    """An action's ``core.actions.outcomes.Outcome`` on a day, for the database to tell."""
    return Case(
        When(state="withdrawn", then=Value(Outcome.WITHDRAWN)),
        When(state="reported", then=Value(Outcome.REPORTED)),
        When(state="closed", first_due=None, then=Value(Outcome.UNDATED)),
        When(state="closed", kept=Action.Kept.LATE, then=Value(Outcome.LATE)),
        When(state="closed", then=Value(Outcome.KEPT)),
        When(is_lapsed(today), then=Value(Outcome.LAPSED)),
        When(first_due__lt=today, then=Value(Outcome.SLIPPED)),
        default=Value(Outcome.OPEN),
        output_field=CharField(),
    )


def has_outcome(outcome: Outcome, today: dt.date) -> Q:
    """The condition of one outcome. Drafts have none."""
    same = Action.objects.annotate(outcome=outcome_on(today)).filter(outcome=outcome, draft=False)
    return Q(pk__in=same.values("pk"))
