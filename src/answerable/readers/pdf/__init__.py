"""PDF files to blocks, by pdfium: text with places, ruled and unruled tables, rows joined over pages."""

from answerable.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
