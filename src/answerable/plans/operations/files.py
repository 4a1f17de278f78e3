"""Files that are kept with plans, recommendations and funded work: as they came, not read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from answerable.accounts.models import User
from answerable.core.permissions.markings import Marking, Why
from answerable.documents.models import Document
from answerable.documents.operations import NOT_READ, keep_document
from answerable.offices.models import Office


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file as it came: ``name`` is the sender's, without a folder. ``restricted`` says why it is kept from
    those who may not read what is restricted; "" where they may."""

    name: str
    media_type: str
    sha256: str
    content: bytes
    restricted: str = ""


def kept(*, office: Office, file: NewFile, by: User, at: datetime) -> Document:
    """The original. One that is held already stays as it is, with its marking. Part of a larger write."""
    held = Document.objects.filter(office=office, sha256=file.sha256).first()
    if held is not None:
        return held
    made = keep_document(
        office=office, name=file.name, media_type=file.media_type, sha256=file.sha256, pages=None, text="",
        content=file.content, read_with=NOT_READ, by=by, at=at,
    )  # fmt: skip
    if file.restricted:
        made.marking, made.marking_why, made.marking_note = Marking.RESTRICTED, Why.OTHER, file.restricted
        made.restricted = True
        made.save(update_fields=["marking", "marking_why", "marking_note", "restricted"])
    return made
