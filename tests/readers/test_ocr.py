"""Scans: pages read by Tesseract come out with the cells, places and strong type of the printed page."""

from __future__ import annotations

import io

import pytest

from answerable.readers.errors import Unreadable
from answerable.readers.ocr import read_image
from answerable.readers.ocr import reader as ocr_reader
from answerable.readers.pdf import read_pdf
from tests.readers import pdf_cases
from tests.readers.pdf_views import assert_whole, block_with, rows_of

needs_tesseract = pytest.mark.needs("tesseract")


@needs_tesseract
def test_a_scanned_agenda_has_its_rows_and_columns() -> None:
    document = read_pdf(pdf_cases.scanned(pdf_cases.broken_row()), "scan.pdf")

    rows = rows_of(document)
    assert [row[0] for row in rows] == [["1."], ["2."]]
    assert rows[1][2] == ["ACC"]
    assert rows[1][1][:2] == ["Ferries", "Action: the force to count the ferries."]
    assert [notice.code for notice in document.notices] == ["no-text-layer"]
    assert_whole(document)


@needs_tesseract
def test_words_of_a_scan_stand_where_they_were_printed() -> None:
    printed = read_pdf(pdf_cases.broken_row(), "notes.pdf")
    scanned = read_pdf(pdf_cases.scanned(pdf_cases.broken_row()), "scan.pdf")

    for start in ("Ferries", "Action: the force", "ACC"):
        before, after = (block_with(document, start).lines[0].box for document in (printed, scanned))
        assert before is not None
        assert after is not None
        assert all(abs(one - other) < 4 for one, other in zip(before, after, strict=True))


@needs_tesseract
def test_a_page_laid_askew_is_set_upright_and_its_places_are_on_the_scan() -> None:
    document = read_pdf(pdf_cases.scanned(pdf_cases.broken_row(), askew=1.2), "scan.pdf")

    assert [row[0] for row in rows_of(document)] == [["1."], ["2."]]
    number, owner = block_with(document, "2.").lines[0].box, block_with(document, "ACC").lines[0].box
    straight = read_pdf(pdf_cases.broken_row(), "notes.pdf")
    level = block_with(straight, "ACC").lines[0].box
    assert number is not None
    assert owner is not None
    assert level is not None
    assert 2 < level[1] - owner[1] < 8  # the right side of the page was turned upwards


@needs_tesseract
def test_bold_and_underlined_starts_are_seen_on_a_scan() -> None:
    document = read_pdf(pdf_cases.scanned(pdf_cases.strong_page()), "scan.pdf")

    found = {
        document.text[block.start : block.strong_end]
        for block in document.blocks
        if block.strong_end is not None
    }
    assert found == {"Ferries and moorings", "Update:"}


@needs_tesseract
def test_a_picture_of_a_page_is_read() -> None:
    out = io.BytesIO()
    pdf_cases.picture_of(pdf_cases.broken_row()).save(out, "PNG", dpi=(200, 200))

    document = read_image(out.getvalue(), "page.png", "image/png")

    assert (document.media_type, document.pages) == ("image/png", 1)
    assert rows_of(document)[1][2] == ["ACC"]
    box = block_with(document, "Ferries").lines[0].box
    assert box is not None
    assert abs(box[0] - 105) < 4


@needs_tesseract
def test_a_picture_of_several_pages_is_read_as_one_document() -> None:
    pages = [pdf_cases.picture_of(pdf_cases.broken_row(), page) for page in (0, 1)]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], dpi=(200, 200))

    document = read_image(out.getvalue(), "pages.tif", "image/tiff")

    assert document.pages == 2
    assert [row[0] for row in rows_of(document)] == [["1."], ["2."], ["3."]]
    assert rows_of(document)[1][2] == ["ACC", "Trust"]


@needs_tesseract
def test_letters_drawn_as_outlines_are_read_as_a_scan() -> None:
    document = read_pdf(pdf_cases.outlines(), "outlines.pdf")

    assert "Ferries and moorings" in document.text
    assert [notice.code for notice in document.notices] == ["no-text-layer"]


def test_a_picture_where_tesseract_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_reader, "is_installed", lambda: False)

    with pytest.raises(Unreadable, match=r"^The file is a picture of a page\. Install tesseract-ocr"):
        read_image(b"", "page.png", "image/png")


@needs_tesseract
def test_a_damaged_picture() -> None:
    with pytest.raises(Unreadable, match=r"^The picture is damaged or cut off"):
        read_image(b"\x89PNG\r\n\x1a\nnothing", "page.png", "image/png")
