"""Topics: offered by the finder, kept or dropped by people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.topics.models import Topic


class Offered(NamedTuple):
    """What the finder says of a topic."""

    name: str
    why: str
    score: float


@transaction.atomic
def offer_topics(
    *, office: Office, offers: Mapping[str, Offered], by: User, at: datetime
) -> dict[str, Topic]:
    """The topics that are offered now, by their key. Part of a larger write.

    What a person kept or dropped stays so; what is offered no longer, and nobody decided, goes.
    """
    held = {topic.key: topic for topic in Topic.objects.filter(office=office)}
    gone = [one.pk for key, one in held.items() if one.state == Topic.State.OFFERED and key not in offers]
    Topic.objects.filter(pk__in=gone).delete()
    topics = {}
    for key, offered in offers.items():
        topic = held.get(key) or Topic(office=office, key=key)
        if topic.state == Topic.State.DROPPED:
            continue
        if topic.state == Topic.State.OFFERED:
            topic.name = offered.name[:200]
        topic.why, topic.score = offered.why, offered.score
        topic.save()
        topics[key] = topic
    return topics


@transaction.atomic
def decide_topic(*, topic: Topic, keep: bool, by: User, at: datetime) -> None:
    """Keep an offered topic, or drop it; a dropped one is not offered again."""
    state = Topic.State.KEPT if keep else Topic.State.DROPPED
    if topic.state == state:
        raise Refusal(f"The topic {topic} is {state.label.lower()} already.")
    topic.state, topic.decided_at, topic.decided_by = state, at, by
    topic.save(update_fields=["state", "decided_at", "decided_by"])
    audit.record(
        by=by, at=at, operation="topics.decide_topic", about=topic, office_id=topic.office_id,
        summary=f"{state.label} the topic {topic}.",
    )  # fmt: skip
