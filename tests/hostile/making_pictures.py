"""Pictures of pages, which Tesseract reads."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageDraw

from tests.hostile.cases import WORDS, hostile
from tests.hostile.making_pdf_pages import NO_TEXT

GROUP = "Pictures"
TESSERACT = ("tesseract",)
LARGE = "{name}: The picture is too large to be read: save it at 300 dots per inch."
TORN = "{name}: The picture is damaged or cut off: scan or save it again."


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, packed: bytes, *more: bytes) -> bytes:
    """A grey PNG that says it has this size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = [_chunk(b"IHDR", head), *more, _chunk(b"IDAT", packed), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _drawn(form: str) -> bytes:
    picture = Image.new("L", (800, 300), 255)
    ImageDraw.Draw(picture).text((40, 100), WORDS, fill=0, font_size=32)
    out = io.BytesIO()
    picture.save(out, form, dpi=(200, 200))
    return out.getvalue()


@hostile("bomb.png", GROUP, "a PNG of 40,000 by 40,000 dots in 2 MB", refused=LARGE, needs=TESSERACT)
def bomb() -> bytes:
    return png(40_000, 40_000, zlib.compress(b"\0" * (2**24)))


@hostile(
    "says-large.png", GROUP, "a PNG that says it is two billion dots wide", refused=LARGE, needs=TESSERACT
)
def says_large() -> bytes:
    return png(2**31 - 1, 2**31 - 1, zlib.compress(b"\0"))


@hostile("thin.png", GROUP, "a PNG one dot wide and 30 million high", needs=TESSERACT, refused=LARGE)
def thin() -> bytes:
    return png(1, 30_000_000, zlib.compress(b"\0" * 60_000_000))


@hostile("text-bomb.png", GROUP, "a PNG whose packed remark swells to 500 MB", needs=TESSERACT, refused=TORN)
def text_bomb() -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"\0" * 2**20) for _ in range(500)) + packer.flush()
    return png(10, 10, zlib.compress(b"\0" * 110), _chunk(b"zTXt", b"Comment\0\0" + packed))


@hostile("cut.jpg", GROUP, "half a JPEG", refused=TORN, needs=TESSERACT)
def cut() -> bytes:
    data = _drawn("JPEG")
    return data[: len(data) // 2]


@hostile("head-only.jpg", GROUP, "the first three bytes of a JPEG", refused=TORN, needs=TESSERACT)
def head_only() -> bytes:
    return b"\xff\xd8\xff"


@hostile(
    "pages.tiff",
    GROUP,
    "a TIFF of 300 pages",
    needs=TESSERACT,
    refused="{name}: The picture has more than 200 pages: split it into smaller files.",
)
def pages() -> bytes:
    out = io.BytesIO()
    pages = [Image.new("1", (60, 80), 1) for _ in range(300)]
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    return out.getvalue()


@hostile("ring.tiff", GROUP, "a TIFF whose last page leads to its first", refused=NO_TEXT, needs=TESSERACT)
def ring() -> bytes:
    out = io.BytesIO()
    Image.new("1", (60, 80), 1).save(out, "TIFF")
    data = bytearray(out.getvalue())
    first = struct.unpack_from("<I", data, 4)[0]
    entries = struct.unpack_from("<H", data, first)[0]
    struct.pack_into("<I", data, first + 2 + 12 * entries, first)
    return bytes(data)


@hostile(
    "frames.gif",
    GROUP,
    "a GIF of 400 frames",
    needs=TESSERACT,
    refused="{name}: The picture has more than 200 pages: split it into smaller files.",
)
def frames() -> bytes:
    out = io.BytesIO()
    pages = [Image.new("L", (20, 20), at % 256) for at in range(400)]
    pages[0].save(out, "GIF", save_all=True, append_images=pages[1:])
    return out.getvalue()


@hostile("script.png", GROUP, "PostScript behind the mark of a PNG", refused=TORN, needs=TESSERACT)
def postscript() -> bytes:
    return b"\x89PNG\r\n\x1a\n%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file\n"


@hostile(
    "picture.pdf",
    GROUP,
    "a JPEG with the ending .pdf",
    needs=TESSERACT,
    reads=("report back",),
    treatment="Read as the picture that it is.",
)
def misnamed() -> bytes:
    return _drawn("JPEG")
