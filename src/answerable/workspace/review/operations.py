"""What a person says on the review page: lower operations together, in one transaction each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.intake.operations import put_line_right
from answerable.meetings.models import Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.meetings.operations import mark_settled


@transaction.atomic
def put_right(
    *,
    meeting: Meeting,
    part: str,
    position: int,
    changes: Mapping[str, Any],
    warning: MeetingWarning | None,
    by: User,
    at: datetime,
) -> None:
    """Correct the changed fields of a line and settle the warning that led to it. Raises Refusal."""
    made = [
        put_line_right(meeting=meeting, part=part, position=position, field=field, new=new, by=by, at=at)
        for field, new in changes.items()
    ]
    settled = _settle(warning, needed=not made, by=by, at=at) if warning else []
    fields = ", ".join(one.field for one in made)
    done = f"Corrected {fields} of {part} {position + 1} of {meeting}." if made else ""
    audit.record(
        by=by, at=at, operation="review.put_right", about=[meeting, *made, *settled],
        office_id=meeting.office_id,
        summary=" ".join([done, *(f"Settled: {one.message}" for one in settled)]).strip(),
        details={
            "part": part, "position": position,
            "fields": {one.field: {"old": one.old, "new": one.new} for one in made},
        },
    )  # fmt: skip


def _settle(warning: MeetingWarning, *, needed: bool, by: User, at: datetime) -> list[MeetingWarning]:
    """Settle what led to a correction, unless that took the warning away; the warning that was settled."""
    left = MeetingWarning.objects.filter(pk=warning.pk, settled_at=None).first()
    if left is None and not needed:
        return []
    mark_settled(warning=left or warning, by=by, at=at)
    return [left or warning]
