"""A meeting record as rows: what each table takes from it, as tuples in the order of its columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from answerable.core.minutes.record import MeetingRecord, Place
from answerable.documents.models import Document
from answerable.meetings.models import Forum, Meeting
from answerable.offices.models import Office

NAME_LENGTH = 200
"""A name is indexed, and an index has a limit; what is longer is no name."""

Row = tuple[Any, ...]

PLACED = ("meeting_id", "position")
"""What tells the rows of a part apart: a reading again puts rows over those of the same place."""

ATTENDANCE_KEYS = ("capacity", "abbreviation", "status", "from_item", "to_item", "source")
ITEM_KEYS = ("number", "label", "title", "level", "kind", "assurance", "source")
ENTRY_KEYS = ("paragraph", "heading", "kind", "text", "speakers", "source")
EXCHANGE_KEYS = ("heading", "asked_by", "question", "answered_by", "response", "stance", "entries")
FIGURE_KEYS = ("measure", "area", "value", "to", "approximate", "unit", "kind", "text", "source")

ATTENDANCE = (*PLACED, "acting", "name", *ATTENDANCE_KEYS)
ITEM = (*PLACED, *ITEM_KEYS)
ENTRY = (*PLACED, "item_id", *ENTRY_KEYS)
EXCHANGE = (*PLACED, "item_id", *EXCHANGE_KEYS)
FIGURE = (*PLACED, "item_id", *FIGURE_KEYS)
WARNING = (*PLACED, "office_id", "entry_id", "item_id", "code", "message", "source")


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
    """A meeting with the ids of its items and entries: an index of the record is an index here."""

    meeting: Meeting
    record: MeetingRecord
    items: list[int] = field(default_factory=list)
    entries: list[int] = field(default_factory=list)

    def item(self, index: int | None) -> int | None:
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


def attendance_rows(stored: StoredMeeting) -> list[Row]:
    return [
        (stored.meeting.pk, at, False, line["name"][:NAME_LENGTH], *_values(line, ATTENDANCE_KEYS))
        for at, line in enumerate(stored.record["attendance"])
    ]


def item_rows(stored: StoredMeeting) -> list[Row]:
    meeting = stored.meeting.pk
    return [(meeting, at, *_values(line, ITEM_KEYS)) for at, line in enumerate(stored.record["items"])]


def entry_rows(stored: StoredMeeting) -> list[Row]:
    return _in_items(stored, stored.record["entries"], ENTRY_KEYS)


def exchange_rows(stored: StoredMeeting) -> list[Row]:
    return _in_items(stored, stored.record["exchanges"], EXCHANGE_KEYS)


def figure_rows(stored: StoredMeeting) -> list[Row]:
    return _in_items(stored, stored.record["figures"], FIGURE_KEYS)


def warning_rows(stored: StoredMeeting) -> list[Row]:
    """Each warning beside the entry, else the item, that it overlaps."""
    if not stored.record["warnings"]:
        return []
    entries, items = _Spans(stored.record["entries"]), _Spans(stored.record["items"])
    meeting = stored.meeting
    rows: list[Row] = []
    for position, line in enumerate(stored.record["warnings"]):
        at_entry, at_item = entries.over(line["source"]), items.over(line["source"])
        if at_entry is not None:
            at_item = stored.record["entries"][at_entry]["item"]
        entry = None if at_entry is None else stored.entries[at_entry]
        about = (meeting.pk, position, meeting.office_id, entry, stored.item(at_item))
        rows.append((*about, line["code"][:60], line["message"], line["source"]))
    return rows


def _values(line: Mapping[str, Any], keys: Sequence[str]) -> Row:
    return tuple([line[key] for key in keys])


def _in_items(stored: StoredMeeting, lines: Sequence[Mapping[str, Any]], keys: Sequence[str]) -> list[Row]:
    meeting = stored.meeting.pk
    return [(meeting, at, stored.item(line["item"]), *_values(line, keys)) for at, line in enumerate(lines)]


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
