"""Where topics are spoken of, as far as somebody may see it."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from answerable.meetings.models import TopicLink
from answerable.topics.models import Topic
from answerable.web.actor import Actor

OPEN = (Q(item=None) | Q(item__restricted=False)) & (Q(entry=None) | Q(entry__restricted=False))


def links_seen_by(actor: Actor, links: QuerySet[TopicLink]) -> QuerySet[TopicLink]:
    """The links to what the actor may see."""
    return links if actor.sees_restricted else links.filter(OPEN)


SPOKEN_OF = Exists(TopicLink.objects.filter(topic=OuterRef("pk")))
IN_THE_OPEN = Exists(TopicLink.objects.filter(OPEN, topic=OuterRef("pk")))


def in_the_open(topics: QuerySet[Topic]) -> QuerySet[Topic]:
    """The topics that are spoken of in something open: a topic's name is words of the minutes."""
    return unmerged(topics).filter(IN_THE_OPEN)


def topics_seen_by(actor: Actor, topics: QuerySet[Topic]) -> QuerySet[Topic]:
    """The topics that stand in something that the actor may see."""
    return unmerged(topics) if actor.sees_restricted else in_the_open(topics)


def unmerged(topics: QuerySet[Topic]) -> QuerySet[Topic]:
    """The topics that were not merged into another, which has their links."""
    return topics.exclude(state=Topic.State.MERGED)
