"""What agendas are written from, and what stands on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When

from answerable.accounts.marked import Marked
from answerable.actions.models import Action, ActionUpdate, Revisit
from answerable.actions.queries import counting_updates
from answerable.actions.returning import (
    came,
    goes_to,
    is_kept_close,
    marked_revisits,
    open_revisits,
)
from answerable.agendas.models import Proposal, Question, StandingItem
from answerable.components import words
from answerable.core.agenda import building
from answerable.core.agenda.building import Carried, Point, Sources, Standing
from answerable.core.agenda.changing import not_reached
from answerable.core.agenda.merging import Held, Merged, merge
from answerable.core.agenda.returning import Ahead
from answerable.core.clash import version
from answerable.core.permissions.markings import Why
from answerable.meetings.models import Entry, Forum, Item, Meeting
from answerable.papers.models import Coverage
from answerable.papers.models import Point as PointRow

OF_PEOPLE = ["point", "question", "carried", "written"]
"""Origins of items that are carried when they were not reached; the others come back by themselves."""

MOST_FORUMS = 6  # that took over from one another: forums last for years
RETURNS_AS = ("holding_to_account", "inspection", "risk")
"""Kinds of items that come back as what they were; the rest as others: an agenda has one next meeting."""

LONGEST_RETURNED = 200  # characters of a title that comes back
SHORT_NAME = 60  # characters of a forum's name in a note


def sources_of(meeting: Meeting) -> Sources:
    """All that the agenda of a meeting is written from. Six queries."""
    forum = meeting.forum
    ahead = _planned(meeting)
    standing = StandingItem.objects.filter(forum=forum)
    return Sources(
        standing=[Standing(one.pk, one.title, one.kind, one.level) for one in standing],
        theme=meeting.theme.strip(),
        points=_points(meeting),
        questions=[_question(one) for one in questions_chosen(meeting)],
        carried=_carried(meeting),
        returned=_returned(meeting, ahead),
        next_meeting=_next_in_words(meeting, ahead),
        labels=forum.labels or {},
        public=meeting.kind == Meeting.Kind.PUBLIC,
    )


def held_by(items: Sequence[Item], proposals: Sequence[Proposal]) -> list[Held]:
    """The items of an agenda, each with what it was proposed as."""
    of_items = {one.item_id: one for one in proposals if one.item_id}
    return [_held(one, of_items.get(one.pk)) for one in items]


def merged(
    meeting: Meeting, items: Sequence[Item], proposals: Sequence[Proposal], fixed: Collection[int]
) -> Merged:
    """The agenda as it would be, once it is brought up to date. Six queries."""
    gone = {one.key for one in proposals if one.item_id is None}
    return merge(building.wanted(sources_of(meeting)), held_by(items, proposals), gone, fixed)


def questions_chosen(meeting: Meeting) -> list[Question]:
    """The questions that were chosen for a meeting, in the order in which they were taken."""
    states = [Question.State.CHOSEN, Question.State.ANSWERED]
    return list(Question.objects.filter(meeting=meeting, state__in=states).order_by("taken_at", "pk"))


def spoken_of(meeting: Meeting) -> set[int]:
    """The items under which something was minuted: they stay. One query."""
    said = Q(Exists(Entry.objects.filter(item=OuterRef("pk")))) | Q(
        Exists(Action.objects.filter(item=OuterRef("pk")))
    )
    return set(meeting.items.filter(said).values_list("pk", flat=True))


def stays_restricted(row: Marked) -> bool:
    """Whether what is made of a row is restricted too: not where only its minutes wait to be approved."""
    return row.restricted and row.marking_why != Why.DRAFT


def arising(meeting: Meeting) -> QuerySet[Action]:
    """The actions that come back to a meeting."""
    return Action.objects.filter(comes_back(meeting)).defer("source", "owners_source")


def arising_in_order(meeting: Meeting, today: dt.date) -> QuerySet[Action]:
    """The same in the order of ``core.agenda.arising``, so that pack and minutes go down one list."""
    group = Case(
        When(state=Action.State.REPORTED, then=0),
        When(overdue_from__lte=today, then=1),
        When(due__lte=meeting.date, then=2),
        default=3,
    )
    return arising(meeting).order_by(group, F("due").asc(nulls_last=True), "given", "pk")


def comes_back(meeting: Meeting) -> Q:
    """Of actions: open or reported, of the meeting's forum or of those before it.

    Drafts from minutes that are not approved yet too; not those that are given at the meeting itself.
    """
    ours = Q(office_id=meeting.office_id, forum__in=forums_before(meeting), given__lte=meeting.date)
    return ours & Q(state__in=[Action.State.OPEN, Action.State.REPORTED]) & ~Q(meeting=meeting)


def forums_before(meeting: Meeting) -> QuerySet[Forum, Any]:
    """The forum of a meeting and those that it took over from, as far back as MOST_FORUMS. No query."""
    condition = Q(pk=meeting.forum_id)
    for depth in range(1, MOST_FORUMS):
        condition |= Q(**{"__".join(["successors"] * depth): meeting.forum_id})
    return Forum.objects.filter(condition, office_id=meeting.office_id).order_by().values("pk")


def mentions(
    actions: Sequence[Action], sees: Callable[[QuerySet[ActionUpdate]], QuerySet[ActionUpdate]]
) -> dict[int, list[ActionUpdate]]:
    """What later meetings said of actions, by the action, oldest first: as far as it is seen. One query."""
    rows = sees(counting_updates().filter(action__in=[one.pk for one in actions]))
    rows = rows.select_related("meeting").order_by("meeting__date", "position")
    found: dict[int, list[ActionUpdate]] = {}
    for one in rows.only("action_id", "text", "status", "restricted", "position", "meeting__date"):
        found.setdefault(one.action_id or 0, []).append(one)
    return found


def asker_in_print(question: Question) -> str:
    """Who asked, as everybody may read it: the name of one of the public only where it may be public."""
    if question.origin == Question.Origin.OFFICE:
        return f"Asked by {question.asked_by}" if question.asked_by else ""
    if question.name_is_public and question.asked_by:
        return f"Asked by {question.asked_by}"
    return "Asked by a member of the public"


def item_version(item: Item) -> str:
    """Of what a form about an agenda item shows."""
    return version(item.title, item.note, item.lead, item.kind)


def question_version(one: Question) -> str:
    """Of what the forms about a question show."""
    return version(
        one.text, one.asked_by, one.name_is_public, one.state, one.answer, one.answered_by, one.answered_on
    )


def came_from(item: Item, to: Meeting) -> str:
    """Where a carried item comes from, in words."""
    meeting = item.meeting
    forum = "" if meeting.forum_id == to.forum_id else f", {words.shortened(meeting.forum.name, SHORT_NAME)}"
    cancelled = ", which was cancelled" if meeting.state == Meeting.State.CANCELLED else ""
    return f"Carried forward from {words.date(meeting.date)}{forum}{cancelled}"


def _held(item: Item, proposal: Proposal | None) -> Held:
    if proposal is None:
        return Held(item.pk, item.level, item.title, item.note)
    return Held(item.pk, item.level, item.title, item.note, proposal.key, proposal.title, proposal.note)


def _question(one: Question) -> building.Question:
    return building.Question(one.pk, one.text, asker_in_print(one), stays_restricted(one))


def _points(meeting: Meeting) -> list[Point]:
    """The points that no item was named for by a person, each with the part of the newest note."""
    part = Coverage.objects.filter(point=OuterRef("pk")).exclude(part="").order_by("-version__number", "-pk")
    own = Q(item=None) | Q(item__proposal__key__startswith="point:")
    rows = PointRow.objects.filter(own, terms__meeting=meeting)
    found = rows.annotate(answered_in=Subquery(part.values("part")[:1])).order_by("position")
    return [Point(one.pk, one.text, one.answered_in or "") for one in found]


def _planned(meeting: Meeting) -> list[Meeting]:
    """The planned meetings of its forum, and of those that it took over from, in order of date. One query."""
    planned = Meeting.objects.filter(forum__in=forums_before(meeting), state=Meeting.State.PLANNED)
    return list(planned.only("forum_id", "date", "start_time", "venue").order_by("date", "pk"))


def _next_in_words(meeting: Meeting, planned: Sequence[Meeting]) -> str:
    """The forum's next planned meeting: "Tuesday 11 June 2019 at 10:30am, Town Hall"."""
    ours = (one for one in planned if one.forum_id == meeting.forum_id and one.date > meeting.date)
    found = next(ours, None)
    if found is None:
        return ""
    when = f"{words.weekday_date(found.date)} at {words.time(found.start_time)}"
    said = when if found.start_time else words.weekday_date(found.date)
    return f"{said}, {found.venue}" if found.venue else said


