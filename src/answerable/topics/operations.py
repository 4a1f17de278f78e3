"""Topics: offered by the finder, kept or dropped by people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash, Gone, version
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.topics.models import Topic


def topic_version(topic: Topic) -> str:
    """Of what a person decides about a topic."""
    return version(topic.state)


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


def _clash(topic: Topic, state: Topic.State) -> Clash:
    choice = Choice("answer", "The topic", theirs=topic.get_state_display(), yours=str(state.label))
    who = topic.decided_by.name if topic.decided_by else None
    return Clash(f"the topic {topic}", [choice], who=who, at=topic.decided_at, version=topic_version(topic))


@transaction.atomic
def decide_topic(*, topic: Topic, keep: bool, seen: str | None = None, by: User, at: datetime) -> None:
    """Keep an offered topic, or drop it; a dropped one is not offered again.

    ``seen`` is the version of the topic that the person was shown. Raises Clash, Refusal.
    """
    hold_office(topic.office_id)
    held = Topic.objects.select_related("decided_by").filter(pk=topic.pk).first()
    if held is None:
        raise Gone(f"the topic {topic}")
    topic, state = held, Topic.State.KEPT if keep else Topic.State.DROPPED
    if topic.state == state:
        raise Refusal(f"The topic {topic} is {state.label.lower()} already.")
    if seen and topic_version(topic) != seen:
        raise _clash(topic, state)
    topic.state, topic.decided_at, topic.decided_by = state, at, by
    topic.save(update_fields=["state", "decided_at", "decided_by"])
    audit.record(
        by=by, at=at, operation="topics.decide_topic", about=topic, office_id=topic.office_id,
        summary=f"{state.label} the topic {topic}.",
    )  # fmt: skip
