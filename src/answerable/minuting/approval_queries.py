"""Reads of minutes on their way to approval: steps, remarks, versions."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from answerable.core.approval.states import LAID
from answerable.core.clash import version
from answerable.meetings.models import Meeting
from answerable.minuting.models import Line, MinutesVersion, Remark, Step


def steps_of(meeting: Meeting) -> list[Step]:
    """Every step that was taken, the first first."""
    return list(meeting.steps.select_related("by", "approved_by").order_by("at", "id"))


def approvals_of(meeting: Meeting) -> tuple[Step | None, list[Step]]:
    """The step by which its minutes were approved, and those by which it approved earlier ones. One query."""
    approved = Step.objects.filter(to=Meeting.Minutes.APPROVED, meeting__office_id=meeting.office_id)
    rows = approved.filter(Q(meeting=meeting) | Q(approved_by=meeting)).select_related(
        "meeting", "approved_by"
    )
    found = list(rows.order_by("meeting__date", "pk"))
    own = next((one for one in found if one.meeting_id == meeting.pk), None)
    return own, [one for one in found if one is not own]


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
