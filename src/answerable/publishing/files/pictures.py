"""What stands in the pictures of a cleaned file: read by Tesseract, and told where it could not be.

A secret that is a picture is a secret still, so words in pictures are searched as all others are. Nobody is
told that a picture was read where it was not.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

from answerable.publishing.files.cleaned import InPictures
from answerable.readers.errors import Unreadable
from answerable.readers.ocr.tesseract import is_installed, words_in

DPI = 200
"""Dots per inch that a page is drawn at: letters of eight points are 22 dots high."""
SMALLEST_SIDE, LEAST_DOTS = 12, 600
"""Dots: lines, bullets and corners of boxes are smaller, and no word is."""
MOST_DOTS = 12_000_000
"""A picture with more is made smaller: A3 at 300 dots an inch has 17 million."""
MOST_PICTURES = 30
"""Of one file: each takes two or three seconds."""
MOST_ON_A_PAGE = 3
"""A page with more pictures is read as one: scanners cut pages into strips."""
SURE = 60
"""Of 100: less is a guess at a stain."""
LEAST_LETTERS = 3
FORMATS = ("PNG", "JPEG")
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class _Picture:
    where: str
    image: Image.Image
    page: bool


def in_pictures(content: bytes, media_type: str) -> InPictures:
    """What can be read in the pictures of a file. Never raises: what fails is unread."""
    said, unread, pages, why = [], [], 0, ""
    for number, one in enumerate(_pictures(content, media_type)):
        words = ""
        if number >= MOST_PICTURES:
            why = f"Only the first {MOST_PICTURES} pictures of a file are read."
        elif not is_installed():
            why = "Tesseract is not installed here, so pictures cannot be read."
        else:
            words = _read(one.image)
        if words:
            said.append(words)
        else:
            unread.append(one.where)
            pages += one.page
    return InPictures("\n".join(said), list(dict.fromkeys(unread)), pages, why)


def _read(image: Image.Image) -> str:
    """The words that are sure; "" where there are none, and where Tesseract fails."""
    try:
        found = words_in(_fit(image), DPI)
    except Unreadable:
        return ""
    words = " ".join(one.text for one in found if one.sure >= SURE)
    return words if sum(one.isalnum() for one in words) >= LEAST_LETTERS else ""


def _fit(image: Image.Image) -> Image.Image:
    """In greys, on white, and no larger than it needs to be."""
    if image.mode in ("RGBA", "LA", "PA"):
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
    share = (MOST_DOTS / max(image.width * image.height, 1)) ** 0.5
    size = (max(1, int(image.width * share)), max(1, int(image.height * share)))
    return image.convert("L").resize(size) if share < 1 else image.convert("L")


def _pictures(content: bytes, media_type: str) -> Iterator[_Picture]:
    found = _of_pdf(content) if media_type == PDF else _of_docx(content)
    return (one for one in found if _can_hold_words(one.image))


def _can_hold_words(image: Image.Image) -> bool:
    return min(image.size) >= SMALLEST_SIDE and image.width * image.height >= LEAST_DOTS


def _of_pdf(content: bytes) -> Iterator[_Picture]:
    for number, page in enumerate(pdfium.PdfDocument(content), 1):
        pictures = list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))
        bare = not page.get_textpage().get_text_range().strip()
        where = f"page {number}"
        if bare or len(pictures) > MOST_ON_A_PAGE:
            yield _Picture(where, page.render(scale=DPI / 72).to_pil(), bare)
            continue
        for one in pictures:
            yield _Picture(where, one.get_bitmap(render=True).to_pil(), False)


def _of_docx(content: bytes) -> Iterator[_Picture]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith("word/media/"))
        for number, name in enumerate(names, 1):
            with Image.open(io.BytesIO(archive.read(name)), formats=FORMATS) as image:
                image.load()
                yield _Picture(f"picture {number}", image, False)
