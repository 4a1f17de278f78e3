"""What the front page says in sentences: each in one query, whatever the size of the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from django.db.models import Count, Model, Q, QuerySet, Subquery

from answerable.accounts.models import User
from answerable.actions.models import Action, Commitment
from answerable.actions.promises import is_live
from answerable.core.permissions.table import Permission
from answerable.intake.queries import counted_together, to_review
from answerable.meetings.models import Forum, Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.publishing.models import Publication
from answerable.workspace.here import Here
from answerable.workspace.lapsed.queries import lapsed_promises
from answerable.workspace.standing import is_lapsed, is_overdue, standing

T = TypeVar("T", bound=Model)

PROMISE_WINDOW = 60  # days: where no next meeting is known, promises of the coming two months
NEWEST_WARNINGS = 5
NO_FORUM = 0  # no row has this key
LAPSED, PUBLICATIONS = "lapsed", "publications"


@dataclass(frozen=True, slots=True)
class Next:
    """The next meeting; ``meeting`` is None where only the minutes of the last one announce it."""

    forum: Forum
    date: dt.date
    start_time: str | None
    meeting: Meeting | None


def meetings_near(here: Here) -> tuple[Meeting | None, Next | None]:
    """The last meeting, and the next: a planned one, else one that minutes announce. One query."""
    rows, today = Meeting.objects.filter(office_id=here.office_id), here.today
    latest = ("-date", "-id")
    ends = [
        rows.filter(state="held", date__lte=today).order_by(*latest),
        rows.filter(date__gte=today).exclude(state="cancelled").order_by("date", "id"),
        rows.filter(next_date__gte=today).order_by(*latest),
    ]
    found = sorted(_any_of(rows, ends).select_related("forum"), key=lambda one: (one.date, one.pk))
    last = [one for one in found if one.state == "held" and one.date <= today][-1:]
    planned = [one for one in found if one.state != "cancelled" and one.date >= today][:1]
    announced = [one for one in found if one.next_date and one.next_date >= today][-1:]
    return (last[0] if last else None), _next(planned, announced)


def _next(planned: list[Meeting], announced: list[Meeting]) -> Next | None:
    for one in planned:
        return Next(one.forum, one.date, one.start_time, one)
    for one in announced:
        if one.next_date:
            return Next(one.forum, one.next_date, one.next_start_time, None)
    return None


def _any_of(rows: QuerySet[T], ends: Sequence[QuerySet[T]]) -> QuerySet[T]:
    """The first row of each of some orders, in one query."""
    condition = Q(pk=None)
    for one in ends:
        condition |= Q(pk=Subquery(one.values("pk")[:1]))
    return rows.filter(condition)


def totals(here: Here, ahead: Next | None) -> dict[str, dict[str, int]]:
    """Actions counted: ``all`` of them, and those coming ``back`` to the next meeting's forum. One query."""
    back = Q(forum_id=ahead.forum.pk if ahead else NO_FORUM)
    due = Q(state="open", due__gte=here.today, due__lte=ahead.date if ahead else here.today)
    counted = {"open": Q(state="open"), "reported": Q(state="reported"), "overdue": is_overdue(here.today)}
    everywhere = {**counted, "all": Q(), "lapsed": is_lapsed(here.today)}
    here_again = {name: condition & back for name, condition in {**counted, "due": due}.items()}
    found = here.sees(Action.objects.filter(office_id=here.office_id)).aggregate(
        **{f"all_{name}": Count("id", filter=condition) for name, condition in everywhere.items()},
        **{f"back_{name}": Count("id", filter=condition) for name, condition in here_again.items()},
    )
    return {
        "all": {name: found[f"all_{name}"] for name in everywhere},
        "back": {name: found[f"back_{name}"] for name in here_again},
    }


def named_actions(here: Here) -> tuple[Action | None, Action | None]:
    """The action that is overdue longest, and the oldest that has lapsed. One query."""
    rows = here.sees(Action.objects.filter(office_id=here.office_id))
    ends = [
        rows.filter(is_overdue(here.today)).order_by("due", "id"),
        rows.filter(is_lapsed(here.today)).order_by("given", "id"),
    ]
    found = list(_any_of(rows, ends))
    late = [one for one in found if one.overdue_from and one.overdue_from <= here.today]
    gone = [one for one in found if standing(one, here.today).word == "Lapsed"]
    return (
        min(late, key=lambda one: (one.due or here.today, one.pk), default=None),
        min(gone, key=lambda one: (one.given, one.pk), default=None),
    )


def promises_due(here: Here, until: dt.date) -> list[Commitment]:
    """Promises that fall due from today to ``until``, the nearest first, without those that are decided."""
    falling = Commitment.objects.filter(office_id=here.office_id, due__gte=here.today, due__lte=until)
    promises = falling.filter(is_live())
    return list(here.sees(promises).select_related("meeting").order_by("due", "id")[:50])


def newest_warnings(here: Here) -> list[MeetingWarning]:
    if not here.actor.may(Permission.READ_REVIEW):
        return []
    left = here.sees(MeetingWarning.objects.filter(office_id=here.office_id, settled_at=None))
    return list(left.select_related("meeting__forum").order_by("-id")[:NEWEST_WARNINGS])


def waiting(here: Here) -> dict[str, int]:
    """How many promises have ``lapsed``, how many ``publications`` wait for who looks to decide them, and how
    much is ``left`` that wants a person's eye. One query."""
    if here.office is None:
        return {LAPSED: 0, PUBLICATIONS: 0, "left": 0}
    review = to_review(here.office) if here.actor.may(Permission.READ_REVIEW) else {}
    asked = {**review, LAPSED: lapsed_promises(here), PUBLICATIONS: _to_decide(here)}
    counts = counted_together(here.office, asked)
    return {LAPSED: counts.pop(LAPSED), PUBLICATIONS: counts.pop(PUBLICATIONS), "left": sum(counts.values())}


def _to_decide(here: Here) -> QuerySet[Publication]:
    """Publications that were put forward, without those that another person has to decide."""
    if not here.actor.may(Permission.DECIDE_PUBLICATION):
        return Publication.objects.none()
    rows = Publication.objects.filter(state=Publication.State.PROPOSED)
    return rows.exclude(two_people=True, put_forward_by=cast(User, here.actor.user))
