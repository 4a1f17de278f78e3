"""All that letters of one office and day are written from: a fixed number of queries, and one for each
meeting whose papers are due within the week or whose minutes are new.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, When

from answerable.accounts.models import RoleHeld, User
from answerable.actions.models import Action, ActionOwner, Report
from answerable.agendas.queries import comes_back
from answerable.core.actions.steps import Owned, side_of
from answerable.core.permissions.roles import Role
from answerable.core.reminders.telling import NEW_DAYS, REMEMBERED, papers_are_near
from answerable.mail.models import Message
from answerable.mail.queries import unwanted
from answerable.meetings.models import Deadline, Meeting
from answerable.minuting.models import Step
from answerable.offices.models import Office
from answerable.papers.models import BriefingNote, Point
from answerable.people.models import ActsFor, Post
from answerable.reminders.lines import TELLABLE

BY_DUE = (
    Case(When(action__state=Action.State.REPORTED, then=1), default=0),
    F("action__overdue_from").asc(nulls_last=True),
)
"""What is left to be done before what was reported; the latest first, what has no date last."""

Owing = Mapping[int, Sequence[tuple[int, int, bool]]]
"""By post: each action's place in the order in which they are told, its id, and whether it is restricted."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody with an account: their roles in the office, and the posts that they act for."""

    user: User
    roles: frozenset[Role]
    posts: frozenset[int]
    unwanted: frozenset[str]
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ahead:
    """A meeting whose papers are due: what comes back to it, and the points that its note must answer."""

    meeting: Meeting
    papers: Deadline
    points: int
    noted: bool
    owing: Owing


@dataclass(frozen=True, slots=True)
class Answerable:
    """A report that nobody has answered, and whose its action is."""

    report: Report
    owned: Owned


@dataclass(slots=True)
class Gathered:
    """What there is to tell in an office on a day."""

    office: Office
    today: dt.date
    readers: list[Reader]
    office_posts: frozenset[int]
    ahead: list[Ahead] = field(default_factory=list)
    overdue: Owing = field(default_factory=dict)
    given: list[tuple[Meeting, Owing]] = field(default_factory=list)
    reports: list[Answerable] = field(default_factory=list)


def gather(office: Office, today: dt.date) -> Gathered:
    """Everything, whoever may see it: ``reminders.composing`` says who is told what."""
    sides = dict(Post.objects.filter(office=office).values_list("pk", "side"))
    own = frozenset(key for key, side in sides.items() if side == Post.Side.OFFICE)
    found = Gathered(office, today, _readers(office, today), own)
    if not found.readers:
        return found
    posts = own | {post for one in found.readers for post in one.posts}
    late = Q(action__state=Action.State.OPEN, action__overdue_from__lte=today)
    found.overdue = _owing(office, posts, late, *BY_DUE)
    found.ahead = [_ahead(one, posts) for one in _papers_near(office, today)]
    found.given = [(one, _given(one, posts)) for one in _newly_approved(office, today)]
    found.reports = _reports(office, sides)
    return found


def actions_of(keys: Iterable[int]) -> dict[int, Action]:
    """The actions that letters name, by id. One query."""
    rows = Action.objects.filter(pk__in=set(keys)).defer("source", "owners_source")
    return {one.pk: one for one in rows}


def _readers(office: Office, today: dt.date) -> list[Reader]:
    roles: defaultdict[User, set[Role]] = defaultdict(set)
    held = RoleHeld.objects.filter(office=office, ended_at=None, user__is_active=True)
    for one in held.select_related("user").order_by("user__name", "user_id"):
        roles[one.user].add(Role(one.role))
    keys = [user.pk for user in roles]
    posts: defaultdict[int, set[int]] = defaultdict(set)
    for user, post in ActsFor.objects.filter(post__office=office).values_list("user_id", "post_id"):
        posts[user].add(post)
    told: defaultdict[int, set[str]] = defaultdict(set)
    since = dt.datetime.combine(today - REMEMBERED, dt.time(), dt.UTC)
    laid = Message.objects.filter(office=office, made_at__gte=since, user__in=keys)
    for user, parts in laid.values_list("user_id", "parts"):
        told[user].update(parts)
    silent = unwanted(keys)
    return [
        Reader(
            user, frozenset(of), frozenset(posts[user.pk]), frozenset(silent.get(user.pk, ())),
            frozenset(told[user.pk]),
        )
        for user, of in roles.items()
    ]  # fmt: skip


def _owing(office: Office, posts: Iterable[int], what: Q, *order: Any) -> Owing:
    """The actions that posts own, of those that may be told of at all. One query."""
    rows = ActionOwner.objects.filter(what, TELLABLE, action__office=office, post__in=set(posts))
    found: defaultdict[int, list[tuple[int, int, bool]]] = defaultdict(list)
    in_order = rows.order_by(*order, "action__given", "action_id")
    columns = in_order.values_list("post_id", "action_id", "action__restricted")
    for place, (post, key, restricted) in enumerate(columns.iterator()):
        found[post or 0].append((place, key, restricted))
    return found


def _papers_near(office: Office, today: dt.date) -> list[Deadline]:
    due = Deadline.objects.filter(
        meeting__office=office, meeting__state=Meeting.State.PLANNED, kind=Deadline.Kind.PAPERS,
        date__gte=today,
    ).select_related("meeting__forum").order_by("date", "pk")  # fmt: skip
    return [one for one in due if papers_are_near(one.date, today)]


def _ahead(papers: Deadline, posts: Iterable[int]) -> Ahead:
    meeting = papers.meeting
    back = Q(action__in=Action.objects.filter(comes_back(meeting)))
    asked = Point.objects.filter(terms__meeting=meeting, terms__sent_at__isnull=False)
    note = Exists(BriefingNote.objects.filter(meeting=OuterRef("terms__meeting")))
    counted = asked.aggregate(points=Count("pk"), noted=Count("pk", filter=note))
    owing = _owing_at(meeting, posts, back)
    return Ahead(meeting, papers, counted["points"], bool(counted["noted"]), owing)


def _owing_at(meeting: Meeting, posts: Iterable[int], what: Q) -> Owing:
    return _owing(meeting.office, posts, what, *BY_DUE)


def _newly_approved(office: Office, today: dt.date) -> list[Meeting]:
    """Meetings whose minutes, written here, were approved in the last days; not what was imported."""
    since = dt.datetime.combine(today - NEW_DAYS, dt.time(), dt.UTC)
    approved = Step.objects.filter(meeting=OuterRef("pk"), to=Meeting.Minutes.APPROVED, at__gte=since)
    rows = Meeting.objects.filter(Exists(approved), office=office, minutes_state=Meeting.Minutes.APPROVED)
    return list(rows.select_related("forum").order_by("date", "pk"))


def _given(meeting: Meeting, posts: Iterable[int]) -> Owing:
    alive = [Action.State.OPEN, Action.State.REPORTED]
    here = Q(action__meeting=meeting, action__state__in=alive)
    return _owing(meeting.office, posts, here, "action__position")


def _reports(office: Office, sides: Mapping[int, str]) -> list[Answerable]:
    """Released and not answered, of actions that still run, the oldest first. Two queries."""
    alive = [Action.State.OPEN, Action.State.REPORTED]
    rows = Report.objects.filter(
        office=office, state=Report.State.RELEASED, answer="", action__state__in=alive, action__draft=False
    )
    found = rows.select_related("action").defer("action__source").prefetch_related("action__owners")
    return [
        Answerable(one, side_of(sides.get(owner.post_id or 0) for owner in one.action.owners.all()))
        for one in found.order_by("released_at", "pk")
    ]
