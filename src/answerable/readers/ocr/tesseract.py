"""Tesseract, the program: pictures in, words with boxes out. Nothing is downloaded."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from typing import NamedTuple

from PIL import Image

from answerable.readers.errors import Unreadable

INSTALL = "Install tesseract-ocr to read scans."
LINES_AND_COLUMNS = 4
"""Page segmentation mode 4, a column of text of various sizes: keeps the order of minutes best."""
ONE_BLOCK = 6
"""Page segmentation mode 6, one block of text: for a strip of short cells."""
LONGEST_RUN = 120
"""Seconds for one picture; a page takes 2 to 3."""
WORD_LEVEL = "5"


class ReadWord(NamedTuple):
    """A word as read: its box in pixels, how sure the reading is (0 to 100), and which line it is on."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    sure: float
    line: tuple[int, int, int]


def is_installed() -> bool:
    """Whether the program can be found."""
    return shutil.which("tesseract") is not None


def words_in(
    picture: Image.Image, dpi: int, *, mode: int = LINES_AND_COLUMNS, letters: str = ""
) -> list[ReadWord]:
    """Read a grey picture; ``letters`` limits what may be read. Raises Unreadable where Tesseract fails."""
    command = ["tesseract", "stdin", "stdout", "--psm", str(mode), "--dpi", str(dpi), "-l", "eng"]
    if letters:
        command += ["-c", f"tessedit_char_whitelist={letters}"]
    return parsed(_run([*command, "tsv"], _as_pgm(picture)))


def _as_pgm(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, format="PPM")
    return out.getvalue()


def _run(command: list[str], picture: bytes) -> str:
    one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # more of them only wait for one another
    try:
        done = subprocess.run(
            command, input=picture, capture_output=True, timeout=LONGEST_RUN, check=True, env=one_thread
        )
    except FileNotFoundError:
        raise Unreadable(f"The file is a scan, and Tesseract is not installed. {INSTALL}") from None
    except subprocess.TimeoutExpired:
        raise Unreadable("Tesseract took too long over a page of the scan: split the file.") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1] if said else f"exit {error.returncode}"
        raise Unreadable(f"Tesseract could not read a page of the scan ({reason}): scan it again.") from None
    return done.stdout.decode("utf-8", "replace")


def parsed(table: str) -> list[ReadWord]:
    """The words of Tesseract's TSV output (level, numbers, box, confidence, text)."""
    found = []
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) < 12 or fields[0] != WORD_LEVEL or not fields[11].strip():
            continue
        block, paragraph, line = (int(field) for field in fields[2:5])
        x, y, width, height = (float(field) for field in fields[6:10])
        found.append(
            ReadWord(
                fields[11].strip(), x, y, x + width, y + height, float(fields[10]), (block, paragraph, line)
            )
        )
    return found
