"""One page of a PDF as a PNG: a program of its own, so that a hostile file can only end this process.

    python -m answerable.documents.render PAGE MAX_WIDTH < file.pdf > page.png

It has limits on memory and time, reads standard input, opens no file, and ends with 1 and a line on standard
error where it cannot. Nothing of Django is loaded.
"""

from __future__ import annotations

import io
import sys

import pypdfium2 as pdfium

MEMORY = 512 * 1024 * 1024  # bytes: what readers get too
SECONDS = 15  # of processor time
SCALE = 1.8  # pixels a point: 130 dots an inch, readable and small
COLOURS = 64  # of the palette: print on paper needs no more, and the file is a third
POINTS = 72.0


def main(arguments: list[str]) -> int:
    """Read, render, write."""
    _limit()
    page, most = int(arguments[0]), int(arguments[1])
    try:
        sys.stdout.buffer.write(picture(sys.stdin.buffer.read(), page, most))
    except (pdfium.PdfiumError, IndexError, MemoryError, ValueError, OSError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


def picture(data: bytes, page: int, most: int) -> bytes:
    """Page ``page`` (from 1) as PNG, at most ``most`` pixels wide or twice as high; its dots an inch say
    the scale, so that points can be found on it. Raises IndexError, PdfiumError."""
    with pdfium.PdfDocument(data) as document:
        if not 1 <= page <= len(document):
            raise IndexError(f"the file has {len(document)} pages")
        drawn = document[page - 1]
        width, height = drawn.get_size()
        scale = min(SCALE, most / max(width, 1), 2 * most / max(height, 1))
        image = drawn.render(scale=scale).to_pil().convert("RGB").quantize(COLOURS)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True, dpi=(scale * POINTS, scale * POINTS))
    return out.getvalue()


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the caller's timeout stays
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
