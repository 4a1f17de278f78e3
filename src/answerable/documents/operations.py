"""Keeping originals."""

from __future__ import annotations

import os
import tempfile
from datetime import datetime
from pathlib import Path

from django.core.files.storage import default_storage

from answerable.accounts.models import User
from answerable.documents.models import Document
from answerable.offices.models import Office


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
    read = {"media_type": media_type, "pages": pages, "text": text.replace("\0", "\ufffd")}
    document, _ = Document.objects.update_or_create(
        office=office,
        sha256=sha256,
        defaults={**read, "read_with": read_with},
        create_defaults={
            **read,
            "read_with": read_with,
            "name": name[-255:],
            "content": write_content(sha256, content),
            "uploaded_at": at,
            "uploaded_by": by,
        },
    )
    return document


def write_content(sha256: str, content: bytes) -> str:
    """Write an original under its own hash, all or nothing; returns its name in the storage."""
    name = f"originals/{sha256[:2]}/{sha256}"
    path = Path(default_storage.path(name))
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, path)
        except BaseException:
            os.unlink(unfinished)  # a disk without room needs what is half written back
            raise
    return name
