"""DOCX: what Word shows and what it hides."""

from __future__ import annotations

import io
from pathlib import Path

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.minutes.document import Document
from answerable.readers import Unreadable, read
from answerable.readers.docx import read_docx
from tests.readers.making import (
    R,
    W,
    assert_nothing_lost,
    codes,
    docx,
    listed,
    p,
    shown,
    strong,
    tbl,
    unzipped,
    zipped,
)

NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
  <w:lvlText w:val="%3)"/><w:suff w:val="space"/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%4)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
 <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
 <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
 <w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/>
 <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""

STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
 <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="Heading1"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>"""


def made(body: str, **parts: str) -> Document:
    document = read_docx(docx(body, **parts), "minutes.docx")  # also one without any text
    assert_nothing_lost(document)
    return document


def test_paragraphs_in_order_with_tabs_and_hard_breaks() -> None:
    document = made(
        p("First")
        + "<w:p/>"
        + "<w:p><w:r><w:t>Date:</w:t><w:tab/><w:t>4 March</w:t><w:br/><w:t>2021</w:t></w:r></w:p>"
    )
    assert document.text == "First\nDate:\t4 March\n2021"
    assert shown(document) == ["First", "Date:\t4 March / 2021"]


def test_automatic_numbers_are_in_the_text_as_word_draws_them() -> None:
    body = listed("Matters") + listed("Boats", level=1) + listed("hire", level=2) + listed("sale", level=2)
    body += listed("deep", level=3) + listed("Cars", level=1) + listed("again", level=2) + listed("Next")
    document = made(body, numbering=NUMBERING)
    assert document.text.split("\n") == [
        "1.\tMatters",
        "1.1\tBoats",
        "a) hire",
        "b) sale",
        "(i)\tdeep",
        "1.2\tCars",
        "a) again",
        "2.\tNext",
    ]
    assert [block.level for block in document.blocks] == [1, 2, 3, 3, 4, 2, 3, 1]


def test_lists_of_one_kind_count_on_and_an_override_starts_again() -> None:
    document = made(listed("a") + p("text") + listed("b", 3) + listed("c", 4), numbering=NUMBERING)
    assert document.text.split("\n") == ["1.\ta", "text", "2.\tb", "1.\tc"]


def test_a_list_of_a_converted_old_file_counts_on_after_its_first_item() -> None:
    other = NUMBERING.replace('abstractNumId="1"', 'abstractNumId="9"').split("<w:abstractNum ")[1]
    numbering = NUMBERING.replace("<w:num ", f"<w:abstractNum {other}<w:num ", 1).replace(
        "</w:numbering>", '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num></w:numbering>'
    )
    data = docx(
        listed("a") + listed("b", 9) + listed("c", 9) + p("text") + listed("d", 9), numbering=numbering
    )
    assert read_docx(data, "a", is_converted=True).text.split("\n") == [
        "1.\ta",
        "2.\tb",
        "3.\tc",
        "text",
        "4.\td",
    ]
    assert read_docx(data, "a").text.split("\n") == ["1.\ta", "1.\tb", "2.\tc", "text", "3.\td"]


def test_bullets_of_private_fonts_become_bullets() -> None:
    document = made(listed("a", 2) + listed("b", 2, 1) + listed("c", 2, 2), numbering=NUMBERING)
    assert document.text == "•\ta\n•\tb\n–\tc"


def test_a_number_that_stands_alone_in_its_cell_is_drawn_and_a_bullet_is_not() -> None:
    document = made(tbl([[listed(""), p("Boats"), listed("", 2)]]), numbering=NUMBERING)
    assert shown(document) == ["[0.0] 1.", "[0.1] Boats"]


def test_headings_come_from_the_outline_level_of_their_style() -> None:
    body = p("Boats", pr='<w:pStyle w:val="Item"/>') + p("The title", pr='<w:pStyle w:val="Title"/>')
    body += p("By itself", pr='<w:outlineLvl w:val="2"/>') + p("Body")
    assert shown(made(body, styles=STYLES)) == ["# Boats", "# The title", "### By itself", "Body"]


def test_bold_and_underlined_beginnings_with_inheritance() -> None:
    body = (
        p("All bold", bold=True)
        + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>ACTION:</w:t></w:r><w:r><w:t> CC to report</w:t></w:r></w:p>"
        + (
            "<w:p><w:r><w:t>2. </w:t></w:r><w:r><w:rPr>"
            "<w:u w:val='single'/></w:rPr><w:t>Boats</w:t></w:r></w:p>"
        )
        + (
            "<w:p><w:r><w:rPr><w:rStyle w:val='Strong'/></w:rPr>"
            "<w:t>By style</w:t></w:r><w:r><w:t> then plain</w:t></w:r></w:p>"
        )
        + (
            "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:rPr>"
            "<w:b w:val='0'/></w:rPr><w:t>not bold</w:t></w:r></w:p>"
        )
        + "<w:p><w:r><w:t>Later </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r></w:p>"
    )
    assert strong(made(body, styles=STYLES)) == ["All bold", "ACTION:", "2. Boats", "By style"]


def test_cells_keep_their_columns_over_merged_ones() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Across two") + "</w:tc>"
    down = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    rows = [[p("1."), p("Boats"), p("CC")], [wide, p("ACC")], [down, p("more"), p("DCC")]]
    document = made(tbl(rows))
    assert shown(document) == [
        "[0.0] 1.",
        "[0.1] Boats",
        "[0.2] CC",
        "[1.0] Across two",
        "[1.2] ACC",
        "[2.1] more",
        "[2.2] DCC",
    ]
    assert {block.cell.columns for block in document.blocks if block.cell} == {3}


def test_a_grid_split_finer_than_anybody_sees_makes_no_columns() -> None:
    pair = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    rows = [[pair + p("1.") + "</w:tc>", p("Boats")], [p("2."), pair + p("Cars") + "</w:tc>"]]
    document = made(tbl(rows, widths=(800, 60, 7000)))
    assert shown(document) == ["[0.0] 1.", "[0.1] Boats", "[1.0] 2.", "[1.1] Cars"]
    assert {block.cell.columns for block in document.blocks if block.cell} == {2}


def test_a_table_in_a_cell_has_a_number_of_its_own() -> None:
    document = made(
        tbl([[p("1."), p("before") + tbl([[p("in"), p("side")]], (900, 900)) + p("after"), p("CC")]])
    )
    assert [(block.cell.table, block.cell.column) for block in document.blocks if block.cell] == [
        (0, 0),
        (0, 1),
        (1, 0),
        (1, 1),
        (0, 1),
        (0, 2),
    ]


def test_owners_stand_beside_their_actions_by_height() -> None:
    action = (
        "The constable is to bring a paper on the boats of the valley to the meeting after the next one. "
    )
    body = p(action * 2) + p() + p("ACTION: first") + p() + p("ACTION: second")
    document = made(tbl([[p("1."), body, p() * 4 + p("CC") + p() + p("ACC")]]))
    beside = {document.text[b.start : b.end].strip()[-6:]: b.beside for b in document.blocks}
    assert beside["CC"][0] == pytest.approx(beside[" first"][0], abs=1)
    assert beside["ACC"][0] == pytest.approx(beside["second"][0], abs=1)


def test_tracked_changes_are_read_as_accepted_and_reported() -> None:
    body = (
        "<w:p><w:r><w:t>The force will </w:t></w:r>"
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>soon </w:t></w:r></w:ins><w:r><w:t>report.</w:t></w:r></w:p>"
        "<w:moveFrom><w:r><w:t>old place</w:t></w:r></w:moveFrom>"
        "<w:p><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:moveTo><w:r><w:t>moved</w:t></w:r></w:moveTo></w:p>"
    )
    document = made(body)
    assert document.text == "The force will soon report.\nmoved"
    assert document.notices[0].message == "1 tracked deletion was not read as text: “never”."
    assert document.notices[0].lines == ()


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    first = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>"
    assert made(first + p("sentence.")).text == "One sentence."


def test_a_deleted_row_is_left_out_and_quoted() -> None:
    row = (
        "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:del><w:r>"
        "<w:delText>gone</w:delText></w:r></w:del></w:p></w:tc></w:tr>"
    )
    document = made(tbl([[p("kept"), p("too")]], (900, 900)).replace("</w:tbl>", row + "</w:tbl>"))
    assert document.text == "kept\ntoo"
    assert "“gone”" in document.notices[0].message


def test_comments_and_hidden_text_are_reported_and_not_read() -> None:
    body = "<w:p><w:r><w:t>Seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> unseen</w:t></w:r>"
    body += (
        "<w:r><w:rPr><w:rStyle w:val='Secret'/></w:rPr><w:t> hidden</w:t>"
        "</w:r><w:r><w:commentReference w:id='0'/></w:r></w:p>"
    )
    comments = f"<w:comments {W}><w:comment w:id='0'>{p('Is this right?')}</w:comment></w:comments>"
    document = made(body, comments=comments, styles=STYLES)
    assert document.text == "Seen"
    assert [notice.message for notice in document.notices] == [
        "2 pieces of hidden text were not read as text: “unseen”, “hidden”.",
        "1 comment was not read as text: “Is this right?”.",
    ]


def test_headers_and_footers_are_furniture_each_once() -> None:
    section = "<w:sectPr><w:headerReference w:type='default' r:id='header1'/>"
    section += (
        "<w:headerReference w:type='first' r:id='header2'/>"
        "<w:footerReference w:type='default' r:id='footer1'/></w:sectPr>"
    )
    data = docx(
        p("Body"),
        section=section,
        header1=f"<w:hdr {W} {R}>{p('OFFICIAL')}</w:hdr>",
        header2=f"<w:hdr {W} {R}>{p('not shown: no title page')}</w:hdr>",
        footer1=f"<w:ftr {W} {R}>{tbl([[p('Page'), p('1')]], (900, 900))}</w:ftr>",
    )
    assert shown(read(data, "a.docx")) == ["~ OFFICIAL", "Body", "~ Page", "~ 1"]


def test_footnotes_follow_with_their_numbers() -> None:
    body = (
        "<w:p><w:r><w:t>Crime fell</w:t></w:r><w:r>"
        "<w:footnoteReference w:id='7'/></w:r><w:r><w:t>.</w:t></w:r></w:p>"
    )
    notes = f"<w:footnotes {W}><w:footnote w:id='7'>{p('By four in a hundred.')}</w:footnote></w:footnotes>"
    assert made(body, footnotes=notes).text == "Crime fell¹.\n¹ By four in a hundred."


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    run = (
        f"<w:r><mc:AlternateContent {space}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert (
        made(f"<w:p><w:r><w:t>anchor</w:t></w:r>{run}</w:p>" + p("after")).text == "anchor\nin the box\nafter"
    )


def test_content_controls_links_and_fields_give_their_text() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p('controlled')}</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:fldSimple><w:r><w:t> 3</w:t></w:r></w:fldSimple>"
        "<w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:noBreakHyphen/></w:r></w:p>"
    )
    assert made(body).text == "controlled\nlink 3•\u2011"


def test_a_strict_document_is_read_too() -> None:
    strict = "http://purl.oclc.org/ooxml/"
    names = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": strict + "wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": strict
        + "officeDocument/relationships",
    }
    parts = unzipped(docx(p("Strictly")))
    for usual, other in names.items():
        parts = {name: part.replace(usual.encode(), other.encode()) for name, part in parts.items()}
    assert read(zipped(parts), "a.docx").text == "Strictly"


def test_what_python_docx_writes() -> None:
    made_with = python_docx.Document()
    made_with.add_heading("Assurance Meeting", 1)
    made_with.add_paragraph("First", style="List Number")
    made_with.add_paragraph("Second", style="List Number")
    made_with.add_paragraph("Point", style="List Bullet")
    table = made_with.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "merged"
    table.cell(1, 1).text = "right"
    stream = io.BytesIO()
    made_with.save(stream)
    assert shown(read(stream.getvalue(), "a.docx")) == [
        "# Assurance Meeting",
        "> 1.\tFirst",
        "> 2.\tSecond",
        "> •\tPoint",
        "[0.0] merged",
        "[1.1] right",
    ]


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        ({"word/document.xml": "<w:document"}, "XML is broken"),
        ({"word/document.xml": f"<w:document {W}/>"}, "no Word document"),
        ({"_rels/.rels": "<Relationships/>"}, "names no main document"),
        (
            {"word/document.xml": "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"},
            "document type",
        ),
        ({"word/document.xml": f"<w:document {W}><w:body>" + "<w:sdt>" * 400}, "too deeply"),
    ],
)
def test_damaged_parts_end_in_a_sentence(damage: dict[str, str], sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence) as refusal:
        read(zipped({**unzipped(docx(p("x"))), **damage}), "a.docx")
    assert str(refusal.value).startswith("a.docx ")
    assert "\n" not in str(refusal.value)


TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="<>&\ufffe\uffff"), max_size=20
)
PARAGRAPH = st.builds(
    lambda text, bold, number: listed(text, *number) if number else p(text, bold=bold),
    TEXT,
    st.booleans(),
    st.none() | st.tuples(st.integers(1, 5), st.integers(0, 4)),
)
CELL = st.lists(PARAGRAPH, min_size=1, max_size=3).map("".join)
TABLE = st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=3).map(tbl)


@given(st.lists(PARAGRAPH | TABLE, max_size=5).map("".join))
@settings(deadline=None)
def test_nothing_is_lost_of_any_document(body: str) -> None:
    made(body, numbering=NUMBERING)


@pytest.mark.corpus
def test_nothing_is_lost_of_the_corpus(corpus: Path) -> None:
    paths = [*corpus.glob("minutes/*/*.docx"), *corpus.glob("wild/documents/*.docx")]
    assert paths
    for path in paths:
        document = read(path.read_bytes(), path.name)
        assert_nothing_lost(document)
        assert codes(document) == []
