"""Where topics are spoken of: what the finder says, and what people say, which lasts.

Every function is part of a larger write. A place is an item of a meeting, or an entry of one. A topic's
family is the topic with all that were merged into it: the finder goes on offering those under their own
names, and what it finds for them is found for the topic.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from django.db import transaction
from django.db.models import QuerySet

from answerable.accounts.models import User
from answerable.core.batches import batches
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.core.subjects import Link
from answerable.meetings.models import TopicLink, TopicUnlink
from answerable.offices.models import Office
from answerable.topics.models import Topic
from answerable.topics.queries import end_of, family, merges

LINKS_AT_A_TIME = 500  # few enough for one IN list on any database
Row = TypeVar("Row", TopicLink, TopicUnlink)
COLUMNS = ("topic_id", "origin_id", "meeting_id", "item_id", "entry_id")


class Place(NamedTuple):
    """Keys of a meeting, of an item of it, and of an entry under that; no entry: all of the item."""

    meeting: int
    item: int | None
    entry: int | None


class Held(NamedTuple):
    """A link by what tells it apart; ``origin`` as in ``TopicLink``."""

    topic: int
    origin: int | None
    place: Place


@transaction.atomic
def link_topics(
    *,
    office: Office,
    links: Mapping[int, Sequence[Link]],
    looked_at: Collection[int] | None = None,
    by: User,
    at: datetime,
) -> None:
    """Make what the finder says of topics (by their ids) equal to these. Part of a larger write.

    What a person tied stays, and what a person untied stays away. ``looked_at``: the meetings that the finder
    saw; what it said of others before stays. None: it saw all.
    """
    into = merges(office.pk)
    targets = {end_of(own, into) for own in links} | set(links)
    rows = TopicLink.objects.filter(topic__office=office, topic_id__in=targets)
    wanted = _wanted(links, into, _by_hand(rows), _kept_away(links))
    held: dict[Held, tuple[int, float]] = {}
    for key, score, topic, origin, *place in rows.filter(by=None).values_list("pk", "score", *COLUMNS):
        if (origin or topic) in links:
            held[Held(topic, origin, Place(*place))] = (key, score)
    seen = None if looked_at is None else set(looked_at)
    gone = [
        key for one, (key, _) in held.items()
        if one not in wanted and (seen is None or one.place.meeting in seen)
    ]  # fmt: skip
    for some in batches(gone, LINKS_AT_A_TIME):
        TopicLink.objects.filter(pk__in=some).delete()
    TopicLink.objects.bulk_create(
        TopicLink(**dict(zip(COLUMNS, (one.topic, one.origin, *one.place), strict=True)), score=score)
        for one, score in wanted.items() if one not in held
    )  # fmt: skip
    for one, (key, score) in held.items():
        if wanted.get(one, score) != score:
            TopicLink.objects.filter(pk=key).update(score=wanted[one])


def _wanted(
    links: Mapping[int, Sequence[Link]],
    into: Mapping[int, int],
    by_hand: set[tuple[int, Place]],
    away: set[tuple[int, Place]],
) -> dict[Held, float]:
    """What the finder's links come to. What a topic has already, one merged into it keeps to itself."""
    wanted: dict[Held, float] = {}
    taken = set(by_hand)
    for own in sorted(links, key=lambda own: end_of(own, into) != own):
        target = end_of(own, into)
        for one in links[own]:
            place = Place(one.meeting, one.item, one.entries[0] if one.entries else None)
            if (own, place) in away or (own, place) in taken:
                continue
            spare = own != target and (target, place) in taken
            topic = own if spare else target
            wanted.setdefault(Held(topic, own if topic != own else None, place), one.score)
            taken.add((topic, place))
    return wanted


def _by_hand(rows: QuerySet[TopicLink]) -> set[tuple[int, Place]]:
    found = rows.exclude(by=None).values_list("topic_id", *COLUMNS[2:])
    return {(topic, Place(*place)) for topic, *place in found}


