"""What is worked out when files have come in: people, ties, lives, numbers, topics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from answerable.accounts.models import User
from answerable.actions.operations import Settled, settle
from answerable.audit import operations as audit
from answerable.core.permissions.markings import Marking
from answerable.core.subjects import Link, Offer, offer
from answerable.intake.indexing import index_again
from answerable.meetings.operations import link_topics
from answerable.meetings.seen import in_the_open, unmerged
from answerable.meetings.topics import subject_meetings
from answerable.offices.models import Office
from answerable.offices.operations import hold_office
from answerable.people.models import Person
from answerable.search.operations import Row
from answerable.topics.models import Topic
from answerable.topics.operations import Offered, offer_topics
from answerable.topics.queries import folded


@dataclass(frozen=True, slots=True)
class Finished:
    """What the import came to."""

    settled: Settled
    topics: int


@transaction.atomic
def finish_import(*, office: Office, by: User, at: datetime) -> Finished | None:
    """Work out what follows from the meetings that came in since; None where none did.

    An import that was killed before this leaves its meetings marked, and the next one finishes them.
    """
    settled = settle_meetings(office=office, by=by, at=at)
    if settled is None:
        return None
    topics = renew_topics(office=office, by=by, at=at)
    audit.record(
        by=by, at=at, operation="intake.finish_import", office_id=office.pk,
        about=[office, *(("meetings.meeting", key) for key in settled.meetings)],
        summary=f"Worked out {settled.links} links and {settled.lives} lives; {topics} topics are offered.",
    )  # fmt: skip
    return Finished(settled, topics)


def settle_meetings(*, office: Office, by: User, at: datetime) -> Settled | None:
    """People, ties, lives and numbers, and the people in the search index. Part of a larger write."""
    hold_office(office.pk)
    settled = settle(office=office, by=by, at=at)
    if settled is not None and settled.people:
        index_again("person", office, _people(office))
    return settled


def renew_topics(*, office: Office, by: User, at: datetime) -> int:
    """Offer the subjects that return, with where they stand; returns how many. Part of a larger write."""
    meetings = subject_meetings(office)
    offers = {_key(one): one for one in reversed(offer(meetings))}
    offered = {key: Offered(one.name, ", ".join(one.why), one.score) for key, one in offers.items()}
    topics = offer_topics(office=office, offers=offered, tied=_tied_topics(office), by=by, at=at)
    links: dict[int, list[Link]] = {}
    for key, one in offers.items():
        if key in topics:
            links.setdefault(topics[key].pk, []).extend(one.links)
    link_topics(office=office, links=links, looked_at={one.key for one in meetings}, by=by, at=at)
    index_again("topic", office, _topics(office))
    return len(offers)


def _key(one: Offer) -> str:
    return folded(one.name)


def _tied_topics(office: Office) -> set[int]:
    """The topics that somebody tied a point, a part of a plan, a recommendation or funded work to."""
    ties = Q(points__isnull=False) | Q(plan_items__isnull=False)
    ties |= Q(recommendations__isnull=False) | Q(fundings__isnull=False)
    return set(Topic.objects.filter(ties, office=office).values_list("pk", flat=True))


def _people(office: Office) -> Iterator[Row]:
    for person in Person.objects.filter(office=office).iterator():
        others = " ".join(name for name in person.names if name != person.name)
        yield Row(kind="person", object_id=person.pk, office_id=office.pk, title=person.name, text=others)


def _topics(office: Office) -> Iterator[Row]:
    topics = unmerged(Topic.objects.filter(office=office).exclude(state=Topic.State.DROPPED))
    seen = set(in_the_open(topics).values_list("pk", flat=True))
    for topic in topics.iterator():
        marking = Marking.OPEN if topic.pk in seen else Marking.RESTRICTED
        yield Row(
            kind="topic", object_id=topic.pk, office_id=office.pk, title=topic.name, text="", marking=marking
        )
