"""Reading a PDF: its pages one by one, and then the document that they make together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2

from answerable.core.minutes.document import Document
from answerable.readers.errors import Unreadable
from answerable.readers.pdf import engine
from answerable.readers.pdf.blocks import Composer
from answerable.readers.pdf.furniture import furniture
from answerable.readers.pdf.gaps import cut_at_gaps
from answerable.readers.pdf.grids import grids_of
from answerable.readers.pdf.joins import joined
from answerable.readers.pdf.layout import PageLayout, Part
from answerable.readers.pdf.pieces import Piece
from answerable.readers.pdf.placing import place, placed
from answerable.readers.pdf.rules import rules_of
from answerable.readers.pdf.sheet import Sheet, frame_of
from answerable.readers.pdf.strong import mark_strong
from answerable.readers.pdf.tables import parts_of
from answerable.readers.pdf.unruled import Unruled

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 5_000
"""Pages of one file at most: minutes of a year fit in a tenth of that."""


@dataclass(slots=True)
class PageText:
    """What was taken from one page while it was open."""

    number: int
    height: float
    tables: list[Part]
    free: list[Piece]


def read_pdf(data: bytes, name: str) -> Document:
    """Read a PDF with a text layer; pages without one go through OCR where Tesseract is installed.

    Raises Unreadable where the file is damaged, encrypted or too long, or has no text and cannot be scanned.
    """
    document = _opened(data)
    try:
        pages = [_page_text(document, number) for number in range(1, len(document) + 1)]
    finally:
        document.close()
    taken = furniture([page.free for page in pages], [page.height for page in pages])
    layouts = _layouts(pages, taken)
    composer = Composer(joined(layouts), layouts)
    return Document(
        name=name,
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=len(pages),
        text=composer.text,
        blocks=tuple(composer.blocks),
    )


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = engine.open_document(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("The PDF is encrypted: save a copy without a password and read that.") from None
        raise Unreadable("The PDF is damaged or cut off: fetch the file again from where it came.") from None
    if len(document) > MOST_PAGES:
        document.close()
        raise Unreadable(f"The PDF has more than {MOST_PAGES:,} pages: split it into smaller files.")
    return document


def _page_text(document: pypdfium2.PdfDocument, number: int) -> PageText:
    page = engine.load_page(engine.address_of(document.raw), number - 1)
    if not page:
        raise Unreadable(f"Page {number} of the PDF is damaged: fetch the file again from where it came.")
    text_page = engine.load_text(page)
    try:
        frame = frame_of(page)
        grids, loose = grids_of(rules_of(page, frame))
        sheet = Sheet(text_page, frame, number)
        free = cut_at_gaps(sheet, place(sheet, grids))
        mark_strong(sheet, [*free, *placed(grids)], loose)
        tables = [part for grid in grids for part in parts_of(grid)]
        return PageText(number, frame.size[1], tables, free)
    finally:
        engine.close_text(text_page)
        engine.close_page(page)


def _layouts(pages: Sequence[PageText], taken: Sequence[set[int]]) -> list[PageLayout]:
    """The pages' parts in reading order, their furniture apart."""
    kept = [
        [piece for number, piece in enumerate(page.free) if number not in out]
        for page, out in zip(pages, taken, strict=True)
    ]
    unruled = Unruled(kept)
    layouts = []
    for at, (page, out) in enumerate(zip(pages, taken, strict=True)):
        edge = sorted((page.free[number] for number in out), key=lambda piece: (piece.base, piece.x0))
        head = [piece for piece in edge if piece.base < page.height / 2]
        layouts.append(PageLayout(page.number, unruled.parts(at, page.tables), head, edge[len(head) :]))
    return layouts
