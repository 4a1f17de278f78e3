"""Meetings as the finder of subjects wants them."""

from __future__ import annotations

from collections import defaultdict

from answerable.core.subjects import SubjectEntry, SubjectItem, SubjectMeeting
from answerable.meetings.models import Attendance, Entry, Item, Meeting
from answerable.offices.models import Office

WINDOW = 200
"""Meetings, the newest: a subject that none of them speaks of is history, and memory stays flat."""


def subject_meetings(office: Office) -> list[SubjectMeeting]:
    """The newest meetings of an office with their items and entries, in order of date."""
    newest = Meeting.objects.filter(office=office, state=Meeting.State.HELD).select_related("forum")
    meetings = sorted(
        newest.order_by("-date", "forum__slug")[:WINDOW], key=lambda one: (one.date, one.forum.slug)
    )
    keys = [one.pk for one in meetings]
    entries = _entries(keys)
    items: dict[int, list[SubjectItem]] = defaultdict(list)
    for item in Item.objects.filter(meeting_id__in=keys).order_by("meeting_id", "position").defer("source"):
        made = SubjectItem(item.pk, item.title, item.kind, tuple(entries[item.pk]))
        items[item.meeting_id].append(made)
    names = _names(keys)
    return [
        SubjectMeeting(one.pk, tuple(items[one.pk]), (*names[one.pk], *_printed(one), office.name))
        for one in meetings
    ]


def _printed(meeting: Meeting) -> list[str]:
    """What the head of the minutes names, and what is therefore no subject."""
    return [name for name in (meeting.forum.name, meeting.chair, meeting.minutes_by, meeting.venue) if name]


def _entries(meetings: list[int]) -> dict[int, list[SubjectEntry]]:
    found: dict[int, list[SubjectEntry]] = defaultdict(list)
    rows = Entry.objects.filter(meeting_id__in=meetings).exclude(item=None).order_by("meeting_id", "position")
    for key, item, text, heading, kind in rows.values_list("pk", "item_id", "text", "heading", "kind"):
        found[item].append(SubjectEntry(key, text, heading, kind == "action"))
    return found


def _names(meetings: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = Attendance.objects.filter(meeting_id__in=meetings).order_by("meeting_id", "position")
    for meeting, *names in rows.values_list("meeting_id", "name", "abbreviation"):
        found[meeting] += [name for name in names if name]
    return found
