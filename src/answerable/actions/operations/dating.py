"""Steps about an action's dates: moved, the awaited event happened, one of them met, carried forward."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.actions.models import Action, ActionStep
from answerable.actions.operations.stepping import Held, day_of, hold, lay, record, worded
from answerable.core.actions.steps import CAUSES
from answerable.core.permissions.roles import Role
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting

FURTHEST = 3660  # days ahead that a date can lie: ten years; further is a slip of the keyboard


@transaction.atomic
def move_due(
    *,
    action: Action,
    dues: Sequence[date],
    reason: str,
    cause: str,
    waits_for: str = "",
    seen: str | None = None,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> ActionStep:
    """Put other dates in the place of those that stand, or an event that it ``waits_for`` beside them.

    Raises Clash, Gone, Refusal.
    """
    held = hold(action, "move", roles=roles, seen=seen)
    event = waits_for.strip()[:500]
    if cause not in CAUSES:
        raise Refusal("Choose why its date moves.")
    words = worded(reason, "Say in a few words why its date moves.")
    days = sorted(set(dues))
    if not days and not event:
        raise Refusal("Say by when it is due now, as a day, or what it waits for.")
    for day in days:
        may_be_due(held, day, at)
    if (tuple(days), event) == (held.standing.dates, held.standing.waits_for):
        raise Refusal("That is when it is due already: choose another day.")
    made = lay(
        held, on=timezone.localdate(at), reason=words, cause=cause, dues=[day.isoformat() for day in days],
        due_text=event, by=by, at=at,
    )  # fmt: skip
    to = " and ".join([*(f"{day:%-d %B %Y}" for day in days), *([f"once {event}"] if event else [])])
    record(held, made, f"its date moved to {to}.", by=by, at=at)
    return made


@transaction.atomic
def record_happened(
    *,
    action: Action,
    on: date | None,
    due: date,
    reason: str = "",
    seen: str | None = None,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> ActionStep:
    """What it waited for happened ``on`` a day, and gives the day that it is ``due`` by.

    Raises Clash, Gone, Refusal.
    """
    held = hold(action, "happen", roles=roles, seen=seen)
    day = day_of(held, on, at)
    may_be_due(held, due, at, after=day)
    made = lay(
        held, on=day, reason=reason.strip(), dues=[due.isoformat()], due_text=held.standing.waits_for,
        by=by, at=at,
    )  # fmt: skip
    said = f"what it waited for happened on {day:%-d %B %Y}; due {due:%-d %B %Y}."
    record(held, made, said, by=by, at=at)
    return made


@transaction.atomic
def meet_due(
    *,
    action: Action,
    due: date,
    on: date | None = None,
    reason: str = "",
    seen: str | None = None,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> ActionStep:
    """One of its dates was met; the others stand. Raises Clash, Gone, Refusal."""
    held = hold(action, "meet", roles=roles, seen=seen)
    if due not in held.standing.dates:
        raise Refusal(f"{due:%-d %B %Y} is none of the dates of this action that stand.")
    if not held.standing.waits_for and len(held.standing.dates) == 1:
        raise Refusal("It is its only date: close the action instead.")
    day = day_of(held, on, at)
    made = lay(
        held, on=day, reason=reason.strip(), dues=[due.isoformat()], due_text=_printed(held.action, due),
        by=by, at=at,
    )  # fmt: skip
    record(held, made, f"what was due {due:%-d %B %Y} was done.", by=by, at=at)
    return made


@transaction.atomic
def carry_forward(
    *,
    action: Action,
    reason: str,
    meeting: Meeting | None = None,
    seen: str | None = None,
    roles: Collection[Role],
    by: User,
    at: datetime,
) -> ActionStep:
    """It stays open and comes back, to ``meeting`` where one is named. Raises Clash, Gone, Refusal."""
    held = hold(action, "carry", roles=roles, seen=seen)
    made = carry_held(held, reason=reason, meeting=meeting, by=by, at=at)
    record(held, made, "carried forward.", by=by, at=at)
    return made


def carry_held(held: Held, *, reason: str, meeting: Meeting | None, by: User, at: datetime) -> ActionStep:
    """Part of a larger write."""
    words = worded(reason, "Say in a few words why it is carried forward.")
    return lay(held, on=timezone.localdate(at), reason=words, meeting=meeting, by=by, at=at)


def may_be_due(held: Held, due: date, at: datetime, after: date | None = None) -> None:
    """A date is no day before the meeting that gave the action, and none that is past. Raises Refusal."""
    today = timezone.localdate(at)
    given = held.action.given
    if due < given:
        raise Refusal(
            f"{due:%-d %B %Y} is before the meeting that gave it ({given:%-d %B %Y}): choose a later day."
        )
    if due < today:
        raise Refusal(f"{due:%-d %B %Y} has passed: choose today or a later day.")
    if (due - today).days > FURTHEST:
        raise Refusal(f"{due:%-d %B %Y} is more than ten years ahead: is the year right?")
    if after and due < after:
        raise Refusal(f"It cannot be due before {after:%-d %B %Y}, when what it waits for happened.")


def _printed(action: Action, due: date) -> str:
    return next((one.text for one in action.dues.all() if one.date == due), "")
