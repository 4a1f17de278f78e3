"""A time of day as somebody types it."""

from __future__ import annotations

from answerable.core.minutes.times import find_times


def as_hour(text: str) -> str | None:
    """ "10:30" of "10.30am", "10:30" or "10:30 hrs"; None where it is no time, or says more than one."""
    text = text.strip()
    found = find_times(text)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
    return found[0].begins if whole and found[0].ends is None else None
