"""Measures as everybody reads them: frozen words, pictures of frozen figures, small numbers left out."""

from __future__ import annotations

import csv
import io

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.measures.models import Measure
from answerable.published.models import Line, Snapshot
from tests import factories as make
from tests import measuring, publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

CALLS = "/wyvern-valley/measures/101-calls-answered-in-time"
STEADY = [81.0, 79, 80, 82, 78, 80, 81, 79, 80, 82, 78, 80, 81, 79, 80]


SAME: dict[str, str] = {}
"""The bytes of the first run: those of the second are to be the same."""


def calls(**fields: object) -> Measure:
    made = measuring.measure(**fields)
    measuring.definition(made, "2017-01-01")
    measuring.line(made, "target", 85, words="The plan of 2017")
    measuring.event(made, "2018-06-01", "A new telephone system began.")
    measuring.months(measuring.series(made), "2018-01", STEADY)
    for name in ("North", "South"):
        measuring.months(measuring.series(made, measuring.area(name)), "2018-01", STEADY)
    return made


def shown(path: str = CALLS) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def table(path: str = CALLS) -> list[dict[str, str]]:
    text = b"".join(Client().get(f"{path}.csv").streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.DictReader(io.StringIO(text)))


def test_a_measure_is_told_with_its_sentence_chart_areas_and_figures() -> None:
    calls(source="The force, monthly")
    publish.published("measures")
    page = shown()
    assert "No real change" in page or "ordinary" in page
    assert page.count("<svg") >= 3  # the chart and two areas
    assert "A new telephone system began." in page
    assert "Answered within 30 seconds" in page
    assert "85%" in page
    assert "The plan of 2017" in page
    assert len(table()) == 3 * len(STEADY)
    assert "101 calls answered in time" in shown("/wyvern-valley/measures")


def test_the_page_of_an_area_says_what_was_measured_there() -> None:
    calls()
    publish.published("measures")
    page = shown("/wyvern-valley/areas/north")
    assert "101 calls answered in time" in page
    assert '<b>80%</b> <span class="ans-note">Mar 2019</span>' in page
    assert page.count("<svg") == 1


def test_the_words_stay_when_the_record_moves_on() -> None:
    made = calls()
    publish.published("measures")
    before = shown()
    series = made.series.get(who="force")
    measuring.months(series, "2019-04", [20.0] * 8)
    Measure.objects.filter(pk=made.pk).update(name="Something else")
    assert shown() == before


def test_what_is_restricted_is_not_there() -> None:
    calls()
    measuring.measure("Kestrelwind arrests", restricted=True)
    publish.published("measures")
    assert "Kestrelwind" not in shown("/wyvern-valley/measures")
    assert not Line.objects.filter(text__contains="Kestrelwind").exists()
    Measure.objects.filter(name__startswith="101").update(restricted=True)
    publish.published("measures")
    assert Client().get(CALLS).status_code == Client().get(f"{CALLS}.csv").status_code == 410
    assert "No measure is published yet." in shown("/wyvern-valley/measures")


def test_small_numbers_and_what_gives_them_away_are_left_out() -> None:
    made = measuring.measure("Homicides", kind="count", unit="", better="lower")
    for whose, values in (
        (None, [46.0, 60]), ("North", [3.0, 20]), ("South", [13.0, 20]), ("West", [30.0, 20]),
    ):  # fmt: skip
        series = measuring.series(made, measuring.area(whose) if whose else None)
        measuring.months(series, "2018-01", values)
    publish.published("measures")
    rows = {(row["whose"], row["from"]): row for row in table("/wyvern-valley/measures/homicides")}
    january = {whose: row["value"] for (whose, start), row in rows.items() if start == "2018-01-01"}
    assert january == {"Wyvern Valley Police": "46.0", "North": "", "South": "", "West": "30.0"}
    assert rows["North", "2018-01-01"]["mark"] == rows["South", "2018-01-01"]["mark"]
    assert rows["North", "2018-02-01"]["value"] == "20.0"
    page = shown("/wyvern-valley/measures/homicides")
    assert "fewer than 5 people" in page
    assert "2 figures" in page


