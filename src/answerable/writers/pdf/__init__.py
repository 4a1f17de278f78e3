"""A sheet as tagged PDF (PDF/UA-1), laid out by typst."""

from __future__ import annotations

import json
import threading
from functools import lru_cache
from pathlib import Path

import typst

from answerable.core.minutes.sheet import Sheet
from answerable.writers.pdf.layout import laid_out

MEDIA_TYPE = "application/pdf"
STANDARD = "ua-1"
_FOLDER = Path(__file__).parent
_TEMPLATE = _FOLDER / "sheet.typ"
_lock = threading.Lock()
"""A compiler keeps what it has laid out, and can do one thing at a time."""


def write_pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF; the same sheet gives the same bytes on a machine with the same fonts."""
    data = json.dumps(laid_out(sheet))
    with _lock:
        return bytes(_compiler().compile(sys_inputs={"sheet": data}, pdf_standards=[STANDARD]))


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """The one compiler of this process: it has looked the machine's fonts up. It sees this folder only."""
    return typst.Compiler(input=str(_TEMPLATE), root=str(_FOLDER))
