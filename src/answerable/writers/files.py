"""The formats in which a sheet can be handed out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from answerable.core.minutes.sheet import Sheet
from answerable.writers import docx, pdf
from answerable.writers.html import write_html

FormatKey = Literal["html", "docx", "pdf"]


@dataclass(frozen=True, slots=True)
class Format:
    """``name`` is what a link says, ``suffix`` ends the file's name, the dot included."""

    name: str
    media_type: str
    suffix: str
    write: Callable[[Sheet], bytes]


def _html(sheet: Sheet) -> bytes:
    return write_html(sheet).encode()


FORMATS: dict[FormatKey, Format] = {
    "html": Format("Web page", "text/html; charset=utf-8", ".html", _html),
    "docx": Format("Word", docx.MEDIA_TYPE, ".docx", docx.write_docx),
    "pdf": Format("PDF", pdf.MEDIA_TYPE, ".pdf", pdf.write_pdf),
}


def write(sheet: Sheet, key: FormatKey) -> bytes:
    """The sheet as a file of the format; the same sheet gives the same bytes."""
    return FORMATS[key].write(sheet)
