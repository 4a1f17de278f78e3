"""Files to blocks: one reader for each format, told apart by content."""

from __future__ import annotations

from answerable.core.minutes.document import Document
from answerable.readers.errors import Unreadable

__all__ = ["Unreadable", "read"]


def read(data: bytes, name: str) -> Document:
    """Read a file's bytes as the type that its content shows; ``name`` is only for messages and the record.

    Raises Unreadable with one sentence that says what is wrong and what to do about it.
    """
    from answerable.readers.docx import read_docx
    from answerable.readers.text import read_text

    if data[:2] == b"PK":
        return read_docx(data, name)
    return read_text(data, name)
