"""How late a paper came in: whole hours, told in hours and then in days.

Times are told to the minute, so a minute that has begun is not late: "by 9am" is kept at 9:00:59. So it is
with every deadline (``core.calendar.deadlines.is_past``).
"""

from __future__ import annotations

import datetime as dt

HOUR = 60  # minutes
MINUTE = dt.timedelta(minutes=1)
DAY = 24  # hours
LAST_MINUTE = "23:59"
TOLD_IN_HOURS = 2 * DAY  # below two days the hours are told: "30 hours late" says more than "1 day late"


def deadline_moment(date: dt.date, time: str, zone: dt.tzinfo) -> dt.datetime:
    """The last minute in time: ``time`` ("09:00") of its day, or where it has none, the day's last."""
    return dt.datetime.combine(date, dt.time.fromisoformat(time or LAST_MINUTE), zone)


def hours_late(sent_at: dt.datetime, ends: dt.datetime) -> int:
    """Whole hours after the deadline, begun hours counted; 0 in time. Both are aware.

    Compared as moments, so that the night when the clocks change makes nobody an hour late.
    """
    over = (sent_at.astimezone(dt.UTC) - ends.astimezone(dt.UTC)) // MINUTE
    return max(-(-over // HOUR), 0)


def in_words(late: int | None) -> str:
    """ "in time", "5 hours late", "3 days late"; "" where there was no deadline."""
    if late is None:
        return ""
    if late == 0:
        return "in time"
    if late < TOLD_IN_HOURS:
        return f"{late} {'hour' if late == 1 else 'hours'} late"
    return f"{late // DAY} days late"
