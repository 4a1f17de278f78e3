"""A note that says only that a meeting did not take place."""

from __future__ import annotations

import re

from answerable.core.minutes.record import MeetingRecord

CANCELLED = re.compile(
    r"\b(cancell?ed|postponed|did not take place|was not held|not held|stood down)\b", re.IGNORECASE
)
LONGEST_NOTE = 12
"""Entries. A note of a cancelled meeting is a few lines; minutes that mention a cancelled one are longer."""


def was_cancelled(record: MeetingRecord) -> bool:
    """Whether the record is of a meeting that was not held: short, nobody present, and it says so."""
    present = any(line["status"] == "present" for line in record["attendance"])
    work = record["actions"] or record["updates"] or record["exchanges"]
    if present or work or len(record["entries"]) > LONGEST_NOTE:
        return False
    said = [record["meeting"]["title"] or ""]
    said += [line["title"] for line in record["items"]] + [line["text"] for line in record["entries"]]
    return any(CANCELLED.search(one) for one in said)
