"""Pictures of a document, written anew: their dots, and nothing that a camera wrote beside them."""

from __future__ import annotations

import io

from PIL import Image

from answerable.readers.errors import Unreadable

MOST_DOTS = 40_000_000
QUALITY = 90
FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF")


def picture_bytes(data: bytes, name: str) -> tuple[bytes, str]:
    """A picture's bytes and how its name ends. Raises Unreadable where it is none that can be written."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as found:
            if found.width * found.height > MOST_DOTS:
                raise Unreadable(f"{name} has a picture that is too large to be given out.")
            photograph = found.format == "JPEG"
            bare = Image.new("RGB" if photograph else "RGBA", found.size)
            bare.paste(found.convert(bare.mode))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Unreadable(f"{name} has a picture that cannot be read. Save it as PDF.") from None
    written = io.BytesIO()
    if photograph:
        bare.save(written, "JPEG", quality=QUALITY)
        return written.getvalue(), ".jpeg"
    bare.save(written, "PNG")
    return written.getvalue(), ".png"
