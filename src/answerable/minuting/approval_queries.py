"""Reads of minutes on their way to approval: steps, remarks, versions."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from answerable.core.approval.states import LAID
from answerable.core.clash import version
from answerable.meetings.models import Meeting
from answerable.minuting.models import Line, MinutesVersion, Remark, Step


def steps_of(meeting: Meeting) -> list[Step]:
    """Every step that was taken, the first first."""
    return list(meeting.steps.select_related("by", "approved_by").order_by("at", "id"))


def approval_of(meeting: Meeting) -> Step | None:
    """The step by which minutes were approved; None where they are not."""
    if meeting.minutes_state != Meeting.Minutes.APPROVED:
        return None
    step = meeting.steps.filter(to=Meeting.Minutes.APPROVED).select_related("approved_by")
    return step.order_by("at", "id").last()


def approved_at(meeting: Meeting) -> list[Step]:
    """The steps by which this meeting approved the minutes of earlier ones."""
    rows = Step.objects.filter(approved_by=meeting, meeting__minutes_state=Meeting.Minutes.APPROVED)
    return list(rows.select_related("meeting").order_by("meeting__date"))


def remarks_of(meeting: Meeting) -> QuerySet[Remark]:
    """What the force said of the minutes, the first first."""
    return meeting.remarks.select_related("by", "answered_by", "line").order_by("at", "id")


def unanswered(meeting: Meeting) -> int:
    """How many remarks have no answer yet."""
    return meeting.remarks.filter(answer=Remark.Answer.NONE).count()


def versions_of(meeting: Meeting, *, drafts: bool) -> QuerySet[MinutesVersion]:
    """The versions of minutes, the first first; without ``drafts`` only what the force may see."""
    rows = meeting.minutes_versions.select_related("by").order_by("number")
    return rows if drafts else rows.filter(state__in=[str(state) for state in LAID])


def minutes_version(meeting: Meeting, lines: Sequence[Line], steps: int, unanswered: int) -> str:
    """Of how far minutes have come and of what their lines say, for the form that moves them on."""
    last = max((line.changed_at for line in lines), default=None)
    return version(meeting.minutes_state, steps, len(lines), last, unanswered)


def remark_version(remark: Remark) -> str:
    """Of an answer, for the form that gives it."""
    line = remark.line
    return version(remark.answer, remark.answer_words, line.text if line else None)
