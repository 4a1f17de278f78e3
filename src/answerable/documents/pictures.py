"""Pictures of the pages of originals: rendered once, in a process of their own, and kept beside the files."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from answerable.documents.models import Document

WIDEST = 1400  # pixels
SECONDS = 30  # by the wall clock, on a busy machine
PDF = "application/pdf"
FOLDER = "page-pictures"
HEADER = 24  # bytes of a PNG up to the end of its width and height
METRE = 39.37007874  # inches
POINTS = 72.0


class NoPicture(Exception):
    """The page cannot be shown; the message says why."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG of a page; ``width`` and ``height`` are the page's, in points."""

    path: Path
    width: float
    height: float


def page_picture(document: Document, page: int) -> Picture:
    """The picture of a page, counted from 1; rendered now where it was not before. Raises NoPicture."""
    if document.media_type != PDF:
        raise NoPicture("Only a PDF has pages that can be pictured.")
    path = Path(settings.MEDIA_ROOT) / FOLDER / document.sha256[:2] / f"{document.sha256}-{page}.png"
    if not path.exists():
        _keep(path, _render(document, page))
    with path.open("rb") as file:
        return _measured(path, file.read(HEADER + 1024))


def _render(document: Document, page: int) -> bytes:
    command = [sys.executable, "-m", "answerable.documents.render", str(page), str(WIDEST)]
    try:
        with document.content.open("rb") as file:
            data = file.read()
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=True)
    except FileNotFoundError:
        raise NoPicture("The original is not in its place.") from None
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise NoPicture("This page of the original cannot be drawn.") from None
    return done.stdout


def _keep(path: Path, data: bytes) -> None:
    """The file appears whole or not at all, also where two ask for it at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent)  # of this thread alone
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _measured(path: Path, head: bytes) -> Picture:
    """The page's size in points, from the PNG's pixels and its pixels a metre."""
    width, height = struct.unpack(">II", head[16:HEADER])
    at = head.find(b"pHYs")
    metre = struct.unpack(">I", head[at + 4 : at + 8])[0] if at > 0 else WIDEST
    scale = POINTS * METRE / metre
    return Picture(path, width * scale, height * scale)
