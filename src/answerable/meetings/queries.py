"""What forms about meetings and forums show, as versions."""

from __future__ import annotations

from answerable.core.clash import version
from answerable.meetings.models import Deadline, Forum, Meeting

PLANNED_FIELDS = ("kind", "theme", "start_time", "venue")
"""What is edited of a planned meeting; its day is moved instead."""

FORUM_FIELDS = (
    "name", "kinds", "rhythm", "rhythm_week", "rhythm_weekday", "rhythm_month", "start_time", "venue",
    "numbering", "layout", "labels", "rules", "terms_days", "papers_days", "papers_time", "agenda_days",
    "minutes_days",
)  # fmt: skip
"""How a forum meets and what its papers look like."""


def planned_version(meeting: Meeting) -> str:
    """Of what is edited of a planned meeting."""
    return version(*(getattr(meeting, name) for name in PLANNED_FIELDS))


def day_version(meeting: Meeting) -> str:
    """Of when a meeting is, and whether."""
    return version(meeting.date, meeting.state)


def deadline_version(deadline: Deadline) -> str:
    """Of when something is due, and whether it was met."""
    return version(deadline.date, deadline.time, deadline.met_at)


def settings_version(forum: Forum) -> str:
    """Of how a forum meets and what its papers look like."""
    return version(*(getattr(forum, name) for name in FORUM_FIELDS))
