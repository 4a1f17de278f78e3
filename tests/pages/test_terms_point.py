"""One point of the terms of reference: said otherwise, tied to a topic, moved, taken out."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.papers.models import Point
from answerable.papers.operations import move_point, remove_point
from tests import cycle
from tests import factories as make
from tests.pages.desk import Desk, officer


@pytest.fixture
def meeting(db: None) -> Meeting:
    made = cycle.planned()
    cycle.terms(made, "How long do callers wait?", "How many are lost?", "What of victims?", sent=False)
    return made


def points(meeting: Meeting) -> list[Point]:
    return list(Point.objects.filter(terms__meeting=meeting).order_by("position"))


def texts(meeting: Meeting) -> list[str]:
    return [one.text for one in points(meeting)]


def in_the_open(name: str) -> make.Topic:
    item = make.item(make.meeting("2019-01-08"), "1", "Callers")
    return make.topic(name, [make.entry(item, "note", "Callers were spoken of.")])


def test_a_point_is_said_otherwise(meeting: Meeting) -> None:
    ada = officer()
    ada.open(f"/papers/points/{points(meeting)[1].pk}/")
    assert "Saved the point." in ada.send("/", text="How many callers are lost?").main
    assert texts(meeting)[1] == "How many callers are lost?"


def test_it_is_tied_to_a_topic_and_untied(meeting: Meeting) -> None:
    topic, point = in_the_open("Answering 101"), points(meeting)[0]
    ada = officer()
    ada.open(f"/papers/points/{point.pk}/")
    assert "Answering 101" in ada.send("/", topic=str(topic.pk)).main
    point.refresh_from_db()
    assert point.topic == topic
    ada.open(f"/papers/points/{point.pk}/")
    ada.send("/", topic="")
    point.refresh_from_db()
    assert point.topic is None


def test_the_topic_that_its_words_name_is_proposed(meeting: Meeting) -> None:
    topic = in_the_open("Callers waiting")
    ada = officer()
    shown = ada.open(f"/papers/meetings/{meeting.pk}/")
    assert "Tie to “Callers waiting” (point 1)" in shown.main
    assert shown.main.count("Tie to") == 1
    after = ada.send("/topic")
    assert "Tied to Callers waiting." in after.main
    assert "Tie to" not in after.main
    assert points(meeting)[0].topic == topic


def test_the_name_of_a_restricted_topic_is_not_offered(meeting: Meeting) -> None:
    topic = in_the_open("Callers waiting")
    topic.links.get().item.entries.update(restricted=True)
    ada = officer()
    assert "Callers waiting" not in ada.open(f"/papers/meetings/{meeting.pk}/").main
    assert "Callers waiting" not in ada.open(f"/papers/points/{points(meeting)[0].pk}/").main


@pytest.mark.parametrize("topic", ["99999", "x", "9" * 40])
def test_a_topic_that_is_not_there_is_not_tied(topic: str, meeting: Meeting) -> None:
    point = points(meeting)[0]
    shown = officer().post(f"/papers/points/{point.pk}/topic", topic=topic)
    assert "This topic is not there any more" in shown.main


@pytest.mark.parametrize(
    ("typed", "said"), [("  ", "Write what the point asks"), ("x" * 2001, "can have 2000")]
)
def test_a_point_of_no_use_is_shown_again(typed: str, said: str, meeting: Meeting) -> None:
    ada = officer()
    ada.open(f"/papers/points/{points(meeting)[0].pk}/")
    shown = ada.send("/", 400, text=typed)
    assert said in shown.main
    assert shown.title.startswith("Error: ")
    assert texts(meeting)[0] == "How long do callers wait?"


def test_up_and_down(meeting: Meeting) -> None:
    ada, third = officer(), points(meeting)[2]
    for _ in range(2):
        ada.post(f"/papers/points/{third.pk}/move", way="up")
    assert texts(meeting) == ["What of victims?", "How long do callers wait?", "How many are lost?"]
    assert "It is the first point already." in ada.post(f"/papers/points/{third.pk}/move", way="up").main
    ada.post(f"/papers/points/{third.pk}/move", way="down")
    assert texts(meeting)[1] == "What of victims?"
    assert "Say whether to move" in ada.post(f"/papers/points/{third.pk}/move", way="away").main


def test_the_buttons_on_the_page_move_it(meeting: Meeting) -> None:
    ada = officer()
    ada.open(f"/papers/meetings/{meeting.pk}/")
    ada.send("/move", way="down")
    assert texts(meeting)[0] == "How many are lost?"


def test_removed_and_the_others_close_up(meeting: Meeting) -> None:
    ada = officer()
    ada.open(f"/papers/meetings/{meeting.pk}/")
    assert "Removed point 1." in ada.send("/remove").main
    assert [one.position for one in points(meeting)] == [0, 1]
    assert texts(meeting) == ["How many are lost?", "What of victims?"]


def test_two_people_at_one_point(meeting: Meeting) -> None:
    ada, ben, point = officer("Ada Lorne"), officer("Ben Sarsen"), points(meeting)[0]
    for one in (ada, ben):
        one.open(f"/papers/points/{point.pk}/")
    ada.send("/", text="How long, by hour?")
    clash = ben.send("/", 409, text="How long, by day?")
    assert "Ada Lorne changed the point" in clash.main
    assert "“hour?” became “day?”" in clash.main
    ben.send(f"/points/{point.pk}/", **{"choose-text": "mine"})
    assert texts(meeting)[0] == "How long, by day?"


def test_what_somebody_changed_while_a_mistake_was_put_right_is_not_written_over(meeting: Meeting) -> None:
    ada, ben, point = officer("Ada Lorne"), officer("Ben Sarsen"), points(meeting)[0]
    ben.open(f"/papers/points/{point.pk}/")
    ada.open(f"/papers/points/{point.pk}/")
    ada.send("/", text="How long, by hour?")
    ben.send("/", 400, text=" ")
    clash = ben.send("/", 409, text="How long, by day?")
    assert "Ada Lorne changed the point" in clash.main
    assert texts(meeting)[0] == "How long, by hour?"


def test_what_somebody_changed_is_not_removed_unseen(meeting: Meeting) -> None:
    ada, ben, point = officer("Ada Lorne"), officer("Ben Sarsen"), points(meeting)[0]
    ben.open(f"/papers/meetings/{meeting.pk}/")
    ada.open(f"/papers/points/{point.pk}/")
    ada.send("/", text="How long, by hour?")
    clash = ben.send("/remove", 409)
    assert "How long, by hour?" in clash.main
    ben.send("/remove", **{"choose-": "mine"})
    assert texts(meeting)[0] == "How many are lost?"


def test_a_point_that_went_is_not_found(meeting: Meeting) -> None:
    ada, point = officer(), points(meeting)[0]
    ada.open(f"/papers/points/{point.pk}/")
    form = ada.form("/")
    remove_point(point=point, by=make.user(), at=make.NOW)
    ada.send(form, 404, text="How long, by day?")


@pytest.mark.parametrize("what", ["", "topic", "move", "remove"])
@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.AUDITOR])
def test_only_the_office_changes_points(what: str, role: Role, meeting: Meeting) -> None:
    Desk(role).post(f"/papers/points/{points(meeting)[0].pk}/{what}", 403)
    assert len(points(meeting)) == 3


@pytest.mark.parametrize("what", ["topic", "move", "remove"])
def test_it_is_only_done_by_a_form(what: str, meeting: Meeting) -> None:
    assert officer().client.get(f"/papers/points/{points(meeting)[0].pk}/{what}").status_code == 405


MOVES = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["up", "down", "remove"])), max_size=12)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(MOVES)
def test_whatever_is_moved_places_stay_whole(db: None, moves: list[tuple[int, str]]) -> None:
    Meeting.objects.all().delete()
    meeting = cycle.planned()
    cycle.terms(meeting, *"abcde")
    expected = list("abcde")
    for at, what in moves:
        if at >= len(expected):
            continue
        point = points(meeting)[at]
        to = at - 1 if what == "up" else at + 1
        if what == "remove":
            remove_point(point=point, by=make.user(), at=make.NOW)
            del expected[at]
        elif 0 <= to < len(expected):
            move_point(point=point, up=what == "up", by=make.user(), at=make.NOW)
            expected[at], expected[to] = expected[to], expected[at]
    assert texts(meeting) == expected
    assert [one.position for one in points(meeting)] == list(range(len(expected)))
