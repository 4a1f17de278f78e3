"""How late a paper came in: whole hours, told in hours and then in days."""

from __future__ import annotations

import datetime as dt

HOUR = 3600  # seconds
DAY = 24  # hours
TOLD_IN_HOURS = 2 * DAY  # below two days the hours are told: "30 hours late" says more than "1 day late"


def deadline_moment(date: dt.date, time: str, zone: dt.tzinfo) -> dt.datetime:
    """When a deadline ends: at ``time`` ("09:00") of its day, or, where it has none, with the day itself."""
    if not time:
        return dt.datetime.combine(date + dt.timedelta(days=1), dt.time(), zone)
    return dt.datetime.combine(date, dt.time.fromisoformat(time), zone)


def hours_late(sent_at: dt.datetime, ends: dt.datetime) -> int:
    """Whole hours after the deadline, begun hours counted; 0 in time. Both are aware.

    Compared as moments, so that the night when the clocks change makes nobody an hour late.
    """
    over = (sent_at.astimezone(dt.UTC) - ends.astimezone(dt.UTC)).total_seconds()
    return max(-int(-over // HOUR), 0)


def in_words(late: int | None) -> str:
    """ "in time", "5 hours late", "3 days late"; "" where there was no deadline."""
    if late is None:
        return ""
    if late == 0:
        return "in time"
    if late < TOLD_IN_HOURS:
        return f"{late} {'hour' if late == 1 else 'hours'} late"
    return f"{late // DAY} days late"
