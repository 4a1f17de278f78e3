"""Plain text: what people type into mails and what converters leave."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.readers import Unreadable, read
from tests.readers.making import assert_nothing_lost, codes, shown, strong


def text(source: str) -> list[str]:
    return shown(read(source.encode(), "minutes.txt"))


def test_the_text_is_the_files_own_to_the_last_blank() -> None:
    source = "  One \r\n\r\n\ttwo\t \n\n\n"
    assert read(source.encode(), "a.txt").text == source


def test_wrapped_lines_are_one_paragraph_and_short_ones_are_not() -> None:
    assert text(
        "The commissioner asked whether the new boats would be on the river by the\n"
        "end of the summer, and what they would cost.\n"
        "\n"
        "Ada Fenn\n"
        "Bram Oakes\n"
    ) == [
        "The commissioner asked whether the new boats would be on the river by the"
        " / end of the summer, and what they would cost.",
        "Ada Fenn",
        "Bram Oakes",
    ]


def test_a_line_of_a_field_begins_a_paragraph_of_its_own() -> None:
    source = "Date: 4 March 2021\nChair: Ada Fenn\nVenue: the long room on the first floor of Castle House\n"
    assert text(source) == source.splitlines()


def test_bullets_numbers_and_letters_are_list_items() -> None:
    assert text("• one\n- two\n1. three\na) four\n    • deeper\n2.1 an agenda item\n") == [
        "> • one",
        "> - two",
        "> 1. three",
        "> a) four",
        ">> • deeper",
        "2.1 an agenda item",
    ]


def test_tabs_part_the_cells_of_a_table_and_empty_cells_keep_their_place() -> None:
    assert text("1.\tMATTERS ARISING\tACTION\n\tThe force will report back.\tACC\n") == [
        "[0.0] 1.",
        "[0.1] MATTERS ARISING",
        "[0.2] ACTION",
        "[1.1] The force will report back.",
        "[1.2] ACC",
    ]


def test_a_blank_line_inside_a_table_is_a_page_break_unless_the_width_changes() -> None:
    document = read(b"1.\tFirst\t\n\n\tgoes on\tCC\n\nwithout numbers\tCC\nmore\t\n", "a.txt")
    assert [block.cell[:2] for block in document.blocks if block.cell] == [
        (0, 0),
        (0, 0),
        (0, 1),
        (0, 1),
        (1, 0),
        (1, 0),
        (1, 1),
    ]
    assert [block.cell.columns for block in document.blocks if block.cell] == [3, 3, 3, 3, 2, 2, 2]


@pytest.mark.parametrize(
    "source",
    [
        "Date:\t4 March 2021\nChair:\tAda Fenn\n",
        "\tIndented\n\tAgain\n",
        "•\tone\n•\ttwo\n",
        "1.\tone\n2.\ttwo\n",
    ],
)
def test_tabs_that_only_indent_make_no_table(source: str) -> None:
    assert all(block.cell is None for block in read(source.encode(), "a.txt").blocks)
    assert len(text(source)) == 2


def test_html_tags_in_a_cell_part_it_and_are_reported_once() -> None:
    document = read(
        b"\t<ul> <li>First point.</li> <li>Second point.</li> </ul>\tACC\n"
        b"3.\t<u>Boats</u>\t\n\t<b>Actions arising:</b> None<br>Later.\t\n",
        "a.txt",
    )
    assert shown(document) == [
        "> [0.1] First point.",
        "> [0.1] Second point.",
        "[0.2] ACC",
        "[1.0] 3.",
        "[1.1] Boats",
        "[2.1] Actions arising: / None",
        "[2.1] Later.",
    ]
    assert strong(document) == ["Boats", "Actions arising:"]
    assert codes(document) == ["markup-in-text"]
    assert "11 HTML tags" in document.notices[0].message
    assert_nothing_lost(document)


def test_a_sentence_that_runs_over_a_line_break_tag_stays_whole() -> None:
    assert (
        text("\tThe force will<br>report back.\tCC\n\tDone.<br>Next.\t\n")[0]
        == "[0.1] The force will / report back."
    )


def test_nested_lists_in_a_cell_keep_their_depth() -> None:
    assert text("\t<ul><li>outer<ol><li>inner</li></ol></li><li>outer again</li></ul>\tCC\n")[:3] == [
        "> [0.1] outer",
        ">> [0.1] inner",
        "> [0.1] outer again",
    ]


ALIGNED = """\
Present:     Ada Fenn             Police and Crime Commissioner (PCC)
             Bram Oakes           Chief Constable (CC)
