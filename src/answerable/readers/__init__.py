"""Files to blocks: one reader for each format, told apart by content."""

from __future__ import annotations

from answerable.core.minutes.document import Document
from answerable.readers import sniff
from answerable.readers.errors import Unreadable

__all__ = ["Unreadable", "read"]


def read(data: bytes, name: str) -> Document:
    """Read a file's bytes as the type that its content shows; ``name`` is only for messages and the record.

    Raises Unreadable with one sentence that names the file, says what is wrong and what to do about it. The
    readers are imported when first needed: a reader of PDF has no business loading for a text file.
    """
    try:
        document = _read(data, name)
        if not document.blocks:
            raise Unreadable(f"{name} holds no text that can be read; look whether it is the right file.")
        return document
    except Unreadable as error:
        sentence = str(error)
        if sentence.startswith(name):
            raise
        raise Unreadable(f"{name}: {sentence}") from None


def _read(data: bytes, name: str) -> Document:
    kind, media_type = sniff.kind(data, name)
    if kind == "pdf":
        from answerable.readers.pdf import read_pdf

        return read_pdf(data, name)
    if kind == "image":
        from answerable.readers.ocr import read_image

        return read_image(data, name, media_type)
    return _marked_up(kind, data, name)


def _marked_up(kind: sniff.Kind, data: bytes, name: str) -> Document:
    if kind == "docx":
        from answerable.readers.docx import read_docx

        return read_docx(data, name)
    if kind in ("odt", "flat-odt"):
        from answerable.readers.odt import read_flat_odt, read_odt

        return read_odt(data, name) if kind == "odt" else read_flat_odt(data, name)
    if kind == "html":
        from answerable.readers.html import read_html

        return read_html(data, name)
    if kind in ("doc", "rtf"):
        from answerable.readers.doc import read_doc

        return read_doc(data, name, kind)
    from answerable.readers.text import read_text

    return read_text(data, name)
