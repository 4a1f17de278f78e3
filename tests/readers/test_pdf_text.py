"""Text in PDF outside ruled tables: columns by their gutters, paragraphs, lists, strong type, places."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from answerable.core.minutes.document import Block, Document
from answerable.core.minutes.passage import folded
from answerable.readers.paper.labels import LABEL
from answerable.readers.pdf import read_pdf
from tests.readers import pdf_cases
from tests.readers.pdf_views import assert_whole, block_with, free_text, furniture_of, rows_of, words_of


def strong(document: Document, block: Block) -> str:
    return "" if block.strong_end is None else document.text[block.start : block.strong_end]


def test_labels_and_values_without_rules_are_two_columns() -> None:
    document = read_pdf(pdf_cases.gutters(), "notes.pdf")

    assert rows_of(document, 0) == [[["Date:"], ["Friday 4 April 2031"]], [["Chair:"], ["Ada Fenwick"]]]


def test_an_agenda_without_rules_has_columns_for_numbers_and_owners() -> None:
    document = read_pdf(pdf_cases.gutters(), "notes.pdf")

    rows = rows_of(document, 1)
    assert [row[0] for row in rows] == [[f"{number}."] for number in range(1, 7)]
    assert [row[2] for row in rows] == [["ACC"], ["DCC"], ["ACC"], ["ACC"], ["DCC"], ["ACC"]]
    assert rows[4][1][0] == "Subject number 5"
    assert rows[4][1][-1] == "ACTION: the trust to report on the lights."
    assert_whole(document)


def test_an_owner_without_rules_stands_beside_its_action() -> None:
    document = read_pdf(pdf_cases.gutters(), "notes.pdf")

    action, owner = block_with(document, "ACTION: the trust"), block_with(document, "ACC")
    assert action.beside is not None
    assert owner.beside is not None
    assert abs(action.beside[0] - owner.beside[0]) < 0.5


def test_attendance_in_two_columns() -> None:
    document = read_pdf(pdf_cases.two_lists(), "notes.pdf")

    assert rows_of(document) == [
        [["Present:"], ["In attendance:"]],
        [["Ada Fenwick (Chair)"], ["Col Harrow, Clerk"]],
        [["Bryn Oakes"], ["Dee Marsh, Harbour Trust"]],
        [["Cass Ivory"], ["Eli Stone, Force Control Room"]],
    ]
    assert free_text(document)[-1] == "Action: BO to write to the trust about the lights."


def test_a_title_larger_than_the_text_is_a_heading() -> None:
    document = read_pdf(pdf_cases.two_lists(), "notes.pdf")

    assert document.blocks[0].kind == "heading"
    assert words_of(document, document.blocks[0]) == "Joint Ferry Panel"


def test_a_paragraph_over_the_page_break_is_not_cut_by_furniture() -> None:
    document = read_pdf(pdf_cases.split_paragraph(), "notes.pdf")

    block = block_with(document, "The commissioner asked")
    assert words_of(document, block) == " ".join(pdf_cases.LONG.split())
    assert {line.page for line in block.lines} == {1, 2}
    assert furniture_of(document) == [
        "NOT PROTECTIVELY MARKED",
        "Ferry Panel, page 1 of 2",
        "NOT PROTECTIVELY MARKED",
        "Ferry Panel, page 2 of 2",
    ]
    assert_whole(document)


def test_bullets_in_bullets_and_a_numbered_list() -> None:
    document = read_pdf(pdf_cases.nested_bullets(), "notes.pdf")

    found = [(block.kind, block.level, words_of(document, block)[:12]) for block in document.blocks]
    assert found == [
        ("paragraph", 0, "The force an"),
        ("list_item", 1, "• The commis"),
        ("list_item", 2, "o Of these, "),
        ("list_item", 2, "o The others"),
        ("list_item", 1, "• The commis"),
        ("list_item", 1, "1. Mend the "),
        ("list_item", 1, "2. Count the"),
    ]


def test_strong_type_at_the_start_of_a_paragraph() -> None:
    document = read_pdf(pdf_cases.underlined(), "notes.pdf")

    assert [strong(document, block) for block in document.blocks] == [
        "Ferries and moorings",
        "Lights:",
        "Update:",
        "",
        "1. Mend the stage",
    ]


def test_short_lines_that_end_on_purpose_are_paragraphs_of_their_own() -> None:
    document = read_pdf(pdf_cases.underlined(), "notes.pdf")

    assert len(document.blocks) == 5


def test_a_line_that_ends_in_a_hyphen_and_the_next_have_their_own_places() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "The chief officer showed the board what body-")
        canvas.drawString(72, 686, "worn cameras had seen on the quay, and Wyvern-")
        canvas.drawString(72, 672, "Valley thanked her for it.")

    document = read_pdf(pdf_cases.drawn(draw), "minutes.pdf")
    (block,) = document.blocks
    first, second, third = (line.box for line in block.lines)
    assert first and second and third
    assert first[3] < second[3] < third[3]
    assert first[2] - first[0] > 200 and second[2] - second[0] > 200
    assert "body-worn" in folded(document, 0).text
    assert "Wyvern-Valley" in folded(document, 0).text
    assert_whole(document)


def test_a_word_that_begins_like_a_number_is_no_label() -> None:
    assert all(
        LABEL.fullmatch(text) for text in ("2.", "2.1", "a", "(iii)", "3 a)", "2.1 (b)", "a (i)", "iv.")
    )
    assert not any(LABEL.fullmatch(text) for text in ("The", "Page", "That", "No.", "it", "ACC"))


def test_a_raised_ending_stays_in_its_word() -> None:
    document = read_pdf(pdf_cases.raised(), "notes.pdf")

    assert free_text(document) == ["Minutes of 26th February 2031 were agreed."]


def test_a_turned_page_is_read_as_it_is_shown() -> None:
    document = read_pdf(pdf_cases.turned_page(), "notes.pdf")

    first, second = (line for block in document.blocks for line in block.lines)
    assert document.text[first.start : first.end] == "A first line on a page that is turned."
    assert document.text[second.start : second.end] == "A second line goes right below it."
    assert first.box is not None
    assert second.box is not None
    assert abs(first.box[0] - second.box[0]) < 1
    assert 10 < second.box[1] - first.box[1] < 18
    assert first.box[2] - first.box[0] > 150


def test_places_on_a_scaled_page_are_in_points() -> None:
    document = read_pdf(pdf_cases.scaled(), "notes.pdf")

    first = document.blocks[0].lines[0]
    assert first.box is not None
    x0, y0, _, y1 = first.box
    assert abs(x0 - 72) < 1
    assert 9 < y1 - y0 < 13


def test_letters_beyond_the_first_plane_keep_their_places() -> None:
    document = read_pdf(pdf_cases.beyond(), "notes.pdf")

    assert document.text.strip() == "A 𝔸 and then plain words."
    assert_whole(document)


def test_lines_stored_backwards_are_read_as_printed_with_a_notice() -> None:
    document = read_pdf(pdf_cases.reversed_lines(), "notes.pdf")

    assert [text.split()[2] for text in free_text(document)] == [str(number) for number in range(1, 13)]
    assert [notice.code for notice in document.notices] == ["reading-order"]


def test_a_running_head_that_is_the_only_title_stays_on_the_first_page() -> None:
    document = read_pdf(pdf_cases.head_is_title(), "notes.pdf")

    assert free_text(document)[0] == "Ferry Panel, 4 April 2031"
    assert furniture_of(document) == ["Page 1", "Ferry Panel, 4 April 2031", "Page 2"]


def test_a_table_of_actions_without_rules_has_a_row_for_each_action() -> None:
    document = read_pdf(pdf_cases.open_log(), "notes.pdf")

    rows = rows_of(document)
    assert [row[1] for row in rows] == [["Owner"], ["ACC"], ["Harbour Trust and the clerk"], ["DCC"]]
    assert [row[2][0] for row in rows] == ["Due", "1 June 2031", "End of the month of May", "Next meeting"]
    assert all(row[0][0].endswith("with costs.") for row in rows[1:])
