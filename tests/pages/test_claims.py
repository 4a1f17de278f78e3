"""Figures that minutes quote stand beside the series; a person can say that one is of something else."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.measures.models import Measure
from answerable.meetings.models import Figure, Item, NotThisMeasure
from tests import factories as make
from tests import measuring
from tests.pages.desk import Desk, contributor, officer, words

pytestmark = pytest.mark.django_db

SAID = "The error rate of outcome 16 is 12-14%."
AGREES = "Minuted 12–14%, series 13.1% for May 2018: agrees."


@pytest.fixture
def item() -> Item:
    return make.item(make.meeting("2018-06-12"), "2.1", "Crime recording")


@pytest.fixture
def errors() -> Measure:
    measure = measuring.measure("Outcome 16 error rate", better="lower", decimals=1)
    measuring.months(measuring.series(measure), "2018-01", [20, 20, 20, 20, 13.1, 20, 20])
    north = measuring.series(measure, measuring.area("North"))
    measuring.months(north, "2018-01", [9, 9, 9, 9, 9, 9, 9])
    return measure


@pytest.fixture
def said(item: Item, errors: Measure) -> Figure:
    return measuring.quoted(item, SAID, 12, to=14)


def test_it_stands_beside_the_series_with_the_difference(said: Figure, errors: Measure) -> None:
    page = words(officer().open(f"/measures/{errors.pk}/"))
    assert AGREES in page
    assert SAID in page
    assert "12 June 2018" in page


def test_an_area_is_held_against_its_own_series(item: Item, errors: Measure) -> None:
    measuring.quoted(item, "In North the outcome 16 error rate is 13%.", 13)
    page = words(officer().open(f"/measures/{errors.pk}/"))
    assert "Minuted 13%, series 9.0% for May 2018: 4.0 points less than was said." in page


def test_a_figure_of_something_else_does_not(item: Item, errors: Measure) -> None:
    measuring.quoted(item, "The error rate of statements is 30%.", 30)
    assert "Minuted" not in words(officer().open(f"/measures/{errors.pk}/"))


def test_a_quoted_target_stands_beside_the_one_that_is_kept(item: Item, errors: Measure) -> None:
    measuring.line(errors, "target", 10)
    measuring.quoted(item, "The outcome 16 error rate has a target of 8%.", 8, kind="target")
    page = words(officer().open(f"/measures/{errors.pk}/"))
    assert "Minuted a target of 8%, the target kept here was 10%: 2.0 points more than was said." in page


def test_a_person_says_not_this_measure_and_after_all(said: Figure, errors: Measure) -> None:
    desk = officer()
    desk.open(f"/measures/{errors.pk}/")
    page = desk.send(f"/figures/{said.pk}/not")
    assert AGREES not in words(page)
    assert "Said not to be this measure (1)" in words(page)
    assert NotThisMeasure.objects.get().figure == said
    event = Event.objects.latest("pk")
    assert (event.operation, "Outcome" in event.summary) == ("meetings.not_this_measure", False)
    page = desk.send(f"/figures/{said.pk}/again")
    assert AGREES in words(page)
    assert not NotThisMeasure.objects.exists()


def test_sent_twice_and_by_two_it_is_said_once(said: Figure, errors: Measure) -> None:
    one, other = officer("A Person"), officer("B Person")
    for desk in (one, other):
        desk.open(f"/measures/{errors.pk}/")
    form = one.form(f"/figures/{said.pk}/not")
    one.send(form)
    one.send(form)
    assert "Somebody has said already" in words(other.send(f"/figures/{said.pk}/not"))
    assert NotThisMeasure.objects.count() == 1


def test_others_read_it_and_do_not_sort_it(said: Figure, errors: Measure) -> None:
    for desk in (contributor(), Desk(Role.COMMISSIONER)):
        page = desk.open(f"/measures/{errors.pk}/")
        assert AGREES in words(page)
        assert "Not this measure" not in words(page)
        desk.post(f"/measures/moved/figures/{said.pk}/not", 403, measure=errors.pk)
    officer().open(f"/measures/moved/figures/{said.pk}/not", 405)


def test_a_restricted_figure_is_kept_from_those_who_may_not(said: Figure, errors: Measure) -> None:
    Figure.objects.filter(pk=said.pk).update(restricted=True, marking="restricted")
    assert AGREES not in words(Desk(Role.PANEL_READER).open(f"/measures/{errors.pk}/"))
    assert AGREES in words(officer().open(f"/measures/{errors.pk}/"))


def test_a_topics_thread_says_it_too(item: Item, errors: Measure) -> None:
    line = make.entry(item, "note", SAID)
    topic = make.topic("Outcome 16", [line])
    errors.topic = topic
    errors.save()
    measuring.quoted(item, SAID, 12, to=14)
    desk = officer()
    page = desk.open(f"/topics/{topic.pk}/")
    assert f"Outcome 16 error rate : {AGREES}" in words(page)
    assert "Too early to tell" in words(page)
    with CaptureQueriesContext(connection) as queries:
        desk.open(f"/topics/{topic.pk}/")
    assert len(queries) <= 15
    NotThisMeasure.objects.create(figure=Figure.objects.get(), measure=errors, at=make.NOW, by=make.user())
    assert AGREES not in words(desk.open(f"/topics/{topic.pk}/"))


def test_it_asks_as_much_at_ten_times_the_size(said: Figure, item: Item, errors: Measure) -> None:
    def count() -> int:
        desk.open(f"/measures/{errors.pk}/")
        with CaptureQueriesContext(connection) as queries:
            desk.open(f"/measures/{errors.pk}/")
        return len(queries)

    desk = officer()
    few = count()
    for place in range(20):
        measuring.quoted(item, f"The outcome 16 error rate was {place}%.", place)
        measuring.measure(f"Measure {place}")
    assert count() == few <= 15
