"""Writes of meetings: storing what was minuted, planning the year, moving and cancelling, deadlines."""

from answerable.meetings.operations.deadlines import meet_deadline
from answerable.meetings.operations.planning import plan_meeting
from answerable.meetings.operations.storing import (
    add_meetings,
    ensure_forum,
    link_topics,
    mark_settled,
    replace_meeting,
    row_ids,
    settle_people,
    settle_warning,
    succeed_forum,
    write,
)

__all__ = [
    "add_meetings",
    "ensure_forum",
    "link_topics",
    "mark_settled",
    "meet_deadline",
    "plan_meeting",
    "replace_meeting",
    "row_ids",
    "settle_people",
    "settle_warning",
    "succeed_forum",
    "write",
]
