"""The files of data.police.uk as they are: counted by month, force, area and type."""

from __future__ import annotations

import pytest

from answerable.measures.models import AreaCode, Measure, Observation
from tests import measuring
from tests.pages.desk import Desk, officer, words
from tests.pages.loading import PATH, confirm, csv_of, last, sent, values

pytestmark = pytest.mark.django_db

STREET = (
    "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code",
    "LSOA name", "Crime type", "Last outcome category", "Context",
)  # fmt: skip
STOPS = (
    "Type", "Date", "Part of a policing operation", "Policing operation", "Latitude", "Longitude", "Gender",
    "Age range", "Self-defined ethnicity", "Officer-defined ethnicity", "Legislation", "Object of search",
    "Outcome",
    "Outcome linked to object of search", "Removal of more than just outer clothing",
)  # fmt: skip
OURS = "Wyvern Valley Police"


def crime(month: str, kind: str, code: str = "E01000001", force: str = OURS) -> tuple[str, ...]:
    number = "" if kind == "Anti-social behaviour" else "f00d"
    return (
        number,
        month,
        force,
        force,
        "-1.2",
        "51.7",
        "On or near Mill Lane",
        code,
        "Wyvern 001A",
        kind,
        "",
        "",
    )


def stop(day: str, outcome: str) -> tuple[str, ...]:
    return ("Person search", f"{day}T10:00:00+00:00", "", "", "", "", "", "", "", "", "", "", outcome, "", "")


def lookup(desk: Desk) -> None:
    """Two small areas in North and one in South."""
    for name in ("North", "South"):
        measuring.area(name)
    rows = (("LSOA code", "Area"), ("E01000001", "North"), ("E01000002", "North"), ("E01000003", "South"))
    desk.upload(f"{PATH}areas", csv_of(*rows), "lookup.csv")


@pytest.fixture
def desk() -> Desk:
    measuring.force()
    desk = officer()
    lookup(desk)
    return desk


def street(*rows: tuple[str, ...]) -> bytes:
    return csv_of(STREET, *rows)


def test_a_street_file_counts_by_month_area_and_type(desk: Desk) -> None:
    rows = [
        crime("2018-05", "Burglary"), crime("2018-05", "Burglary", "E01000002"),
        crime("2018-05", "Robbery", "E01000003"), crime("2018-05", "Anti-social behaviour"),
    ]  # fmt: skip
    page = sent(desk, street(*rows), "2018-05-wyvern-valley-street.csv")
    assert "12 new values, 0 revised, 0 as they are, of 4 measures" in words(page)
    assert "4 rows counted, of May 2018." in words(page)
    said = "Measures that would be made: Anti-social behaviour incidents, Recorded crime: Burglary,"
    assert said in words(page)
    confirm(desk)
    held = {(measure, name): value for measure, name, _, value in values()}
    assert held["Recorded crime: Burglary", OURS] == 2
    assert held["Recorded crime: Burglary", "North"] == 2
    assert held["Recorded crime: Burglary", "South"] == 0
    assert held["Recorded crime: Robbery", "South"] == 1
    assert held["Recorded crime: all types", OURS] == 3
    assert held["Anti-social behaviour incidents", "North"] == 1
    made = Measure.objects.get(name="Recorded crime: Burglary")
    assert (made.kind, made.frequency, made.source) == ("count", "month", "data.police.uk")


def test_small_areas_that_are_not_known_are_counted_and_said(desk: Desk) -> None:
    rows = [
        crime("2018-05", "Burglary", "E01999999"),
        crime("2018-05", "Burglary", ""),
        crime("2018-05", "Burglary"),
    ]
    page = sent(desk, street(*rows), "street.csv")
    assert "1 row in small areas (LSOAs) that the lookup does not have: counted for the force" in words(page)
    assert "1 row without a place: counted for the force and for no area." in words(page)
    confirm(desk)
    held = {(measure, name): value for measure, name, _, value in values()}
    assert (held["Recorded crime: Burglary", OURS], held["Recorded crime: Burglary", "North"]) == (3, 1)


def test_a_month_that_is_published_again_is_a_revision(desk: Desk) -> None:
    sent(desk, street(crime("2018-05", "Burglary")), "street.csv")
    confirm(desk)
    page = sent(desk, street(crime("2018-05", "Burglary"), crime("2018-05", "Burglary")), "street-again.csv")
    assert "0 new values, 4 revised, 2 as they are" in words(page)
    assert "1 → 2" in words(page)
    confirm(desk)
    assert Measure.objects.count() == 2


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    content = street(crime("2018-05", "Burglary"))
    sent(desk, content, "street.csv")
    confirm(desk)
    page = sent(desk, content, "street.csv")
    assert "Nothing would change: all 6 values of this file are kept already" in words(page)


