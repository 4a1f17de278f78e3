"""Which letters of a page cannot be seen: it is drawn, and each letter looked for in its place."""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

SCALE = 2.0
"""Dots to a point: letters of four points are eight dots high."""
LEAST_DIFFERENCE = 24
"""Of 255, between the lightest and the darkest dot of a letter, in one colour: less is not seen."""
LONGEST_SIDE = 4000
"""Dots: larger pages are drawn smaller."""
MOST_LETTERS = 60_000
"""Of one page; a page of small print has 10,000."""
SOLID = frozenset("lI1ij|tTr")
"""Letters that can fill their box wholly, so that nothing differs in it."""
FEW = 2
"""As many hidden letters beside each other are words; one can be a mark that fills its box."""


def unseen(page: pdfium.PdfPage) -> str:
    """The letters that cannot be seen, "" where all can be."""
    width, height = page.get_size()
    scale = min(SCALE, LONGEST_SIDE / max(width, height, 1))
    picture = page.render(scale=scale, may_draw_forms=False, draw_annots=False).to_pil().convert("RGB")
    words = page.get_textpage()
    if words.count_chars() > MOST_LETTERS:
        return "too many to look at"
    found, run = [], ""
    for at in range(words.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(words, at))
        if not letter.isalnum() or letter in SOLID:
            continue
        run = "" if _is_seen(page, words, at, picture) else run + letter
        if len(run) >= FEW:
            found.append(run)
    return max(found, key=len, default="")


def _is_seen(page: pdfium.PdfPage, words: pdfium.PdfTextPage, at: int, picture: Image.Image) -> bool:
    left, bottom, right, top = words.get_charbox(at)
    corners = [_dot(page, picture, x, y) for x, y in ((left, bottom), (right, top))]
    (x1, y1), (x2, y2) = corners
    box = (
        max(min(x1, x2), 0),
        max(min(y1, y2), 0),
        min(max(x1, x2), picture.width),
        min(max(y1, y2), picture.height),
    )
    if box[2] - box[0] < 1 or box[3] - box[1] < 1:
        return False
    extremes = picture.crop(box).getextrema()
    return any(high - low >= LEAST_DIFFERENCE for low, high in extremes)  # type: ignore[misc]


def _dot(page: pdfium.PdfPage, picture: Image.Image, x: float, y: float) -> tuple[int, int]:
    """Where a point of the page lies in its picture, however the page is turned or cropped."""
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, picture.width, picture.height, 0, x, y, across, down)
    return across.value, down.value
