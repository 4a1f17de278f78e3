"""An event that was waited for is recorded, and what hangs on it with it, in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.models import AwaitedEvent
from answerable.actions.operations.awaiting import note_outcome
from answerable.actions.operations.dating import may_be_due
from answerable.actions.operations.stepping import day_of, hold, lay
from answerable.audit import operations as audit
from answerable.components.words import date
from answerable.core.permissions.roles import Role
from answerable.core.refusal import Refusal
from answerable.offices.operations import hold_office

RECORD = "actions.record_awaited"
NOTHING_HANGS = "No action hangs on this event: leave the date of one out."


@transaction.atomic
def record_event(
    *, event: AwaitedEvent, happened_on: dt.date, outcome: str, today: dt.date, due: dt.date | None = None,
    seen: str | None = None, roles: Collection[Role] = (), by: User, at: dt.datetime,
) -> None:  # fmt: skip
    """It happened: it stands on no agenda from now on. Raises Clash, Gone, Refusal.

    ``due`` is the day by which the action that hung on it is due then: a step in that action's life.
    """
    hold_office(event.office_id)
    held = note_outcome(
        event=event, happened_on=happened_on, outcome=outcome, today=today, seen=seen, by=by, at=at
    )
    steps = [_date_action(held, happened_on, due, roles, by, at)] if due else []
    audit.record(
        by=by, at=at, operation=RECORD, office_id=held.office_id,
        about=[held, held.forum, *([held.action] if held.action else []), *steps],
        summary=f"What was waited for at {held.forum} happened on {date(happened_on)}.",
    )  # fmt: skip


def _date_action(
    held: AwaitedEvent, day: dt.date, due: dt.date, roles: Collection[Role], by: User, at: dt.datetime
) -> tuple[str, int]:
    """The step with the action that waited; its row, for the event. Raises Refusal."""
    if held.action is None:
        raise Refusal(NOTHING_HANGS)
    action = hold(held.action, "happen", roles=roles)
    on = day_of(action, day, at)
    may_be_due(action, due, at, after=on)
    made = lay(
        action, on=on, reason=held.outcome, dues=[due.isoformat()], due_text=action.standing.waits_for,
        by=by, at=at,
    )  # fmt: skip
    return made._meta.label_lower, made.pk
