"""One meeting of the Wyvern Valley as it is typed, for tests that say what they look at."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.core.minutes.printing import Paper, PaperItem, Said
from answerable.core.minutes.record import Attendance, Meeting, NextMeeting

HEAD: Meeting = {
    "title": "Wyvern Valley Assurance Board",
    "forum": "Wyvern Valley Assurance Board",
    "kind": None,
    "date": "2026-03-10",
    "start_time": "10:30",
    "end_time": "12:00",
    "chair": "Ada Marsh",
    "minutes_by": "Ivy Cole",
    "venue": "Conference Room 2, Wyvern House",
    "source": [],
}
NEXT: NextMeeting = {
    "date": "2026-04-14",
    "start_time": "10:30",
    "venue": "Conference Room 2, Wyvern House",
    "type": "Thematic – Offenders",
    "source": [],
}
ITEMS = (
    PaperItem("Welcome", "1", "1"),
    PaperItem("Matters arising", "2", "2"),
    PaperItem("Custody", "3", "3"),
    PaperItem("Detention times", "3.1", "3.1", 2),
    PaperItem("Any other business", "4", "4"),
    PaperItem("Date of next meeting", "5", "5"),
)
ARISING, CUSTODY, DETENTION, AOB, NEXT_MEETING = 1, 2, 3, 4, 5


def person(name: str, capacity: str | None, short: str | None, **other: str) -> Attendance:
    found: Attendance = {
        "name": name,
        "capacity": capacity,
        "abbreviation": short,
        "status": "present",
        "from_item": None,
        "to_item": None,
        "source": [],
    }
    return {**found, **other}  # type: ignore[typeddict-item]


PEOPLE = (
    person("Ada Marsh", "Police and Crime Commissioner", "PCC"),
    person("Ben Holt", "Chief Constable", "CC"),
    person("Cora Lane", "Temporary Deputy Chief Constable", "T/DCC", from_item="2", to_item="3.1"),
    person("A representative of the CPS", None, None),
    person("Dev Nair", "Assistant Chief Constable", "ACC", status="apologies"),
)


def paper(
    *said: Said | str, items: Sequence[PaperItem] = ITEMS, next_meeting: NextMeeting | None = None
) -> Paper:
    """A paper of the meeting; a string is a line typed under Custody."""
    lines = [Said(CUSTODY, one) if isinstance(one, str) else one for one in said]
    return Paper(HEAD, PEOPLE, items, lines, next_meeting)
