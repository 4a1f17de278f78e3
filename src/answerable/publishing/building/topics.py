"""Topics that are kept, with the places of what is public about them: nothing else is counted or named."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from answerable.core.publication.lines import lines
from answerable.core.publication.parts import Kind, Part, made
from answerable.core.publication.shapes_topics import TopicContent
from answerable.core.publication.topic_places import Found, Place, places_of
from answerable.measures.models import Measure
from answerable.meetings.models import TopicLink
from answerable.offices.models import Office
from answerable.publishing.addresses import path_of
from answerable.publishing.building.standing import public_meetings
from answerable.publishing.models import Address, Publication
from answerable.publishing.models import Redaction as Row
from answerable.publishing.naming import named
from answerable.publishing.secrets import tells
from answerable.topics.models import Topic
from answerable.topics.queries import end_of, merges

Links = Mapping[int, Mapping[int, set[Place]]]
"""By meeting, then by topic."""


def topics_parts(publication: Publication, at: dt.datetime) -> list[Part]:
    """A part for each topic of which something public speaks, and for each that was public and merged."""
    office = publication.office
    rows = Topic.objects.filter(office=office, state=Topic.State.KEPT)
    if publication.topic_id:
        rows = rows.filter(pk=publication.topic_id)
    topics = list(rows.order_by("pk"))
    found = _found(office, topics)
    hidden = _hidden(topics)
    told = [one for one in topics if found[one.pk].places and one.pk not in hidden]
    contents = [_content(one, found[one.pk], at) for one in told]
    contents += _merged(office, {one.pk for one in told})
    return [made(one["path"], Kind.TOPIC, one) for one in contents]


def _content(topic: Topic, found: Found, at: dt.datetime) -> TopicContent:
    office = topic.office
    measures = Measure.objects.filter(topic=topic, restricted=False).values_list("pk", flat=True)
    shown = [path_of(office, "measure", key) for key in measures.order_by("name")]
    merged = Topic.objects.filter(merged_into=topic).order_by("name")
    return {
        "path": named(office, "topics", "topic", topic.pk, topic.name, at),
        "name": topic.name,
        "places": found.places,
        "spoken": found.spoken,
        "measures": [path for path in shown if path],
        "also": [one.name for one in merged if path_of(office, "topic", one.pk)],
        "into": None,
    }


def _merged(office: Office, told: Collection[int]) -> list[TopicContent]:
    """Addresses that were given to topics which are part of another now."""
    into = merges(office.pk)
    given = Address.objects.filter(office=office, kind="topic", about__in=into).order_by("path")
    found: list[TopicContent] = []
    for one in given:
        end = end_of(one.about or 0, into)
        target = path_of(office, "topic", end) if end in told else None
        if target:
            found.append(
                {"path": one.path, "name": "", "places": [], "spoken": [], "measures": [], "also": [],
                 "into": target}
            )  # fmt: skip
    return found


def _found(office: Office, topics: Iterable[Topic]) -> dict[int, Found]:
    names = {one.pk: one.name for one in topics}
    found = {key: Found([], []) for key in names}
    links = _links(office, names)
    for meeting, part in public_meetings(office, links):
        content, told = part.read(), lines(part)
        for topic, places in links[meeting].items():
            of = places_of(names[topic], content, told, places)
            found[topic].places.extend(of.places)
            found[topic].spoken.extend(of.spoken)
    return found


def _links(office: Office, topics: Collection[int]) -> Links:
    """Where each is spoken of, by the addresses that the items were given."""
    given = Address.objects.filter(office=office, kind="item").values_list("about", "path")
    items = {key: path for key, path in given if key is not None}
    rows = TopicLink.objects.filter(topic__in=topics, item__restricted=False).exclude(entry__restricted=True)
    found: dict[int, dict[int, set[Place]]] = defaultdict(lambda: defaultdict(set))
    entries = Address.objects.filter(office=office, kind="entry", about__in=rows.values("entry"))
    lines_of = dict(entries.values_list("about", "path"))
    for topic, meeting, item, entry in rows.values_list("topic", "meeting", "item", "entry"):
        path = items.get(item or 0)
        if path is not None and (entry is None or entry in lines_of):
            found[meeting][topic].add(Place(path, lines_of.get(entry)))
    return found


def _hidden(topics: Iterable[Topic]) -> set[int]:
    """Topics whose names are words that are left out of a meeting which speaks of them, or are among such."""
    names = {one.pk: one.name for one in topics}
    secrets: dict[int, set[str]] = defaultdict(set)
    for meeting, words in (
        Row.objects.filter(lifted_at=None).exclude(words="").values_list("meeting", "words")
    ):
        secrets[meeting].add(words)
    links = TopicLink.objects.filter(topic__in=names, meeting__in=secrets).values_list("topic", "meeting")
    return {
        topic
        for topic, meeting in links.distinct()
        if any(tells(names[topic], secret) for secret in secrets[meeting])
    }
