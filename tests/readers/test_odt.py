"""ODT: what Writer shows and what it hides."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.minutes.document import Document
from answerable.readers import Unreadable, read
from answerable.readers.odt import read_odt
from tests.readers.making import assert_nothing_lost, flat_odt, odt, shown, strong, unzipped, zipped

STYLES = """
<style:style style:name="B" style:family="text">
 <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="U" style:family="text">
 <style:text-properties style:text-underline-style="solid"/></style:style>
<style:style style:name="X" style:family="text">
 <style:text-properties text:display="none"/></style:style>
<style:style style:name="PB" style:family="paragraph">
 <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="PC" style:family="paragraph" style:parent-style-name="PB"/>
<style:style style:name="W" style:family="table-column">
 <style:table-column-properties style:column-width="12cm"/></style:style>
<style:style style:name="N" style:family="table-column">
 <style:table-column-properties style:column-width="2cm"/></style:style>
<text:list-style style:name="L">
 <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
 <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
 <text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")">
  <style:list-level-properties>
  <style:list-level-label-alignment text:label-followed-by="space"/></style:list-level-properties>
 </text:list-level-style-number>
</text:list-style>
<text:list-style style:name="D">
 <text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/></text:list-style>
"""


def made(body: str, page: str = "") -> Document:
    document = read_odt(odt(body, styles=STYLES, page=page), "minutes.odt")  # also one without any text
    assert_nothing_lost(document)
    return document


def items(*texts: str) -> str:
    return "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in texts)


def test_blanks_tabs_and_line_breaks() -> None:
    document = made(
        "<text:p>  Date:<text:tab/>4<text:s text:c='2'/>March\n  <text:line-break/>2021 </text:p><text:p/>"
    )
    assert document.text == "Date:\t4  March \n2021 "
    assert shown(document) == ["Date:\t4  March / 2021"]


def test_bold_and_underlined_beginnings_with_inheritance() -> None:
    body = "<text:p><text:span text:style-name='B'>ACTION:</text:span> CC to report</text:p>"
    body += "<text:p>2. <text:span text:style-name='U'>Boats</text:span>"
    body += "</text:p><text:p text:style-name='PC'>all</text:p>"
    assert strong(made(body)) == ["ACTION:", "2. Boats", "all"]


def test_numbers_of_lists() -> None:
    deeper = f"<text:list>{items('hire', 'sale')}</text:list>"
    deeper = f"<text:list><text:list-item>{deeper}</text:list-item></text:list>"
    body = f"<text:list text:style-name='L'>{items('Matters')}<text:list-item><text:p>Boats</text:p>"
    body += f"<text:list>{items('in', 'out')}</text:list>{deeper}</text:list-item></text:list>"
    assert made(body).text.split("\n") == [
        "1.\tMatters",
        "2.\tBoats",
        "2.1\tin",
        "2.2\tout",
        "a) hire",
        "b) sale",
    ]


def test_which_list_goes_on_with_which() -> None:
    first = f"<text:list xml:id='one' text:style-name='L'>{items('a')}</text:list>"
    body = first + f"<text:list text:style-name='L'>{items('new')}</text:list>"
    body += f"<text:list text:continue-list='one' text:style-name='L'>{items('b')}</text:list>"
    body += f"<text:list text:continue-numbering='true' text:style-name='L'>{items('c')}</text:list>"
    assert made(body).text.split("\n") == ["1.\ta", "1.\tnew", "2.\tb", "3.\tc"]


def test_bullets_and_a_second_paragraph_of_an_item() -> None:
    body = "<text:list text:style-name='D'><text:list-item><text:p>point</text:p>"
    body += "<text:p>more</text:p></text:list-item></text:list>"
    assert shown(made(body)) == ["> •\tpoint", "more"]


def test_headings() -> None:
    assert shown(made("<text:h text:outline-level='2'>Boats</text:h><text:p>text</text:p>")) == [
        "## Boats",
        "text",
    ]


def test_tables_with_covered_and_repeated_cells() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>".format
    body = (
        "<table:table><table:table-column table:style-name='N'/><table:table-column table:style-name='W'/>"
        "<table:table-column table:style-name='N'/>"
        f"<table:table-header-rows><table:table-row>{cell('No')}{cell('Item')}{cell('Action')}</table:table-row>"
        "</table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned='2'>"
        "<text:p>wide</text:p></table:table-cell><table:covered-table-cell/>"
        f"{cell('CC')}</table:table-row></table:table>"
    )
    document = made(body)
    assert shown(document) == ["[0.0] No", "[0.1] Item", "[0.2] Action", "[1.0] wide", "[1.2] CC"]
    assert all(block.beside == (0, 0) for block in document.blocks)


def test_deletions_comments_and_hidden_text_are_reported() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info/>"
        "<text:p>never</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>The force will<text:change/> report"
        "<office:annotation><text:p>Sure?</text:p></office:annotation>."
        "<text:span text:style-name='X'>secret</text:span></text:p>"
    )
    document = made(body)
    assert document.text == "The force will report."
    assert [notice.message for notice in document.notices] == [
        "1 tracked deletion was not read as text: “never”.",
        "1 piece of hidden text was not read as text: “secret”.",
        "1 comment was not read as text: “Sure?”.",
    ]


def test_notes_frames_and_sections() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation>"
    note += "<text:note-body><text:p>By four.</text:p></text:note-body></text:note>"
    frame = "<draw:frame><draw:text-box><text:p>boxed</text:p>"
    frame += "</draw:text-box><svg:title>a picture</svg:title></draw:frame>"
    body = f"<text:section><text:p>Crime fell{note}.{frame}</text:p></text:section>"
    assert made(body).text == "Crime fell¹.\nboxed\n¹ By four."


def test_headers_and_footers_are_furniture() -> None:
    page = "<style:master-page><style:header><text:p>OFFICIAL</text:p></style:header>"
    page += "<style:footer><text:p>Page <text:page-number>1</text:page-number>"
    page += "</text:p></style:footer></style:master-page>"
    assert shown(made("<text:p>Body</text:p>", page)) == ["~ OFFICIAL", "Body", "~ Page 1"]


def test_a_flat_file() -> None:
    document = read(flat_odt("<text:p>flat</text:p>"), "a.fodt")
    assert (document.text, document.media_type) == (
        "flat",
        "application/vnd.oasis.opendocument.text-flat-xml",
    )


def test_a_count_of_billions_of_blanks_makes_few() -> None:
    assert len(made("<text:p>a<text:s text:c='999999999'/>b</text:p>").text) < 1000


def test_a_locked_file_says_so() -> None:
    parts = unzipped(odt("<text:p>x</text:p>"))
    locked = zipped({**parts, "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"})
    with pytest.raises(Unreadable, match=r"^a\.odt is locked with a password; open it in LibreOffice"):
        read(locked, "a.odt")


TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="<>&\ufffe\uffff"), max_size=20
)
PARAGRAPH = st.builds(
    "<text:p text:style-name='{1}'>{0}<text:tab/>{0}</text:p>".format, TEXT, st.sampled_from(["PB", "P"])
)
LIST = st.builds(lambda *texts: f"<text:list text:style-name='L'>{items(*texts)}</text:list>", TEXT, TEXT)
TABLE = st.lists(PARAGRAPH | LIST, min_size=1, max_size=4).map(
    lambda cells: (
        "<table:table><table:table-row>"
        + "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        + "</table:table-row></table:table>"
    )
)


@given(st.lists(PARAGRAPH | LIST | TABLE, max_size=5).map("".join))
@settings(deadline=None)
def test_nothing_is_lost_of_any_document(body: str) -> None:
    made(body)


@pytest.mark.corpus
def test_an_odt_of_the_corpus_has_the_blocks_of_its_docx(corpus: Path) -> None:
    paths = list(corpus.glob("minutes/*/*.odt"))
    assert paths
    for path in paths:
        one, other = (read(file.read_bytes(), file.name) for file in (path, path.with_suffix(".docx")))
        assert_nothing_lost(one)
        assert shown(one)[:-1] == shown(other)[:-1]