def _kept_away(topics: Collection[int]) -> set[tuple[int, Place]]:
    rows = TopicUnlink.objects.filter(topic_id__in=topics).values_list("topic_id", *COLUMNS[2:])
    return {(topic, Place(*place)) for topic, *place in rows}


@transaction.atomic
def tie_place(*, topic: Topic, place: Place, by: User, at: datetime) -> TopicLink:
    """Tie a topic to a place for good. Raises Refusal where it is tied already."""
    if _at(TopicLink.objects.filter(topic=topic), place).exists():
        raise Refusal(f"{topic} is tied to that already.")
    relatives = family(topic.pk, merges(topic.office_id))
    _at(TopicUnlink.objects.filter(topic_id__in=relatives), place).delete()
    return TopicLink.objects.create(
        topic=topic, meeting_id=place.meeting, item_id=place.item, entry_id=place.entry, score=1, at=at, by=by
    )


@transaction.atomic
def untie_place(*, topic: Topic, link: int, by: User, at: datetime) -> Place:
    """Take a place from a topic for good: no import brings it back. Raises Gone."""
    held = TopicLink.objects.filter(pk=link, topic=topic).first()
    if held is None:
        raise Gone("that tie")
    place = Place(held.meeting_id, held.item_id, held.entry_id)
    relatives = family(topic.pk, merges(topic.office_id))
    _at(TopicLink.objects.filter(topic_id__in=relatives), place).delete()
    _keep_away(relatives, [place], by, at)
    return place


@transaction.atomic
def move_all(*, topic: Topic, into: Topic, by: User, at: datetime) -> None:
    """Move a topic's links to the one that it is merged into.

    Where that one is tied to the same place, the merged topic keeps its own link, and shows it to nobody.
    """
    taken = {Place(*one) for one in TopicLink.objects.filter(topic=into).values_list(*COLUMNS[2:])}
    moved = []
    for key, *values in TopicLink.objects.filter(topic=topic).values_list("pk", *COLUMNS[2:]):
        if (place := Place(*values)) not in taken:
            taken.add(place)
            moved.append(key)
    for some in batches(moved, LINKS_AT_A_TIME):
        TopicLink.objects.filter(pk__in=some, origin=None).update(origin=topic)
        TopicLink.objects.filter(pk__in=some).update(topic=into)


@transaction.atomic
def move_back(*, topic: Topic, came_into: Topic, by: User, at: datetime) -> None:
    """Give a topic that was merged its links again, wherever they went since."""
    relatives = family(topic.pk, merges(topic.office_id))
    TopicLink.objects.filter(topic=came_into, origin_id__in=relatives).update(topic=topic)
    TopicLink.objects.filter(topic=topic, origin=topic).update(origin=None)


@transaction.atomic
def move_some(*, topic: Topic, links: Collection[int], to: Topic, by: User, at: datetime) -> list[Place]:
    """Make some links of a topic those of another, for good; the places. Raises Gone where one went."""
    rows = TopicLink.objects.filter(pk__in=links, topic=topic)
    places = [Place(*values) for values in rows.values_list(*COLUMNS[2:])]
    if len(places) < len(set(links)):
        raise Gone("a place that you chose")
    rows.update(topic=to, origin=None, at=at, by=by)
    _keep_away(family(topic.pk, merges(topic.office_id)), places, by, at)
    return places


def _keep_away(topics: Collection[int], places: Sequence[Place], by: User, at: datetime) -> None:
    away = _kept_away(topics)
    TopicUnlink.objects.bulk_create(
        TopicUnlink(
            topic_id=one, meeting_id=place.meeting, item_id=place.item, entry_id=place.entry, at=at, by=by
        )
        for one in sorted(topics) for place in places if (one, place) not in away
    )  # fmt: skip


def _at(rows: QuerySet[Row], place: Place) -> QuerySet[Row]:
    values: dict[str, Any] = {"meeting": place.meeting, "item": place.item, "entry": place.entry}
    return rows.filter(**values)