def _returned(meeting: Meeting, planned: Sequence[Meeting]) -> list[building.Returned]:
    """What comes back to a meeting, also from forums before its own. One query."""
    ours = Revisit.objects.filter(office_id=meeting.office_id, forum__in=forums_before(meeting))
    due = ours.filter(
        Q(due=None) | Q(due__lte=meeting.date) | Q(planned=meeting), meeting__date__lt=meeting.date
    )
    rows = list(open_revisits(marked_revisits(due)).select_related("entry"))
    forums = {one.forum_id for one in planned} | {one.forum_id for one in rows}
    heirs = {forum: list(forums) for forum in forums - {meeting.forum_id}}
    to = goes_to(rows, [Ahead(one.pk, one.forum_id, one.date) for one in planned], heirs)
    return [
        building.Returned(
            one.pk, words.shortened(came(one), LONGEST_RETURNED), one.question, _came_back(one),
            one.item.kind if one.item and one.item.kind in RETURNS_AS else "other", is_kept_close(one),
        )
        for one in rows
        if to.get(one.pk) == meeting.pk
    ]  # fmt: skip


def _came_back(one: Revisit) -> str:
    forum = words.shortened(one.meeting.forum.name, SHORT_NAME)
    number = f", item {one.item.number}" if one.item and one.item.number else ""
    return f"Said at {forum} on {words.date(one.meeting.date)}{number}: “{one.text}”"


