"""PDF files that cannot be read end in one clear sentence."""

from __future__ import annotations

import pytest

from answerable.readers.errors import Unreadable
from answerable.readers.pdf import page, read_pdf
from tests.readers import pdf_cases


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read_pdf(data, "notes.pdf")
    return str(caught.value)


def test_an_encrypted_file() -> None:
    assert refusal(pdf_cases.encrypted()) == (
        "The PDF is encrypted: save a copy without a password and read that."
    )


def test_a_file_cut_off_in_the_middle() -> None:
    whole = pdf_cases.three_columns()

    assert refusal(whole[: len(whole) // 2]).startswith("The PDF is damaged or cut off: ")


def test_a_file_that_only_begins_like_a_pdf() -> None:
    assert refusal(b"%PDF-1.7\nand nothing else").startswith("The PDF is damaged or cut off: ")


def test_a_file_of_very_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("answerable.readers.pdf.reader.MOST_PAGES", 1)

    assert refusal(pdf_cases.three_columns()) == "The PDF has more than 1 pages: split it into smaller files."


def test_a_scan_where_tesseract_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "is_installed", lambda: False)

    assert refusal(pdf_cases.scanned(pdf_cases.boxed())) == (
        "The PDF is a scan without a text layer. Install tesseract-ocr to read scans."
    )


def test_one_scanned_page_among_others_is_warned_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "is_installed", lambda: False)

    document = read_pdf(pdf_cases.partly_scanned(), "notes.pdf")

    assert document.pages == 2
    assert [notice.code for notice in document.notices] == ["no-text-layer"]
    assert document.notices[0].message == (
        "Page 2 is a scan and could not be read. Install tesseract-ocr to read scans."
    )
    assert "The commissioner asked" in document.text


def test_an_empty_page_is_no_scan() -> None:
    document = read_pdf(pdf_cases.drawn(lambda canvas: None), "empty.pdf")

    assert (document.pages, document.text, document.blocks, document.notices) == (1, "", (), ())


def test_a_drawing_of_very_many_lines_is_read_without_tables() -> None:
    document = read_pdf(pdf_cases.drawing(), "map.pdf")

    assert document.text.strip() == "A map of the estuary and of its many moorings"
