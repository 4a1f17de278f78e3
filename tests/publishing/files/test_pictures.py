"""Words in pictures of files that are given out: read and searched, and told where they could not be."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from answerable.publishing.files import pictures
from answerable.publishing.files.cleaning import DOCX, PDF, clean
from answerable.publishing.files.pictures import in_pictures
from answerable.publishing.files.worker import looked_at
from tests.hostile.raw_pdf import one_page
from tests.publishing.files.test_docx import DRAWN, SEEN, with_parts

pytestmark = pytest.mark.needs("tesseract")

SAID = "Ring Quillfeather on 01632 960001"


def picture(said: str = SAID) -> Image.Image:
    made = Image.new("L", (900, 200), 255)
    ImageDraw.Draw(made).text((30, 70), said, 0, ImageFont.load_default(44))
    return made


def scan(said: str = SAID) -> bytes:
    """A PDF whose only page is a picture."""
    written = io.BytesIO()
    picture(said).save(written, "PDF", resolution=100)
    return clean(written.getvalue(), "scan.pdf", "").content


def pictured(said: str = SAID) -> bytes:
    """A Word file with a picture of words."""
    taken = io.BytesIO()
    picture(said).save(taken, "PNG")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="{kind}" Target="media/a.png"/></Relationships>'
    )
    parts: dict[str, str | bytes] = {
        "word/media/a.png": taken.getvalue(), "word/_rels/document.xml.rels": relations,
    }  # fmt: skip
    return with_parts(SEEN + DRAWN.format("a", "A letter"), parts)


def codes(content: bytes, media_type: str) -> set[str]:
    answer = looked_at(content, "paper", [], "x/files/paper", media_type)
    return {one["code"] for one in answer["findings"]}


def test_words_of_a_scanned_page_are_read_and_checked() -> None:
    content = scan()
    found = in_pictures(content, PDF)
    assert "Quillfeather" in found.text
    assert (found.unread, found.pages) == ([], 0)
    assert "telephone" in codes(content, PDF)


def test_words_of_a_picture_in_a_word_file_are_read_and_checked() -> None:
    content = pictured()
    assert "Quillfeather" in in_pictures(content, DOCX).text
    assert "telephone" in codes(content, DOCX)


def test_a_page_on_which_nothing_can_be_read_is_said_to_a_person() -> None:
    found = in_pictures(scan(""), PDF)
    assert (found.text, found.unread, found.pages) == ("", ["page 1"], 1)
    assert "pictures" in codes(scan(""), PDF)


def test_a_page_of_text_asks_nothing() -> None:
    content = clean(one_page(b"BT /F1 12 Tf 72 720 Td (Callers waited less.) Tj ET "), "a.pdf", "").content
    assert in_pictures(content, PDF).unread == []
    assert "pictures" not in codes(content, PDF)


def test_where_tesseract_is_missing_or_fails_nothing_counts_as_read(monkeypatch: pytest.MonkeyPatch) -> None:
    content = scan("Another scan")
    monkeypatch.setattr(pictures, "is_installed", lambda: False)
    found = in_pictures(content, PDF)
    assert (found.pages, found.why) == (1, "Tesseract is not installed here, so pictures cannot be read.")


def test_more_pictures_than_are_read_are_said_to_be_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_PICTURES", 0)
    assert in_pictures(scan(), PDF).unread == ["page 1"]
