"""Where an action stands today, in words: "41 days late", "due in 12 days", "closed 15 Jan 2019"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, CharField, Q, Value, When

from answerable.actions.models import Action
from answerable.components import words
from answerable.core.actions.outcomes import Outcome

STATUSES = {
    "open": "Open",
    "overdue": "Overdue",
    "lapsed": "Lapsed",
    "reported": "Reported",
    "closed": "Closed",
    "withdrawn": "Withdrawn",
}
"""What the register can be asked for; overdue and lapsed ones are open too."""


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


@dataclass(frozen=True, slots=True)
class Standing:
    """``word`` is one of STATUSES; ``detail`` says by how much or since when."""

    word: str
    detail: str


def standing(action: Action, today: dt.date) -> Standing:
    """Where the action stands; the same conditions as in the database."""
    if action.state != "open":
        ended = words.short_date(action.ended) if action.ended else ""
        return Standing(STATUSES[action.state], ended)
    late = _late(action, today)
    if reached(action.lapses_from, today) and reached(action.silent_from, today):
        return Standing("Lapsed", late or "six months old, no date")
    if late:
        return Standing("Overdue", late)
    if action.due is None and action.waits_for:
        return Standing("Open", "waits for an event")
    return Standing("Open", ahead(action.due, today))


def reached(day: dt.date | None, today: dt.date) -> bool:
    return day is not None and day <= today


def _late(action: Action, today: dt.date) -> str:
    if action.due is None or not reached(action.overdue_from, today):
        return ""
    return f"{words.age((today - action.due).days)} late"


def ahead(due: dt.date | None, today: dt.date) -> str:
    if due is None:
        return "no date"
    return "due today" if due == today else f"due in {words.age((due - today).days)}"
