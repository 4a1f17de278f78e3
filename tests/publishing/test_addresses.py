"""An address is given once: no other thing gets it, and a thing that was made anew keeps it."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.meetings.operations.moving import move_meeting
from answerable.published.models import Snapshot
from answerable.publishing.addresses import given, given_to_meeting
from answerable.publishing.models import Address
from answerable.publishing.scheme import scheme_of
from tests import factories as make
from tests import publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

WHERE = "wyvern-valley/assurance-meeting/2019-06-04"
TO = dt.date(2019, 6, 18)


def planned(title: str) -> Meeting:
    meeting = make.meeting("2019-06-04", state="planned", kind=Meeting.Kind.PUBLIC)
    make.item(meeting, "1", title)
    return meeting


@pytest.fixture
def moved() -> Meeting:
    """A meeting that another day was found for after its agenda was public."""
    meeting = planned("Answering 101")
    publish.published("agenda", meeting)
    return move_meeting(meeting=meeting, to=TO, why="The room was taken.", by=make.user(), at=publish.AT)


def told(path: str) -> str:
    return bytes(Snapshot.objects.get(path=path, state="current").content).decode()


def test_another_meeting_of_that_day_does_not_get_the_address_of_one_that_was_moved(moved: Meeting) -> None:
    publish.published("agenda", planned("Burglary"))
    assert "Answering 101" in told(f"{WHERE}/agenda")
    assert "Burglary" in told(f"{WHERE}-2/agenda")
    assert Address.objects.get(path=WHERE).about == moved.pk


def test_whatever_belongs_to_it_stands_under_its_own_address(moved: Meeting) -> None:
    held = planned("Burglary")
    Meeting.objects.filter(pk=held.pk).update(state="held")
    held.refresh_from_db()
    make.entry(held.items.get(), "note", "Fewer homes were broken into.")
    publish.published("minutes", held)
    paths = set(Snapshot.objects.filter(kind__in=["meeting", "file"]).values_list("path", flat=True))
    assert paths == {f"{WHERE}-2", f"{WHERE}-2/files/minutes.pdf", f"{WHERE}-2/files/minutes.docx"}
    rows = Address.objects.filter(kind__in=["item", "entry"]).values_list("path", flat=True)
    assert set(rows) == {f"{WHERE}-2/item/1", f"{WHERE}-2#entry-1"}


def test_one_that_is_moved_back_has_its_address_again(moved: Meeting) -> None:
    move_meeting(meeting=moved, to=dt.date(2019, 6, 4), why="It is free.", by=make.user(), at=publish.AT)
    moved.refresh_from_db()
    assert given_to_meeting(moved, publish.AT) == WHERE


def test_a_meeting_whose_row_was_made_anew_keeps_its_address() -> None:
    meeting = planned("Answering 101")
    assert given_to_meeting(meeting, publish.AT) == WHERE
    meeting.delete()
    again = planned("Answering 101")
    assert given_to_meeting(again, publish.AT) == WHERE
    assert Address.objects.get(path=WHERE).about == again.pk


def test_an_address_that_something_else_has_is_refused() -> None:
    meeting = planned("Answering 101")
    given_to_meeting(meeting, publish.AT)
    other = make.meeting("2019-07-02", state="planned")
    for kind, about in (("meeting", other.pk), ("topic", meeting.pk)):
        with pytest.raises(Refusal, match="no address is given twice"):
            given(meeting.office, WHERE, kind, about, publish.AT)


def agendas_duty() -> str:
    rows = scheme_of(make.office(), today=dt.date(2019, 6, 18)).rows
    return next(one.outcome.sentence for one in rows if one.duty.code == "agendas")


def test_the_scheme_knows_each_meeting_by_the_address_that_it_was_given(moved: Meeting) -> None:
    second = planned("Burglary")
    assert agendas_duty() == "Not published for 1 of 2 meetings."
    publish.published("agenda", second)
    assert agendas_duty() == "Published for all meetings: 2."
