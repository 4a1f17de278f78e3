"""The plan as iCalendar (RFC 5545): meetings with their times, deadlines as days.

Only what a diary needs: forum, kind, theme, time, place, what is due. A meeting keeps its UID when it moves;
SEQUENCE counts its changes, so that programs put the new day in the place of the old one; a cancelled meeting
stays, as cancelled, so that it is taken out of diaries.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vText

from answerable.meetings.models import Deadline, Meeting
from answerable.offices.models import Office

ZONE = ZoneInfo("Europe/London")
LENGTH = dt.timedelta(hours=2)  # of a meeting whose end nobody has said
DAY = dt.timedelta(days=1)
MOST = 2000  # meetings in one calendar
REFRESH = dt.timedelta(hours=12)  # how often programs are asked to look again


def calendar_of(office: Office, *, since: dt.date, now: dt.datetime, host: str) -> bytes:
    """The office's meetings from a day on with their deadlines; ``host`` makes their UIDs unlike others."""
    found = Calendar()
    found.add("prodid", "-//Answerable//Forward plan//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", f"{office.name}: forward plan")
    found.add("x-published-ttl", vText(f"PT{int(REFRESH.total_seconds() // 3600)}H"))
    found.add_component(Timezone.from_tzinfo(ZONE))
    for meeting in _meetings(office, since):
        found.add_component(_event(meeting, now, host))
        for deadline in meeting.deadlines.all():
            found.add_component(_due(meeting, deadline, now, host))
    text: bytes = found.to_ical()
    return text


def _meetings(office: Office, since: dt.date) -> list[Meeting]:
    """Those held as well: a diary remembers. Two queries."""
    rows = Meeting.objects.filter(office=office, date__gte=since).select_related("forum")
    return list(rows.prefetch_related("deadlines").order_by("date", "pk")[:MOST])


def _event(meeting: Meeting, now: dt.datetime, host: str) -> Event:
    event = Event()
    cancelled = meeting.state == Meeting.State.CANCELLED
    event.add("uid", f"meeting-{meeting.pk}@{host}")
    event.add("dtstamp", now)
    event.add("sequence", meeting.revision)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("summary", f"{'Cancelled: ' if cancelled else ''}{_title(meeting)}")
    start = _start(meeting)
    event.add("dtstart", start)
    event.add("dtend", start + (LENGTH if isinstance(start, dt.datetime) else DAY))
    if meeting.venue:
        event.add("location", meeting.venue)
    if not isinstance(start, dt.datetime):
        event.add("transp", "TRANSPARENT")
    return event


def _due(meeting: Meeting, deadline: Deadline, now: dt.datetime, host: str) -> Event:
    """A deadline as a whole day that leaves the diary free."""
    event = Event()
    gone = meeting.state == Meeting.State.CANCELLED
    at = f" by {deadline.time}" if deadline.time else ""
    done = "Done: " if deadline.met_at else ""
    event.add("uid", f"{deadline.kind}-{meeting.pk}@{host}")
    event.add("dtstamp", now)
    event.add("sequence", meeting.revision)
    event.add("status", "CANCELLED" if gone else "CONFIRMED")
    event.add("summary", f"{done}{deadline.get_kind_display()}{at}: {_title(meeting)}")
    event.add("dtstart", deadline.date)
    event.add("dtend", deadline.date + DAY)
    event.add("transp", "TRANSPARENT")
    return event


def _title(meeting: Meeting) -> str:
    kind = meeting.get_kind_display() if meeting.kind else ""
    about = ": ".join(filter(None, [kind, meeting.theme]))
    return f"{meeting.forum.name} ({about})" if about else meeting.forum.name


def _start(meeting: Meeting) -> dt.datetime | dt.date:
    """When it begins by the clock of the office; the whole day where nobody has said at what time."""
    try:
        time = dt.time.fromisoformat(meeting.start_time or "")
    except ValueError:
        return meeting.date
    return dt.datetime.combine(meeting.date, time, ZONE)
