"""What stands above the first item: title, date, time, place, who chaired, and the roll."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from answerable.core.minutes import roll
from answerable.core.minutes.dates import WEEKDAY_NAMES, long_date
from answerable.core.minutes.record import Attendance, Meeting
from answerable.core.minutes.sheet import Table, Text

ROLL_WIDTHS = (32, 38, 12, 18)
KINDS = {
    "performance": "Performance meeting",
    "thematic": "Thematic meeting",
    "public": "Public meeting",
    "inspection": "Inspection meeting",
    "review": "Review meeting",
    "interim": "Interim meeting",
}


def day_in_words(day: str) -> str:
    """ "Tuesday 10 March 2026" of "2026-03-10"."""
    when = date.fromisoformat(day)
    return f"{WEEKDAY_NAMES[when.weekday()]} {long_date(when)}"


def particulars(head: Meeting, kind: bool, title: bool) -> Iterator[Text]:
    """The lines under the title. ``kind`` and ``title``: whether the title itself does not give them."""
    if title and head["title"]:
        yield Text(head["title"], lead="Title of meeting:")
    if head["date"]:
        yield Text(day_in_words(head["date"]), lead="Date:")
    yield from _times(head)
    for label, value in (
        ("Venue:", head["venue"]),
        ("Chair:", head["chair"]),
        ("Minutes by:", head["minutes_by"]),
        ("Type of meeting:", KINDS[head["kind"]] if kind and head["kind"] else None),
    ):
        if value:
            yield Text(value, lead=label)


def _times(head: Meeting) -> Iterator[Text]:
    start, end = head["start_time"], head["end_time"]
    if start and end:
        yield Text(f"{start} to {end}", lead="Time:")
    elif start:
        yield Text(start, lead="Time:")
    elif end:
        yield Text(end, lead="Finish:")


def roll_of(attendance: Sequence[Attendance]) -> Table | None:
    """The table of who was there, in the order of the record."""
    if not attendance:
        return None
    rows = [[[Text(cell)] if cell else [] for cell in roll.cells_of(person)] for person in attendance]
    return Table(ROLL_WIDTHS, rows, head=roll.HEADS)
