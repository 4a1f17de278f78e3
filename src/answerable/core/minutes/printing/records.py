"""A meeting record printed, so that reading it gives the record again."""

from __future__ import annotations

from answerable.core.minutes.printing.layout import lay_out
from answerable.core.minutes.printing.paper import Paper, PaperItem, Said
from answerable.core.minutes.printing.style import Style
from answerable.core.minutes.record import MeetingRecord
from answerable.core.minutes.sheet import Sheet


def paper_of(record: MeetingRecord) -> Paper:
    """All that a record says, its words as they stand."""
    owners = {one["entry"]: tuple(one["owners"]) for one in record["actions"]}
    return Paper(
        head=record["meeting"],
        attendance=record["attendance"],
        items=[
            PaperItem(one["title"], one["number"], one["label"], one["level"], one["kind"], one["assurance"])
            for one in record["items"]
        ],
        said=[
            Said(
                one["item"],
                one["text"],
                one["kind"],
                tuple(one["speakers"]),
                owners.get(at),
                group=one["paragraph"],
            )
            for at, one in enumerate(record["entries"])
        ],
    )


def print_minutes(record: MeetingRecord, style: Style, *, exact: bool = True) -> Sheet:
    """The sheet whose reading is ``record``; raises Unprintable where there is none.

    Equal means as MEETING-RECORD.md has it: source, paragraph, furniture and warnings left out.
    ``exact=False`` gives the nearest sheet instead, as for a record that parts were taken out of.
    """
    return lay_out(paper_of(record), style)
