"""A meeting in all the slices that hold a part of it: stored, or read again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from answerable.accounts.models import User
from answerable.actions.operations import add_actions, replace_actions
from answerable.intake.indexing import rows_of
from answerable.meetings.models import Meeting
from answerable.meetings.operations import add_meetings, replace_meeting
from answerable.meetings.rows import NewMeeting, StoredMeeting
from answerable.offices.models import Office
from answerable.search.operations import index_rows, remove_meeting


def store(office: Office, new: Sequence[NewMeeting], *, by: User, at: datetime) -> list[StoredMeeting]:
    """Store meetings that are not held yet. Part of a larger write."""
    stored = add_meetings(office=office, new=new, by=by, at=at)
    actions = add_actions(stored=stored, by=by, at=at)
    index_rows(row for one in stored for row in rows_of(one, actions[one.meeting.pk]))
    return stored


def store_again(meeting: Meeting, new: NewMeeting, *, by: User, at: datetime) -> StoredMeeting:
    """Put another reading in the place of a meeting's. Part of a larger write."""
    stored = replace_meeting(meeting=meeting, new=new, by=by, at=at)
    actions = replace_actions(stored=stored, by=by, at=at)
    remove_meeting(meeting_id=meeting.pk)
    index_rows(rows_of(stored, actions[meeting.pk]))
    return stored
