"""A meeting in all the slices that hold a part of it: stored, or read again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from answerable.accounts.models import User
from answerable.actions.operations import add_actions, lost_actions, replace_actions
from answerable.core.minutes.record import ReadingWarning
from answerable.intake.indexing import rows_of
from answerable.intake.operations.marking import kept_markings, lay_markings
from answerable.meetings.models import Meeting
from answerable.meetings.operations import add_meetings, replace_meeting
from answerable.meetings.rows import NewMeeting, StoredMeeting
from answerable.offices.models import Office
from answerable.search.operations import index_rows, remove_meeting

LOST = "action-lost"


def store(office: Office, new: Sequence[NewMeeting], *, by: User, at: datetime) -> list[StoredMeeting]:
    """Store meetings that are not held yet. Part of a larger write."""
    stored = add_meetings(office=office, new=new, by=by, at=at)
    actions = add_actions(stored=stored, by=by, at=at)
    index_rows(row for one in stored for row in rows_of(one, actions[one.meeting.pk]))
    return stored


def store_again(meeting: Meeting, new: NewMeeting, *, by: User, at: datetime) -> StoredMeeting:
    """Put another reading in the place of a meeting's. Part of a larger write.

    An action that people have dealt with and that is not there any more stays, and a warning says so. What
    is restricted stays restricted, wherever it stands now.
    """
    _warn_of_lost(meeting, new)
    markings = kept_markings(meeting)
    stored = replace_meeting(meeting=meeting, new=new, by=by, at=at)
    actions = replace_actions(stored=stored, by=by, at=at)
    remove_meeting(meeting_id=meeting.pk)
    index_rows(rows_of(stored, actions[meeting.pk]))
    lay_markings(meeting, markings)
    return stored


def _warn_of_lost(meeting: Meeting, new: NewMeeting) -> None:
    """Say in the record which actions it lost: these, and none that an earlier reading lost."""
    lost = lost_actions(meeting=meeting, record=new.record)
    kept = [warning for warning in new.record["warnings"] if warning["code"] != LOST]
    told: list[ReadingWarning] = [
        {"code": LOST, "message": f"{action.number}, “{action.text}”, is not read any more.", "source": []}
        for action in lost
    ]
    new.record = {**new.record, "warnings": kept + told}
