"""Sheets as files."""

from __future__ import annotations

from typing import NamedTuple

from answerable.core.minutes.sheet import Sheet
from answerable.writers.docx import write_docx
from answerable.writers.html import write_html
from answerable.writers.pdf import write_pdf


class Format(NamedTuple):
    media_type: str
    suffix: str


FORMATS = {
    "html": Format("text/html; charset=utf-8", ".html"),
    "docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    "pdf": Format("application/pdf", ".pdf"),
}


def write(sheet: Sheet, form: str) -> bytes:
    if form == "html":
        return write_html(sheet).encode()
    return write_docx(sheet) if form == "docx" else write_pdf(sheet)
