"""A PDF as an office's scanner would have it: pictures of the pages, a little skewed and greyed."""

from __future__ import annotations

import io
import random
from datetime import UTC, datetime

import pypdfium2
from PIL import Image, ImageChops

DPI = 200
SKEW = 0.5  # degrees, at most, either way
INK, PAPER = 38, 243  # the grey of black print and of white paper
GRAIN = 7.0  # standard deviation of the scanner's noise, of 255 grey levels
QUALITY = 22  # JPEG: small files, and the blocks that go with them
WRITTEN = datetime(2025, 10, 1, 9, 0, tzinfo=UTC).timetuple()


def scan_of(pdf: bytes, seed: int) -> bytes:
    """A PDF without text; the same picture for the same pages and seed."""
    chance = random.Random(seed)  # noqa: S311  (grain, not secrets)
    document = pypdfium2.PdfDocument(pdf)
    pages = [_photographed(page, chance) for page in document]
    made = io.BytesIO()
    pages[0].save(
        made,
        "PDF",
        resolution=DPI,
        save_all=True,
        append_images=pages[1:],
        quality=QUALITY,
        creationDate=WRITTEN,
        modDate=WRITTEN,
    )
    return made.getvalue()


def _photographed(page: pypdfium2.PdfPage, chance: random.Random) -> Image.Image:
    picture = page.render(scale=DPI / 72).to_pil().convert("L")
    picture = picture.rotate(chance.uniform(-SKEW, SKEW), Image.Resampling.BICUBIC, fillcolor=255)
    picture = picture.point([round(INK + level * (PAPER - INK) / 255) for level in range(256)])
    return ImageChops.add(picture, _grain(picture.size, chance), offset=-128)


def _grain(size: tuple[int, int], chance: random.Random) -> Image.Image:
    """Noise around 128, drawn at a third of the size: a scanner's grain is coarser than a pixel."""
    small = (size[0] // 3 + 1, size[1] // 3 + 1)
    levels = bytes(min(255, max(0, round(chance.gauss(128, GRAIN)))) for _ in range(small[0] * small[1]))
    return Image.frombytes("L", small, levels).resize(size, Image.Resampling.BILINEAR)
