"""Clocks put back, and summer time both ways: times are stored and shown right, the order is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from answerable.audit.operations import record
from answerable.audit.queries import events, events_about
from answerable.components import words
from answerable.core.permissions.roles import Role
from answerable.intake.models import Upload
from answerable.topics.models import Topic
from answerable.topics.operations import decide_topic
from tests import factories as make
from tests.signing import person_with, sign_in

UTC = dt.UTC
pytestmark = pytest.mark.django_db

MOMENTS = [
    # (the moment, in UTC; the time on the wall in London)
    (dt.datetime(2027, 3, 28, 0, 59, 59, tzinfo=UTC), "00:59"),  # the last second of winter
    (dt.datetime(2027, 3, 28, 1, 0, tzinfo=UTC), "02:00"),  # the hour from 1 to 2 is not there
    (dt.datetime(2027, 10, 31, 0, 30, tzinfo=UTC), "01:30"),  # half past one, in summer time
    (dt.datetime(2027, 10, 31, 1, 30, tzinfo=UTC), "01:30"),  # and an hour later again
    (dt.datetime(2027, 10, 31, 2, 0, tzinfo=UTC), "02:00"),
]


@contextmanager
def clock_at(moment: dt.datetime) -> Iterator[None]:
    with time_machine.travel(moment, tick=False):
        yield


@pytest.fixture
def topic() -> Topic:
    return Topic.objects.create(office=make.office(), key="clocks", name="Clocks", score=1)


@pytest.mark.parametrize(("moment", "wall"), MOMENTS)
def test_a_moment_is_stored_as_it_was_and_shown_as_on_the_wall(moment: dt.datetime, wall: str) -> None:
    with clock_at(moment):
        upload = Upload.objects.create(office=make.office(), sent_at=timezone.now(), sent_by=make.user())
        client = sign_in(Client(), person_with(Role.POLICY_OFFICER, make.office()))
        page = client.get(f"/imports/{upload.pk}/")
    upload.refresh_from_db()
    assert upload.sent_at == moment
    assert timezone.localtime(upload.sent_at).strftime("%H:%M") == wall
    shown = f"{words.date(moment.date())}, {words.time(dt.time.fromisoformat(wall))}"
    assert f"Sent in on {shown}" in page.content.decode()


def test_the_two_half_past_ones_of_autumn_stay_apart(topic: Topic) -> None:
    by = make.user()
    for number, (moment, _) in enumerate(MOMENTS[2:4]):
        with clock_at(moment):
            decide_topic(topic=topic, keep=number == 0, by=by, at=timezone.now())
    second, first = list(events_about(topic))
    assert second.at - first.at == dt.timedelta(hours=1)
    topic.refresh_from_db()
    assert topic.decided_at == MOMENTS[3][0]


@pytest.mark.parametrize("back", [dt.timedelta(seconds=1), dt.timedelta(hours=1), dt.timedelta(days=400)])
def test_the_order_of_events_is_that_in_which_they_happened(topic: Topic, back: dt.timedelta) -> None:
    """The clock is put back between two writes: the times say so, the order does not follow them."""
    now, by = dt.datetime(2027, 5, 2, 12, 0, tzinfo=UTC), make.user()
    for number, moment in enumerate([now, now + dt.timedelta(seconds=5), now - back, now - back]):
        with clock_at(moment):
            record(by=by, at=timezone.now(), operation="clock.test", summary=f"Event {number}.", about=topic)
    found = list(events(operation="clock.test"))
    assert [event.summary for event in found] == [f"Event {number}." for number in (3, 2, 1, 0)]
    assert [event.pk for event in found] == sorted((event.pk for event in found), reverse=True)
    assert found[0].at < found[2].at, "the times are those that the clock showed"


def test_somebody_signed_in_goes_on_where_the_clock_was_put_back() -> None:
    client = sign_in(Client(), person_with(Role.POLICY_OFFICER, make.office()))
    for moment in (dt.datetime(2027, 5, 2, 12, 0, tzinfo=UTC), dt.datetime(2027, 5, 2, 11, 0, tzinfo=UTC)):
        with clock_at(moment):
            sign_in(client, person_with(Role.POLICY_OFFICER, make.office()))
            assert client.get("/topics/").status_code == 200
