"""What the page of minutes on their way to approval shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from answerable.core.approval.states import (
    BEGUN_BY_TYPING,
    STATE_NAMES,
    Facts,
    State,
    Step,
    force_sees,
    steps_from,
    who_may,
    why_not_by,
    why_not_offered,
)
from answerable.core.permissions.table import Permission
from answerable.meetings.models import Deadline, Meeting
from answerable.minuting.approval_queries import minutes_version, remarks_of, steps_of, versions_of
from answerable.minuting.models import MinutesVersion, Remark
from answerable.minuting.models import Step as StepRow
from answerable.workspace.approval.findings import Told, facts_of, findings
from answerable.workspace.approval.reading import Now, minutes_now
from answerable.workspace.here import Here

MOST_VERSIONS = 60
MOST_MEETINGS = 24  # later ones that can be named as the one that approved them

WAY = [State.DRAFT, State.CHECKED, State.AGREED, State.SEEN, State.APPROVED]


@dataclass(frozen=True, slots=True)
class Next:
    """A step that leads on. ``reasons``: what stands against it now; ``who`` may take it; ``mine``: I may."""

    step: Step
    reasons: list[str]
    who: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Reached:
    """A state on the way, and the step by which it was reached last, where it was."""

    name: str
    step: StepRow | None
    is_now: bool


@dataclass(frozen=True, slots=True)
class Approval:
    """All that the page tells. ``open``: the actor may see the minutes themselves by now."""

    meeting: Meeting
    way: list[Reached]
    back: StepRow | None
    open: bool
    version: str
    deadline: Deadline | None
    forward: list[Next] = field(default_factory=list)
    backward: list[Next] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    now: Now | None = None
    remarks: list[Remark] = field(default_factory=list)
    versions: list[MinutesVersion] = field(default_factory=list)
    later: list[Meeting] = field(default_factory=list)

    @property
    def days_late(self) -> int:
        """Days from their deadline until the minutes were agreed; 0 where that was in time, or is to come."""
        if self.deadline is None or self.deadline.met_at is None:
            return 0
        return max((timezone.localdate(self.deadline.met_at) - self.deadline.date).days, 0)

    @property
    def blocking(self) -> list[Told]:
        return [one for one in self.told if one.found.check.blocking]

    @property
    def only_told(self) -> list[Told]:
        return [one for one in self.told if not one.found.check.blocking]


def meeting_at(here: Here, key: int) -> Meeting:
    """A meeting whose minutes are written here, or may be. Raises Http404."""
    rows = Meeting.objects.filter(office_id=here.office_id, pk=key).select_related("forum", "office")
    found = rows.first()
    if found is None:
        raise Http404("There is no such meeting.")
    return found


def may_see(here: Here, meeting: Meeting) -> bool:
    """May the actor see the minutes as they are by now? The force may once they are sent to it."""
    return here.actor.may(Permission.READ_DRAFTS) or (
        here.actor.sees_restricted and force_sees(meeting.minutes_state)
    )


def approval(here: Here, meeting: Meeting) -> Approval:
    """The page of a meeting's minutes. A fixed number of queries."""
    taken, opened = steps_of(meeting), may_see(here, meeting)
    moving = meeting.minutes_state not in (State.NONE, State.APPROVED)
    now = minutes_now(meeting) if moving and here.actor.may(Permission.READ_DRAFTS) else None
    remarks = list(remarks_of(meeting)) if opened else []
    unanswered = sum(not one.answer for one in remarks)
    told = findings(meeting, now) if now else []
    steps = (
        _steps(here, facts_of(meeting, now, told, here.today, unanswered), meeting.minutes_state)
        if now
        else []
    )
    last = taken[-1] if taken else None
    return Approval(
        meeting=meeting,
        way=_way(meeting, taken),
        back=last if last and last.words else None,
        open=opened,
        version=minutes_version(meeting, now.lines, len(taken), unanswered) if now else "",
        deadline=meeting.deadlines.filter(kind=Deadline.Kind.MINUTES).first(),
        forward=[one for one in steps if one.step.to != State.DRAFT],
        backward=[one for one in steps if one.step.to == State.DRAFT and one.mine],
        told=told,
        now=now,
        remarks=remarks,
        versions=list(versions_seen(here, meeting)[:MOST_VERSIONS]) if opened else [],
        later=later_meetings(meeting, here.today) if meeting.minutes_state == State.SEEN else [],
    )


def versions_seen(here: Here, meeting: Meeting) -> QuerySet[MinutesVersion]:
    """The versions that the actor may see, without their records."""
    rows = versions_of(meeting, drafts=here.actor.may(Permission.READ_DRAFTS))
    return rows.defer("record")


def _way(meeting: Meeting, taken: list[StepRow]) -> list[Reached]:
    """The five states, those that were reached since the minutes were sent back last with their steps."""
    reached: dict[str, StepRow] = {}
    for step in taken:
        if step.to == State.DRAFT:
            reached = {}
        reached[step.to] = step
    return [Reached(STATE_NAMES[one], reached.get(one), meeting.minutes_state == one) for one in WAY]


def _steps(here: Here, facts: Facts, state: str) -> list[Next]:
    return [
        Next(step, why_not_offered(step, facts), who_may(step), why_not_by(step, here.actor.roles) is None)
        for step in steps_from(state)
        if step.key != BEGUN_BY_TYPING
    ]


def later_meetings(meeting: Meeting, today: dt.date) -> list[Meeting]:
    """Meetings of the forum, and of the one that took its place, that have met since."""
    of_forum = Q(forum_id=meeting.forum_id) | Q(forum__succeeds_id=meeting.forum_id)
    rows = Meeting.objects.filter(of_forum, date__gt=meeting.date, date__lte=today)
    return list(rows.exclude(state=Meeting.State.CANCELLED).select_related("forum")[:MOST_MEETINGS][::-1])
