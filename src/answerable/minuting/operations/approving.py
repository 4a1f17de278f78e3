"""Minutes moved from one state to the next, as ``core.approval.states`` allows."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.core.approval.states import Facts, State, Step, why_not_now
from answerable.core.refusal import Refusal
from answerable.meetings.models import Deadline, Meeting
from answerable.meetings.operations import meet_deadline
from answerable.minuting.models import Step as StepRow

LONGEST_WORDS = 2000  # characters of why minutes were sent back


@transaction.atomic
def take_step(
    *,
    meeting: Meeting,
    step: Step,
    facts: Facts,
    words: str = "",
    approved_by: Meeting | None = None,
    by: User,
    at: datetime,
) -> StepRow:
    """Move minutes on, or back. Part of a larger write. Raises Refusal with what stands against it."""
    if meeting.minutes_state != step.was:
        raise Refusal("These minutes are not there any more: look at the page again.")
    words = words.strip()[:LONGEST_WORDS]
    if step.needs_words and not words:
        raise Refusal("Say in a few words why you send them back.")
    reasons = why_not_now(step, facts)
    if reasons:
        raise Refusal(" ".join(reasons))
    meeting.minutes_state = step.to
    meeting.save(update_fields=["minutes_state"])
    if step.to == State.AGREED:
        meet_deadline(meeting=meeting, kind=Deadline.Kind.MINUTES, by=by, at=at)
    return StepRow.objects.create(
        meeting=meeting, was=step.was, to=step.to, words=words, at=at, by=by,
        approved_by=approved_by if step.names_meeting else None,
    )  # fmt: skip
