"""Public meetings as iCalendar (RFC 5545), for a diary that looks again from time to time.

A meeting keeps its UID, whether its agenda or its minutes tell of it. SEQUENCE counts how often either of
them changed, so it never falls back: programs pass over what has a lower one than they know. A meeting that
was cancelled stays, as cancelled.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, vText

from answerable.public.feeds.queries import Changes
from answerable.published.models import Line

ZONE = ZoneInfo("Europe/London")
LENGTH = dt.timedelta(hours=2)  # of a meeting whose end nobody has said
DAY = dt.timedelta(days=1)
REFRESH_HOURS = 12  # how often programs are asked to look again
CANCELLED = "cancelled"


def calendar_of(name: str, site: str, lines: Iterable[Line], changes: Mapping[str, Changes]) -> bytes:
    """``lines`` of meetings and agendas, ``changes`` by the paths of meetings; ``site`` is whole."""
    found = Calendar()
    found.add("prodid", "-//Answerable//Public meetings//EN")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", _("%(name)s: public meetings") % {"name": name})
    found.add("x-published-ttl", vText(f"PT{REFRESH_HOURS}H"))
    found.add_component(Timezone.from_tzinfo(ZONE))
    for path, line in public_meetings(lines).items():
        found.add_component(_event(path, line, site, changes[path]))
    text: bytes = found.to_ical()
    return text


def public_meetings(lines: Iterable[Line]) -> dict[str, Line]:
    """By the meeting's path; its minutes are told in place of its agenda."""
    found: dict[str, Line] = {}
    for line in sorted(lines, key=lambda one: one.kind != "agenda"):
        if line.date and (line.data.get("public") or line.data.get("kind") == "public"):
            found[line.data.get("meeting", line.path)] = line
        elif line.path in found:
            found[line.path] = line
    return found


def _event(path: str, line: Line, site: str, changes: Changes) -> Event:
    event = Event()
    gone = line.data.get("state") == CANCELLED
    event.add("uid", f"{path}@{site.split('://')[-1]}")
    event.add("dtstamp", changes.last)
    event.add("sequence", changes.times - 1)
    event.add("status", "CANCELLED" if gone else "CONFIRMED")
    event.add("summary", _("Cancelled: %(title)s") % {"title": _title(line)} if gone else _title(line))
    start = _when(line, "start_time")
    event.add("dtstart", start)
    event.add("dtend", _end(line, start))
    event.add("url", f"{site}/{line.path}")
    if line.data.get("venue"):
        event.add("location", line.data["venue"])
    if not isinstance(start, dt.datetime):
        event.add("transp", "TRANSPARENT")
    return event


def _title(line: Line) -> str:
    theme = line.data.get("theme")
    return f"{line.data['forum']}: {theme}" if theme else str(line.data["forum"])


def _when(line: Line, name: str) -> dt.datetime | dt.date:
    """By the clock of the office; the whole day where nobody has said at what time."""
    assert line.date
    try:
        time = dt.time.fromisoformat(line.data.get(name) or "")
    except ValueError:
        return line.date
    return dt.datetime.combine(line.date, time, ZONE)


def _end(line: Line, start: dt.datetime | dt.date) -> dt.datetime | dt.date:
    end = _when(line, "end_time")
    if not isinstance(start, dt.datetime):
        return start + DAY
    return end if isinstance(end, dt.datetime) and end > start else start + LENGTH