def _carried(meeting: Meeting) -> list[Carried]:
    """What was carried here already, and what people had put on the last meeting's agenda and it did not
    come to. One query. What was due at a cancelled meeting is carried on when it is cancelled."""
    last = Meeting.objects.filter(
        forum_id=meeting.forum_id, state=Meeting.State.HELD, date__lt=meeting.date
    ).order_by("-date", "-pk")
    went_on = Item.objects.filter(carried_from=OuterRef("pk"))
    here = Exists(went_on.filter(meeting=meeting))
    minuted = Exists(Entry.objects.filter(meeting_id=OuterRef("meeting_id")))
    rows = Item.objects.filter((minuted & Q(meeting=Subquery(last.values("pk")[:1]))) | here)
    rows = rows.select_related("meeting__forum").annotate(
        is_here=here,
        is_elsewhere=Exists(went_on.exclude(meeting=meeting)),
        is_last=Case(When(meeting=Subquery(last.values("pk")[:1]), then=True), default=False),
        was_reached=Exists(Entry.objects.filter(item=OuterRef("pk"))),
    )
    items = list(rows.order_by("meeting__date", "meeting_id", "position").defer("source"))
    left = _left_over([one for one in items if one.is_last])
    return [
        Carried(one.pk, one.title, one.kind, came_from(one, meeting), one.lead, stays_restricted(one))
        for one in items
        if one.is_here or one.pk in left
    ]


def _left_over(items: Sequence[Any]) -> set[int]:
    """Of the last meeting's items, what people had put there, was not reached and did not go on elsewhere."""
    places = not_reached([one.level for one in items], [one.was_reached for one in items])
    unreached = (items[at] for at in places)
    return {one.pk for one in unreached if one.origin in OF_PEOPLE and not one.is_elsewhere}