def test_other_forces_are_left_out_unless_they_stand_beside_ours(desk: Desk) -> None:
    rows = [crime("2018-05", "Burglary"), crime("2018-05", "Burglary", force="Northmoor Police")]
    page = sent(desk, street(*rows), "street.csv")
    assert "Left out: 1 other force, Northmoor Police." in words(page)
    measuring.series(measuring.measure("Recorded crime: Burglary", kind="count"), "Northmoor Police")
    page = desk.open(f"{PATH}{last().pk}/")
    confirm(desk)
    assert ("Recorded crime: Burglary", "Northmoor Police", "2018-05-01", 1.0) in values()


def test_a_file_of_another_force_is_refused(desk: Desk) -> None:
    page = sent(desk, street(crime("2018-05", "Burglary", force="Northmoor Police")), "street.csv")
    assert "No row is of Wyvern Valley Police (1 row in all): they are of Northmoor Police." in words(page)


def test_a_file_that_was_cut_off_is_refused_with_its_row(desk: Desk) -> None:
    page = sent(desk, street(crime("2018-05", "Burglary"), crime("2018-05", "Burglary")[:4]), "street.csv")
    assert "Row 3: There are 4 cells in place of 12. Fetch the file again from data.police.uk." in words(page)
    assert Observation.objects.count() == 0


def test_outcomes_are_counted_by_type(desk: Desk) -> None:
    heads = (*STREET[:9], "Outcome type")
    row = (*crime("2018-05", "")[:9], "Investigation complete; no suspect identified")
    sent(desk, csv_of(heads, row, row), "2018-05-wyvern-valley-outcomes.csv")
    confirm(desk)
    held = {(measure, name): value for measure, name, _, value in values()}
    assert held["Crime outcomes: Investigation complete; no suspect identified", "North"] == 2
    assert held["Crime outcomes: all", OURS] == 2


def test_stop_and_search_has_its_force_from_the_files_name(desk: Desk) -> None:
    rows = (
        stop("2018-05-03", "Arrest"),
        stop("2018-05-30", "A no further action disposal"),
        stop("2018-05-31", ""),
    )
    content = csv_of(STOPS, *rows)
    page = sent(desk, content, "2018-05-wyvern-valley-stop-and-search.csv")
    assert "Stop and search has no small areas: the figures are of the whole force." in words(page)
    confirm(desk)
    held = {(measure, name): value for measure, name, _, value in values()}
    assert held == {
        ("Stop and search: all", OURS): 3,
        ("Stop and search: Arrest", OURS): 1,
        ("Stop and search: A no further action disposal", OURS): 1,
        ("Stop and search: no outcome given", OURS): 1,
    }


def test_without_a_lookup_the_force_alone_is_counted(desk: Desk) -> None:
    AreaCode.objects.all().delete()
    page = sent(desk, street(crime("2018-05", "Burglary")), "street.csv")
    assert "There is no lookup of small areas yet, so nothing is counted by area." in words(page)
    confirm(desk)
    assert {name for _, name, _, _ in values()} == {OURS}


def test_a_lookup_is_set_whole_and_its_mistakes_are_named(desk: Desk) -> None:
    assert AreaCode.objects.count() == 3
    rows = (
        ("LSOA code", "Area"),
        ("E01000001", "South"),
        ("W9", "North"),
        ("E01000002", "Nowhere"),
        ("", "North"),
    )
    page = desk.upload(f"{PATH}areas", csv_of(*rows), "lookup.csv", 400)
    said = words(page)
    assert "3 rows cannot be used, so nothing was changed" in said
    assert "A3: “W9” is no code of a small area. Write one such as E01012345." in said
    assert "B4: “Nowhere” is no area that is known. Write one of the force’s areas." in said
    assert AreaCode.objects.filter(area__name="North").count() == 2
    page = desk.upload(f"{PATH}areas", csv_of(*rows[:2]), "lookup.csv")
    assert "Set the lookup: 1 small areas." in page.response.content.decode()
    assert [(one.code, one.area.name) for one in AreaCode.objects.all()] == [("E01000001", "South")]
