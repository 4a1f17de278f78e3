"""What a person says of a forum, and what follows from it for the actions, in one transaction."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.intake.operations.finishing import settle_meetings
from answerable.meetings.models import Forum
from answerable.meetings.operations import succeed_forum


@transaction.atomic
def decide_succession(*, forum: Forum, succeeds: Forum | None, by: User, at: datetime) -> None:
    """Say which forum this one took over from, and work out links and lives again. Raises Refusal."""
    succeed_forum(forum=forum, succeeds=succeeds, by=by, at=at)
    settled = settle_meetings(office=forum.office, by=by, at=at)
    meetings = settled.meetings if settled else ()
    audit.record(
        by=by, at=at, operation="meetings.succeed_forum", office_id=forum.office_id,
        about=[forum, *(("meetings.meeting", key) for key in meetings)],
        summary=f"{forum} succeeds {succeeds}." if succeeds else f"{forum} succeeds no other forum.",
    )  # fmt: skip
