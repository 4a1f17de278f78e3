"""Topics, and where each is spoken of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from django.db.models import Count, F, Max, Min, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.http import Http404

from answerable.core.actions.outcomes import NAMES, Outcome
from answerable.core.subjects.thread import Asker, askers, counted
from answerable.meetings.models import Attendance, TopicLink
from answerable.meetings.seen import IN_THE_OPEN, OPEN, SPOKEN_OF, links_seen_by, topics_seen_by
from answerable.plans.models import Funding, PlanTopic, Recommendation
from answerable.topics.models import Topic
from answerable.topics.queries import end_of, merges
from answerable.workspace.here import Here
from answerable.workspace.topics.rows import actions_under, said_later, said_under
from answerable.workspace.topics.telling import Thread, Told, class_of, thread_of

STATES = {"offered": "Offered", "kept": "Kept", "dropped": "Dropped"}
COLUMNS = {"name": ["name"], "meetings": ["meetings"], "first": ["first"], "last": ["last"]}
MOST_TIES = 50  # parts of plans and the like that a topic's page lists


def topics(here: Here, state: str | None, name: str, *, every: bool = False) -> QuerySet[Topic]:
    """Those of a state; without one, and without ``every``, all but those that were dropped."""
    rows = topics_seen_by(here.actor, Topic.objects.filter(office_id=here.office_id))
    if state:
        rows = rows.filter(state=state)
    elif not every:
        rows = rows.exclude(state="dropped")
    for word in name.split():
        rows = rows.filter(name__icontains=word)
    seen = None if here.actor.sees_restricted else of_links(OPEN)
    return rows.annotate(
        meetings=Count("links__meeting", distinct=True, filter=seen),
        first=Min("links__meeting__date", filter=seen),
        last=Max("links__meeting__date", filter=seen),
        restricted=SPOKEN_OF & ~IN_THE_OPEN,
    )


def of_links(condition: Q) -> Q:
    """A condition on links, for rows that have them."""
    made = Q(_connector=condition.connector, _negated=condition.negated)
    for one in cast("list[Q | tuple[str, Any]]", condition.children):
        made.children.append(of_links(one) if isinstance(one, Q) else (f"links__{one[0]}", one[1]))
    return made


def topic_at(here: Here, key: int) -> Topic:
    """A topic that was not merged into another. Raises Http404."""
    rows = topics(here, None, "", every=True).select_related("office")
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404("There is no such topic.")
    return found


def merged_into(here: Here, key: int) -> int | None:
    """The key of the topic that a merged one is now; None of one that is not merged."""
    into = merges(here.office_id)
    return end_of(key, into) if key in into else None


def links_of(here: Here, topic: Topic) -> list[TopicLink]:
    """Where it is spoken of, in the order of the meetings. One query."""
    rows = links_seen_by(here.actor, TopicLink.objects.filter(topic=topic))
    rows = rows.select_related("meeting__forum", "item", "entry").defer(
        "meeting__source", "item__source", "entry__source"
    )
    return list(rows.order_by("meeting__date", "meeting", "item__position", "entry__position", "pk"))


def thread(here: Here, topic: Topic, links: Sequence[TopicLink]) -> Thread:
    """Everything about it. Four queries."""
    items = links_seen_by(here.actor, TopicLink.objects.filter(topic=topic)).exclude(item=None)
    keys = items.order_by().values("item")
    return thread_of(
        topic, links, said_under(here, keys), actions_under(here, keys), said_later(here, keys),
        _holders(items.order_by().values("meeting")),
    )  # fmt: skip


def _holders(meetings: QuerySet[Any]) -> dict[tuple[int, str], str]:
    """Who held a post at a meeting, by the post as printed; nobody where two did. One query."""
    rows = Attendance.objects.filter(meeting__in=meetings).exclude(abbreviation=None).order_by()
    found: dict[tuple[int, str], str] = {}
    twice = set()
    for meeting, post, name in rows.values_list("meeting_id", "abbreviation", "name"):
        place = (meeting, str(post))
        if found.setdefault(place, name) != name:
            twice.add(place)
    return {place: name for place, name in found.items() if place not in twice}


@dataclass(frozen=True, slots=True)
class Summary:
    """What a topic comes to: how often asked, since when and by whom; what became of its actions."""

    asked: int = 0
    since: dt.date | None = None
    askers: Sequence[Asker] = ()
    promised: int = 0
    given: int = 0
    outcomes: Sequence[tuple[str, int]] = ()
    judged: Sequence[Told] = ()
    figures: Sequence[Told] = field(default_factory=list)


def summary(here: Here, thread: Thread) -> Summary:
    asked = thread.of_kind("question")
    classes = [class_of(one, here.today) for one in thread.actions]
    return Summary(
        asked=len(asked),
        since=asked[0].event.on if asked else None,
        askers=askers(_asked_by(asked, thread)),
        promised=len(thread.of_kind("promise")),
        given=len(thread.actions),
        outcomes=[(NAMES[Outcome(name)].lower(), count) for name, count in counted(classes, list(Outcome))],
        judged=thread.of_kind("judged"),
        figures=_first_and_last(thread.figures),
    )


def _first_and_last(figures: Sequence[Told]) -> list[Told]:
    """The first that was quoted, and the last that was quoted on a later day in other words."""
    later = [
        one for one in figures if one.event.on > figures[0].event.on and one.row.text != figures[0].row.text
    ]
    return [*figures[:1], *later[-1:]]


def _asked_by(asked: Iterable[Told], thread: Thread) -> list[tuple[str, str | None]]:
    return [(post, thread.holders.get((one.row.meeting, post))) for one in asked for post in one.row.by]


@dataclass(frozen=True, slots=True)
class Tied:
    """A part of a plan, a recommendation or funded work that the topic belongs to."""

    kind: str
    key: int
    text: str


def ties(topic: Topic) -> list[Tied]:
    """What of plans it is tied to. One query."""
    rows = [
        _tied("part", PlanTopic.objects.filter(topic=topic), F("item__plan_id"), F("item__text")),
        _tied("recommendation", Recommendation.objects.filter(topic=topic), F("inspection_id"), F("text")),
        _tied("funding", Funding.objects.filter(topic=topic), F("pk"), Cast("title", TextField())),
    ]
    return [Tied(*row) for row in rows[0].union(*rows[1:], all=True)[:MOST_TIES]]


def _tied(kind: str, rows: QuerySet[Any], key: F, text: Any) -> QuerySet[Any]:
    named = {"x_kind": Value(kind, TextField()), "x_key": key, "x_text": text}
    return rows.order_by().annotate(**named).values_list(*named)


def merged_names(here: Here, topic: Topic) -> list[Topic]:
    """The topics that were merged into it, as far as what they are named after may be seen. One query."""
    rows = Topic.objects.filter(merged_into=topic).order_by("name")
    if here.actor.sees_restricted:
        return list(rows)
    open_links = TopicLink.objects.filter(OPEN)
    elsewhere = Q(links_elsewhere__in=open_links.filter(origin__merged_into=topic))
    return list(rows.filter(Q(links__in=open_links.filter(topic__merged_into=topic)) | elsewhere).distinct())


def others(here: Here, topic: Topic) -> list[tuple[int, str]]:
    """The topics that it can be merged into."""
    rows = topics_seen_by(here.actor, Topic.objects.filter(office_id=here.office_id))
    rows = rows.exclude(state=Topic.State.DROPPED).exclude(pk=topic.pk)
    return list(rows.order_by("name").values_list("pk", "name"))
