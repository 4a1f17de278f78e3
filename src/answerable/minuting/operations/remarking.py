"""What the force says of minutes, and what the office answers."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.approval.states import State
from answerable.core.live.pasting import folded
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.minuting.models import Line, Remark
from answerable.minuting.operations.lines import write_line
from answerable.minuting.operations.reading import read_again
from answerable.offices.operations import hold_office

LONGEST_REMARK = 4000  # characters
NOT_SEEN = "These minutes are not with the force now: remarks are taken while they are."


@transaction.atomic
def remark(*, meeting: Meeting, line: Line | None, text: str, by: User, at: datetime) -> Remark:
    """Say what is not accurate in a line, or (no line) in the whole. Raises Refusal."""
    held = with_the_force(meeting)
    text = text.strip()[:LONGEST_REMARK]
    if not text:
        raise Refusal("Say what is not accurate.")
    if line is not None and (line.meeting_id != held.pk or line.removed_at is not None):
        raise Refusal("This line is not in the minutes any more: look at the page again.")
    made = Remark.objects.create(
        meeting=held, line=line, quote=line.text if line else "", text=text, at=at, by=by
    )
    about = f"a line of {held}" if line else f"the minutes of {held}"
    audit.record(
        by=by, at=at, operation="minuting.remark", summary=f"Remarked on {about}.",
        about=[held, made, *([line] if line else [])], office_id=held.office_id,
    )  # fmt: skip
    return made


@transaction.atomic
def answer_remark(
    *, remark: Remark, accepted: bool, words: str, new_text: str, by: User, at: datetime
) -> bool:
    """Accept a remark with the changed line, or decline it with words; whether its line changed.

    Part of a larger write, which lays the minutes again. Raises Refusal.
    """
    words, text = words.strip()[:LONGEST_REMARK], folded(new_text)
    line = remark.line if remark.line and remark.line.removed_at is None else None
    changes = accepted and line is not None and bool(text) and text != line.text
    if accepted and not changes and not words:
        raise Refusal("Change the line, or say in a few words what is done about it.")
    if not accepted and not words:
        raise Refusal("Say in a few words why it stays as it is.")
    if changes and line is not None:
        write_line(line=line, values={"text": text}, by=by, at=at)
        read_again(meeting=remark.meeting, items=[line.item_id], by=by, at=at)
    remark.answer = Remark.Answer.ACCEPTED if accepted else Remark.Answer.DECLINED
    remark.answer_words, remark.answered_at, remark.answered_by = words, at, by
    remark.save(update_fields=["answer", "answer_words", "answered_at", "answered_by"])
    return changes


def with_the_force(meeting: Meeting) -> Meeting:
    """The meeting as it is by now, its minutes with the force. Raises Refusal."""
    hold_office(meeting.office_id)
    held = Meeting.objects.select_related("forum", "office").get(pk=meeting.pk)
    if held.minutes_state != State.SEEN:
        raise Refusal(NOT_SEEN)
    return held
