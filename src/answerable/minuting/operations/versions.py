"""The whole minutes kept as they were when they took a step."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from answerable.accounts.models import User
from answerable.core.minutes.record import MeetingRecord
from answerable.meetings.models import Meeting
from answerable.minuting.models import MinutesVersion


@transaction.atomic
def keep_version(
    *, meeting: Meeting, state: str, record: MeetingRecord, by: User, at: datetime
) -> MinutesVersion:
    """Keep a record as the next version of the minutes. Part of a larger write."""
    last = meeting.minutes_versions.aggregate(last=Max("number"))["last"] or 0
    return MinutesVersion.objects.create(
        meeting=meeting, number=last + 1, state=state, record=record, at=at, by=by
    )
