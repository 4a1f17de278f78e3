"""One page of a PDF: its ruled tables and free lines, from its text layer or, where it has none, by OCR."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

import pypdfium2
from PIL import Image

from answerable.readers.errors import Unreadable
from answerable.readers.ocr.page import DPI, scanned_page
from answerable.readers.ocr.picture import INCH, MOST_PIXELS
from answerable.readers.ocr.tesseract import INSTALL, is_installed
from answerable.readers.paper.grids import grids_of
from answerable.readers.paper.layout import PageText
from answerable.readers.paper.pieces import Piece
from answerable.readers.paper.tables import tables_of
from answerable.readers.pdf import engine
from answerable.readers.pdf.engine import Handle, Objects
from answerable.readers.pdf.gaps import cut_at_gaps
from answerable.readers.pdf.paths import rules_of
from answerable.readers.pdf.placing import place
from answerable.readers.pdf.sheet import Frame, Sheet, frame_of
from answerable.readers.pdf.strong import mark_strong

FEW_CHARACTERS = 30
"""A page with fewer characters, and mostly a picture, is a scan with a stamp or page number on it."""
MOSTLY = 0.5
"""Share of the page that the picture of a scan covers at least."""
OUTLINES = 500
"""Paths from which a page without characters has its letters drawn as outlines."""
FEW_UPWARD, OFTEN_UPWARD = 3, 0.25
"""A page is shuffled where more lines than this, and than this share, follow one that is printed below."""
IMAGE, FORM = 3, 5  # FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_FORM


def page_text(document: pypdfium2.PdfDocument, number: int) -> PageText:
    """Read page ``number`` (from 1). Raises Unreadable where it is damaged or Tesseract fails."""
    page = engine.load_page(engine.address_of(document.raw), number - 1)
    if not page:
        raise Unreadable(f"Page {number} of the PDF is damaged: fetch the file again from where it came.")
    text_page = engine.load_text(page)
    try:
        frame = frame_of(page)
        sheet = Sheet(text_page, frame, number)
        objects = engine.objects_of(page)
        if len(sheet.text) < FEW_CHARACTERS and _is_picture(sheet.text, objects, frame):
            return _scanned(document, frame, number)
        return _typed(sheet, objects, frame)
    finally:
        engine.close_text(text_page)
        engine.close_page(page)


def _typed(sheet: Sheet, objects: Objects, frame: Frame) -> PageText:
    grids, loose = grids_of(rules_of(objects, frame))
    free = cut_at_gaps(sheet, place(sheet, grids))
    pieces = [*free, *(piece for grid in grids for piece in grid.pieces())]
    mark_strong(sheet, pieces, loose)
    page = PageText(sheet.number, *frame.size, tables_of(grids), free)
    page.is_shuffled = _is_shuffled(pieces)
    return page


def _is_shuffled(pieces: Sequence[Piece]) -> bool:
    """Whether lines below one another are often stored in the opposite order."""
    stored = sorted(pieces, key=attrgetter("at"))
    upward = [(above, line) for above, line in pairwise(stored) if line.base < above.base - above.size]
    if len(upward) <= FEW_UPWARD:
        return False  # nearly every page
    steps, upward = _over_one_another(pairwise(stored)), _over_one_another(upward)
    return len(upward) > FEW_UPWARD and len(upward) > OFTEN_UPWARD * len(steps)


def _over_one_another(pairs: Iterable[tuple[Piece, Piece]]) -> list[tuple[Piece, Piece]]:
    return [(above, line) for above, line in pairs if above.x0 < line.x1 and line.x0 < above.x1]


def _is_picture(text: str, objects: Objects, frame: Frame) -> bool:
    """Whether a page with few characters is a scan, or has its letters drawn as outlines."""
    if not text.strip() and len(objects.handles) > OUTLINES:
        return True
    images = objects.of_type(IMAGE)
    if not images:
        return any(map(_holds_image, objects.of_type(FORM)))
    flat = engine.bounds(images)
    covered = sum(
        (right - left) * (top - bottom)
        for left, bottom, right, top in zip(flat[::4], flat[1::4], flat[2::4], flat[3::4], strict=True)
    )
    return covered >= MOSTLY * frame.size[0] * frame.size[1]


def _holds_image(form: Handle) -> bool:
    return IMAGE in engine.inside(form).types


def _scanned(document: pypdfium2.PdfDocument, frame: Frame, number: int) -> PageText:
    width, height = frame.size
    if not is_installed():
        unread = f"Page {number} is a scan and could not be read. {INSTALL}"
        return PageText(number, width, height, [], [], is_scanned=True, unread=unread)
    if width * height * (DPI / INCH) ** 2 > MOST_PIXELS:
        raise Unreadable(f"Page {number} of the PDF is too large to be read as a scan: print it to A4 or A3.")
    found = scanned_page(_picture(document, number), number)
    return PageText(number, width, height, tables_of(found.grids), found.free, True, turned=found.turned)


def _picture(document: pypdfium2.PdfDocument, number: int) -> Image.Image:
    page = document[number - 1]
    try:
        picture: Image.Image = page.render(scale=DPI / INCH, grayscale=True).to_pil()
        return picture.convert("L")
    finally:
        page.close()
