"""Reads of typed minutes: the lines that stand, who is there, what the office judged."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from answerable.core.clash import version
from answerable.core.minutes.record import Attendance
from answerable.meetings.models import Item, Meeting
from answerable.minuting.models import Assurance, Line, Present


def standing_lines(meeting: Meeting) -> QuerySet[Line]:
    """The lines of a meeting that were not taken out, in the order of the minutes."""
    return Line.objects.filter(meeting=meeting, removed_at=None).order_by("item__position", "position", "pk")


def line_version(line: Line) -> str:
    """Of what a person says with a line, wherever it stands."""
    return version(line.text, line.kind, line.speakers, line.about_id, line.status, line.removed_at)


def present_version(one: Present) -> str:
    return version(one.status, one.from_item_id, one.to_item_id, one.name, one.abbreviation)


def roll_of(meeting: Meeting) -> list[Present]:
    """Who is there and who sent apologies. One query."""
    return list(meeting.roll.select_related("from_item", "to_item").order_by("position"))


def attendance_of(roll: Sequence[Present]) -> list[Attendance]:
    """The roll as a meeting record has it."""
    return [
        {
            "name": one.name,
            "capacity": one.capacity or None,
            "abbreviation": one.abbreviation or None,
            "status": "present" if one.status == Present.Status.PRESENT else "apologies",
            "from_item": _number(one.from_item),
            "to_item": _number(one.to_item),
            "source": [],
        }
        for one in roll
    ]


def standing_assurance(item: Item) -> Assurance | None:
    """The judgement of an item that holds now."""
    return item.assurances.filter(replaced_at=None).select_related("by").first()


def assurance_version(item: Item, held: Assurance | None) -> str:
    return version(item.pk, held.pk if held else None)


def _number(item: Item | None) -> str | None:
    return (item.number or item.title) if item else None
