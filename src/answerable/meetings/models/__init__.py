"""Meetings: the plan of them, and what was minuted."""

from answerable.meetings.models.claim import NotThisMeasure
from answerable.meetings.models.meeting import DEADLINE_DAYS, Forum, Meeting
from answerable.meetings.models.plan import Deadline, Move, PlanFeed
from answerable.meetings.models.record import (
    ENTRY_KINDS,
    Attendance,
    Entry,
    Exchange,
    Figure,
    Item,
    Warning,
)
from answerable.meetings.models.topic_link import TopicLink, TopicUnlink

__all__ = [
    "DEADLINE_DAYS",
    "ENTRY_KINDS",
    "Attendance",
    "Deadline",
    "Entry",
    "Exchange",
    "Figure",
    "Forum",
    "Item",
    "Meeting",
    "Move",
    "NotThisMeasure",
    "PlanFeed",
    "TopicLink",
    "TopicUnlink",
    "Warning",
]
