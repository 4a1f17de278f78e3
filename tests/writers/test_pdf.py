"""A PDF: tagged, titled, confined to its template, and the same each time."""

from __future__ import annotations

import io
import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pdfplumber
import pypdfium2
import pytest
import typst

from answerable.core.minutes.sheet import Break, Heading, ListItem, Picture, Sheet, Table, Text
from answerable.readers import read
from answerable.writers.pdf import setting, write_pdf
from answerable.writers.pdf.breaking import runs
from answerable.writers.pdf.layout import laid_out
from tests.writers.sheets import LONG, minutes
from tests.writers.views import furniture, seen

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="80" height="20"/></svg>'


def tags(data: bytes) -> list[dict[str, Any]]:
    """The elements of the structure tree in reading order."""

    def walk(elements: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for element in elements:
            yield element
            yield from walk(element.get("children", []))

    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return list(walk(pdf.structure_tree))


def kinds(data: bytes) -> list[str]:
    return [element["type"] for element in tags(data)]


def pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_it_says_what_it_is() -> None:
    with pdfplumber.open(io.BytesIO(write_pdf(minutes(1)))) as pdf:
        catalog = pdf.doc.catalog
        assert pdf.metadata["Title"] == "Monthly Assurance Meeting – 12 March 2026"
        assert pdf.metadata["Subject"] == "Minutes"
        assert catalog["Lang"] == b"en-GB"
        assert catalog["MarkInfo"]["Marked"] is True
        assert catalog["ViewerPreferences"]["DisplayDocTitle"] is True
        assert {"Author", "CreationDate", "ModDate"}.isdisjoint(pdf.metadata)


def test_it_is_declared_accessible() -> None:
    assert b"pdfuaid:part" in write_pdf(minutes(1))


def test_headings_lists_and_heads_of_tables_are_tagged() -> None:
    found = tags(write_pdf(minutes(2)))
    types = [element["type"] for element in found]
    assert {"H1", "H2", "L", "LI", "Lbl", "LBody", "Table", "THead", "TH", "TBody", "P"} <= set(types)
    heads = [element for element in found if element["type"] == "TH"]
    assert len(heads) == 7
    assert all(element["attributes"]["Scope"] == "Column" for element in heads)


def test_levels_of_headings_are_not_skipped() -> None:
    one = Sheet("Minutes", [Heading("Deep", 3), Heading("Deeper", 5), Heading("Top", 1), Heading("Again", 4)])
    assert [kind for kind in kinds(write_pdf(one)) if kind.startswith("H")] == ["H1", "H2", "H1", "H2"]


def test_the_same_sheet_is_the_same_file() -> None:
    first = write_pdf(minutes(3))
    write_pdf(minutes(1))
    assert write_pdf(minutes(3)) == first


def test_marking_and_number_are_on_every_page_and_not_of_the_record() -> None:
    data = write_pdf(minutes(3, marking="Draft, not approved"))
    texts = pages(data)
    assert len(texts) > 2
    for number, text in enumerate(texts, 1):
        assert text.count("Draft, not approved") == 2
        assert f"Page {number} of {len(texts)}" in text
    assert {"Draft, not approved", "Wyvern Valley · Monthly Assurance Meeting"} <= furniture(
        read(data, "a.pdf")
    )


def test_one_page_has_its_marking_read_as_such() -> None:
    one = Sheet("Notice", [Text("The meeting is cancelled.")], marking="Draft, not approved", footer="Wyvern")
    document = read(write_pdf(one), "a.pdf")
    assert [block.words for block in seen(document)] == ["Notice", "The meeting is cancelled."]
    assert furniture(document) == {"Draft, not approved", "Page 1 of 1"}


def test_heads_of_tables_are_printed_on_every_page() -> None:
    texts = pages(write_pdf(minutes(6)))
    assert sum("No. Item Action" in text.replace("\r\n", " ") for text in texts) >= len(texts) - 2


def test_a_tall_row_goes_on_over_pages_and_is_one() -> None:
    body = [Text(LONG) for _ in range(60)]
    table = Table((10, 75, 15), [[[Text("1")], body, [Text("DCC")]], [[], [Text("Next.")], [Text("CC")]]])
    data = write_pdf(Sheet("Minutes", [table]))
    assert len(pages(data)) > 2
    rows = [block.cell[1] for block in seen(read(data, "a.pdf")) if block.cell]
    assert rows == [0] * 62 + [1] * 2


@pytest.mark.parametrize("rows", range(24, 40))
def test_a_row_under_the_same_number_begins_anew_on_the_next_page(rows: int) -> None:
    cells = [
        [[Text("1")] if not at else [], [Text(f"Row {at} without a stop")], [Text("DCC")]]
        for at in range(rows)
    ]
    found = seen(read(write_pdf(Sheet("Minutes", [Table((10, 75, 15), cells)])), "a.pdf"))
    assert [block.words for block in found if block.cell and block.cell[1] == rows - 1] == [
        f"Row {rows - 1} without a stop",
        "DCC",
    ]


def test_a_page_break_is_one() -> None:
    assert len(pages(write_pdf(Sheet("Minutes", [Text("One."), Break(), Text("Two.")])))) == 2


def test_a_picture_has_its_words_below_it() -> None:
    data = write_pdf(Sheet("Minutes", [Picture(SVG, "Abandoned calls rose in June.")]))
    assert [block.words for block in seen(read(data, "a.pdf"))] == [
        "Minutes",
        "Abandoned calls rose in June.",
    ]


def test_characters_that_no_font_has_are_spelled() -> None:
    data = write_pdf(Sheet("Minutes", [Text("A note: 中文, and the rest of it."), Text("Plain.")]))
    words = [block.words for block in seen(read(data, "a.pdf"))][1:]
    assert words[1] == "Plain."
    assert words[0] in ("A note: 中文, and the rest of it.", "A note: [U+4E2D][U+6587], and the rest of it.")


def test_a_thousand_alphabets_are_few_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []
    compiled = setting._compiled
    monkeypatch.setattr(setting, "_compiled", lambda data: tries.append(1) or compiled(data))
    odd = "".join(chr(code) for code in range(0x0900, 0x3000) if chr(code).isalpha())
    assert write_pdf(Sheet("Minutes", [Text("Read out: " + odd)])).startswith(b"%PDF")
    assert len(tries) <= setting.MOST_TRIES + 1


def test_a_word_wider_than_its_column_stays_in_it() -> None:
    word = "x" * 400
    table = Table((10, 75, 15), [[[Text("1")], [Text(word)], [Text("DCC")]]])
    found = seen(read(write_pdf(Sheet("Minutes", [table])), "a.pdf"))
    assert [block.words.replace(" ", "") for block in found if block.cell] == ["1", word, "DCC"]


def test_it_reaches_no_file_and_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    one = Sheet('#read("/etc/hostname")', [Text('#import "@preview/x:1.0.0"')])
    assert "read(" in pages(write_pdf(one))[0]
    for there in ("/etc/hostname", "../../../../../../../../etc/hostname", "https://wyvern.example/a.png"):
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{there}"/></svg>'
        with pytest.raises(typst.TypstError, match=r"not allowed|escape|not supported|failed"):
            write_pdf(Sheet("Minutes", [Picture(drawing, "Nothing.")]))


def test_an_empty_sheet_is_a_page() -> None:
    assert len(pages(write_pdf(Sheet("", [])))) == 1
    assert len(pages(write_pdf(Sheet("Only a title", [Text(""), Table((50, 50), [])])))) == 1


def test_many_at_once_come_out_right() -> None:
    sheets = [Sheet(f"Meeting {number}", [Text(LONG)]) for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        for sheet, data in zip(sheets, pool.map(write_pdf, sheets), strict=True):
            assert sheet.title in pages(data)[0]


def test_lines_end_at_blanks_only() -> None:
    assert runs("the multi-agency group", 40) == ["the ", ["multi-agency"], " ", "group"]
    assert runs("asked for 2. and more", 40) == ["asked ", ["for 2."], " ", "and more"]
    assert runs("pre- and post-war", 40) == [["pre- and"], " ", ["post-war"]]
    assert runs("of the CC. He said", 40, over_pages=True) == ["of ", ["the CC. He"], " ", "said"]
    assert runs("a" * 50, 40) == [["a" * 50, "wide"]]


def test_what_goes_to_the_template_is_data() -> None:
    data = laid_out(Sheet("T", [ListItem("one", label="1."), ListItem("in", label="a)", level=2)]))
    assert json.loads(json.dumps(data)) == data
    (lists,) = data["blocks"]
    assert lists["items"][0]["inner"][0]["label"] == "a)"
