"""What waits for a person: meetings with doubts, and the doubts of one meeting with their sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.http import Http404

from answerable.actions.models import Action, ActionUpdate
from answerable.intake.models import Correction
from answerable.intake.queries import key_of_meeting
from answerable.meetings.models import Attendance, Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.workspace.here import Here
from answerable.workspace.review.fields import Line, line

NEWEST = 50  # corrections that are listed


@dataclass(frozen=True, slots=True)
class Doubt:
    """A warning with the lines that can be put right about it, or an update that waits; one of the two."""

    warning: MeetingWarning | None = None
    update: ActionUpdate | None = None
    lines: list[Line] = field(default_factory=list)

    @property
    def source(self) -> list[dict[str, Any]]:
        return list((self.warning or self.update).source)  # type: ignore[union-attr]


def waiting(here: Here) -> QuerySet[Meeting]:
    """Meetings with something left to review, the newest first."""
    doubts = MeetingWarning.objects.filter(meeting=OuterRef("pk"), settled_at=None)
    updates = ActionUpdate.objects.filter(meeting=OuterRef("pk"), link="waiting")
    rows = Meeting.objects.filter(office_id=here.office_id).filter(Exists(doubts) | Exists(updates))
    return rows.select_related("forum").order_by("-date", "-id").defer("source", "next_source")


def update_counts(rows: Sequence[Meeting]) -> dict[int, int]:
    left = ActionUpdate.objects.filter(meeting__in=rows, link="waiting")
    return dict(left.order_by().values_list("meeting").annotate(Count("id")))


def meeting_at(here: Here, key: int) -> Meeting:
    """Raises Http404."""
    rows = Meeting.objects.filter(office_id=here.office_id, pk=key).select_related(
        "forum", "document", "office"
    )
    found = rows.defer("document__text").first()
    if found is None:
        raise Http404("There is no such meeting.")
    return found


def doubts_of(meeting: Meeting) -> list[Doubt]:
    """All that is left of the meeting, in reading order. Five queries."""
    warnings = list(
        meeting.warnings.filter(settled_at=None).select_related("entry", "item").order_by("position")
    )
    updates = meeting.updates.filter(link="waiting").select_related("action__forum").order_by("position")
    actions = _actions(meeting, warnings)
    attendance = list(meeting.attendance.all()) if any(not one.entry_id for one in warnings) else []
    found = [Doubt(warning=one, lines=_lines(one, meeting, actions, attendance)) for one in warnings]
    found += [Doubt(update=one) for one in updates]
    return sorted(found, key=lambda doubt: doubt.source[0]["start"] if doubt.source else -1)


def settled_count(meeting: Meeting) -> int:
    return meeting.warnings.exclude(settled_at=None).count()


def corrections_of(meeting: Meeting) -> list[Correction]:
    """What people put right in these minutes, the newest first."""
    rows = Correction.objects.filter(office=meeting.office, source_sha256=key_of_meeting(meeting))
    return list(rows.select_related("by").order_by("-pk")[:NEWEST])


def _actions(meeting: Meeting, warnings: Sequence[MeetingWarning]) -> dict[int, list[Action]]:
    """The actions of the lines that are warned about, by line."""
    entries = [one.entry_id for one in warnings if one.entry_id]
    found: dict[int, list[Action]] = {}
    rows = Action.objects.filter(meeting=meeting, entry__in=entries).prefetch_related("owners", "dues")
    for action in rows.order_by("position"):
        found.setdefault(action.entry_id or 0, []).append(action)
    return found


def _lines(
    warning: MeetingWarning,
    meeting: Meeting,
    actions: dict[int, list[Action]],
    attendance: Sequence[Attendance],
) -> list[Line]:
    """What could be wrong: the actions of the line and the line; the item; the person; else the meeting."""
    if warning.entry:
        own = [line("actions", action) for action in actions.get(warning.entry.pk, [])]
        return [*own, line("entries", warning.entry)]
    if warning.item:
        return [line("items", warning.item)]
    people = [one for one in attendance if _overlap(one.source, warning.source)]
    return [line("attendance", one) for one in people[:1]] or [line("meeting", meeting)]


def _overlap(one: Sequence[dict[str, Any]], other: Sequence[dict[str, Any]]) -> bool:
    return any(a["start"] < b["end"] and b["start"] < a["end"] for a in one for b in other)
