"""What would be published now, made as it will be made and then forgotten: no address is given by looking."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.core.publication.shapes import MeetingContent
from answerable.meetings.models import Meeting
from answerable.publishing.building.meeting import meeting_content
from answerable.publishing.building.naming import name_places, names_of
from answerable.publishing.building.redacting import redacting


def preview_minutes(meeting: Meeting, *, at: datetime) -> MeetingContent:
    """The minutes of a meeting as the public would read them, without files. Raises Refusal."""
    with transaction.atomic():
        content = meeting_content(meeting, at)
        name_places(content, names_of(meeting.office, redacting(meeting).text))
        transaction.set_rollback(True)
    return content
