"""What one press does about a finding: a line rewritten, added or restricted, somebody taken off the list.

All are parts of a larger write, which looks whether it helped and records the event.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.core.live.pasting import folded
from answerable.core.permissions.markings import Marking, Why
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.minuting.models import Line, Present
from answerable.minuting.operations.lines import write_line, write_lines
from answerable.minuting.operations.reading import read_again

CHANGE_IT = "That cannot be put right by a press: change the line itself."


@transaction.atomic
def rewrite(*, line: Line, old: str, new: str, by: User, at: datetime) -> None:
    """Put words in the place of others in a line. Raises Refusal where the line does not hold them."""
    if old not in line.text:
        raise Refusal(CHANGE_IT)
    write_line(line=line, values={"text": folded(line.text.replace(old, new, 1))}, by=by, at=at)
    read_again(meeting=line.meeting, items=[line.item_id], by=by, at=at)


@transaction.atomic
def insert_behind(*, line: Line, text: str, by: User, at: datetime) -> None:
    """A new line behind another."""
    write_lines(item=line.item, texts=[folded(text)], after=line, by=by, at=at)
    read_again(meeting=line.meeting, items=[line.item_id], by=by, at=at)


@transaction.atomic
def take_off(*, meeting: Meeting, name: str, by: User, at: datetime) -> None:
    """Take somebody off the list of those who sent apologies."""
    meeting.roll.filter(name=name, status=Present.Status.APOLOGIES).delete()
    read_again(meeting=meeting, by=by, at=at)


@transaction.atomic
def restrict_like(*, line: Line, like: Line, by: User, at: datetime) -> None:
    """Restrict a line for the reason of another that is restricted."""
    line.marking, line.restricted = Marking.RESTRICTED, True
    line.marking_why, line.marking_note = like.marking_why or Why.OTHER, like.marking_note
    line.changed_at, line.changed_by = at, by
    line.save(
        update_fields=["marking", "restricted", "marking_why", "marking_note", "changed_at", "changed_by"]
    )
