"""Keeping originals."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from answerable.accounts.models import User
from answerable.documents.models import Document
from answerable.documents.originals import original_name, write_original
from answerable.offices.models import Office

READER = "1"
"""The version of our readers, kept with each original; raised when files are read differently."""
NOT_READ = "not read"
"""In the place of that version: the file is kept as it came."""


def keep_document(
    *,
    office: Office,
    name: str,
    media_type: str,
    sha256: str,
    pages: int | None,
    text: str,
    content: bytes,
    read_with: str,
    by: User,
    at: datetime,
) -> Document:
    """Keep an original with the text that was read from it; one that is kept already gets the new text.

    Part of a larger write. The file is on disk whole before the row names it, so that a row never lacks it.
    """
    write_original(sha256, BytesIO(content))
    read = {"media_type": media_type, "pages": pages, "text": text.replace("\0", "\ufffd")}
    document, _ = Document.objects.update_or_create(
        office=office,
        sha256=sha256,
        defaults={**read, "read_with": read_with},
        create_defaults={
            **read,
            "read_with": read_with,
            "name": name[-255:],
            "content": original_name(sha256),
            "uploaded_at": at,
            "uploaded_by": by,
        },
    )
    return document
