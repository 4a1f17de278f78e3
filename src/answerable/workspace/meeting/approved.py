"""How far the minutes of a meeting have come, as its page tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.components.words import date as in_words
from answerable.core.approval.states import LAID, STATE_NAMES, State
from answerable.meetings.models import Meeting
from answerable.minuting.approval_queries import approvals_of
from answerable.minuting.models import Step
from answerable.workspace.here import Here


@dataclass(frozen=True, slots=True)
class ApprovalTold:
    """``line`` is "" of minutes that came as a file. ``open``: the actor may see who was there by now.

    ``approves``: the steps by which this meeting approved the minutes of others.
    """

    line: str
    step: Step | None
    open: bool
    files: bool
    approves: Sequence[Step]


def approval_told(here: Here, meeting: Meeting) -> ApprovalTold:
    """One query."""
    state = State(meeting.minutes_state)
    step, approves = approvals_of(meeting)
    ends = state in (State.NONE, State.APPROVED)
    is_open = ends or here.actor.sees_restricted
    line = "" if state is State.NONE else f"Minutes: {STATE_NAMES[state].lower()}"
    if step is not None:
        line = "Minutes approved" if step.approved_by else f"Minutes approved {in_words(step.at)}"
    held = meeting.state == Meeting.State.HELD
    stored = bool(meeting.record_sha256) and (ends or state in LAID)
    return ApprovalTold(line, step, is_open, held and stored and is_open, approves)
