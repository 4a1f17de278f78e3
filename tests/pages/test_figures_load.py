"""Loading figures: sent in, seen, confirmed; and nothing counts before."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.measures.models import Load, Mapping, Measure, Observation, Revision
from tests import factories as make
from tests import measuring
from tests.pages.desk import Desk, contributor, officer, words
from tests.pages.loading import PATH, confirm, csv_of, last, preview_path, sent, values, xlsx_of

MOST_QUERIES = 15
pytestmark = pytest.mark.django_db

LONG = (
    ("Month", "Area", "Value"),
    ("May 2018", "North", "81"),
    ("May 2018", "South", "79"),
    ("Jun 2018", "North", "83"),
)


@pytest.fixture
def desk() -> Desk:
    for name in ("North", "South"):
        measuring.area(name)
    measuring.measure("Victim satisfaction", kind="proportion")
    return officer()


def test_a_long_table_is_read_by_its_heads_and_loaded(desk: Desk) -> None:
    page = sent(desk, csv_of(*LONG))
    assert "3 new values, 0 revised, 0 as they are, of Victim satisfaction" in words(page)
    assert Observation.objects.count() == 0
    page = confirm(desk, name="Monthly return")
    assert "3 values new, 0 revised, 0 as they were" in words(page)
    assert values() == [
        ("Victim satisfaction", "North", "2018-05-01", 81.0),
        ("Victim satisfaction", "North", "2018-06-01", 83.0),
        ("Victim satisfaction", "South", "2018-05-01", 79.0),
    ]
    load = last()
    assert (load.state, load.new, load.mapping and load.mapping.name) == ("loaded", 3, "Monthly return")
    assert Observation.objects.filter(load=load).count() == 3


def test_taking_in_and_loading_leave_one_event_each(desk: Desk) -> None:
    sent(desk, csv_of(*LONG))
    confirm(desk)
    said = [one.operation for one in Event.objects.order_by("id") if "figures" in one.operation]
    assert said == ["measures.take_figures_file", "measures.load_figures"]


def test_the_same_file_twice_changes_nothing_and_says_so(desk: Desk) -> None:
    sent(desk, csv_of(*LONG))
    confirm(desk)
    page = sent(desk, csv_of(*LONG))
    assert (
        "Nothing would change: all 3 values of this file are kept already, since it was loaded on"
        in words(page)
    )
    assert Observation.objects.count() == 3
    assert Revision.objects.count() == 0


def test_a_file_with_the_same_heads_is_read_with_the_mapping_that_was_kept(desk: Desk) -> None:
    sent(desk, csv_of(("When", "LPA", "Got"), ("May 2018", "North", "81")))
    _, held = desk.form(preview_path())
    chosen = {"column-period": "A", "column-place": "B", "column-value": "C"}
    page = desk.open(f"{preview_path()}?{urlencode({**held, **chosen})}")
    assert "1 new value, 0 revised" in words(page)
    confirm(desk, name="Odd return")
    assert Mapping.objects.get().name == "Odd return"
    page = sent(desk, csv_of(("When", "LPA", "Got"), ("Jun 2018", "North", "83")))
    assert "1 new value, 0 revised" in words(page)
    assert "with the mapping “Odd return”" in words(page)


def test_a_revision_shows_old_and_new_and_keeps_the_old(desk: Desk) -> None:
    sent(desk, csv_of(*LONG))
    confirm(desk)
    page = sent(desk, csv_of(LONG[0], ("May 2018", "North", "82"), ("Jun 2018", "North", "83")))
    assert "0 new values, 1 revised, 1 as they are" in words(page)
    assert "81 → 82" in words(page)
    confirm(desk)
    revision = Revision.objects.get()
    assert (revision.value, revision.observation.value) == (81.0, 82.0)
    assert revision.load != revision.observation.load


def test_a_workbook_with_several_sheets_asks_which(desk: Desk) -> None:
    sheets = {f"S{at}": [["nothing", "here"]] for at in range(199)}
    page = sent(desk, xlsx_of(**sheets, Figures=LONG), "return.xlsx")
    assert "has 200 sheets, and one is read at a time" in words(page)
    page = desk.open(f"{preview_path()}?sheet=Figures")
    assert "3 new values" in words(page)
    confirm(desk)
    assert (Observation.objects.count(), last().sheet) == (3, "Figures")


def test_all_or_nothing(desk: Desk) -> None:
    page = sent(desk, csv_of(*LONG, ("Jul 2018", "North", "about 20")))
    assert "C5: “about 20” is not a number. Write 20 or leave it empty." in words(page)
    assert "1 cell cannot be used, so nothing can be loaded" in words(page)
    desk.post(preview_path(), 400, form_key="00000000-0000-4000-8000-000000000001")
    assert Observation.objects.count() == 0


def test_an_unknown_area_is_asked_about_and_may_be_explained(desk: Desk) -> None:
    page = sent(desk, csv_of(LONG[0], ("May 2018", "Norht", "81"), ("May 2018", "South", "79")))
    assert "1 name in the file is not known: say below what it means" in words(page)
    _, held = desk.form(preview_path())
    north = f"area:{measuring.area('North').pk}"
    page = desk.open(f"{preview_path()}?{urlencode({**held, 'name-place:norht': north})}")
    assert "2 new values" in words(page)
    confirm(desk, name="With a slip")
    assert values()[0][1] == "North"
    page = sent(desk, csv_of(LONG[0], ("Jun 2018", "Norht", "80")))
    assert "1 new value" in words(page)


def test_a_name_may_be_left_out(desk: Desk) -> None:
    sent(desk, csv_of(LONG[0], ("May 2018", "Custody", "81"), ("May 2018", "South", "79")))
    _, held = desk.form(preview_path())
    page = desk.open(f"{preview_path()}?{urlencode({**held, 'name-place:custody': 'skip'})}")
    assert "1 new value" in words(page)


def test_four_of_five_areas_reported(desk: Desk) -> None:
    for name in ("East", "West", "Centre"):
        measuring.area(name)
    rows = [("May 2018", name, "80") for name in ("North", "South", "East", "West", "Total")]
    page = sent(desk, csv_of(LONG[0], *rows))
    assert "May 2018: 4 of 5 areas reported; not Centre." in words(page)
    confirm(desk)
    force = Observation.objects.get(series__who="force")
    assert (force.reported, force.expected) == (4, 5)


def test_missing_periods_are_listed(desk: Desk) -> None:
    page = sent(desk, csv_of(LONG[0], ("Jan 2018", "North", "1"), ("Apr 2018", "North", "2")))
    assert "Victim satisfaction, North: no value for February 2018 and March 2018." in words(page)


def test_two_values_for_one_period(desk: Desk) -> None:
    page = sent(desk, csv_of(LONG[0], ("May 2018", "North", "12"), ("01/05/2018", "North", "14")))
    said = "C3: There are two values of North for May 2018: 12 in C2 and 14 here. Leave one of them."
    assert said in words(page)


def test_what_somebody_else_loaded_meanwhile_is_shown_first(desk: Desk) -> None:
    page = sent(desk, csv_of(*LONG))
    other = officer("Somebody Else")
    sent(other, csv_of(LONG[0], ("May 2018", "North", "70")), "other.csv")
    confirm(other)
    desk.page = page
    action, held = desk.form(preview_path(Load.objects.order_by("pk")[0]))
    page = desk.post(action, **held)
    assert "Somebody changed these figures since you looked" in page.response.content.decode()
    assert Observation.objects.count() == 1


def test_dropped_it_cannot_be_loaded(desk: Desk) -> None:
    page = sent(desk, csv_of(*LONG))
    form = desk.form(preview_path())
    desk.send(f"{last().pk}/drop")
    assert last().state == "dropped"
    page = desk.post(form[0], 200, **form[1])
    assert "Dropped: nothing of it was loaded" in words(page)
    assert Observation.objects.count() == 0


def test_what_is_no_table_is_refused_and_not_kept(desk: Desk) -> None:
    page = sent(desk, b"\x89PNG\r\n\x1a\n\0\0\0", "photo.png", 400)
    assert "photo.png is no spreadsheet; save it as XLSX or CSV." in words(page)
    page = sent(desk, b"", "empty.csv", 400)
    assert "empty.csv is empty: choose the file again" in words(page)
    assert Load.objects.count() == 0


def test_the_forces_staff_officer_loads_too(desk: Desk) -> None:
    theirs = contributor()
    sent(theirs, csv_of(*LONG))
    confirm(theirs)
    assert Observation.objects.count() == 3


def test_sent_twice_it_is_loaded_once(desk: Desk) -> None:
    sent(desk, csv_of(*LONG))
    form = desk.form(preview_path())
    desk.post(form[0], **form[1])
    page = desk.post(form[0], **form[1])
    assert Observation.objects.count() == 3
    assert "Loaded by" in words(page)


def test_the_page_lists_what_waits_what_was_loaded_and_the_mappings(desk: Desk) -> None:
    sent(desk, csv_of(*LONG))
    confirm(desk, name="Monthly return")
    sent(desk, csv_of(LONG[0], ("Jul 2018", "North", "80")), "july.csv")
    page = desk.open(PATH)
    assert "july.csv , sent in by" in words(page)
    assert "Monthly return kept by" in words(page)


def is_of_the_page(sql: str) -> bool:
    """Whether it reads for the page: the event of whoever looks takes statements that differ by database."""
    return sql.startswith('SELECT "') and '"audit_event"' not in sql


def test_the_preview_asks_no_more_of_a_longer_file(desk: Desk) -> None:
    counted = []
    for at, years in enumerate((1, 10)):
        months = [
            (f"{2018 - year}-{month:02}", "North", 80) for year in range(years) for month in range(1, 13)
        ]
        sent(desk, csv_of(LONG[0], *months), f"{at}.csv")
        with CaptureQueriesContext(connection) as queries:
            desk.open(preview_path())
        counted.append(len([one for one in queries.captured_queries if is_of_the_page(one["sql"])]))
    assert counted[0] == counted[1]
    assert counted[0] <= MOST_QUERIES


def test_whoever_sees_a_file_leaves_an_event(desk: Desk) -> None:
    Measure.objects.update(restricted=True, marking="restricted")
    before = Event.objects.filter(operation="view").count()
    sent(desk, csv_of(*LONG))
    assert Event.objects.filter(operation="view").count() == before + 1
    assert Event.objects.filter(operation="view").latest("id").named


def test_those_who_may_not_load_are_refused_and_others_find_nothing(desk: Desk) -> None:
    sent(desk, csv_of(*LONG))
    reader = Desk(Role.PANEL_READER)
    for path in (PATH, f"{PATH}areas", preview_path()):
        reader.open(path, 403)
    reader.post(f"{preview_path()}drop", 403)
    with make.in_office(make.office("Northmoor")):
        stranger = officer("From Elsewhere")
    stranger.open(preview_path(), 404)
    stranger.post(preview_path(), 404)
    desk.open(f"{preview_path()}drop", 405)
    assert (last().state, Observation.objects.count()) == ("pending", 0)


def test_two_mappings_with_the_same_heads_are_not_guessed_between(desk: Desk) -> None:
    other = measuring.measure("Burglaries", kind="count")
    held = "?head=1&mapping=&shown-for=:1:&column-period=A&column-place=B&column-value=C&measure="
    for at, (name, key) in enumerate(
        (("One", Measure.objects.get(name="Victim satisfaction").pk), ("Two", other.pk))
    ):
        sent(desk, csv_of(LONG[0], ("May 2018", "North", 10 + at)), f"{name}.csv")
        desk.open(f"{preview_path()}{held}{key}")
        confirm(desk, name=name)
    page = sent(desk, csv_of(LONG[0], ("Jun 2018", "North", 12)), "third.csv")
    assert "Choose the measure that the figures are of" in words(page)
    page = desk.open(f"{preview_path()}?mapping={Mapping.objects.get(name='Two').pk}")
    assert "1 new value, 0 revised, 0 as they are, of Burglaries" in words(page)
