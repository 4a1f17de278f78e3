"""A Word document: real styles and lists, its language and title, and nothing that it does not say."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document
from lxml import etree

from answerable.core.minutes.sheet import Break, Heading, ListItem, Picture, Sheet, Table, Text
from answerable.readers import read
from answerable.writers.docx import write_docx
from answerable.writers.docx.numbering import ways
from tests.writers.sheets import minutes
from tests.writers.views import furniture, seen

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr tabs spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs color sz szCs lang",
    "tblPr": "tblStyle tblW tblBorders tblLayout tblCellMar tblLook tblCaption",
    "trPr": "cantSplit tblHeader",
    "style": "name basedOn next qFormat pPr rPr tblPr tblStylePr",
    "lvl": "start numFmt lvlText lvlJc pPr",
    "sectPr": "headerReference footerReference pgSz pgMar",
    "settings": "defaultTabStop characterSpacingControl compat",
}
"""The order of children that the schema asks for (ECMA-376, part 1, annex A): Word refuses another."""


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(data: bytes) -> etree._Element:
    return etree.fromstring(parts(data)["word/document.xml"])


def listed(*labels: str) -> list[str]:
    """What the items with these labels are labelled when the file is read."""
    one = Sheet("Minutes", [ListItem("words", label=label) for label in labels])
    return [block.words.removesuffix(" words") for block in seen(read(write_docx(one), "a.docx"))[1:]]


def test_word_can_open_it_by_python_docx() -> None:
    document = Document(io.BytesIO(write_docx(minutes(2))))
    assert document.paragraphs[0].style.name == "Title"
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"][:2] == ["Present", "Minutes"]
    assert document.tables[2].style.name == "Table Grid"
    assert document.core_properties.title == "Monthly Assurance Meeting – 12 March 2026"
    assert document.core_properties.language == "en-GB"


def test_children_stand_in_the_order_of_the_schema() -> None:
    checked = 0
    for name, part in parts(write_docx(minutes(2))).items():
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        for element in etree.fromstring(part).iter():
            order = ORDER.get(etree.QName(element).localname)
            if order:
                places = [order.split().index(etree.QName(child).localname) for child in element]
                assert places == sorted(places), etree.tostring(element)
                checked += 1
    assert checked > 100


def test_every_style_that_is_used_is_defined() -> None:
    inside = parts(write_docx(minutes(2)))
    used = set(re.findall(rb'w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"', b"".join(inside.values())))
    assert used <= set(re.findall(rb'w:styleId="(\w+)"', inside["word/styles.xml"]))


def test_the_same_sheet_is_the_same_file() -> None:
    assert write_docx(minutes(3)) == write_docx(minutes(3))


def test_it_names_nobody_and_no_tool() -> None:
    inside = parts(write_docx(minutes(2)))
    assert set(inside) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/footer.xml",
        "word/header.xml",
    }
    together = b"".join(inside.values()).lower()
    for trace in (
        b"creator",
        b"lastmodified",
        b"revision",
        b"rsid",
        b"python",
        b"answerable",
        b"created",
        b"<w:ins ",
    ):
        assert trace not in together, trace


def test_heads_are_repeated_on_every_page() -> None:
    table = list(body(write_docx(minutes(2))).iter(W + "tbl"))[2]
    heads = [row for row in table.iter(W + "tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert [" ".join(cell.itertext()) for cell in heads[0]] == ["", "No.", "Item", "Action"]
    assert len(heads) == 1


def test_columns_share_the_line() -> None:
    table = next(body(write_docx(minutes(1))).iter(W + "tbl"))
    widths = [int(column.get(W + "w", "")) for column in table.iter(W + "gridCol")]
    assert sum(widths) == 9070
    assert widths[1] == pytest.approx(3 * widths[0], abs=2)


def test_the_marking_stands_at_the_head_of_every_page_and_pages_are_counted() -> None:
    data = write_docx(minutes(1, marking="OFFICIAL-SENSITIVE"))
    assert "OFFICIAL-SENSITIVE" in furniture(read(data, "a.docx"))
    assert b"NUMPAGES" in parts(data)["word/footer.xml"]
    assert "word/header.xml" not in parts(write_docx(minutes(1, marking="")))


@pytest.mark.parametrize(
    "labels",
    [
        ["1.", "2.", "3."],
        ["a)", "b)", "c)"],
        ["i.", "ii.", "iii.", "iv."],
        ["(h)", "(i)", "(j)"],
        ["2.1", "2.2", "4"],
        ["7.", "3.", "3."],
        ["2.1.b", "A-0112", "–", "1.", "01.", "1.1.1"],
        ["C.", "D.", "I.", "V."],
    ],
)
def test_labels_are_as_the_sheet_says(labels: list[str]) -> None:
    assert listed(*labels) == labels


def test_labels_that_follow_are_one_list_that_word_counts() -> None:
    one = Sheet("M", [ListItem("x", label=label) for label in ("a)", "b)", "c)", "1.", "2.")])
    numbers = [number.get(W + "val") for number in body(write_docx(one)).iter(W + "numId")]
    assert numbers == ["2", "2", "2", "3", "3"]
    assert b"lowerLetter" in parts(write_docx(one))["word/numbering.xml"]


def test_a_list_goes_on_below_a_list_within_it() -> None:
    items = [("1.", 1), ("a)", 2), ("b)", 2), ("2.", 1), ("a)", 2)]
    one = Sheet("M", [ListItem("x", label=label, level=level) for label, level in items])
    assert [block.words for block in seen(read(write_docx(one), "a.docx"))[1:]] == [
        f"{label} x" for label, _ in items
    ]
    numbers = [number.get(W + "val") for number in body(write_docx(one)).iter(W + "numId")]
    assert numbers == ["2", "3", "3", "2", "4"]


def test_a_letter_may_be_a_roman_number() -> None:
    assert [(way.form, way.place) for way in ways("i)")] == [("lowerRoman", 1), ("lowerLetter", 9)]
    assert ways("A%1") == []


def test_a_page_break_adds_no_empty_paragraph() -> None:
    one = Sheet("M", [Text("One."), Break(), Heading("Two")])
    assert len(list(body(write_docx(one)).iter(W + "p"))) == 3
    assert b"pageBreakBefore" in parts(write_docx(one))["word/document.xml"]


def test_a_picture_is_there_in_words() -> None:
    one = Sheet("M", [Picture("<svg/>", "Abandoned calls rose in June.")])
    assert seen(read(write_docx(one), "a.docx"))[-1].words == "Abandoned calls rose in June."


def test_two_tables_in_a_row_stay_two() -> None:
    table = Table((50, 50), [[[Text("a")], [Text("b")]]])
    found = seen(read(write_docx(Sheet("M", [table, table])), "a.docx"))[1:]
    assert [block.cell[0] for block in found if block.cell] == [0, 0, 1, 1]


def test_a_sheet_without_its_title_printed_still_has_one() -> None:
    data = write_docx(Sheet("Kept inside", [Text("Words.")], printed_title=False))
    assert [block.words for block in seen(read(data, "a.docx"))] == ["Words."]
    assert b"Kept inside" in parts(data)["docProps/core.xml"]


def test_deep_headings_and_rows_that_are_too_short_are_written() -> None:
    rows = [[[Text("a")]], [[Text("b")], [Text("c")], [Text("d")]]]
    data = write_docx(Sheet("M", [Heading("Deep", 7), Table((30, 30, 40), rows)]))
    assert [block.words for block in seen(read(data, "a.docx"))] == ["M", "Deep", "a", "b", "c", "d"]
