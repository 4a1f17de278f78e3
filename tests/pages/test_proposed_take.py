"""A question that figures propose is taken to a meeting."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.agendas.models import Question
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.measures.models import Answered, Series
from answerable.meetings.models import Meeting
from answerable.papers.models import Point
from tests import cycle, measuring
from tests import factories as make
from tests.pages.desk import Desk, contributor, officer, words

pytestmark = pytest.mark.django_db
"""Today is 2 May 2019 (tests/conftest.py)."""

LIMIT = "What has put unresourced incidents in North above the limit of 30 incidents that was set"


@pytest.fixture
def north() -> Series:
    """Ordinary variation; the last value is above a limit that was set."""
    measure = measuring.measure(
        "Unresourced incidents", kind="count", unit="incidents", better="lower", topic=make.topic("Demand")
    )
    measuring.line(measure, "limit", 30)
    one = measuring.series(measure, measuring.area("North"))
    measuring.months(one, "2018-04", [20, 28, 18, 29, 21, 17, 29, 19, 27, 18, 26, 20, 31])
    return one


@pytest.fixture
def meeting() -> Meeting:
    return cycle.planned("2019-05-14")


def test_it_is_proposed_with_its_reason_and_its_chart(north: Series, meeting: Meeting) -> None:
    desk = officer()
    page = desk.open("/measures/proposed/")
    assert LIMIT in words(page)
    assert "31 incidents in April 2019 is above the limit of 30 incidents that was set." in words(page)
    page = desk.open(f"/measures/proposed/{north.pk}/")
    assert page.tree.xpath("//main//svg")
    assert desk.form("/take")[1]["text"].startswith(LIMIT)


def test_it_goes_onto_the_agenda_as_a_question(north: Series, meeting: Meeting) -> None:
    desk = officer()
    desk.open(f"/measures/proposed/{north.pk}/")
    desk.send("/take", text="Why North?", meeting=meeting.pk)
    question = Question.objects.get()
    assert (question.text, question.state, question.meeting) == ("Why North?", "chosen", meeting)
    assert not question.restricted
    answered = Answered.objects.get()
    assert (answered.series, answered.key, answered.answer) == (north, "limit:30:2019-04-01", "taken")
    event = Event.objects.latest("pk")
    assert event.operation == "measures.take_proposal"
    assert "Unresourced" not in event.summary
    assert LIMIT not in words(desk.open("/measures/proposed/"))


def test_it_stands_on_an_agenda_that_is_begun(north: Series, meeting: Meeting) -> None:
    desk = officer()
    desk.open(f"/agendas/{meeting.pk}/")
    desk.send("/write")
    desk.open(f"/measures/proposed/{north.pk}/?meeting={meeting.pk}")
    page = desk.send("/take")
    assert LIMIT in words(page)
    assert meeting.items.filter(title__startswith=LIMIT).exists()


def test_it_can_become_a_point_of_the_terms_of_reference(north: Series, meeting: Meeting) -> None:
    desk = officer()
    desk.open(f"/measures/proposed/{north.pk}/")
    desk.send("/take", way="point", meeting=meeting.pk)
    point = Point.objects.get()
    assert point.text.startswith(LIMIT)
    assert point.topic == north.measure.topic
    assert point.terms.meeting == meeting


def test_a_new_breach_is_proposed_again_and_the_old_one_is_not(north: Series, meeting: Meeting) -> None:
    desk = officer()
    desk.open(f"/measures/proposed/{north.pk}/")
    desk.send("/take")
    measuring.months(north, "2019-05", [32])
    assert LIMIT not in words(desk.open("/measures/proposed/"))
    north.observations.filter(start=dt.date(2019, 4, 1)).update(value=20)
    assert LIMIT in words(desk.open("/measures/proposed/"))


def test_a_restricted_measure_makes_a_restricted_question(north: Series, meeting: Meeting) -> None:
    north.measure.restricted, north.measure.marking = True, "restricted"
    north.measure.save()
    desk = officer()
    desk.open(f"/measures/proposed/{north.pk}/")
    page = desk.send("/take", way="point")
    assert "Put it on the agenda as a question" in words(page)
    assert not Answered.objects.exists()
    desk.open(f"/measures/proposed/{north.pk}/")
    desk.send("/take")
    assert Question.objects.get().restricted


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"text": " "}, "Write the question"),
        ({"meeting": ""}, "Choose the meeting that it is for"),
        ({"meeting": "999"}, "Choose the meeting that it is for"),
        ({"way": "shout"}, "Choose how it is asked from the list"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    north: Series, meeting: Meeting, typed: dict[str, str], sentence: str
) -> None:
    desk = officer()
    desk.open(f"/measures/proposed/{north.pk}/")
    page = desk.send("/take", 400, **{"text": "My own words", **typed})
    assert sentence in words(page)
    assert typed.get("text", "My own words").strip() in desk.form("/take")[1]["text"]
    assert not Answered.objects.exists()


def test_sent_twice_it_is_done_once(north: Series, meeting: Meeting) -> None:
    desk = officer()
    desk.open(f"/measures/proposed/{north.pk}/")
    form = desk.form("/take")
    desk.send(form)
    page = desk.send(form)
    assert "propose nothing any more" in words(page) or "sent more than once" in words(page)
    assert Question.objects.count() == 1


def test_of_two_people_one_takes_it(north: Series, meeting: Meeting) -> None:
    one, other = officer("A Person"), officer("B Person")
    for desk in (one, other):
        desk.open(f"/measures/proposed/{north.pk}/")
    one.send("/take")
    assert "somebody answered it meanwhile" in words(other.send("/take"))
    assert Question.objects.count() == 1


def test_the_commissioner_sees_it_and_the_force_does_not(north: Series, meeting: Meeting) -> None:
    desk = Desk(Role.COMMISSIONER)
    page = desk.open(f"/measures/proposed/{north.pk}/")
    assert "Take it to a meeting" not in words(page)
    desk.post(f"/measures/proposed/{north.pk}/take", 403)
    contributor().open("/measures/proposed/", 403)


def test_without_a_meeting_ahead_it_says_so(north: Series) -> None:
    assert "No meeting is planned" in words(officer().open(f"/measures/proposed/{north.pk}/"))


def test_another_forces_figures_propose_nothing(north: Series) -> None:
    other = measuring.series(north.measure, "Saltmere Police")
    measuring.months(other, "2019-01", [90, 90, 90, 90])
    desk = officer()
    assert words(desk.open("/measures/proposed/")).count("What has put") == 1
    desk.open(f"/measures/proposed/{other.pk}/", 404)


def _areas(north: float) -> None:
    """Five areas of 400 calls a month; the others stand at 70%."""
    measure = measuring.measure()
    for name in ("East", "North", "South", "West", "Mid"):
        value = north if name == "North" else 70
        one = measuring.series(measure, measuring.area(name))
        measuring.months(one, "2019-01", [value] * 4, numerator=value * 4, denominator=400)


def test_an_area_outside_what_chance_gives_is_proposed(db: None) -> None:
    _areas(50)
    page = words(officer().open("/measures/proposed/"))
    assert "What makes 101 calls answered in time in North differ from the other areas" in page
    assert "It is below what samples of this size give by chance, and has been since January 2019." in page
    assert "in West differ" not in page


def test_an_area_that_is_merely_last_is_not(db: None) -> None:
    _areas(68)
    assert "differ from the other areas, by more" not in words(officer().open("/measures/proposed/"))


def test_two_sources_of_one_figure_propose_once(north: Series, meeting: Meeting) -> None:
    again = measuring.series(north.measure, measuring.area("North"), source="national")
    measuring.months(again, "2018-04", [20, 28, 18, 29, 21, 17, 29, 19, 27, 18, 26, 20, 31])
    assert words(officer().open("/measures/proposed/")).count(LIMIT) == 1


def test_many_proposals_ask_as_much_as_few(north: Series, meeting: Meeting) -> None:
    def count() -> int:
        desk.open("/measures/proposed/")
        with CaptureQueriesContext(connection) as queries:
            desk.open("/measures/proposed/")
        return len(queries)

    desk = officer()
    few = count()
    for place in range(30):
        more = measuring.measure(f"Measure {place}", better="lower")
        measuring.line(more, "limit", 30)
        measuring.months(
            measuring.series(more), "2018-04", [20, 28, 18, 29, 21, 17, 29, 19, 27, 18, 26, 20, 31]
        )
    assert count() == few <= 15
    assert "Next" in words(desk.open("/measures/proposed/"))
