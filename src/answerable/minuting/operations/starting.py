"""Beginning to take the minutes of a meeting."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.live.states import why_not_started
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.minuting.models import Step
from answerable.offices.operations import hold_office


@transaction.atomic
def start_minutes(*, meeting: Meeting, by: User, at: datetime) -> Meeting:
    """Begin: the meeting is held, its minutes are a draft. Raises Refusal."""
    hold_office(meeting.office_id)
    held = Meeting.objects.select_related("forum").get(pk=meeting.pk)
    reason = why_not_started(held.state, held.minutes_state, is_read=bool(held.source_sha256))
    if reason:
        raise Refusal(reason)
    was = held.minutes_state
    held.state, held.minutes_state = Meeting.State.HELD, Meeting.Minutes.DRAFT
    held.minutes_by = held.minutes_by or by.name
    held.save(update_fields=["state", "minutes_state", "minutes_by"])
    Step.objects.create(meeting=held, was=was, to=held.minutes_state, at=at, by=by)
    audit.record(
        by=by, at=at, operation="minuting.start_minutes", summary=f"Began the minutes of {held}.",
        about=held, office_id=held.office_id,
    )  # fmt: skip
    return held
