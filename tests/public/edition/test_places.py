"""Where each address lies in the edition, and what becomes of the links of a page."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.public.edition.mending import mended, targets, title_of, words_of
from answerable.public.edition.places import address, file_of, is_followed, link, way

SITE = "https://record.example"
MEETING = "/vale/board/2022-08-25"
FILE = f"{MEETING}/files/minutes.pdf"
KNOWN = {
    "/": "START-HERE.html",
    "/vale": "vale.html",
    "/vale/actions": "vale/actions.html",
    "/vale/actions?page=2": "vale/actions~page=2.html",
    MEETING: "vale/board/2022-08-25.html",
    f"{MEETING}/item/2.7-2": "vale/board/2022-08-25/item/2.7-2.html",
    "/vale/search": "vale/search.html",
}


@pytest.mark.parametrize(
    ("where", "page", "file"),
    [
        ("/", True, "START-HERE.html"),
        ("/vale", True, "vale.html"),
        (f"{MEETING}/item/2.7-2", True, "vale/board/2022-08-25/item/2.7-2.html"),
        ("/vale/actions?page=2", True, "vale/actions~page=2.html"),
        ("/vale/actions?owner=CC&page=2", True, "vale/actions~owner=CC~page=2.html"),
        ("/vale/actions.csv", False, "vale/actions.csv"),
        ("/vale/actions.csv?owner=CC", False, "vale/actions~owner=CC.csv"),
        (FILE, False, "vale/board/2022-08-25/files/minutes.pdf"),
        (f"{FILE}/version/1", False, "vale/board/2022-08-25/files/minutes~version-1.pdf"),
        (f"{FILE}/version/1", True, "vale/board/2022-08-25/files/minutes~version-1.pdf.html"),
        ("/vale/publications/3/header", False, "vale/publications/3/header"),
    ],
)  # fmt: skip
def test_each_address_has_a_file(where: str, page: bool, file: str) -> None:
    assert file_of(where, is_page=page) == file


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("/vale/actions?page=2", ("/vale/actions?page=2", "")),
        ("/vale/actions?page=1", ("/vale/actions", "")),
        ("/vale/actions?page=2&amp;owner=CC", ("/vale/actions?owner=CC&page=2", "")),
        ("?page=3", ("/vale/promises?page=3", "")),
        (f"{MEETING}/entry/4", (MEETING, "entry-4")),
        (f"{SITE}/vale", ("/vale", "")),
        (SITE, ("/", "")),
        ("https://elsewhere.example/vale", None),
        ("mailto:office@vale.example", None),
    ],
)
def test_a_link_says_which_address_it_means(href: str, found: tuple[str, str] | None) -> None:
    assert address(href, "/vale/promises", SITE) == found


@pytest.mark.parametrize(
    ("where", "is_there"),
    [
        ("/vale/actions", True),
        ("/vale/actions?page=2", True),
        ("/vale/actions?area=north&page=2", True),
        ("/vale/actions?area=north&owner=CC", False),
        ("/vale/search?q=words", False),
        ("/vale/actions?state=open", False),
    ],
)
def test_what_a_form_asks_has_no_file(where: str, is_there: bool) -> None:
    assert is_followed(where) is is_there


@pytest.mark.parametrize(
    ("href", "becomes"),
    [
        ("/vale", "../../../../vale.html"),
        (f"{MEETING}/entry/4", "../../2022-08-25.html#entry-4"),
        ("/static/v-0123456789ab/answerable/icon.svg", "../../../../static/answerable/icon.svg"),
        ("#entry-4", "#entry-4"),
        ("https://elsewhere.example/", "https://elsewhere.example/"),
        ("/vale/nowhere", None),
        ("/vale/actions?state=open", None),
    ],
)
def test_a_link_leads_from_file_to_file(href: str, becomes: str | None) -> None:
    base = f"{MEETING}/item/2.7-2"
    assert link(href, base, KNOWN[base], KNOWN, SITE) == becomes


WORD = st.text("abXY09_~%'é-", min_size=1, max_size=6)
FILES = st.lists(WORD, min_size=1, max_size=4).map("/".join)


@given(FILES, FILES)
def test_the_way_between_any_two_files_is_right(one: str, other: str) -> None:
    from posixpath import dirname, join, normpath
    from urllib.parse import unquote

    assert normpath(join(dirname(one), unquote(way(one, other)))) == normpath(other)


PAGE = """<html><head><title>Items – Vale</title><link rel="canonical" href="https://record.example/vale">
<link rel="alternate" href="/vale/feeds/gone.atom"><link rel="stylesheet" href="/static/v-0123456789ab/a.css">
</head><body><main id="main-content"><form action="/vale/actions"><a href="/vale">Clear</a></form>
<form action="/vale/search"><input name="q"></form>
<a href="/vale/actions?page=2">Next &amp; last</a> <a class="x" href="/api">the API</a>
<nav><a href="/vale">All</a></nav><div class="pub-minutes"><p>Callers waited</p></div></main>
<p class="pub-onpaper">https://record.example/vale</p></body></html>"""


def test_a_page_leads_to_files_or_says_its_words_without_a_link() -> None:
    text = mended(PAGE, partial(link, base="/vale", file="vale.html", known=KNOWN, site=SITE), "<p>note</p>")
    assert '<link rel="canonical" href="https://record.example/vale">' in text
    assert 'href="static/a.css"' in text
    assert "gone.atom" not in text
    assert "Clear" not in text
    assert 'action="vale/search.html"' in text
    assert '<a href="vale/actions~page%3D2.html">Next &amp; last</a>' in text
    assert "<span>the API</span>" in text
    assert '<p>note</p><p class="pub-onpaper">' in text


def test_the_search_form_stays_in_each_language() -> None:
    known = {**KNOWN, "/cy/vale": "cy/vale.html", "/cy/vale/search": "cy/vale/search.html"}
    form = '<form action="/cy/vale/search"><input name="q"></form><form action="/cy/vale/actions"></form>'
    text = mended(form, partial(link, base="/cy/vale", file="cy/vale.html", known=known, site=SITE), "")
    assert text == '<form action="vale/search.html"><input name="q"></form>'


def test_what_a_page_leads_to_is_known_without_its_filters() -> None:
    assert list(targets(PAGE)) == [
        "/vale/feeds/gone.atom", "/static/v-0123456789ab/a.css", "/vale/actions?page=2", "/api", "/vale",
    ]  # fmt: skip


def test_the_search_reads_words_and_neither_marks_nor_ways() -> None:
    assert title_of(PAGE) == "Items"
    assert "Callers waited" in words_of(PAGE)
    assert "All" not in words_of(PAGE)
    assert "Callers" not in words_of(PAGE, head_only=True)
    assert "Next & last" in words_of(PAGE, head_only=True)
