"""The meetings of some months with what is due for each, what is late, and which rules are not kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from answerable.core.calendar.deadlines import AFTER, Due, Standing, in_words, standing
from answerable.core.calendar.rules import Short, as_rules, shortfalls
from answerable.meetings.models import Deadline, Forum, Meeting, Move
from answerable.workspace.here import Here

SOON = dt.timedelta(days=14)  # ahead: what falls due within two weeks is named above the plan
MOST_SOON = 30  # deadlines that are named there
MOST_MEETINGS = 300  # of a plan: 25 a month
AHEAD = dt.timedelta(days=800)  # as far as a year's rules are looked at: the running year and the next
BEHIND = dt.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Shown:
    """A deadline, and where it stands now."""

    deadline: Deadline
    standing: Standing

    @property
    def words(self) -> str:
        return in_words(self.standing)

    @property
    def is_late(self) -> bool:
        return self.standing.word == "late"

    @property
    def is_near(self) -> bool:
        """Is it time to think of it?"""
        return self.is_late or self.standing.days <= SOON.days


@dataclass(frozen=True, slots=True)
class Falling:
    """What is late or soon due for one meeting."""

    meeting: Meeting
    due: list[Shown]


@dataclass(slots=True)
class Planned:
    """A meeting with its deadlines by kind, where it was before, and what it took on."""

    meeting: Meeting
    deadlines: dict[str, Shown] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    took: list[Move] = field(default_factory=list)

    @property
    def cancelled(self) -> Move | None:
        """The last move, where it was to no other day."""
        return self.moves[-1] if self.moves and self.moves[-1].to is None else None


def plan_rows(
    here: Here, first: dt.date, last: dt.date, forum: int | None, now: dt.datetime
) -> list[Planned]:
    """The meetings from one day to another, in order, with what stands beside each. Four queries."""
    rows = _whole(Meeting.objects.filter(office_id=here.office_id, date__gte=first, date__lte=last))
    if forum:
        rows = rows.filter(forum_id=forum)
    return [_planned(one, now) for one in rows.order_by("date", "start_time", "pk")[:MOST_MEETINGS]]


def planned_at(here: Here, key: int, now: dt.datetime) -> Planned:
    """One meeting with what stands beside it. Raises Http404."""
    found = _whole(Meeting.objects.filter(office_id=here.office_id, pk=key)).first()
    if found is None:
        raise Http404("There is no such meeting.")
    return _planned(found, now)


def after(here: Here, day: dt.date, forum: int | None) -> int:
    """How many meetings are planned after a day."""
    rows = Meeting.objects.filter(office_id=here.office_id, date__gt=day, state=Meeting.State.PLANNED)
    return (rows.filter(forum_id=forum) if forum else rows).count()


def falls_due(here: Here, now: dt.datetime, of: Q | None = None) -> list[Falling]:
    """What is late, or due within two weeks, by meeting, the longest late first. One query.

    ``of`` narrows the deadlines down.
    """
    last = timezone.localdate(now) + SOON
    rows = still_due(Deadline.objects.filter(meeting__office_id=here.office_id, date__lte=last))
    rows = rows.filter(of) if of is not None else rows
    found = rows.select_related("meeting__forum").order_by("date", "time", "pk")[:MOST_SOON]
    by_meeting: dict[int, Falling] = {}
    for one in found:
        by_meeting.setdefault(one.meeting_id, Falling(one.meeting, [])).due.append(_shown(one, now))
    return list(by_meeting.values())


def still_due(rows: QuerySet[Deadline]) -> QuerySet[Deadline]:
    """The deadlines that somebody still has to keep: before a meeting only as long as it is ahead."""
    ahead = Q(meeting__state=Meeting.State.PLANNED, meeting__minutes_state="")
    of_minutes = Q(kind__in=AFTER) & ~Q(meeting__state=Meeting.State.CANCELLED)
    return rows.filter(ahead | of_minutes, met_at=None)


def forums(here: Here) -> list[Forum]:
    """The office's forums by name."""
    return list(Forum.objects.filter(office_id=here.office_id).order_by("name"))


def not_kept(here: Here, some: Iterable[Forum]) -> list[tuple[Forum, Short]]:
    """Where a forum's year does not keep its rules. One query, none where no forum has rules."""
    ruled = {one.pk: one for one in some if one.rules}
    if not ruled:
        return []
    rows = Meeting.objects.filter(
        forum__in=ruled, date__gte=here.today - BEHIND, date__lte=here.today + AHEAD
    ).exclude(state=Meeting.State.CANCELLED)
    days: dict[int, list[tuple[dt.date, str]]] = {key: [] for key in ruled}
    for forum, day, kind in rows.order_by("date").values_list("forum_id", "date", "kind"):
        days[forum].append((day, kind or ""))
    return [
        (forum, short)
        for key, forum in ruled.items()
        for short in shortfalls(as_rules(forum.rules), days[key], here.today)
    ]


def _whole(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Meetings with their forum, and what stands beside them: three queries more, however many they are."""
    moves = Move.objects.select_related("onto", "meeting", "by")
    return rows.select_related("forum").prefetch_related(
        "deadlines", Prefetch("moves", moves), Prefetch("taken_on", moves)
    )


def _planned(meeting: Meeting, now: dt.datetime) -> Planned:
    shown = {one.kind: _shown(one, now) for one in meeting.deadlines.all()}
    return Planned(meeting, shown, list(meeting.moves.all()), list(meeting.taken_on.all()))


def _shown(deadline: Deadline, now: dt.datetime) -> Shown:
    met = timezone.localtime(deadline.met_at) if deadline.met_at else None
    return Shown(deadline, standing(Due(deadline.date, deadline.time), met, now))
