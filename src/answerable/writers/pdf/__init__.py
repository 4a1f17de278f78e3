"""A sheet as tagged PDF (PDF/UA-1), laid out by typst."""

from __future__ import annotations

from answerable.core.minutes.sheet import Sheet
from answerable.writers.pdf.layout import laid_out
from answerable.writers.pdf.setting import typeset

MEDIA_TYPE = "application/pdf"


def write_pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF; the same sheet gives the same bytes on a machine with the same fonts."""
    return typeset(laid_out(sheet))
