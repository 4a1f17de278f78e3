"""Pictures of a page that something is drawn over: the page hides what the picture in it still shows.

Each picture is drawn alone and beside the page. Where it has marks alone and the page is even, something lies
over it: a box on a scan takes nothing out of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image, ImageChops, ImageFilter

SCALE = 1.5
"""Dots to a point."""
LONGEST_SIDE = 3000
"""Dots: larger pages are drawn smaller."""
AROUND = 9
"""Dots: a mark is looked for in squares of this side."""
MARKED, EVEN = 60, 24
"""Of 255, between the lightest and the darkest dot of a square."""
LEAST_DOTS = 150
"""As many dots of marks that are not seen are letters; fewer are a line or a corner."""
MOST_PICTURES = 40
"""Of a page: more are tiles or marks, and are looked at together."""
Colour = tuple[int, int, int, int]
WHITE, BLACK = (255, 255, 255, 255), (0, 0, 0, 255)


def covers_picture(data: bytes, place: int) -> bool:
    """Does anything on that page hide a part of a picture on it?"""
    page = pdfium.PdfDocument(data)[place]
    objects = _objects(page)
    under = [at for at, one in enumerate(objects) if _can_be_under(one, objects[at + 1 :])]
    if not under:
        return False
    even = _range(_drawn(page)).point(lambda dot: 255 if dot < EVEN else 0)
    alone = [[at] for at in under] if len(under) <= MOST_PICTURES else [under]
    return any(_dots(ImageChops.darker(even, _marks(data, place, keep))) >= LEAST_DOTS for keep in alone)


def _objects(page: pdfium.PdfPage) -> list[pdfium.PdfObject]:
    """What is drawn on a page, in its order: not the groups that it is drawn in."""
    return [one for one in page.get_objects() if one.type != raw.FPDF_PAGEOBJ_FORM]


def _can_be_under(one: pdfium.PdfObject, later: Iterable[pdfium.PdfObject]) -> bool:
    """Is it a picture, and anything but words drawn at its place after it?"""
    if one.type != raw.FPDF_PAGEOBJ_IMAGE:
        return False
    return any(other.type != raw.FPDF_PAGEOBJ_TEXT and _meet(one, other) for other in later)


def _meet(one: pdfium.PdfObject, other: pdfium.PdfObject) -> bool:
    """Places in two groups cannot be compared: they may."""
    if one.container is not other.container:
        return True
    (left, bottom, right, top), (left2, bottom2, right2, top2) = one.get_bounds(), other.get_bounds()
    return left < right2 and left2 < right and bottom < top2 and bottom2 < top


def _marks(data: bytes, place: int, keep: Sequence[int]) -> Image.Image:
    """Where some objects of a page have marks by themselves, on whatever ground: not their edges."""
    page = pdfium.PdfDocument(data)[place]
    for at, one in enumerate(_objects(page)):
        if at not in keep:
            page.remove_obj(one)
    on_white, on_black = (_range(_drawn(page, ground)) for ground in (WHITE, BLACK))
    return ImageChops.darker(on_white, on_black).point(lambda dot: 255 if dot >= MARKED else 0)


def _drawn(page: pdfium.PdfPage, ground: Colour = WHITE) -> Image.Image:
    scale = min(SCALE, LONGEST_SIDE / max(*page.get_size(), 1))
    drawn = page.render(scale=scale, may_draw_forms=False, draw_annots=False, fill_color=ground)
    return drawn.to_pil().convert("L")


def _range(image: Image.Image) -> Image.Image:
    """How much lighter than its darkest dot the lightest is around each dot."""
    lightest = image.filter(ImageFilter.MaxFilter(AROUND))
    return ImageChops.difference(lightest, image.filter(ImageFilter.MinFilter(AROUND)))


def _dots(image: Image.Image) -> int:
    return image.histogram()[-1]
