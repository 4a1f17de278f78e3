"""Topics, and where each is spoken of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Count, Max, Min, Q, QuerySet
from django.http import Http404

from answerable.components.charts import Spot
from answerable.meetings.models import TopicLink
from answerable.meetings.seen import IN_THE_OPEN, OPEN, SPOKEN_OF, links_seen_by, topics_seen_by
from answerable.topics.models import Topic
from answerable.workspace.here import Here

STATES = {"offered": "Offered", "kept": "Kept", "dropped": "Dropped"}
COLUMNS = {"name": ["name"], "meetings": ["meetings"], "first": ["first"], "last": ["last"]}
MOST_SPOTS = 600  # on a picture: more run into one line
MOST_FORUMS = 8  # rows of a picture

SHAPE_OF_KIND = {"action": "square", "question": "full", "commitment": "up"}
"""Of an entry's kind; everything else is a ring."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of spots for charts.over_years, and where the years begin."""

    rows: list[tuple[str, list[Spot]]]
    years: list[tuple[float, int]]


def topics(here: Here, state: str | None, name: str) -> QuerySet[Topic]:
    rows = topics_seen_by(here.actor, Topic.objects.filter(office_id=here.office_id))
    rows = rows.filter(state=state) if state else rows.exclude(state="dropped")
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
    """Raises Http404."""
    found = (
        topics(here, None, "").filter(pk=key).first() or topics(here, "dropped", "").filter(pk=key).first()
    )
    if found is None:
        raise Http404("There is no such topic.")
    return found


def occurrences(here: Here, topic: Topic) -> QuerySet[TopicLink]:
    """Where it is spoken of, in the order of the meetings."""
    rows = links_seen_by(here.actor, TopicLink.objects.filter(topic=topic))
    rows = rows.select_related("meeting__forum", "item", "entry")
    return rows.order_by("meeting__date", "meeting", "item__position", "entry__position", "pk")


def picture(here: Here, topic: Topic) -> Picture | None:
    """A mark for each occurrence; None where they all fall on one day. One query."""
    found = links_seen_by(here.actor, TopicLink.objects.filter(topic=topic)).order_by("meeting__date")
    spots = list(found.values_list("meeting__date", "meeting__forum__name", "entry__kind")[:MOST_SPOTS])
    if not spots or spots[0][0] == spots[-1][0]:
        return None
    first, last = dt.date(spots[0][0].year, 1, 1), dt.date(spots[-1][0].year, 12, 31)
    length = (last - first).days
    rows: dict[str, list[Spot]] = {}
    for day, forum, kind in spots:
        rows.setdefault(forum, []).append(Spot((day - first).days / length, SHAPE_OF_KIND.get(kind, "ring")))
    years = [((dt.date(year, 1, 1) - first).days / length, year) for year in range(first.year, last.year + 1)]
    return Picture(list(rows.items())[:MOST_FORUMS], years)
