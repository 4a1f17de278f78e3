"""The meeting record, version 1: the one shape between reading, storing and writing minutes.

A record is plain JSON. These types give its keys; ``docs/reference/meeting-record.md`` says what each
means. Keys are never left out: what a source does not give is ``None`` or an empty list, never a guess.
"""

from __future__ import annotations

from typing import Literal, TypedDict

FORMAT = "meeting-record/1"

MeetingKind = Literal["performance", "thematic", "public", "inspection", "review", "interim"]
ItemKind = Literal[
    "matters_arising",
    "holding_to_account",
    "inspection",
    "risk",
    "executive_update",
    "any_other_business",
    "next_meeting",
    "other",
]
EntryKind = Literal["heading", "note", "question", "response", "action", "update", "commitment", "decision"]
Precision = Literal["day", "month", "quarter", "year", "event"]
UpdateStatus = Literal["open", "reported", "complete"]
AttendanceStatus = Literal["present", "apologies"]
FigureKind = Literal["actual", "target", "limit", "baseline", "aspiration", "count"]


class Place(TypedDict):
    """Where something stands: ``quote`` is exactly the document's text from ``start`` to ``end``."""

    page: int | None
    bbox: list[float] | None
    start: int
    end: int
    quote: str


class SourceFile(TypedDict):
    name: str
    media_type: str
    sha256: str
    pages: int | None


class Meeting(TypedDict):
    title: str | None
    forum: str | None
    kind: MeetingKind | None
    date: str | None
    start_time: str | None
    end_time: str | None
    chair: str | None
    minutes_by: str | None
    venue: str | None
    source: list[Place]


class Attendance(TypedDict):
    name: str
    capacity: str | None
    abbreviation: str | None
    status: AttendanceStatus
    from_item: str | None
    to_item: str | None
    source: list[Place]


class Item(TypedDict):
    number: str | None
    label: str | None
    title: str
    level: int
    kind: ItemKind
    assurance: str | None
    source: list[Place]


class Entry(TypedDict):
    item: int | None
    heading: str | None
    paragraph: int
    kind: EntryKind
    text: str
    speakers: list[str]
    source: list[Place]


class Exchange(TypedDict):
    item: int | None
    heading: str | None
    asked_by: list[str]
    question: str
    answered_by: list[str]
    response: str
    stance: str | None
    entries: list[int]


class Due(TypedDict):
    """``date`` is the last day on which it would still be kept; None for an event."""

    text: str
    date: str | None
    precision: Precision


class Action(TypedDict):
    item: int | None
    heading: str | None
    label: str | None
    text: str
    owners: list[str]
    owners_source: list[Place]
    due: list[Due]
    entry: int
    source: list[Place]


class Update(TypedDict):
    meeting: str | None
    item: str | None
    action: str
    update: str
    status: UpdateStatus
    source: list[Place]


class Commitment(TypedDict):
    item: int | None
    by: list[str]
    text: str
    due: list[Due]
    entry: int
    source: list[Place]


class Figure(TypedDict):
    item: int | None
    measure: str
    area: str | None
    value: float | None
    to: float | None
    approximate: bool
    unit: str | None
    kind: FigureKind
    text: str
    source: list[Place]


class NextMeeting(TypedDict):
    date: str | None
    start_time: str | None
    venue: str | None
    type: str | None
    source: list[Place]


class Furniture(TypedDict):
    text: str
    source: list[Place]


class ReadingWarning(TypedDict):
    code: str
    message: str
    source: list[Place]


class MeetingRecord(TypedDict):
    format: str
    source: SourceFile
    meeting: Meeting
    attendance: list[Attendance]
    items: list[Item]
    entries: list[Entry]
    exchanges: list[Exchange]
    actions: list[Action]
    updates: list[Update]
    commitments: list[Commitment]
    figures: list[Figure]
    next_meeting: NextMeeting | None
    furniture: list[Furniture]
    warnings: list[ReadingWarning]
