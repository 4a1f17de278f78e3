"""Search as somebody meets it, on whichever database the tests run on."""

from __future__ import annotations

import datetime
import io
import re

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.core.full_text.marks import MOST_COUNTED
from answerable.offices.models import Office
from answerable.search.models import SearchRow
from answerable.search.operations import Row, index_rows, remove_meeting, remove_rows
from answerable.search.queries import Filters, Results, search

pytestmark = pytest.mark.django_db

# Each of these is one row, by its number; FOUND says which rows each question finds, on both databases.
TEXTS = {
    1: ("Rural crime", "The commissioner asked how many thefts of tractors were solved in the valley."),
    2: ("Call handling", "Ninety-two per cent of 999 calls were answered within ten seconds."),
    3: ("Anti-social behaviour", "Anti-social riding on the towpath is the parishes' first complaint."),
    4: ("Café watch", "Café owners meet the neighbourhood team; Zoë Llŷr chairs."),
    5: ("Rural crime", "Burglary fell by 12.5% and burglars were caught: the team's burglar alarm scheme."),
    6: ("Police officers", "A police dog and an officer of the mounted section were injured."),
    7: ("Staffing", "The police officer vacancies stand at 47, down from 1,250 hours lost."),
    8: ("Data", "See wyvern-valley.example/rural/theft_2021.csv, or write to rural@wyvern.example."),
    9: ("The and of", "As it is, to be or not to be is on us."),
    10: ("Привет", "Ελλάδα and Straße; naïve coöperation, façade."),
}
FOUND = {
    "theft": {1, 8},
    "Thefts tractor": {1},
    "rural crime": {1, 5},
    "rural -tractors": {5, 8},
    '"police officer"': {6, 7},
    "police officer": {6, 7},
    '"officers police"': set(),
    "burglaries": {5},
    "burglar": {5},
    "burgl*": {5},
    "anti-social": {3},
    "antisocial": set(),
    "social": {3},
    "cafe": {4},
    "CAFÉ": {4},
    "zoe llyr": {4},
    "12.5%": {5},
    "12.6": set(),
    "1,250": {7},
    "999": {2},
    "theft OR towpath": {1, 3, 8},
    "theft valley OR towpath -parish": {1, 8},
    "the": {1, 3, 4, 5, 6, 7, 9},
    "to be or not to be": {9},
    "parish's": set(),
    "parishes": {3},
    "team's": {5},
    "wyvern": {8},
    "csv": {8},
    "theft_2021": {8},
    "naive cooperation facade": {10},
    "ΕΛΛΆΔΑ": {10},
    "Привет": {10},
    "solving": {1},
    "neighbourhoods": {4},
}


@pytest.fixture
def office() -> Office:
    return Office.objects.create(name="Wyvern Valley", slug="wyvern-valley")


@pytest.fixture
def table(office: Office) -> None:
    index_rows(Row("entry", number, office.pk, title, text) for number, (title, text) in TEXTS.items())


def found(results: Results) -> list[int]:
    return [hit.object_id for hit in results.hits]


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("typed", FOUND)
def test_both_databases_find_the_same(typed: str) -> None:
    results = search(typed)
    assert set(found(results)) == FOUND[typed]
    assert results.total == len(FOUND[typed])


@pytest.mark.usefixtures("table")
def test_a_word_in_the_title_comes_first(office: Office) -> None:
    index_rows([Row("entry", 20, office.pk, "Minutes", "Staffing was spoken of, and officers, and calls.")])
    assert found(search("staffing"))[0] == 7


def test_the_newest_of_equals_comes_first(office: Office) -> None:
    dates = [datetime.date(2021, 3, 4), None, datetime.date(2022, 3, 4)]
    index_rows(
        Row("entry", number, office.pk, "", "speeding", date=date) for number, date in enumerate(dates)
    )
    assert found(search("speeding")) == [2, 0, 1]


def test_newest_first_when_asked(office: Office) -> None:
    old, new = datetime.date(2020, 1, 1), datetime.date(2023, 1, 1)
    index_rows([
        Row("entry", 1, office.pk, "knives", "knives, knives and knives", date=old),
        Row("entry", 2, office.pk, "", "of knives and of much else besides", date=new),
    ])  # fmt: skip
    assert found(search("knives")) == [1, 2]
    assert found(search("knives", order="newest")) == [2, 1]


