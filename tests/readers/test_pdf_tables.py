"""Ruled tables in PDF: cells, rows and paragraphs as a reader sees them."""

from __future__ import annotations

from answerable.readers.pdf import read_pdf
from tests.readers import pdf_cases
from tests.readers.pdf_views import assert_whole, block_with, free_text, furniture_of, rows_of, words_of


def test_an_agenda_in_three_columns() -> None:
    document = read_pdf(pdf_cases.three_columns(), "notes.pdf")

    rows = rows_of(document)
    assert [row[0] for row in rows] == [["No."], ["1."], ["2."], ["2.1"]]
    assert [row[2] for row in rows] == [["Action by"], [], ["CC"], ["DCC/ ACC"]]
    assert rows[1][1] == ["Matters arising", " ".join(pdf_cases.LONG.split())]
    assert len(rows[2][1]) == 15
    assert_whole(document)


def test_a_row_that_goes_on_over_the_page_is_one_row() -> None:
    document = read_pdf(pdf_cases.broken_row(), "notes.pdf")

    rows = rows_of(document)
    assert [row[0] for row in rows] == [["1."], ["2."], ["3."]]
    assert rows[1][2] == ["ACC", "Trust"]
    assert_whole(document)


def test_a_paragraph_that_goes_on_over_the_page_is_one_block() -> None:
    document = read_pdf(pdf_cases.broken_row(), "notes.pdf")

    block = block_with(document, "The lights along the quay")
    assert words_of(document, block).endswith("the storm, and the trust means to mend them.")
    assert [line.page for line in block.lines] == [1, 1, 1, 2]


def test_blocks_after_the_page_break_belong_to_the_second_fragment() -> None:
    document = read_pdf(pdf_cases.broken_row(), "notes.pdf")

    fragments = {words_of(document, block): block.cell.fragment for block in document.blocks if block.cell}
    assert fragments["Action: the force to count the ferries."] == 0
    assert fragments["Action: the trust to mend the lights."] == 1


def test_an_owner_stands_beside_its_action_on_each_page() -> None:
    document = read_pdf(pdf_cases.broken_row(), "notes.pdf")

    assert block_with(document, "ACC").beside == block_with(document, "Action: the force").beside
    assert block_with(document, "Trust").beside == block_with(document, "Action: the trust").beside
    later, earlier = block_with(document, "Trust").beside, block_with(document, "ACC").beside
    assert later is not None
    assert earlier is not None
    assert later[0] > earlier[0] + 30  # the lines of the first page count


def test_a_log_whose_head_is_printed_on_each_page() -> None:
    document = read_pdf(pdf_cases.action_log(), "log.pdf")

    rows = rows_of(document)
    assert [row[0][0] for row in rows] == ["Ref", *(f"A{number:02}" for number in range(1, 29))]
    assert all(len(row[1]) == 1 for row in rows)
    assert {block.cell.table for block in document.blocks if block.cell} == {0}
    assert furniture_of(document) == ["1", "Ref", "Action", "Owner", "Due", "Status", "2"]


def test_a_table_with_no_lines_around_it() -> None:
    document = read_pdf(pdf_cases.open_sided(), "table.pdf")

    assert rows_of(document)[1:] == [
        [["Mend the lamp"], ["Trust"], ["May"]],
        [["Count the boats"], ["ACC"], ["June"]],
    ]


def test_a_head_over_all_columns_and_a_cell_beside_two_rows() -> None:
    document = read_pdf(pdf_cases.spanning(), "table.pdf")

    assert rows_of(document) == [
        [["Present at the meeting"], [], []],
        [["Force"], ["Ada Fenwick"], ["CC"]],
        [[], ["Bryn Oakes"], ["DCC"]],
    ]


def test_two_tables_that_share_a_border_are_two() -> None:
    document = read_pdf(pdf_cases.two_tables(), "tables.pdf")

    assert rows_of(document, 0) == [[["Date"], ["4 April 2031"]], [["Chair"], ["Ada Fenwick"]]]
    assert rows_of(document, 1) == [[["No."], ["Item"], ["Action"]], [["1."], ["Ferries"], ["ACC"]]]


def test_a_frame_around_text_is_no_table() -> None:
    document = read_pdf(pdf_cases.boxed(), "box.pdf")

    assert free_text(document) == [" ".join(pdf_cases.LONG.split()), "After the box."]


def test_a_landscape_page_has_its_places_within_its_width() -> None:
    document = read_pdf(pdf_cases.action_log(), "log.pdf")

    boxes = [line.box for block in document.blocks for line in block.lines if line.box]
    assert max(box[2] for box in boxes) > 600
    assert max(box[3] for box in boxes) < 600
