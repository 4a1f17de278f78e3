"""People, the posts they held, and what each post owes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, cast

from django.db.models import Count, F, Max, Min, Prefetch, Q, QuerySet
from django.http import Http404

from answerable.actions.models import Action, ActionOwner
from answerable.meetings.models import Attendance
from answerable.people.models import Handover, Person, Post, Tenure
from answerable.workspace.here import Here
from answerable.workspace.standing import is_lapsed, is_overdue

NEWEST = 20  # rows of a list that goes on elsewhere


def people(here: Here, name: str) -> QuerySet[Person]:
    """The office's people with their posts, by name."""
    tenures = Tenure.objects.select_related("post").order_by("start")
    rows = Person.objects.filter(office_id=here.office_id).order_by("name", "pk")
    for word in name.split():
        rows = rows.filter(name__icontains=word)
    return rows.prefetch_related(Prefetch("tenures", queryset=tenures))


def person_at(here: Here, key: int) -> Person:
    """Raises Http404."""
    found = people(here, "").filter(pk=key).first()
    if found is None:
        raise Http404("There is no such person.")
    return found


def attended(person: Person) -> dict[str, object]:
    """How often they were there, and the first and last meeting that names them."""
    return Attendance.objects.filter(person=person).aggregate(
        present=Count("id", filter=Q(status="present")),
        apologies=Count("id", filter=Q(status="apologies")),
        first=Min("meeting__date"),
        last=Max("meeting__date"),
    )


def newest_owned(here: Here, person: Person) -> list[Action]:
    """The newest actions whose owning post the person held when they were given."""
    rows = here.sees(Action.objects.filter(owners__person=person)).distinct()
    return list(rows.order_by("-given", "-id")[:NEWEST])


def posts(here: Here) -> QuerySet[Post]:
    """The office's posts with those who hold them today."""
    holds = Tenure.objects.filter(held_on(here.today)).select_related("person").order_by("start")
    rows = Post.objects.filter(office_id=here.office_id).annotate(tenure_count=Count("tenures"))
    return rows.prefetch_related(Prefetch("tenures", queryset=holds, to_attr="holds")).order_by(
        F("tenure_count").desc(), "title"
    )


def held_on(day: dt.date) -> Q:
    return Q(start__lte=day) & (Q(end=None) | Q(end__gte=day))


def owed_by(posts: Sequence[Post], here: Here) -> dict[int, dict[str, Any]]:
    """Open, overdue and lapsed actions of each of the posts. One query."""
    rows = (
        here.sees(ActionOwner.objects.filter(post__in=posts, action__state="open"), "action")
        .order_by()
        .values("post")
        .annotate(
            open=Count("action"),
            overdue=Count("action", filter=_of_action(is_overdue(here.today))),
            lapsed=Count("action", filter=_of_action(is_lapsed(here.today))),
        )
    )
    return {row["post"]: dict(row) for row in rows}


def post_at(here: Here, key: int) -> Post:
    """Raises Http404."""
    tenures = Tenure.objects.select_related("person").order_by("start")
    rows = Post.objects.filter(office_id=here.office_id, pk=key)
    found = rows.prefetch_related(Prefetch("tenures", queryset=tenures)).first()
    if found is None:
        raise Http404("There is no such post.")
    return found


def handovers_of(post: Post) -> list[Handover]:
    """What people said of who holds the post, the newest first. One query."""
    rows = post.handovers.select_related("leaving", "arriving", "said_by")
    return list(rows.order_by("-on", "-said_at")[:NEWEST])


def newest_of_post(here: Here, post: Post) -> list[Action]:
    rows = here.sees(Action.objects.filter(owners__post=post, state__in=("open", "reported"))).distinct()
    return list(rows.order_by(F("due").asc(nulls_last=True), "id")[:NEWEST])


def _of_action(condition: Q) -> Q:
    """A condition on actions, for rows that point to one."""
    pairs = cast("list[tuple[str, Any]]", condition.children)
    return Q(**{f"action__{name}": value for name, value in pairs})
