"""Reads of publishing."""

from __future__ import annotations

from answerable.meetings.models import Meeting
from answerable.publishing.models import HighestSeen, Redaction


def clock_waits() -> HighestSeen | None:
    """What was seen where the clock went ahead by more than a day and nobody has said that it is right."""
    return HighestSeen.objects.filter(jumped_to__isnull=False).first()


def notes_left_out(meeting: Meeting) -> set[int]:
    """Papers of a meeting that somebody left out, by their keys: any version of them, and so the newest."""
    rows = Redaction.objects.filter(what=Redaction.What.FILE, lifted_at=None)
    keys = rows.filter(document__note_versions__note__meeting=meeting)
    return set(keys.values_list("document__note_versions__note", flat=True))
