"""Reading pictures of pages: PNG, JPEG and TIFF, one page or several."""

from __future__ import annotations

import io
import struct

from PIL import Image, ImageOps, ImageSequence

from answerable.core.minutes.document import Document
from answerable.readers.errors import Unreadable
from answerable.readers.ocr.page import DPI, scanned_page
from answerable.readers.ocr.picture import INCH, MOST_PIXELS
from answerable.readers.ocr.tesseract import INSTALL, is_installed
from answerable.readers.paper.assembly import assembled
from answerable.readers.paper.layout import PageText
from answerable.readers.paper.tables import tables_of

LEAST_DPI = 90.0
"""A picture that says it has fewer dots an inch is one off a screen and says nothing of its paper."""
A4_WIDTH = 8.27
"""Inches: how wide the paper is taken to be where the picture does not say."""
MOST_PAGES = 200
FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")
"""What Pillow may take a picture for; it knows forty formats, one of which starts a program (EPS)."""


def read_image(data: bytes, name: str, media_type: str) -> Document:
    """Read a picture of a page by OCR. Boxes are in points of the paper, by the picture's dots per inch.

    Raises Unreadable where the picture is damaged or too large, or Tesseract is missing or fails.
    """
    if not is_installed():
        raise Unreadable(f"The file is a picture of a page. {INSTALL}")
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if getattr(picture, "n_frames", 1) > MOST_PAGES:
                raise _too_long()
            pages = [_page(frame, at) for at, frame in enumerate(ImageSequence.Iterator(picture), 1)]
    except Image.DecompressionBombError:
        raise _too_large() from None
    except (OSError, SyntaxError, ValueError, struct.error, OverflowError, EOFError):
        raise Unreadable("The picture is damaged or cut off: scan or save it again.") from None
    return assembled(pages, data, name, media_type)


def _page(frame: Image.Image, number: int) -> PageText:
    dpi = _dpi(frame)
    size = (round(frame.width * DPI / dpi), round(frame.height * DPI / dpi))
    if max(frame.width * frame.height, size[0] * size[1]) > MOST_PIXELS:
        raise _too_large()
    grey = _on_white(ImageOps.exif_transpose(frame)).resize(size, Image.Resampling.LANCZOS)
    found = scanned_page(grey, number)
    width, height = size[0] * INCH / DPI, size[1] * INCH / DPI
    return PageText(number, width, height, tables_of(found.grids), found.free, True, turned=found.turned)


def _too_long() -> Unreadable:
    return Unreadable(f"The picture has more than {MOST_PAGES} pages: split it into smaller files.")


def _too_large() -> Unreadable:
    return Unreadable("The picture is too large to be read: save it at 300 dots per inch.")


def _dpi(frame: Image.Image) -> float:
    said = frame.info.get("dpi", (0, 0))
    dpi = float(said[0]) if isinstance(said, tuple) and said else 0.0
    return dpi if dpi >= LEAST_DPI else frame.width / A4_WIDTH


def _on_white(frame: Image.Image) -> Image.Image:
    """The picture in greys; what is see-through in it is paper."""
    if frame.mode in ("RGBA", "LA", "PA") or "transparency" in frame.info:
        frame = frame.convert("RGBA")
        paper = Image.new("RGBA", frame.size, "white")
        frame = Image.alpha_composite(paper, frame)
    return frame.convert("L")
