"""A sheet as a web page: what a person, a screen reader and our own reader make of it."""

from __future__ import annotations

import html as entities
from collections.abc import Sequence

from lxml import etree

from answerable.core.minutes.document import Document
from answerable.core.minutes.printing import as_document
from answerable.core.minutes.sheet import Break, Heading, ListItem, Picture, Piece, Sheet, Table, Text
from answerable.readers import read
from answerable.writers.html import write_fragment, write_html

HOSTILE = "<script>alert(1)</script> & \"quotes\" 'single' \x00\x1f </td></table>"


def page(*blocks: Piece | Table | Break, **other: object) -> str:
    return write_html(Sheet("Wyvern Valley Assurance Board", blocks, **other))  # type: ignore[arg-type]


def tree(text: str) -> etree._Element:
    return etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8"))


def words(elements: Sequence[etree._Element]) -> list[str]:
    return ["".join(one.itertext()) for one in elements]


def shape(document: Document) -> list[object]:
    text = document.text
    return [
        (one.kind, text[one.start : one.end], one.cell, one.strong_end and text[one.start : one.strong_end])
        for one in document.blocks
        if one.kind != "furniture"
    ]


def test_a_page_has_its_language_title_and_headings() -> None:
    root = tree(page(Heading("Custody", 1, "3."), Heading("Detention times", 2, "3.1.")))
    assert root.get("lang") == "en-GB"
    assert words(root.xpath("//title | //h1")) == ["Wyvern Valley Assurance Board"] * 2
    assert words(root.xpath("//h2")) == ["3. Custody"]
    assert words(root.xpath("//h3")) == ["3.1. Detention times"]


def test_a_table_names_its_columns() -> None:
    table = Table(
        (30, 70), [[[Text("CC")], [Text("To share it.")]]], head=("Owner", "Action"), caption="Actions"
    )
    root = tree(page(table))
    assert [one.get("scope") for one in root.xpath("//thead//th")] == ["col", "col"]
    assert words(root.xpath("//caption")) == ["Actions"]
    assert words(root.xpath("//tbody//td")) == ["CC", "To share it."]


def test_a_table_for_layout_is_none_to_a_screen_reader() -> None:
    assert tree(page(Table((50, 50), [[[Text("a")], []]], bare=True))).xpath("//table/@role") == [
        "presentation"
    ]


def test_lists_are_lists_and_labels_stand_as_printed() -> None:
    root = tree(
        page(ListItem("one", "3."), ListItem("two", "4."), ListItem("deeper", "", 2), ListItem("x", "a)"))
    )
    assert root.xpath("//ol/li/@value") == ["3", "4"]
    assert words(root.xpath("//ol//ul/li")) == ["deeper"]
    assert words(root.xpath("//ul[@class='labelled']/li")) == ["a) x"]


def test_text_is_never_markup() -> None:
    cells = Table((100,), [[[Text(HOSTILE)]]], head=(HOSTILE,), caption=HOSTILE)
    text = page(
        Text(HOSTILE, lead=HOSTILE), Heading(HOSTILE), ListItem(HOSTILE, HOSTILE), cells, marking=HOSTILE
    )
    assert "<script" not in text
    assert "\x00" not in text
    assert text.count(entities.escape("<script>alert(1)</script>")) == 9


def test_nothing_is_fetched_or_run() -> None:
    root = tree(page(Picture("<svg/>", "A chart of calls")))
    assert not root.xpath("//script | //link | //iframe")
    assert all(one.startswith("data:") for one in root.xpath("//@src"))


def test_a_picture_has_words() -> None:
    assert words(tree(page(Picture("<svg/>", "Calls fell."))).xpath("//figcaption")) == ["Calls fell."]


def test_the_marking_stands_above_and_the_footer_below() -> None:
    root = tree(page(Text("x"), marking="OFFICIAL", footer="Approved"))
    assert words(root.xpath("//body/header | //body/footer")) == ["OFFICIAL", "Approved"]


def test_a_fragment_goes_under_the_page_it_stands_in() -> None:
    fragment = write_fragment(Sheet("x", [Heading("Custody"), Text("Noted.")]), level=3)
    assert fragment == "<h3>Custody</h3>\n<p>Noted.</p>"


def test_our_reader_takes_from_it_what_the_sheet_says() -> None:
    sheet = Sheet(
        "Wyvern Valley Assurance Board",
        [
            Text("Tuesday 10 March 2026", lead="Date:"),
            Heading("Custody", 1, "3."),
            Text("Plain words.", strong=True),
            ListItem("one", "1."),
            ListItem("dotted"),
            ListItem("lettered", "a)"),
            Table(
                (10, 70, 20),
                [
                    [[Text("1.")], [Heading("Estate"), ListItem("in a cell", "1.")], [Text("DCC")]],
                    [[], [], []],
                ],
                head=("No.", "Discussion", "Action"),
            ),
            Picture("<svg/>", "A chart."),
        ],
        marking="OFFICIAL",
        footer="Page foot",
    )
    assert shape(read(write_html(sheet).encode(), "minutes.html")) == shape(as_document(sheet))
