"""Search over everything published: whatever is typed, and nothing that went."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.published.searching.finding import pieces, search
from tests import open_data
from tests.core.publication.contents import PATH, entry
from tests.public.counting import queries_of
from tests.public.given import meeting, office, small_meeting, taken
from tests.public.test_minutes import main, tree

pytestmark = pytest.mark.django_db

NONE: dict[str, Any] = {"actions": [], "promises": [], "exchanges": [], "figures": [], "updates": []}


def said(*texts: str, **more: Any) -> Any:
    lines = [entry(number, 0, "note", text) for number, text in enumerate(texts, start=1)]
    return meeting(entries=lines, **NONE, **more)


def found(words: str, **more: Any) -> list[str]:
    return [one.line.path for one in search(words, "wyvern-valley", **more).hits]


def test_finds_words_whatever_their_ending_and_marks_them() -> None:
    taken(office(), said("Callers waited four minutes.", "Nothing else."))
    assert found("waiting caller") == [f"{PATH}#entry-1"]
    page = tree("wyvern-valley/search?q=waiting")
    assert page.xpath("//main//mark/text()") == ["waited"]
    assert page.xpath("//main//li//a/@href") == [f"/{PATH}#entry-1"]


def test_phrases_beginnings_either_and_without() -> None:
    taken(office(), said("theft of vehicles", "vehicle checks", "burglary", "Café owners"))
    assert found('"vehicle checks"') == [f"{PATH}#entry-2"]
    assert found("burgl*") == [f"{PATH}#entry-3"]
    assert set(found("burglary OR checks")) == {f"{PATH}#entry-2", f"{PATH}#entry-3"}
    assert found("vehicle -checks") == [f"{PATH}#entry-1"]
    assert found("cafe") == [f"{PATH}#entry-4"]


@pytest.mark.parametrize("name", ["Ceinwen Llŷr", "Zoë Ŵyn", "Mai Nguyễn", "Åse Grønn"])
def test_a_name_with_accents_is_found_as_it_is_written(name: str) -> None:
    taken(office(), said(f"The panel heard {name} of the youth forum."))
    for word in name.split():
        assert found(word), word


def test_filters_by_kind_forum_and_year() -> None:
    taken(office(), said("callers"), small_meeting("2021-03-01"))
    assert found("callers", kind="entry", forum="wyvern-valley/assurance", year=2022)
    assert not found("callers", kind="action")
    assert not found("callers", forum="wyvern-valley/board")
    assert not found("callers", year=2021)
    assert not found("callers", year=10**18)


def test_another_office_finds_nothing_of_it() -> None:
    taken(office(), said("callers"))
    assert not search("callers", "elsewhere").hits


@pytest.mark.parametrize(
    "typed",
    ['"', "' OR 1=1 --", "NEAR(a b)", "callers AND", "*", "-", "a\x00b", "title:callers", "{", "é" * 10_000,
     "\ud800", "word " * 3000, "(callers", 'callers"'],
)  # fmt: skip
def test_nothing_that_can_be_typed_is_an_error(typed: str) -> None:
    taken(office(), said("callers"))
    search(typed, "wyvern-valley")
    asked = urlencode({"q": typed.encode("utf-8", "ignore").decode()})
    assert Client().get(f"/wyvern-valley/search?{asked}").status_code == 200


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_finds_or_does_not(db: None, typed: str) -> None:
    search(typed, "wyvern-valley")


def test_what_is_withdrawn_is_not_found() -> None:
    taken(office(), said("quillfeather waited"))
    assert found("quillfeather")
    taken(withdrawn=(PATH,))
    assert not found("quillfeather")


def test_what_a_correction_changed_is_found_by_its_new_words_only() -> None:
    taken(office(), said("quillfeather waited"))
    taken(said("somebody waited"), doing="correct")
    assert not found("quillfeather")
    assert found("somebody waited")


def test_what_is_found_by_its_name_is_not_said_to_stand_under_it() -> None:
    taken(office(), open_data.people())
    page = tree("wyvern-valley/search?q=example")
    assert "/wyvern-valley/people/ada-example" in page.xpath("//main//li//a/@href")
    assert "under" not in " ".join(page.xpath("//main//ol")[0].text_content().split())


def test_an_odd_filter_or_page_is_said() -> None:
    taken(office(), said("callers"))
    assert "There is a problem" in main("wyvern-valley/search?q=callers&kind=secret", 400)
    assert "shorter" in main("wyvern-valley/search?q=callers&page=7", 404)
    assert "Nothing that is published" in main("wyvern-valley/search?q=zebra")


def test_as_many_queries_for_more_hits() -> None:
    taken(office(), said("callers"))
    few = queries_of("/wyvern-valley/search?q=callers")
    taken(said(*[f"callers {number}" for number in range(300)]))
    assert queries_of("/wyvern-valley/search?q=callers") == few <= 15
    assert "15 to" not in main("wyvern-valley/search?q=callers")
    assert "21 to 40 shown" in main("wyvern-valley/search?q=callers&page=2")


def test_pieces_hold_the_whole_text() -> None:
    assert pieces("a \x02b\x03 c") == [(False, "a "), (True, "b"), (False, " c")]
    assert pieces("plain") == [(False, "plain")]


@pytest.mark.any_database
def test_no_byte_of_what_went_stays_in_the_file(tmp_path: Path) -> None:
    """FTS5 keeps what it deleted until it writes its index anew: after a withdrawal it has."""
    if connections["published"].vendor != "sqlite":
        pytest.skip("a file is SQLite's")
    taken(office(), said("quillfeather waited", "others too"))
    taken(small_meeting("2022-09-25", title="Another meeting"))
    assert b"quillfeath" in image(tmp_path / "before")
    taken(withdrawn=(PATH,))
    assert b"quillfeath" not in image(tmp_path / "after")


def image(path: Path) -> bytes:
    """The public store's bytes as this transaction has them."""
    rows: list[bytes] = []
    with connections["published"].cursor() as cursor:
        cursor.execute("SELECT block FROM published_fts_data")
        rows += [bytes(one[0]) for one in cursor.fetchall()]
        cursor.execute("SELECT title, text, data FROM published_line")
        rows += [str(one).encode() for one in cursor.fetchall()]
    path.write_bytes(b"".join(rows))
    return path.read_bytes()
