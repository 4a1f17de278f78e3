"""What makes a file hard to use for some people: asked before it is given out.

WCAG 2.2 for documents that are not web pages: 1.1.1 text in place of pictures, 1.3.1 headings and heads of
tables, 2.4.2 a title, 3.1.1 a language.
"""

from __future__ import annotations

import io
import zipfile

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from lxml import etree

from answerable.publishing.files.docx_parts import WP
from answerable.publishing.files.docx_seen import W

MOST_NAMED = 5
"""Pages that a sentence names."""


def hard_to_read(content: bytes, media_type: str) -> list[str]:
    """A sentence for each thing, in a file that was cleaned."""
    return _in_pdf(content) if media_type == "application/pdf" else _in_docx(content)


def pdf_text(content: bytes) -> str:
    """The text of a PDF as it stands in it: nothing is read from pictures."""
    return "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(content))


def _in_pdf(content: bytes) -> list[str]:
    found = pdfium.PdfDocument(content)
    bare = [at + 1 for at, page in enumerate(found) if not page.get_textpage().get_text_range().strip()]
    said = []
    if bare:
        named = ", ".join(map(str, bare[:MOST_NAMED])) + (" and others" if len(bare) > MOST_NAMED else "")
        said.append(f"Nobody who cannot see it can read page {named}: it is a picture without text.")
    if not raw.FPDFCatalog_IsTagged(found):
        said.append("As it is given out it has no tags: a screen reader finds neither headings nor tables.")
    if not found.get_metadata_dict().get("Title"):
        said.append("It has no title of its own.")
    return said


def _in_docx(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
        core = etree.fromstring(archive.read("docProps/core.xml"))
    said = []
    styles = [str(one.get(f"{W}val", "")) for one in root.iter(f"{W}pStyle")]
    if not any(one.lower().startswith(("heading", "title")) for one in styles):
        said.append("It has no headings, so a screen reader cannot go from one part to the next.")
    bare = sum(not (one.get("descr") or "").strip() for one in root.iter(f"{WP}docPr"))
    if bare:
        said.append(f"Pictures without words that stand for them: {bare}.")
    headless = sum(next(one.iter(f"{W}tblHeader"), None) is None for one in root.iter(f"{W}tbl"))
    if headless:
        said.append(f"Tables without a row that names their columns: {headless}.")
    if not any((one.text or "").strip() for one in core if str(one.tag).endswith("}title")):
        said.append("It has no title of its own.")
    return said
