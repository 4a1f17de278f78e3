"""A sheet as a Word document, part by part: nothing is in the file that is not written here."""

from __future__ import annotations

from answerable.core.minutes.sheet import Sheet
from answerable.writers.docx.body import Body
from answerable.writers.docx.package import packed
from answerable.writers.docx.styles import styles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def write_docx(sheet: Sheet) -> bytes:
    """The sheet as DOCX; the same sheet always gives the same bytes."""
    body = Body()
    written = body.write(sheet)
    return packed(sheet, written, styles(sheet.language), body.numbering.part())
