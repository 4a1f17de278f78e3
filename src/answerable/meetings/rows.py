"""A meeting record as rows: what each table takes from it, as tuples in the order of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from answerable.core.minutes.record import MeetingRecord
from answerable.documents.models import Document
from answerable.meetings.beside import Lines
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
    """Each warning beside the entry, else the item, that it is about."""
    if not stored.record["warnings"]:
        return []
    lines, meeting = Lines(stored.record), stored.meeting
    rows: list[Row] = []
    for position, line in enumerate(stored.record["warnings"]):
        at = lines.beside(line["code"], line["source"])
        entry = None if at.entry is None else stored.entries[at.entry]
        about = (meeting.pk, position, meeting.office_id, entry, stored.item(at.item))
        rows.append((*about, line["code"][:60], line["message"], line["source"]))
    return rows


def _values(line: Mapping[str, Any], keys: Sequence[str]) -> Row:
    return tuple([line[key] for key in keys])


def _in_items(stored: StoredMeeting, lines: Sequence[Mapping[str, Any]], keys: Sequence[str]) -> list[Row]:
    meeting = stored.meeting.pk
    return [(meeting, at, stored.item(line["item"]), *_values(line, keys)) for at, line in enumerate(lines)]


def as_date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
