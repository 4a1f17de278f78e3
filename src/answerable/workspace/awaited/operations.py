"""An event that was waited for is recorded, and what hangs on it with it, in one transaction."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from answerable.accounts.models import User
from answerable.actions.models import AwaitedEvent
from answerable.actions.operations.awaiting import note_outcome
from answerable.audit import operations as audit
from answerable.components.words import date
from answerable.offices.operations import hold_office

RECORD = "actions.record_awaited"


@transaction.atomic
def record_event(
    *, event: AwaitedEvent, happened_on: dt.date, outcome: str, today: dt.date, seen: str | None = None,
    by: User, at: dt.datetime,
) -> None:  # fmt: skip
    """It happened: it stands on no agenda from now on. Raises Clash, Gone, Refusal."""
    hold_office(event.office_id)
    held = note_outcome(
        event=event, happened_on=happened_on, outcome=outcome, today=today, seen=seen, by=by, at=at
    )
    audit.record(
        by=by, at=at, operation=RECORD, office_id=held.office_id,
        about=[held, held.forum, *([held.action] if held.action else [])],
        summary=f"What was waited for at {held.forum} happened on {date(happened_on)}.",
    )  # fmt: skip
