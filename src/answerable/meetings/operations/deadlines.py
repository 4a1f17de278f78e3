"""Deadlines of a meeting: set from its forum's days, changed one by one, met."""

from __future__ import annotations

import datetime as dt

from answerable.accounts.models import User
from answerable.core.calendar.deadlines import Due, due_for
from answerable.meetings.models import Deadline, Forum, Meeting


def set_deadlines(*, meeting: Meeting, by: User, at: dt.datetime) -> list[Deadline]:
    """The deadlines of a meeting that is new on the plan. Part of a larger write."""
    rows = [
        Deadline(meeting=meeting, kind=kind, date=due.date, time=due.time, first=due.date)
        for kind, due in deadlines_by_rule(meeting.forum, meeting.date).items()
    ]
    return Deadline.objects.bulk_create(rows)


def deadlines_by_rule(forum: Forum, day: dt.date) -> dict[str, Due]:
    """What the forum's days in working days make of a meeting on that day."""
    days = {
        "terms": forum.terms_days, "papers": forum.papers_days, "agenda": forum.agenda_days,
        "minutes": forum.minutes_days,
    }  # fmt: skip
    return due_for(day, days, forum.papers_time)


def meet_deadline(*, meeting: Meeting, kind: str, by: User, at: dt.datetime) -> None:
    """Note that what was due is done: the first time counts. Part of a larger write.

    ``kind`` is one of ``Deadline.Kind``. Where the meeting has no such deadline, nothing happens.
    """
    Deadline.objects.filter(meeting=meeting, kind=kind, met_at=None).update(met_at=at, met_by=by)
