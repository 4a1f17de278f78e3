"""Reads of topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from answerable.core.clash import version
from answerable.offices.models import Office
from answerable.topics.models import Topic

NAME_LENGTH = 200


def folded(name: str) -> str:
    """A name as topics are told apart by: capitals and blanks make no other."""
    return " ".join(name.casefold().split())[:NAME_LENGTH]


def topic_version(topic: Topic) -> str:
    """Of what a person decides about a topic."""
    return version(topic.state, topic.name, topic.merged_into_id)


def namesake(office: Office, name: str, but: Topic | None = None) -> Topic | None:
    """Another topic of the same name, whatever was decided about it, unless it went into another."""
    rows = Topic.objects.filter(office=office, name__iexact=name).exclude(state=Topic.State.MERGED)
    others = rows.exclude(pk=but.pk) if but is not None else rows
    return others.order_by("pk").first()


def merges(office_id: int) -> dict[int, int]:
    """Of each merged topic the one that it went into."""
    rows = Topic.objects.filter(office_id=office_id, state=Topic.State.MERGED)
    return dict(rows.exclude(merged_into=None).values_list("pk", "merged_into_id"))


def end_of(topic: int, into: Mapping[int, int]) -> int:
    """The topic that one is now, through all that it was merged into."""
    passed = {topic}
    while topic in into and into[topic] not in passed:
        topic = into[topic]
        passed.add(topic)
    return topic


def family(topic: int, into: Mapping[int, int]) -> set[int]:
    """A topic and all that were merged into it, one after another."""
    found, waiting = {topic}, [topic]
    while waiting:
        target = waiting.pop()
        for one in _merged_into(target, into.items()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return found


def _merged_into(target: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    return [one for one, into in pairs if into == target]
