"""Writes that change a topic with where it is spoken of, what is tied to it, and its place in search."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.permissions.markings import Marking
from answerable.core.refusal import Refusal
from answerable.meetings.models import TopicLink
from answerable.meetings.operations import Place, move_all, move_back, move_some, tie_place, untie_place
from answerable.meetings.seen import in_the_open
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.papers.models import Point
from answerable.plans.models import Funding, PlanTopic, Recommendation
from answerable.search.operations import Row, index_rows, remove_rows
from answerable.topics.models import Topic
from answerable.topics.operations import keep_topic, merge_topic, name_topic, part_topic, start_topic
from answerable.topics.queries import end_of, merges

RENAME, MERGE, PART, SPLIT = "topics.rename", "topics.merge", "topics.part", "topics.split"
MAKE, TIE, UNTIE = "topics.make", "topics.tie", "topics.untie"


@transaction.atomic
def rename(*, topic: Topic, name: str, seen: str | None = None, by: User, at: datetime) -> None:
    """Give a topic another name; what the finder offers under the old one stays this topic's."""
    hold_office(topic.office_id)
    before, held = topic.name, name_topic(topic=topic, name=name, seen=seen, by=by, at=at)
    _index([held])
    _record(RENAME, f"Renamed the topic {before} as {held}.", [held], by, at)


@transaction.atomic
def merge(*, topic: Topic, into: Topic, seen: str | None = None, by: User, at: datetime) -> None:
    """Make a topic part of another, with all that is tied to it. Raises Clash, Refusal."""
    hold_office(topic.office_id)
    held = merge_topic(topic=topic, into=into, seen=seen, by=by, at=at)
    move_all(topic=held, into=into, by=by, at=at)
    _move_ties(held, into)
    _index([held, into])
    _record(MERGE, f"Merged the topic {held} into {into}.", [held, into], by, at)


@transaction.atomic
def part(*, topic: Topic, by: User, at: datetime) -> None:
    """Take a merging back: the topic has the places again that it came with. Raises Refusal.

    What plans and points were tied to it stays with the other: nobody knows any more which were its own.
    """
    hold_office(topic.office_id)
    other = Topic.objects.filter(pk=end_of(topic.pk, merges(topic.office_id))).get()
    held = part_topic(topic=topic, by=by, at=at)
    move_back(topic=held, came_into=other, by=by, at=at)
    _index([held, other])
    _record(PART, f"Parted the topic {held} from {other} again.", [held, other], by, at)


@transaction.atomic
def split(*, topic: Topic, links: Collection[int], name: str, by: User, at: datetime) -> Topic:
    """Make some of the places where a topic is spoken of another topic. Raises Gone, Refusal."""
    hold_office(topic.office_id)
    chosen = set(links)
    if not chosen:
        raise Refusal("Choose what is to become another topic.")
    if not TopicLink.objects.filter(topic=topic).exclude(pk__in=chosen).exists():
        raise Refusal("That is all there is of the topic: leave something, or give the topic another name.")
    new = start_topic(office=topic.office, name=name, by=by, at=at)
    places = move_some(topic=topic, links=chosen, to=new, by=by, at=at)
    keep_topic(topic=topic, by=by, at=at)
    _index([topic, new])
    _record(SPLIT, f"Split {len(places)} places off the topic {topic}, as {new}.", [topic, new], by, at)
    return new


@transaction.atomic
def make(*, office: Office, name: str, places: Sequence[Place], by: User, at: datetime) -> Topic:
    """A topic that a person names, with places where it is spoken of. Raises Refusal."""
    hold_office(office.pk)
    if not places:
        raise Refusal("Choose where it is spoken of: a topic that is spoken of nowhere cannot be found.")
    new = start_topic(office=office, name=name, by=by, at=at)
    for place in dict.fromkeys(places):
        tie_place(topic=new, place=place, by=by, at=at)
    _index([new])
    _record(MAKE, f"Made the topic {new}.", [new], by, at)
    return new


@transaction.atomic
def tie(*, topic: Topic, places: Sequence[Place], by: User, at: datetime) -> None:
    """Say that a topic is spoken of in these places too; no import takes them away. Raises Refusal."""
    hold_office(topic.office_id)
    topic.refresh_from_db()
    if topic.state == Topic.State.MERGED:
        raise Refusal(f"The topic {topic} is merged into another: tie it there.")
    if not places:
        raise Refusal("Choose where the topic is spoken of.")
    for place in dict.fromkeys(places):
        tie_place(topic=topic, place=place, by=by, at=at)
    keep_topic(topic=topic, by=by, at=at)
    _index([topic])
    _record(TIE, f"Tied the topic {topic} to {len(places)} more places.", [topic], by, at)


@transaction.atomic
def untie(*, topic: Topic, link: int, by: User, at: datetime) -> Place:
    """Say that a topic is not spoken of in a place; no import brings it back. Raises Gone."""
    hold_office(topic.office_id)
    place = untie_place(topic=topic, link=link, by=by, at=at)
    keep_topic(topic=topic, by=by, at=at)
    _index([topic])
    _record(UNTIE, f"Took a place from the topic {topic}.", [topic], by, at)
    return place


def _move_ties(topic: Topic, into: Topic) -> None:
    """Points, recommendations, funded work and parts of plans; a part that has both keeps one."""
    for model in (Point, Recommendation, Funding):
        model._default_manager.filter(topic=topic).update(topic=into)
    both = PlanTopic.objects.filter(topic=into).values_list("item_id", flat=True)
    PlanTopic.objects.filter(topic=topic, item_id__in=list(both)).delete()
    PlanTopic.objects.filter(topic=topic).update(topic=into)


def _index(topics: Iterable[Topic]) -> None:
    """Let search find them by the names that they have now, those that may."""
    some = Topic.objects.in_bulk([one.pk for one in topics])
    gone = [Topic.State.MERGED, Topic.State.DROPPED]
    remove_rows(kind="topic", object_ids=[one.pk for one in some.values() if one.state in gone])
    seen = set(in_the_open(Topic.objects.filter(pk__in=some)).values_list("pk", flat=True))
    index_rows(
        Row(
            kind="topic", object_id=one.pk, office_id=one.office_id, title=one.name, text="",
            marking=Marking.OPEN if one.pk in seen else Marking.RESTRICTED,
        )
        for one in some.values() if one.state not in gone
    )  # fmt: skip


def _record(operation: str, said: str, about: Sequence[Topic], by: User, at: datetime) -> None:
    audit.record(by=by, at=at, operation=operation, about=about, office_id=about[0].office_id, summary=said)
