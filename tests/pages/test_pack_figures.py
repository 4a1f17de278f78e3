"""The pack has a table of the figures of the meeting's subjects."""

from __future__ import annotations

import io
import zipfile

import pypdfium2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.measures.models import Measure
from answerable.meetings.models import Meeting
from tests import cycle, measuring
from tests import factories as make
from tests.pages.desk import officer, words

pytestmark = pytest.mark.django_db

VALUES = [70, 72, 69, 71, 70, 73, 68, 70, 72, 69, 71, 70, 72, 71, 69, 74]
"""From January 2018; the meeting before was on 12 March 2019, today is 2 May 2019."""


@pytest.fixture
def june() -> Meeting:
    forum = make.forum()
    item = make.item(make.meeting("2019-03-12", forum), "2.1", "Answering 101")
    line = make.entry(item, "note", "Callers wait long for 101 to be answered.")
    topic = make.topic("Answering 101", [line], state="kept")
    measure = measuring.measure(topic=topic)
    measuring.line(measure, "target", 85)
    measuring.months(measuring.series(measure), "2018-01", VALUES)
    planned = cycle.planned("2019-06-11", forum)
    cycle.terms(planned, "Say how answering 101 has changed.")
    return planned


def test_it_says_what_is_now_what_was_then_and_the_target(june: Meeting) -> None:
    page = words(officer().open(f"/agendas/{june.pk}/pack/"))
    assert "101 calls answered in time 74% April 2019 71% 85% Ordinary variation" in page


def test_only_measures_of_the_subjects_are_in_it(june: Meeting) -> None:
    other = measuring.measure("Victim satisfaction", topic=make.topic("Victims"))
    measuring.months(measuring.series(other), "2019-01", [60, 61])
    assert "Victim satisfaction" not in words(officer().open(f"/agendas/{june.pk}/pack/"))


def test_nothing_newer_is_said(june: Meeting) -> None:
    Measure.objects.get().series.get().observations.filter(start__gte=measuring.day("2019-03-01")).delete()
    assert "the same: nothing newer since" in words(officer().open(f"/agendas/{june.pk}/pack/"))


def test_without_a_measure_there_is_no_table(june: Meeting) -> None:
    Measure.objects.all().delete()
    page = officer().open(f"/agendas/{june.pk}/pack/")
    assert "At the last meeting" not in words(page)


def test_it_is_in_both_files(june: Meeting) -> None:
    desk = officer()
    docx = desk.client.get(f"/agendas/{june.pk}/pack.docx").content
    body = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
    assert "101 calls answered in time" in body and "At the last meeting" in body
    pdf = pypdfium2.PdfDocument(desk.client.get(f"/agendas/{june.pk}/pack.pdf").content)
    text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    assert "101 calls answered" in text and "74%" in text


def test_a_restricted_one_is_left_out_of_the_copy_to_pass_on(june: Meeting) -> None:
    Measure.objects.update(restricted=True, marking="restricted")
    desk = officer()
    assert "101 calls answered in time Restricted" in words(desk.open(f"/agendas/{june.pk}/pack/"))
    assert "101 calls answered" not in words(desk.open(f"/agendas/{june.pk}/pack/?parts=open"))


def test_it_is_one_more_query_at_any_size(june: Meeting) -> None:
    def count() -> int:
        desk.open(f"/agendas/{june.pk}/pack/")
        with CaptureQueriesContext(connection) as queries:
            desk.open(f"/agendas/{june.pk}/pack/")
        return len(queries)

    desk = officer()
    few = count()
    topic = Measure.objects.get().topic
    for place in range(10):
        more = measuring.measure(f"Measure {place}", topic=topic)
        measuring.months(measuring.series(more), "2018-01", VALUES)
    assert count() == few <= 15


def test_the_agenda_leads_to_what_figures_propose(june: Meeting) -> None:
    page = officer().open(f"/agendas/{june.pk}/")
    assert page.tree.xpath(f"//a[@href='/measures/proposed/?meeting={june.pk}']")
