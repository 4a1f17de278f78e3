"""A meeting record as the finder of recurring subjects takes it."""

from __future__ import annotations

from answerable.core.minutes.record import Entry, MeetingRecord
from answerable.core.subjects.shapes import SubjectEntry, SubjectItem, SubjectMeeting

UNTITLED = SubjectItem(-1, "")
"""What stands before the first item; its key is -1, since it is no item of the record."""


def subject_meeting(record: MeetingRecord, key: int) -> SubjectMeeting:
    """The meeting under ``key``; keys of items and entries are their positions in the record."""
    entries: dict[int | None, list[SubjectEntry]] = {}
    for position, entry in enumerate(record["entries"]):
        if entry["kind"] != "heading":
            entries.setdefault(entry["item"], []).append(_entry(position, entry))
    items = [
        SubjectItem(position, item["title"], item["kind"], tuple(entries.get(position, ())))
        for position, item in enumerate(record["items"])
    ]
    if None in entries:
        items.insert(0, UNTITLED._replace(entries=tuple(entries[None])))
    return SubjectMeeting(key, tuple(items), _names(record))


def _entry(position: int, entry: Entry) -> SubjectEntry:
    return SubjectEntry(position, entry["text"], entry["heading"], entry["kind"] == "action")


def _names(record: MeetingRecord) -> tuple[str, ...]:
    """People, the abbreviations of their posts, the forum and the place."""
    meeting = record["meeting"]
    printed = [meeting["forum"], meeting["chair"], meeting["minutes_by"], meeting["venue"]]
    for person in record["attendance"]:
        printed += [person["name"], person["abbreviation"]]
    for entry in record["entries"]:
        printed += entry["speakers"]
    return tuple(dict.fromkeys(name for name in printed if name))
