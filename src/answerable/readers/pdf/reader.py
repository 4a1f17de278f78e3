"""Reading a PDF: its pages one by one, and then the document that they make together."""

from __future__ import annotations

import pypdfium2

from answerable.core.minutes.document import Document
from answerable.readers.errors import Unreadable
from answerable.readers.ocr.tesseract import INSTALL
from answerable.readers.paper.assembly import assembled
from answerable.readers.pdf import engine
from answerable.readers.pdf.page import page_text

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 5_000
"""Pages of one file at most: minutes of a year fit in a tenth of that."""


def read_pdf(data: bytes, name: str) -> Document:
    """Read a PDF; pages without a text layer go through OCR where Tesseract is installed.

    Raises Unreadable where the file is damaged, encrypted or too long, or has no text and cannot be scanned.
    """
    document = _opened(data)
    try:
        pages = [page_text(document, number) for number in range(1, len(document) + 1)]
    finally:
        document.close()
    if all(page.unread for page in pages):
        raise Unreadable(f"The PDF is a scan without a text layer. {INSTALL}")
    return assembled(pages, data, name, MEDIA_TYPE)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = engine.open_document(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("The PDF is encrypted: save a copy without a password and read that.") from None
        raise Unreadable("The PDF is damaged or cut off: fetch the file again from where it came.") from None
    if not 0 < len(document) <= MOST_PAGES:
        pages = len(document)
        document.close()
        if not pages:
            raise Unreadable("The PDF has no pages: fetch the file again from where it came.")
        raise Unreadable(f"The PDF has more than {MOST_PAGES:,} pages: split it into smaller files.")
    return document
