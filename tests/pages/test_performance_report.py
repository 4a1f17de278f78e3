"""The performance report for a meeting: one page of what signals, as a page and as files."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.core.measures.chance import said_of_many
from answerable.core.permissions.roles import Role
from answerable.measures.models import Measure
from answerable.meetings.models import Meeting
from answerable.readers import read
from tests import factories as make
from tests import measuring
from tests.pages.desk import Desk

pytestmark = pytest.mark.django_db
PAGE = "/reports/performance/"
STEADY = [72, 75, 71, 74, 73, 76, 72, 74, 73, 75, 72, 74, 73, 76, 72, 75, 74, 73]
FALLEN = [*STEADY, 60, 58, 59, 61, 57, 60]
WORSE = "Worse since November 2018, and a real change"


@pytest.fixture
def calls() -> Measure:
    """Answered less often since November 2018; the tests' day is 2 May 2019."""
    measure = measuring.measure(tier="gold")
    measuring.months(measuring.series(measure), "2017-05", FALLEN)
    measuring.line(measure, "target", 70)
    return measure


@pytest.fixture
def steady() -> Measure:
    measure = measuring.measure("Files sent in time", tier="silver")
    measuring.months(measuring.series(measure), "2017-05", STEADY)
    return measure


def planned(day: str) -> Meeting:
    return make.meeting(day, state=Meeting.State.PLANNED)


def words(page: Any) -> str:
    return " ".join(page.main.split())


def test_what_signals_stands_first(calls: Measure, steady: Measure) -> None:
    page = Desk(Role.POLICY_OFFICER).open(PAGE)
    said = words(page)
    assert page.heading == "Performance report"
    assert "1 measure has really changed, for the worse." in said
    assert f"Across the force: {said_of_many(1, 2, 'now')}" in said
    assert said.index(WORSE) < said.index("Silver: ordinary variation")
    assert "target of 70%" in said
    assert page.tree.xpath("//main//svg[contains(@class, 'ans-spark')]")


def test_an_area_beyond_its_limit_is_named_apart(steady: Measure) -> None:
    north = measuring.area("North")
    measuring.months(measuring.series(steady, north), "2017-05", [20, 22, 21, 19, 23, 20, 24, 22, 45])
    Measure.objects.filter(pk=steady.pk).update(better="lower", kind="index", unit="files")
    measuring.line(steady, "limit", 30, area=north)
    said = words(Desk(Role.POLICY_OFFICER).open(PAGE))
    assert "1 area is beyond a limit that was set." in said
    assert "Worse, or beyond a limit, in single areas" in said
    assert "North: Files sent in time" in said
    assert "Above the limit of 30 files that was set." in said


def test_it_is_for_the_next_meeting_or_for_the_one_that_is_chosen(calls: Measure) -> None:
    make.meeting("2018-10-02")
    first, second = planned("2019-06-04"), planned("2019-09-03")
    desk = Desk(Role.POLICY_OFFICER)
    assert "4 June 2019. Figures as they stood on 2 May 2019." in words(desk.open(PAGE))
    said = words(desk.open(f"{PAGE}?meeting={second.pk}"))
    assert "3 September 2019. Figures as they stood" in said
    assert first.forum == second.forum
    assert "1 since the last meeting." in said
    assert "New since the last meeting." in said


def test_what_was_known_at_the_last_meeting_is_not_new(calls: Measure) -> None:
    make.meeting("2019-03-12")
    planned("2019-06-04")
    assert "since the last meeting" not in words(Desk(Role.POLICY_OFFICER).open(PAGE))


@pytest.mark.parametrize("day", ["2019-04-02", "2018-01-09"])
def test_a_meeting_that_is_over_is_not_found(day: str, calls: Measure) -> None:
    over = make.meeting(day)
    Desk(Role.POLICY_OFFICER).open(f"{PAGE}?meeting={over.pk}", status=404)


