"""The paper of a record: its words as they stand, with what their print has to say besides."""

from __future__ import annotations

from answerable.core.minutes.printing.matters import Matters, matters_of
from answerable.core.minutes.printing.paper import Paper, PaperItem, Said
from answerable.core.minutes.printing.rows import action_cells
from answerable.core.minutes.record import Action, Due, Entry, MeetingRecord

DUE_GLUE = "; "


def paper_of(record: MeetingRecord) -> Paper:
    """All that a record says, entry by entry; the next meeting is among its entries."""
    actions = {one["entry"]: one for one in record["actions"]}
    matters = matters_of(record)
    return Paper(
        head=record["meeting"],
        attendance=record["attendance"],
        items=[
            PaperItem(one["title"], one["number"], one["label"], one["level"], one["kind"], one["assurance"])
            for one in record["items"]
        ],
        said=[_said(at, one, actions.get(at), matters) for at, one in enumerate(record["entries"])],
    )


def _said(at: int, entry: Entry, action: Action | None, matters: Matters) -> Said:
    return Said(
        entry["item"],
        entry["text"],
        entry["kind"],
        tuple(entry["speakers"]),
        owners=tuple(action["owners"]) if action else None,
        about=matters.about.get(at),
        due=_due_words(action["due"]) if action else None,
        group=entry["paragraph"],
        place=matters.places.get(at),
        cells=action_cells(entry, action) if action else matters.cells.get(at, ()),
        told=at in matters.told,
    )


def _due_words(due: list[Due]) -> str | None:
    return DUE_GLUE.join(one["text"] for one in due) or None