def test_filters(office: Office) -> None:
    other = Office.objects.create(name="Harrow Fen", slug="harrow-fen")
    day = datetime.date(2021, 12, 31)
    index_rows([
        Row("entry", 1, office.pk, "", "drones", meeting_id=1, forum_id=7, date=day),
        Row("action", 1, office.pk, "", "drones", meeting_id=2, forum_id=7, date=day, marking="restricted"),
        Row("entry", 2, office.pk, "", "drones", meeting_id=3, forum_id=8, date=datetime.date(2022, 1, 1)),
        Row("entry", 3, other.pk, "", "drones"),
    ])  # fmt: skip

    def ids(filters: Filters) -> list[tuple[str, int]]:
        return sorted((hit.kind, hit.object_id) for hit in search("drones", filters).hits)

    assert ids(Filters(office_id=other.pk)) == [("entry", 3)]
    assert ids(Filters(kinds=["action"])) == [("action", 1)]
    assert ids(Filters(kinds=["action", "entry"], office_id=office.pk, year=2021)) == [
        ("action", 1),
        ("entry", 1),
    ]
    assert ids(Filters(forum_id=8)) == [("entry", 2)]
    assert ids(Filters(meeting_id=1)) == [("entry", 1)]
    assert ids(Filters(year=2022)) == [("entry", 2)]
    assert ids(Filters(year=99_999_999)) == ids(Filters(year=-5)) == []
    assert ids(Filters(markings=["open"])) == [("entry", 1), ("entry", 2), ("entry", 3)]


def test_pages_follow_each_other(office: Office) -> None:
    index_rows(Row("entry", number, office.pk, "", f"patrol {number}") for number in range(45))
    pages = [search("patrol", start=start) for start in (0, 20, 40, 60)]
    assert [len(page.hits) for page in pages] == [20, 20, 5, 0]
    assert sorted(number for page in pages for number in found(page)) == list(range(45))
    assert {page.total for page in pages} == {45}
    assert search("patrol", start=-7).hits == pages[0].hits


def test_a_page_of_many_ranks_is_its_part_of_the_whole(office: Office) -> None:
    index_rows(Row("entry", number, office.pk, "", "heron " + "reeds " * number) for number in range(30))
    whole = found(search("heron", size=30))
    assert whole[0] == 0
    assert [
        number for start in range(0, 30, 4) for number in found(search("heron", start=start, size=4))
    ] == (whole)


def test_counting_stops_where_nobody_reads(office: Office) -> None:
    index_rows(Row("entry", number, office.pk, "", "beat") for number in range(MOST_COUNTED + 5))
    results = search("beat")
    assert (results.total, results.more) == (MOST_COUNTED, True)


def test_found_words_are_marked(office: Office) -> None:
    index_rows(
        [Row("entry", 1, office.pk, "Rural crime", "Thieves took a quad bike. " + "Nothing else. " * 80)]
    )
    hit = search("quad bikes crime").hits[0]
    assert hit.title == "Rural <mark>crime</mark>"
    assert "<mark>quad</mark> <mark>bike</mark>" in hit.extract
    assert len(hit.extract) < 400


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("12.5%", "<mark>12.5</mark>%"),
        ("anti-social", "<mark>Anti-social</mark> riding"),
        ("parishes", "<mark>parishes</mark>&#x27;"),
        ("theft_2021", "<mark>theft_2021</mark>.csv"),
    ],
)
def test_words_with_something_between_are_marked(typed: str, marked: str) -> None:
    """Whether a phrase is marked whole or word by word is the database's business."""
    extract = search(typed).hits[0].extract
    joined = re.sub(r"</mark>([^\w<]|_)<mark>", r"\1", extract)
    assert marked in joined


def test_what_a_text_holds_is_never_markup(office: Office) -> None:
    text = "Ask <script>alert('theft')</script> & <mark>theft</mark> \x02theft\x03 \0 theft"
    index_rows([Row("entry", 1, office.pk, "<b>theft</b>", text)])
    hit = search("theft").hits[0]
    assert hit.title == "&lt;b&gt;<mark>theft</mark>&lt;/b&gt;"
    assert "<script" not in hit.extract
    assert hit.extract.count("<mark>") == hit.extract.count("</mark>") == 4
    assert "&lt;mark&gt;<mark>theft</mark>" in hit.extract


def test_indexing_again_replaces(office: Office) -> None:
    index_rows([Row("entry", 1, office.pk, "Old", "foxes"), Row("action", 1, office.pk, "Other", "foxes")])
    index_rows([Row("entry", 1, office.pk, "New", "badgers")])
    assert [(hit.kind, str(hit.title)) for hit in search("foxes").hits] == [("action", "Other")]
    assert [str(hit.title) for hit in search("badgers").hits] == ["New"]
    assert SearchRow.objects.count() == 2