def test_a_meeting_that_cannot_be_is_told(calls: Measure) -> None:
    desk = Desk(Role.POLICY_OFFICER)
    sentence = "Choose the meeting from the list: “soon” is not on it"
    assert sentence in desk.open(f"{PAGE}?meeting=soon", status=400).main
    assert sentence in desk.open("/reports/performance.pdf?meeting=soon", status=400).main


def test_where_nothing_is_measured_it_says_so() -> None:
    assert "No measure has any figures yet." in words(Desk(Role.POLICY_OFFICER).open(PAGE))


def test_a_measure_that_is_kept_no_more_is_left_out(calls: Measure) -> None:
    Measure.objects.update(ended="2019-01-31")
    assert "101 calls" not in Desk(Role.POLICY_OFFICER).open(PAGE).main


def test_national_figures_do_not_stand_for_our_own(calls: Measure) -> None:
    national = measuring.series(calls, source="national")
    measuring.months(national, "2017-05", [10.0] * 24)
    said = words(Desk(Role.POLICY_OFFICER).open(PAGE))
    assert "60%, Apr 2019" in said
    assert "10%" not in said


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html"])
def test_it_can_be_had_as_a_file(suffix: str, calls: Measure, steady: Measure) -> None:
    planned("2019-06-04")
    response = Desk(Role.POLICY_OFFICER).client.get(f"/reports/performance.{suffix}")
    assert response.status_code == 200
    assert f'filename="performance-2019-06-04.{suffix}"' in response["Content-Disposition"]
    text = " ".join(read(response.content, f"report.{suffix}").text.split())
    for said in ["101 calls answered in time.", WORSE, "60%, Apr 2019", "Files sent in time, 73%"]:
        assert said in text


def test_thirty_measures_are_one_page_of_paper(calls: Measure, steady: Measure) -> None:
    for number in range(28):
        more = measuring.measure(
            f"Something that is counted, the {number}th", tier=("gold", "silver")[number % 2]
        )
        measuring.months(measuring.series(more), "2017-05", FALLEN if number < 9 else STEADY)
    response = Desk(Role.POLICY_OFFICER).client.get("/reports/performance.pdf")
    with pypdfium2.PdfDocument(io.BytesIO(response.content)) as document:
        assert len(document) == 1


def test_another_kind_of_file_is_not_found(calls: Measure) -> None:
    assert Desk(Role.POLICY_OFFICER).client.get("/reports/performance.xlsx").status_code == 404


def test_what_is_restricted_is_for_those_who_may_read_it(calls: Measure, steady: Measure) -> None:
    Measure.objects.filter(pk=calls.pk).update(restricted=True)
    said = words(Desk(Role.PANEL_READER).open(PAGE))
    assert "101 calls" not in said
    assert "Files sent in time" in said
    assert "Restricted parts are left out of this copy." in said
    officer = Desk(Role.POLICY_OFFICER)
    assert "It holds restricted parts." in words(officer.open(PAGE))
    assert "101 calls" not in words(officer.open(f"{PAGE}?parts=open"))


def test_another_office_is_not_told_of() -> None:
    other = make.office("Another office")
    Measure.objects.create(office=other, name="Elsewhere", kind="count", better="lower", frequency="month")
    assert "Elsewhere" not in Desk(Role.POLICY_OFFICER).open(PAGE).main


def test_strangers_sign_in_first(calls: Measure) -> None:
    assert Client().get(PAGE).status_code == 302


def test_it_only_reads(calls: Measure) -> None:
    assert Desk(Role.POLICY_OFFICER).client.post(PAGE).status_code == 405


def test_queries_do_not_grow(calls: Measure, steady: Measure) -> None:
    planned("2019-06-04")
    desk = Desk(Role.POLICY_OFFICER)
    desk.open(PAGE)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.open(PAGE)
        return len(queries)

    before = count()
    for number in range(20):
        more = measuring.measure(f"Another {number}")
        measuring.months(measuring.series(more), "2017-05", STEADY)
        measuring.months(measuring.series(more, measuring.area()), "2017-05", STEADY)
        measuring.line(more, "target", 70)
    assert count() == before <= 15
