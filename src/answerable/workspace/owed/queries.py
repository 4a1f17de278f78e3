"""What a side owes: its open actions by post, when each comes back, and what was reported on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from answerable.actions.models import Action, ActionOwner, ActionUpdate, Report
from answerable.actions.reports import visible_reports
from answerable.agendas.queries import mentions
from answerable.meetings.models import Forum, Meeting
from answerable.people.models import ActsFor, Post, Tenure
from answerable.workspace.here import NO_OFFICE, Here
from answerable.workspace.standing import Standing, standing

SHOWN = {
    "overdue": "overdue",
    "before": "due before they come back",
    "drafts": "with a draft report",
    "refused": "with a report that was not accepted",
    "waiting": "reported, and not answered yet",
}
"""What the list can be asked for, as a sentence goes on: "3 actions overdue"."""

RUNNING = [Action.State.OPEN, Action.State.REPORTED]


@dataclass(frozen=True, slots=True)
class Row:
    """An action that a post owes, where it stands, the meeting it comes back to, and what was reported."""

    owner: ActionOwner
    standing: Standing
    back: Meeting | None
    report: Report | None

    @property
    def action(self) -> Action:
        return self.owner.action


def posts_of(here: Here) -> list[Post]:
    """The posts of the office at hand that one's account acts for. One query."""
    key = here.actor.user.pk if here.actor.user else NO_OFFICE
    rows = ActsFor.objects.filter(user_id=key, post__office_id=here.office_id)
    return [one.post for one in rows.select_related("post").order_by("post__title")]


def next_meetings(here: Here) -> dict[int, Meeting]:
    """By forum the next meeting that its open actions come back to, or its successor's. Two queries."""
    ahead = Meeting.objects.filter(office_id=here.office_id, state=Meeting.State.PLANNED)
    rows = ahead.filter(date__gte=here.today).select_related("forum").order_by("-date", "-pk")
    found = {one.forum_id: one for one in rows.only("date", "forum", "start_time")}
    pairs = Forum.objects.filter(office_id=here.office_id).exclude(succeeds=None)
    after = dict(pairs.values_list("succeeds_id", "pk"))
    return found | {forum: found[later] for forum in after if (later := _heir(forum, after, found))}


def _heir(forum: int, after: Mapping[int, int], meets: Collection[int]) -> int | None:
    """The forum itself where it still meets, else the first of those that took over and does."""
    line = [forum]
    while line[-1] not in meets:
        later = after.get(line[-1])
        if later is None or later in line:
            return None
        line.append(later)
    return line[-1]


def owed(here: Here, side: str, posts: Sequence[Post] | None) -> QuerySet[ActionOwner]:
    """What is open of a side, or of some of its posts: a row for each owner of each action."""
    rows = here.sees(ActionOwner.objects.filter(action__office_id=here.office_id), "action")
    rows = rows.filter(action__state__in=RUNNING)
    own = rows.filter(post__side=side) if posts is None else rows.filter(post__in=posts)
    mine = visible_reports(here.actor).filter(action=OuterRef("action"), side=side)
    last = mine.filter(state=Report.State.RELEASED).order_by("-released_at")
    return own.annotate(
        has_draft=Exists(mine.filter(state=Report.State.DRAFT)), answer=Subquery(last.values("answer")[:1])
    )


def conditions(today: dt.date, back: Mapping[int, Meeting]) -> dict[str, Q]:
    """What each of SHOWN asks of a row of ``owed``."""
    before = Q(pk=None)
    for forum, meeting in back.items():
        before |= Q(action__forum=forum, action__due__lte=meeting.date)
    return {
        "overdue": Q(action__state="open", action__overdue_from__lte=today),
        "before": Q(action__state="open", action__due__gte=today) & before,
        "drafts": Q(has_draft=True),
        "refused": Q(action__state="open", answer="refused", has_draft=False),
        "waiting": Q(action__state="reported") | Q(answer=""),
    }


def counted(rows: QuerySet[ActionOwner], shown: Mapping[str, Q]) -> dict[str, int]:
    """How many actions each condition holds for, and how many are open. One query."""
    every: dict[str, Any] = {key: Count("action", distinct=True, filter=one) for key, one in shown.items()}
    open_ones = Count("action", distinct=True, filter=Q(action__state="open"))
    return dict(rows.aggregate(open=open_ones, **every))


def in_order(rows: QuerySet[ActionOwner]) -> QuerySet[ActionOwner]:
    """Post by post, open ones before those that are reported, the longest due first."""
    ordered = rows.select_related("action", "post").defer("action__source", "action__owners_source")
    due = F("action__due").asc(nulls_last=True)
    return ordered.order_by("post__title", "post", "action__state", due, "action__given", "pk")


def with_reports(
    here: Here, side: str, owners: Sequence[ActionOwner], back: Mapping[int, Meeting]
) -> list[Row]:
    """The rows as the page shows them, each with the newest report of its side. One query."""
    rows = visible_reports(here.actor).filter(action__in=[one.action_id for one in owners], side=side)
    rows = rows.exclude(state=Report.State.DROPPED).select_related("drafted_by").order_by("drafted_at", "pk")
    newest: dict[tuple[int, str], Report] = {}
    for one in rows:
        newest[one.action_id, one.owner] = one
    return [
        Row(
            one, standing(one.action, here.today), back.get(one.action.forum_id),
            newest.get((one.action_id, one.printed)) or newest.get((one.action_id, "")),
        )
        for one in owners
    ]  # fmt: skip


def holders_of(posts: Iterable[int], day: dt.date) -> dict[int, list[str]]:
    """The names of those who hold each of the posts on a day. One query."""
    held = Q(start__lte=day) & (Q(end=None) | Q(end__gte=day))
    found: dict[int, list[str]] = {}
    rows = Tenure.objects.filter(held, post__in=set(posts)).select_related("person")
    for one in rows.order_by("start", "pk"):
        name = f"{one.person.name} (acting)" if one.acting else one.person.name
        names = found.setdefault(one.post_id, [])
        if name not in names:
            names.append(name)
    return found


def action_at(here: Here, key: int) -> Action:
    """An action with its owners. Raises Http404."""
    rows = here.sees(Action.objects.filter(office_id=here.office_id, pk=key))
    found = rows.select_related("meeting__forum", "forum").prefetch_related("owners__post", "dues").first()
    if found is None:
        raise Http404("There is no such action.")
    return found


def reports_of(here: Here, action: Action) -> list[Report]:
    """Every report on an action that one may see, oldest first, with its files. Two queries."""
    rows = visible_reports(here.actor).filter(action=action)
    people = rows.select_related("drafted_by", "released_by", "answered_by")
    return list(people.prefetch_related("documents").order_by("drafted_at", "pk"))


def said_of(here: Here, action: Action) -> list[ActionUpdate]:
    """What later meetings said of it, oldest first. One query."""
    return mentions([action], here.sees).get(action.pk, [])