def test_a_series_with_figures_left_out_is_not_judged() -> None:
    made = measuring.measure("People killed on the roads", kind="count", unit="", better="lower")
    measuring.months(measuring.series(made), "2018-01", [0.0, 2, 0, 1, 0] * 4)
    publish.published("measures")
    page = shown("/wyvern-valley/measures/people-killed-on-the-roads")
    assert "Not judged: some of its figures are too small to be shown." in page
    assert "<svg" not in page
    assert "Not judged" in shown("/wyvern-valley/measures")


@pytest.mark.parametrize("small", [1.0, 4.0])
def test_the_bytes_are_the_same_whatever_was_left_out(small: float) -> None:
    made = measuring.measure("Homicides", kind="count", unit="", better="lower")
    measuring.months(measuring.series(made, measuring.area("North")), "2018-01", [12.0, small, 14])
    publish.published("measures")
    found = Snapshot.objects.get(path="wyvern-valley/measures/homicides", state="current")
    assert found.sha256 == SAME.setdefault("homicides", found.sha256)
    assert b"left out: small numbers" in bytes(found.content)


def test_an_office_says_where_nobody_is_counted() -> None:
    made = measuring.measure(
        "Vehicles off the road", kind="count", unit="vehicles", better="lower", smallest=0
    )
    measuring.months(measuring.series(made), "2018-01", [3.0, 2, 4])
    publish.published("measures")
    assert [row["value"] for row in table("/wyvern-valley/measures/vehicles-off-the-road")] == [
        "3.0",
        "2.0",
        "4.0",
    ]


def test_questions_and_actions_about_its_topic_are_public_ones() -> None:
    topic = make.topic("Answering 101", state="kept")
    calls(topic=topic)
    for date, question in (("2018-03-27", "Why do callers wait?"), ("2018-04-24", "Is Kestrelwind known?")):
        meeting = make.meeting(date)
        item = make.item(meeting, "2.1", "Answering 101")
        asked = make.entry(item, "question", question, ["PCC"])
        make.exchange(asked, make.entry(item, "response", "It is.", ["CC"]))
        make.action(item, "Share the staffing plan", ["CC"])
        topic.links.create(meeting=meeting, item=item, score=1)
        if "Kestrel" not in question:
            publish.published("minutes", meeting)
    publish.published("register")
    publish.published("topics")
    publish.published("measures")
    page = shown()
    assert "Why do callers wait?" in page
    assert "Share the staffing plan" in page
    assert "Everything about Answering 101" in page
    assert "Kestrelwind" not in page


def test_figures_can_be_found_one_by_one() -> None:
    calls()
    publish.published("measures")
    found = Line.objects.filter(kind="observation", tags__name="area", tags__value="north").order_by("date")
    assert found.count() == len(STEADY)
    assert found[0].path == f"{CALLS[1:]}#area-north-2018-01-01"
    assert found[0].data["value"] == 81


def test_nothing_is_frozen_again_that_did_not_change() -> None:
    calls()
    publish.published("measures")
    with pytest.raises(Exception, match="Nothing in it has changed"):
        publish.published("measures", at=publish.AT.replace(day=3))


def test_reads_the_same_number_of_times_however_much_there_is() -> None:
    def count() -> int:
        with CaptureQueriesContext(connections["published"]) as found:
            shown()
            shown("/wyvern-valley/measures")
        return sum('FROM "published_' in one["sql"] for one in found)

    made = calls()
    publish.published("measures")
    once = count()
    for name in ("East", "West", "Centre"):
        measuring.months(measuring.series(made, measuring.area(name)), "2018-01", STEADY)
        measuring.measure(f"Another of {name}")
    publish.published("measures")
    assert count() == once <= 15
