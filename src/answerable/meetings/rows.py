"""A meeting record as rows: what each table takes from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from answerable.core.minutes.record import MeetingRecord, Place
from answerable.documents.models import Document
from answerable.meetings.models import Attendance, Entry, Exchange, Figure, Forum, Item, Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.offices.models import Office

NAME_LENGTH = 200
"""A name is indexed, and an index has a limit; what is longer is no name."""


@dataclass(slots=True)
class NewMeeting:
    """A record that is to be stored, with what was decided about it."""

    record: MeetingRecord
    forum: Forum
    date: date
    fingerprint: str
    state: str = Meeting.State.HELD
    document: Document | None = None


@dataclass(slots=True)
class StoredMeeting:
    """A meeting with its rows, in the record's order: an index of the record is an index here."""

    meeting: Meeting
    record: MeetingRecord
    items: list[Item] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def item(self, index: int | None) -> Item | None:
        return None if index is None else self.items[index]


def meeting_row(new: NewMeeting, office: Office) -> Meeting:
    return Meeting(office=office, **meeting_values(new))


def meeting_values(new: NewMeeting) -> dict[str, Any]:
    """The columns of a meeting, whether it is new or read again."""
    record, head, source = new.record, new.record["meeting"], new.record["source"]
    following: Mapping[str, Any] = record["next_meeting"] or {}
    return {
        "forum": new.forum,
        "date": new.date,
        "title": head["title"] or "",
        "state": new.state,
        **{key: head[key] for key in ("kind", "start_time", "end_time", "chair", "minutes_by", "venue")},
        "next_date": as_date(following.get("date")),
        "next_start_time": following.get("start_time"),
        "next_venue": following.get("venue"),
        "next_type": following.get("type"),
        "next_source": following.get("source", []),
        "document": new.document,
        "source_name": source["name"][:255],
        "source_sha256": source["sha256"][:64],
        "record_sha256": new.fingerprint,
        "source": head["source"],
    }


def attendance_rows(stored: StoredMeeting) -> list[Attendance]:
    return [
        Attendance(meeting=stored.meeting, position=position, **{**line, "name": line["name"][:NAME_LENGTH]})
        for position, line in enumerate(stored.record["attendance"])
    ]


def item_rows(stored: StoredMeeting) -> list[Item]:
    return [
        Item(meeting=stored.meeting, position=position, **line)
        for position, line in enumerate(stored.record["items"])
    ]


def entry_rows(stored: StoredMeeting) -> list[Entry]:
    return [
        Entry(meeting=stored.meeting, position=position, **{**line, "item": stored.item(line["item"])})
        for position, line in enumerate(stored.record["entries"])
    ]


def exchange_rows(stored: StoredMeeting) -> list[Exchange]:
    return [
        Exchange(meeting=stored.meeting, position=position, **{**line, "item": stored.item(line["item"])})
        for position, line in enumerate(stored.record["exchanges"])
    ]


def figure_rows(stored: StoredMeeting) -> list[Figure]:
    return [
        Figure(meeting=stored.meeting, position=position, **{**line, "item": stored.item(line["item"])})
        for position, line in enumerate(stored.record["figures"])
    ]


def warning_rows(stored: StoredMeeting) -> list[MeetingWarning]:
    """Each warning beside the entry, else the item, that it overlaps."""
    if not stored.record["warnings"]:
        return []
    entries, items = _Spans(stored.record["entries"]), _Spans(stored.record["items"])
    rows = []
    for position, line in enumerate(stored.record["warnings"]):
        at_entry, at_item = entries.over(line["source"]), items.over(line["source"])
        entry = None if at_entry is None else stored.entries[at_entry]
        item = entry.item if entry is not None else stored.item(at_item)
        rows.append(
            MeetingWarning(
                office_id=stored.meeting.office_id, meeting=stored.meeting, position=position,
                entry=entry, item=item, code=line["code"][:60], message=line["message"],
                source=line["source"],
            )
        )  # fmt: skip
    return rows


class _Spans:
    """Where the lines of a list stand in the file, to find the one that a place lies in."""

    def __init__(self, lines: Sequence[Mapping[str, Any]]) -> None:
        self._spans = sorted(
            (place["start"], place["end"], index)
            for index, line in enumerate(lines)
            for place in line["source"]
        )
        self._starts = [start for start, _, _ in self._spans]

    def over(self, places: Sequence[Place]) -> int | None:
        """The line that the first of ``places`` begins in, or that begins in it; None where there is none."""
        if not places or places[0]["end"] <= places[0]["start"]:
            return None
        start, end = places[0]["start"], places[0]["end"]
        at = bisect_right(self._starts, start)
        if at and self._spans[at - 1][1] > start:
            return self._spans[at - 1][2]
        return self._spans[at][2] if at < len(self._spans) and self._starts[at] < end else None


def as_date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