def test_what_is_removed_is_not_found(office: Office) -> None:
    index_rows(Row("entry", number, office.pk, "", "otters", meeting_id=number % 2) for number in range(6))
    remove_rows(kind="entry", object_ids=[0, 1, 99])
    assert sorted(found(search("otters"))) == [2, 3, 4, 5]
    remove_meeting(meeting_id=1)
    assert sorted(found(search("otters"))) == [2, 4]
    office.delete()
    assert found(search("otters")) == []


@pytest.mark.usefixtures("table")
def test_a_rebuilt_index_finds_the_same() -> None:
    before = search("rural crime")
    call_command("rebuild_search", stdout=io.StringIO())
    assert search("rural crime") == before


def test_a_very_long_text_is_indexed_by_its_beginning(office: Office) -> None:
    long = " ".join(f"word{number}" for number in range(200_000))
    index_rows([Row("document", 1, office.pk, long, long)])
    assert found(search("word1")) == [1]


def test_pages_cost_the_same_number_of_queries(office: Office, django_assert_num_queries: object) -> None:
    index_rows(Row("entry", number, office.pk, "", "lamp") for number in range(50))
    queries = 1 if connection.vendor == "postgresql" else 3
    for start in (0, 40):
        with django_assert_num_queries(queries):  # type: ignore[operator]
            search("lamp", Filters(office_id=office.pk), start=start)


def test_equals_stand_newest_first_over_the_edges_of_pages(office: Office) -> None:
    """Thirty rows of one rank, one of a better, and of two on one day the one that was indexed first."""
    day = datetime.date(2021, 1, 1)
    rows = [
        Row(
            "entry",
            number,
            office.pk,
            "",
            "kestrel",
            date=day + datetime.timedelta(days=number * 7 % 30 // 2),
        )
        for number in range(30)
    ]
    index_rows([*rows, Row("entry", 30, office.pk, "kestrel", "kestrel kestrel")])
    newest = sorted(rows, key=lambda row: (day - (row.date or day), row.object_id))
    expected = [30, *(row.object_id for row in newest)]
    assert [
        number for start in range(0, 35, 7) for number in found(search("kestrel", start=start, size=7))
    ] == (expected)


NASTY = [
    '"', '""', "'", "' OR 1=1 --", "*", "**", "a*b*", "(", ")", "a AND", "AND", "NOT", "OR OR", "NEAR(a b)",
    "-", "--", "-a", "a -", "a OR -b", "^a", "{a}", "a:b", "title:", "a+b", "a\0b", "\0", "\x02a\x03", "🚓",
    "🚓 car", "\ud800", "a\ud800b", "%", "%s", "%(a)s", "\\", "\\'", "''", "a & b", "a | b", "!a", "a <-> b",
    ":*", "a:*", "<b>", "&amp;", "\u202e", "\ufeffa", "é" * 300, "x" * 10_000, "word " * 2_000,
    '"' * 10_000, "-" * 10_000, "OR " * 3_000, "a OR " * 2_000, '"a b" ' * 2_000, "(" * 10_000,
]  # fmt: skip


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("typed", NASTY, ids=range(len(NASTY)))
def test_nothing_that_is_typed_is_an_error(typed: str) -> None:
    assert search(typed).total >= 0


@pytest.mark.usefixtures("table")
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=60) | st.text(alphabet='"-*() ORab\0é:^+&|!<>', max_size=40))
def test_nothing_at_all_that_is_typed_is_an_error(typed: str) -> None:
    assert search(typed).total >= 0


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=200), title=st.text(max_size=40))
def test_any_text_can_be_indexed_and_found_by_its_own_words(office: Office, text: str, title: str) -> None:
    index_rows([Row("entry", 1, office.pk, title, text + " wyvernmark")])
    hit = search("wyvernmark").hits[0]
    assert hit.extract.count("<mark>") == hit.extract.count("</mark>") == 1


def test_the_index_is_kept_by_the_database(office: Office) -> None:
    """SQLite's triggers are still there after every migration; PostgreSQL's column generates itself."""
    index_rows([Row("entry", 1, office.pk, "", "heron")])
    assert found(search("heron")) == [1]
    SearchRow.objects.update(text="egret")
    assert (found(search("heron")), found(search("egret"))) == ([], [1])
    SearchRow.objects.all().delete()
    assert found(search("egret")) == []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_fts (search_fts, rank) VALUES ('integrity-check', 1)")
