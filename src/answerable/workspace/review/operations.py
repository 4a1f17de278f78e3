"""What a person says on the review page: lower operations together, in one transaction each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from answerable.accounts.models import User
from answerable.intake.operations import correct_line
from answerable.meetings.models import Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.meetings.operations import settle_warning


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
    for field, new in changes.items():
        correct_line(meeting=meeting, part=part, position=position, field=field, new=new, by=by, at=at)
    if warning is None:
        return
    left = MeetingWarning.objects.filter(pk=warning.pk, settled_at=None).first()
    if left or not changes:  # a correction may have taken the warning away
        settle_warning(warning=left or warning, by=by, at=at)