Apologies:   Dan Moor             Deputy Commissioner (DPCC)

1.    MATTERS ARISING                                          ACTION

      The constable said that the review of the boats was
      finished and would be shared with the office.            CC

      Nothing else was raised.

2.    PERFORMANCE

The next meeting will be on 6 May 2021, as usual in the long room of the house
by the bridge.
"""


def test_tables_aligned_with_blanks_are_tables() -> None:
    document = read(ALIGNED.encode(), "a.txt")
    assert shown(document) == [
        "[0.0] Present:",
        "[0.1] Ada Fenn",
        "[0.2] Police and Crime Commissioner (PCC)",
        "[1.1] Bram Oakes",
        "[1.2] Chief Constable (CC)",
        "[2.0] Apologies:",
        "[2.1] Dan Moor",
        "[2.2] Deputy Commissioner (DPCC)",
        "[0.0] 1.",
        "[0.1] MATTERS ARISING",
        (
            "[0.1] The constable said that the review of the boats "
            "was / finished and would be shared with the office."
        ),
        "[0.1] Nothing else was raised.",
        "[0.2] ACTION",
        "[0.2] CC",
        "[1.0] 2.",
        "[1.1] PERFORMANCE",
        "The next meeting will be on 6 May 2021, as usual in the long room of the house / by the bridge.",
    ]
    owner = next(
        block for block in document.blocks if block.cell and block.cell.column == 2 and block.beside == (3, 3)
    )
    assert document.text[owner.start : owner.end] == "CC"


def test_one_line_with_a_gap_is_no_table() -> None:
    assert text("             WYVERN VALLEY          page 3\n\nText follows.\n") == [
        "WYVERN VALLEY          page 3",
        "Text follows.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-32", "cp1252"])
def test_encodings_of_office_files(encoding: str) -> None:
    source = "The force’s café – £40 “only”\n"
    data = (
        b"\xff\xfe" + source.encode("utf-16-le") if encoding == "utf-16-le-bom" else source.encode(encoding)
    )
    assert read(data, "a.txt").text == source


def test_one_stray_byte_does_not_spoil_a_utf8_file() -> None:
    assert read("café ".encode() + b"\x93quoted\x94", "a.txt").text == "café “quoted”"


def test_a_torn_utf16_file_is_refused_in_a_sentence() -> None:
    with pytest.raises(Unreadable, match=r"^a\.txt is damaged: it begins as UTF-16-LE text but is not"):
        read(b"\xff\xfea\x00b", "a.txt")


LINES = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60),
        st.sampled_from(
            [
                "",
                "\t",
                "\x0c",
                "a\x85b",
                "1.\tone\tACC",
                "\ttwo\t",
                "| a | b |",
                "|--|--|",
                "---",
                "====",
                "## head",
                "• item",
                "**b** c",
                "<ul><li>x</li></ul>\ty",
                "a     b     c",
                "      d     e",
                "<b>open",
                "</b> _ __x__",
                "<!-- note -->",
            ]
        ),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_nothing_is_lost_of_any_text(lines: list[str], newline: str) -> None:
    source = newline.join(["x", *lines])
    document = read(source.encode("utf-8", "replace"), "a.txt")
    assert_nothing_lost(document)


@pytest.mark.corpus
def test_nothing_is_lost_of_the_corpus(corpus: Path) -> None:
    paths = [*corpus.glob("minutes/*/*.txt"), *corpus.glob("wild/documents/*.md")]
    assert paths
    for path in paths:
        assert_nothing_lost(read(path.read_bytes(), path.name))


def test_running_heads_between_form_feeds_are_furniture_and_sentences_go_on_below() -> None:
    pages = [
        "OFFICIAL\n\nMinutes of the meeting\n\nThe constable said that\n\nPage 1",
        "OFFICIAL\n\nthe boats were late.\n\nNothing else.\n\nPage 2",
        "OFFICIAL\n\nThe end.\n\nPage 3",
    ]
    assert text("\f".join(pages)) == [
        *["~ OFFICIAL", "~ Page 1", "~ OFFICIAL", "~ Page 2", "~ OFFICIAL", "~ Page 3"],
        "Minutes of the meeting",
        "The constable said that / the boats were late.",
        "Nothing else.",
        "The end.",
    ]


def test_lines_that_return_without_pages_are_text() -> None:
    assert text("OFFICIAL\n\nOne.\n\nOFFICIAL\n") == ["OFFICIAL", "One.", "OFFICIAL"]
