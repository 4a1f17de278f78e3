"""The actions, updates and commitments of a meeting record as rows."""

from __future__ import annotations

from datetime import date

from answerable.actions.models import Action, ActionDue, ActionOwner, ActionUpdate, Commitment
from answerable.core.minutes.record import Action as ActionLine
from answerable.core.minutes.record import Due
from answerable.meetings.rows import StoredMeeting, as_date

OWNER_LENGTH = 120
"""An owner is indexed, and an index has a limit; the source holds the rest."""


def action_rows(stored: StoredMeeting) -> list[Action]:
    return [action_row(stored, position, line) for position, line in enumerate(stored.record["actions"])]


def action_row(stored: StoredMeeting, position: int, line: ActionLine) -> Action:
    """An action as it was given; its life is worked out when everything is stored."""
    meeting = stored.meeting
    return Action(
        office_id=meeting.office_id,
        meeting=meeting,
        forum_id=meeting.forum_id,
        given=meeting.date,
        position=position,
        item=stored.item(line["item"]),
        entry=stored.entries[line["entry"]],
        heading=line["heading"],
        label=line["label"],
        text=line["text"],
        owners_printed=", ".join(line["owners"]),
        owners_source=line["owners_source"],
        source=line["source"],
    )


def owner_rows(action: Action, line: ActionLine) -> list[ActionOwner]:
    return [
        ActionOwner(action=action, position=position, printed=printed[:OWNER_LENGTH])
        for position, printed in enumerate(line["owners"])
    ]


def due_rows(action: Action, line: ActionLine) -> list[ActionDue]:
    return [
        ActionDue(
            action=action, position=position, text=due["text"], date=as_date(due["date"]),
            precision=due["precision"],
        )
        for position, due in enumerate(line["due"])
    ]  # fmt: skip


def update_rows(stored: StoredMeeting) -> list[ActionUpdate]:
    return [
        ActionUpdate(
            office_id=stored.meeting.office_id,
            meeting=stored.meeting,
            position=position,
            about_month=line["meeting"],
            about_item=line["item"],
            action_text=line["action"],
            text=line["update"],
            status=line["status"],
            source=line["source"],
        )
        for position, line in enumerate(stored.record["updates"])
    ]


def commitment_rows(stored: StoredMeeting) -> list[Commitment]:
    return [
        Commitment(
            office_id=stored.meeting.office_id,
            meeting=stored.meeting,
            position=position,
            item=stored.item(line["item"]),
            entry=stored.entries[line["entry"]],
            by=line["by"],
            text=line["text"],
            dues=line["due"],
            due=first_date(line["due"]),
            source=line["source"],
        )
        for position, line in enumerate(stored.record["commitments"])
    ]


def first_date(dues: list[Due]) -> date | None:
    dates = [as_date(due["date"]) for due in dues if due["date"] is not None]
    return min((one for one in dates if one is not None), default=None)
