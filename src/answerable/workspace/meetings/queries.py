"""The rows of the list of meetings, and what its filters can choose from."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Q, QuerySet

from answerable.actions.models import Action
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.workspace.here import Here

PLANNED = Q(state=Meeting.State.PLANNED, minutes_state="")


def meetings(here: Here, year: int | None, forum: int | None) -> QuerySet[Meeting]:
    """The office's meetings, the newest first; those that are only planned stand on the plan."""
    rows = Meeting.objects.filter(office_id=here.office_id).exclude(PLANNED)
    if year:
        rows = rows.filter(date__year=year)
    if forum:
        rows = rows.filter(forum_id=forum)
    return rows.select_related("forum").order_by("-date", "-id").defer("source", "next_source")


def planned(here: Here, forum: int | None) -> int:
    """How many are only planned."""
    rows = Meeting.objects.filter(PLANNED, office_id=here.office_id)
    return (rows.filter(forum_id=forum) if forum else rows).count()


def kin(forum: int) -> list[str]:
    """In sentences, what a forum took over from and what took over from it. One query."""
    rows = Forum.objects.filter(Q(pk=forum) | Q(succeeds=forum)).exclude(succeeds=None)
    return [f"{one} took over from {one.succeeds}." for one in rows.select_related("succeeds").order_by("pk")]


def action_counts(here: Here, rows: Sequence[Meeting]) -> dict[int, int]:
    """How many actions each of the meetings gave."""
    counted = (
        here.sees(Action.objects.filter(meeting__in=rows))
        .order_by()
        .values_list("meeting")
        .annotate(Count("id"))
    )
    return dict(counted)


def warning_counts(here: Here, rows: Sequence[Meeting]) -> dict[int, int]:
    """How many doubts of the reader are left on each of the meetings."""
    left = here.sees(MeetingWarning.objects.filter(meeting__in=rows, settled_at=None))
    return dict(left.order_by().values_list("meeting").annotate(Count("id")))
