"""HTML: what a browser would show."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.minutes.document import Document
from answerable.readers import read
from answerable.readers.html import read_html
from tests.readers.making import assert_nothing_lost, codes, shown, strong


def page(body: str, head: str = "") -> Document:
    document = read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")
    assert_nothing_lost(document)
    return document


def test_paragraphs_headings_and_bold_run_ins() -> None:
    document = page("<h2>Boats</h2><p><b>ACTION:</b> CC  to\n report</p><div>loose <i>text</i></div>tail")
    assert shown(document) == ["## Boats", "ACTION: CC to report", "loose text", "tail"]
    assert strong(document) == ["Boats", "ACTION:"]


def test_line_breaks_entities_and_odd_blanks() -> None:
    document = page("<p>Ada&nbsp;Fenn &amp; Co<br>second <br/> line</p>")
    assert document.text == "Ada\u00a0Fenn & Co\nsecond\nline"
    assert shown(document) == ["Ada\u00a0Fenn & Co / second / line"]


def test_lists_show_the_markers_that_a_browser_draws() -> None:
    document = page(
        "<ol><li>one<ul><li>point</li></ul></li><li value=5><p>five</p><p>more of five</p></li></ol>"
        "<ol type=a start=3><li>c</li></ol><ul style='list-style:none'><li>bare</li></ul>"
    )
    assert shown(document) == [
        "> 1. one",
        ">> • point",
        "> 5. five",
        "more of five",
        "> c. c",
        "> bare",
    ]


def test_spans_of_cells_over_rows_and_columns() -> None:
    document = page(
        "<table><thead><tr><th>No</th><th>Item</th><th>Action</th></tr></thead>"
        "<tr><td rowspan=2>1.</td><td>Boats</td><td>CC</td></tr><tr><td>more</td><td>ACC</td></tr>"
        "<tr><td colspan=2>wide</td><td>DCC</td></tr></table>"
    )
    assert shown(document) == [
        "[0.0] No",
        "[0.1] Item",
        "[0.2] Action",
        "[1.0] 1.",
        "[1.1] Boats",
        "[1.2] CC",
        "[2.1] more",
        "[2.2] ACC",
        "[3.0] wide",
        "[3.2] DCC",
    ]
    assert strong(document) == ["No", "Item", "Action"]


def test_a_table_in_a_cell_and_paragraphs_around_it() -> None:
    document = page(
        "<table><tr><td><p>before</p><table><tr><td>in</td></tr></table>after</td></tr></table>end"
    )
    assert [(block.cell and block.cell.table) for block in document.blocks] == [0, 1, 0, None]


def test_owners_stand_beside_actions_where_widths_are_given() -> None:
    document = page(
        "<table><col width=500><col width=80><tr><td><p>One.</p><p><br></p><p>ACTION: two</p></td>"
        "<td><p><br></p><p><br></p><p>CC</p></td></tr></table>"
    )
    assert [block.beside for block in document.blocks] == [(0, 0), (2, 2), (2, 2)]
    plain = page("<table><tr><td>One.</td><td>CC</td></tr></table>")
    assert [block.beside for block in plain.blocks] == [None, None]


def test_what_is_not_the_text_of_the_page_is_left_out() -> None:
    document = page(
        "<nav>Home</nav><script>var a</script><p>Seen</p><noscript>no</noscript><select><option>x</select>"
        "<!-- comment --><svg><text>drawn</text></svg>",
        "<title>Site</title><style>p {color: red}</style>",
    )
    assert document.text == "Seen"
    assert codes(document) == []


def test_hidden_and_deleted_text_is_reported() -> None:
    document = page(
        "<p>Seen<span style='display: none'> unseen</span></p><div hidden>also</div><p class=x>third</p>"
        "<p>kept <del>struck</del></p>",
        "<style>.x { display:none }</style>",
    )
    assert shown(document) == ["Seen", "kept"]
    assert [notice.message for notice in document.notices] == [
        "1 deletion was not read as text: “struck”.",
        "3 pieces of hidden text were not read as text: “unseen”, “also”, “third”.",
    ]


def test_headers_and_footers_are_furniture() -> None:
    document = page(
        "<header>OFFICIAL</header><article><header>Minutes</header>text</article><div title=footer>3</div>"
    )
    assert shown(document) == ["~ OFFICIAL", "Minutes", "text", "~ 3"]


def test_bold_by_style_sheet() -> None:
    document = page(
        "<p><span class=c1>Boats</span></p><p class='c2 c1'>x</p>", "<style>.c1{font-weight:700}</style>"
    )
    assert strong(document) == ["Boats", "x"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("<meta charset=windows-1252>", "cp1252"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("", "utf-16"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    data = f"<html><head>{declared}</head><body>“£40” – café</body></html>".encode(encoding)
    assert read(data, "a").text == "“£40” – café"


def test_a_fragment_and_xhtml() -> None:
    assert shown(read(b"<p>One</p>\n<ul><li>two</li></ul>", "a.txt")) == ["One", "> • two"]
    xhtml = b'<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>One</p></body></html>'
    assert read(xhtml, "a").text == "One"


def test_no_entity_reaches_outside_the_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("outside")
    source = f"<!DOCTYPE html [<!ENTITY x SYSTEM '{secret.as_uri()}'>]>"
    source += "<html><body><p>in &x; side</p></body></html>"
    assert "outside" not in read(source.encode(), "a.html").text


LEAF = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="<>"), max_size=15)
TAGS = st.sampled_from(
    [
        "p",
        "div",
        "b",
        "i",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "h1",
        "br",
        "span",
        "nav",
        "del",
        "pre",
        "blockquote",
        "dl",
        "dd",
        "sup",
    ]
)
TREE = st.recursive(
    LEAF,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", TAGS, st.lists(inner, max_size=4)
    ),
    max_leaves=25,
)


@given(TREE)
@settings(deadline=None)
def test_nothing_is_lost_of_any_page(body: str) -> None:
    assert_nothing_lost(read_html(f"<html><body>x{body}</body></html>".encode(), "a.html"))


@pytest.mark.corpus
def test_a_page_of_the_corpus_has_the_words_of_its_docx(corpus: Path) -> None:
    paths = list(corpus.glob("minutes/*/*.html"))
    assert paths
    for path in paths:
        html, docx = (read(one.read_bytes(), one.name) for one in (path, path.with_suffix(".docx")))
        assert_nothing_lost(html)
        assert _lines(html)[:-1] == _lines(docx)[:-1]


def _lines(document: Document) -> list[list[str]]:
    """The words of each line, all bullets alike; the last is the page's number, which one has."""
    return [line.replace("-\t", "• ").split() for line in document.text.split("\n")]
