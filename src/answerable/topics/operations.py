"""Topics: offered by the finder, decided by people.

Keeping and dropping are whole writes. The others change one topic and are parts of writes that change what
is tied to it too: see ``workspace.topics.operations``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.topics.models import Topic
from answerable.topics.queries import NAME_LENGTH, folded, namesake, topic_version


class Offered(NamedTuple):
    """What the finder says of a topic."""

    name: str
    why: str
    score: float


@transaction.atomic
def offer_topics(
    *, office: Office, offers: Mapping[str, Offered], by: User, at: datetime, tied: Collection[int] = ()
) -> dict[str, Topic]:
    """The topics that are offered now, by their key. Part of a larger write.

    What a person kept, dropped or merged stays so, and an offer that has the name of a kept one is that one.
    What is offered no longer, nobody decided, and is not ``tied`` to anything goes.
    """
    held = {topic.key: topic for topic in Topic.objects.filter(office=office)}
    named = {folded(one.name): one for one in held.values() if one.state == Topic.State.KEPT}
    gone = [one.pk for key, one in held.items() if one.state == Topic.State.OFFERED and key not in offers]
    Topic.objects.filter(pk__in=set(gone) - set(tied)).delete()
    topics = {}
    for key, offered in offers.items():
        topic = held.get(key) or named.get(key) or Topic(office=office, key=key)
        if topic.state == Topic.State.DROPPED:
            continue
        if topic.state == Topic.State.OFFERED:
            topic.name = offered.name[:NAME_LENGTH]
        topic.why, topic.score = offered.why, offered.score
        topic.save()
        topics[key] = topic
    return topics


@transaction.atomic
def decide_topic(*, topic: Topic, keep: bool, seen: str | None = None, by: User, at: datetime) -> None:
    """Keep an offered topic, or drop it; a dropped one is not offered again.

    ``seen`` is the version of the topic that the person was shown. Raises Clash, Refusal.
    """
    hold_office(topic.office_id)
    held, state = _held(topic), Topic.State.KEPT if keep else Topic.State.DROPPED
    if held.state == state:
        raise Refusal(f"The topic {held} is {state.label.lower()} already.")
    _compare(held, seen, Choice("answer", "The topic", theirs=_stands(held), yours=str(state.label)))
    _refuse_merged(held)
    _decide(held, by, at, state=state)
    audit.record(
        by=by, at=at, operation="topics.decide_topic", about=held, office_id=held.office_id,
        summary=f"{state.label} the topic {held}.",
    )  # fmt: skip


@transaction.atomic
def start_topic(*, office: Office, name: str, by: User, at: datetime) -> Topic:
    """A topic that a person names. Part of a larger write. Raises Refusal."""
    name = _name(office, name)
    topic = Topic(office=office, key=_free_key(office, name), name=name, state=Topic.State.KEPT)
    topic.decided_at, topic.decided_by = at, by
    topic.save()
    return topic


@transaction.atomic
def name_topic(*, topic: Topic, name: str, seen: str | None, by: User, at: datetime) -> Topic:
    """Give a topic another name, and keep it. Part of a larger write. Raises Clash, Refusal."""
    held = _held(topic)
    typed = " ".join(name.split())
    if held.name == typed:
        raise Refusal(f"The topic is called {held} already.")
    _compare(held, seen, Choice("name", "Name", theirs=held.name, yours=typed, shape="text"))
    _refuse_merged(held)
    _decide(held, by, at, name=_name(held.office, name, held), state=_lasting(held))
    return held


@transaction.atomic
def merge_topic(*, topic: Topic, into: Topic, seen: str | None, by: User, at: datetime) -> Topic:
    """Say that a topic is another one, which is kept then. Part of a larger write. Raises Clash, Refusal."""
    held, other = _held(topic), _held(into)
    if held.state == Topic.State.MERGED and held.merged_into_id == other.pk:
        raise Refusal(f"The topic {held} is merged into {other} already.")
    _compare(
        held,
        seen,
        Choice("into", "The topic", theirs=_stands(held), yours=f"Merged into {other}"),
        final=True,
    )
    _refuse_merged(held)
    if held.pk == other.pk:
        raise Refusal("A topic cannot be merged into itself: choose another.")
    if other.state in (Topic.State.DROPPED, Topic.State.MERGED):
        raise Refusal(f"The topic {other} is {_stands(other).lower()}: choose one that is kept.")
    _decide(held, by, at, state=Topic.State.MERGED, merged_into=other)
    keep_topic(topic=other, by=by, at=at)
    return held


@transaction.atomic
def part_topic(*, topic: Topic, by: User, at: datetime) -> Topic:
    """Take a merging back: the topic is one of its own again. Part of a larger write. Raises Refusal."""
    held = _held(topic)
    if held.state != Topic.State.MERGED:
        raise Refusal(f"The topic {held} is not merged into another.")
    _decide(held, by, at, state=Topic.State.KEPT, merged_into=None)
    return held


def keep_topic(*, topic: Topic, by: User, at: datetime) -> None:
    """Whoever ties something to an offered topic keeps it. Part of a larger write."""
    if topic.state == Topic.State.OFFERED:
        _decide(topic, by, at, state=Topic.State.KEPT)


def _held(topic: Topic) -> Topic:
    """The topic as it is now. Raises Gone."""
    rows = Topic.objects.select_related("decided_by", "merged_into", "office")
    held = rows.filter(pk=topic.pk).first()
    if held is None:
        raise Gone(f"the topic {topic}")
    return held


def _compare(topic: Topic, seen: str | None, choice: Choice, *, final: bool = False) -> None:
    """Raises Clash where somebody else decided about the topic since."""
    if seen and topic_version(topic) != seen:
        who = topic.decided_by.name if topic.decided_by else None
        now = topic_version(topic)
        gone = final and topic.state == Topic.State.MERGED
        raise Clash(f"the topic {topic}", [choice], who=who, at=topic.decided_at, version=now, final=gone)


def _refuse_merged(topic: Topic) -> None:
    if topic.state == Topic.State.MERGED:
        raise Refusal(f"The topic {topic} is merged into {topic.merged_into}: take that back first.")


def _stands(topic: Topic) -> str:
    if topic.state == Topic.State.MERGED:
        return f"Merged into {topic.merged_into}"
    return str(topic.get_state_display())


def _lasting(topic: Topic) -> str:
    """The state of a topic that a person worked on: an offered one is kept."""
    return Topic.State.KEPT if topic.state == Topic.State.OFFERED else topic.state


def _decide(topic: Topic, by: User, at: datetime, **values: object) -> None:
    for name, value in {**values, "decided_at": at, "decided_by": by}.items():
        setattr(topic, name, value)
    topic.save(update_fields=[*values, "decided_at", "decided_by"])


def _name(office: Office, typed: str, but: Topic | None = None) -> str:
    """A name that no other topic has. Raises Refusal."""
    name = " ".join(typed.split())
    if not name:
        raise Refusal("Write the topic's name.")
    if len(name) > NAME_LENGTH:
        raise Refusal(f"Write a name of at most {NAME_LENGTH} letters: this one has {len(name)}.")
    other = namesake(office, name, but)
    if other is not None and other.state == Topic.State.DROPPED:
        raise Refusal(f"There was a topic {other}, which was dropped: keep that one, or write another name.")
    if other is not None:
        raise Refusal(f"There is a topic {other} already: merge them, or write another name.")
    return name


def _free_key(office: Office, name: str) -> str:
    """The name folded; numbered where a renamed topic was once offered under it."""
    key, number = folded(name), 1
    while Topic.objects.filter(office=office, key=key).exists():
        number += 1
        key = f"{folded(name)[: NAME_LENGTH - 8]} ({number})"
    return key
