"""Whatever people and the finder do with topics, no place where one is spoken of is lost."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.core.refusal import Refusal
from answerable.core.subjects import Link
from answerable.meetings.models import TopicLink
from answerable.meetings.operations import link_topics
from answerable.topics.models import Topic
from answerable.workspace.topics import operations
from tests import factories as make

AT = dt.datetime(2019, 5, 2, 9, 0, tzinfo=dt.UTC)
STEPS = st.tuples(
    st.sampled_from(["rename", "merge", "part", "split", "import", "keep"]),
    st.integers(0, 7),
    st.integers(0, 7),
)


def reachable() -> set[tuple[int | None, int | None]]:
    """What a person can get to from the topics that there are."""
    links = TopicLink.objects.exclude(topic__state__in=["merged", "dropped"])
    return set(links.values_list("item_id", "entry_id"))


def finder_says(topic: Topic) -> list[Link]:
    """What the finder would have to say for the links that there are."""
    return [Link(one.meeting_id, one.item_id, (one.entry_id,), 0.8) for one in topic.links.all()]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=8))
def test_no_place_is_ever_lost(an_office: None, steps: list[tuple[str, int, int]]) -> None:
    """Whatever is renamed, merged, split and taken back, people can reach the same places."""
    with transaction.atomic():
        _topics_of_lines()
        found = {one.key: finder_says(one) for one in Topic.objects.all()}
        before = reachable()
        for number, (step, one, other) in enumerate(steps):
            _take(step, one, other, number, found)
            assert reachable() == before, (step, one, other)
        transaction.set_rollback(True)


@pytest.fixture
def an_office(db: None) -> None:
    make.office()


def _topics_of_lines() -> None:
    item = make.item(make.meeting("2019-03-12"), "1", "Otters")
    lines = [make.entry(item, "note", f"Line {number}.") for number in range(6)]
    for number in range(3):
        make.topic(f"Topic {number}", lines[number : number + 3])


def _take(step: str, one: int, other: int, number: int, found: dict[str, list[Link]]) -> None:
    """One step; one that is refused changes nothing."""
    topics = list(Topic.objects.order_by("pk"))
    topic, second = topics[one % len(topics)], topics[other % len(topics)]
    who: dict[str, Any] = {"by": make.user(), "at": AT}
    try:
        if step == "rename":
            operations.rename(topic=topic, name=f"Name {number}", **who)
        elif step == "merge":
            operations.merge(topic=topic, into=second, **who)
        elif step == "part":
            operations.part(topic=topic, **who)
        elif step == "split":
            links = list(topic.links.values_list("pk", flat=True))[: 1 + other % 2]
            if topic.state != "merged":
                operations.split(topic=topic, links=links, name=f"Split {number}", **who)
        elif step == "import":
            own = {one.key: one for one in topics if one.key in found}
            links = {own[key].pk: some for key, some in found.items()}
            link_topics(office=topic.office, links=links, **who)
    except Refusal:
        pass
