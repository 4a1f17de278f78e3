"""The actions, updates and commitments of a record as rows: tuples in the order of their columns."""

from __future__ import annotations

from datetime import date

from answerable.core.minutes.record import Action as ActionLine
from answerable.core.minutes.record import Due
from answerable.meetings.rows import PLACED, Row, StoredMeeting, as_date

OWNER_LENGTH = 120
"""An owner is indexed, and an index has a limit; the source holds the rest."""

ACTION = (
    *PLACED, "office_id", "forum_id", "given", "state", "item_id", "entry_id", "heading", "label", "text",
    "owners_printed", "owners_source", "source",
)  # fmt: skip
OWNER = ("action_id", "position", "printed")
DUE = ("action_id", "position", "text", "date", "precision")
UPDATE = (
    *PLACED, "office_id", "about_month", "about_item", "action_text", "text", "status", "source",
    "action_id", "score", "why", "link", "decided_at", "decided_by_id",
)  # fmt: skip
UNDECIDED: Row = (None, None, "", "none", None, None)
"""The last columns of an update that nobody, and no score, has tied to an action yet."""
COMMITMENT = (*PLACED, "office_id", "item_id", "entry_id", "by", "text", "dues", "due", "source")


def action_rows(stored: StoredMeeting) -> list[Row]:
    """Actions as they were given; their lives are worked out when everything is stored."""
    meeting = stored.meeting
    of_meeting = (meeting.office_id, meeting.forum_id, meeting.date, "open")
    return [
        (
            meeting.pk, position, *of_meeting, stored.item(line["item"]), stored.entries[line["entry"]],
            line["heading"], line["label"], line["text"], ", ".join(line["owners"]), line["owners_source"],
            line["source"],
        )
        for position, line in enumerate(stored.record["actions"])
    ]  # fmt: skip


def owner_rows(action: int, line: ActionLine) -> list[Row]:
    return [(action, position, printed[:OWNER_LENGTH]) for position, printed in enumerate(line["owners"])]


def due_rows(action: int, line: ActionLine) -> list[Row]:
    return [
        (action, position, due["text"], as_date(due["date"]), due["precision"])
        for position, due in enumerate(line["due"])
    ]


def update_rows(stored: StoredMeeting) -> list[Row]:
    meeting = stored.meeting
    return [
        (
            meeting.pk, position, meeting.office_id, line["meeting"], line["item"], line["action"],
            line["update"], line["status"], line["source"], *UNDECIDED,
        )
        for position, line in enumerate(stored.record["updates"])
    ]  # fmt: skip


def commitment_rows(stored: StoredMeeting) -> list[Row]:
    meeting = stored.meeting
    return [
        (
            meeting.pk, position, meeting.office_id, stored.item(line["item"]), stored.entries[line["entry"]],
            line["by"], line["text"], line["due"], first_date(line["due"]), line["source"],
        )
        for position, line in enumerate(stored.record["commitments"])
    ]  # fmt: skip


def first_date(dues: list[Due]) -> date | None:
    dates = [as_date(due["date"]) for due in dues if due["date"] is not None]
    return min((one for one in dates if one is not None), default=None)
