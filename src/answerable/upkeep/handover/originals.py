"""The files that came in and the texts that were read from them: which may go, and which did not and why."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from answerable.documents.models import Document
from answerable.offices.models import Office
from answerable.upkeep.handover.rows import original_name
from answerable.upkeep.handover.tables import OURS
from answerable.web.csv_file import cell

LIST = "originals.csv"
HERE, RESTRICTED, KEPT, LOST = (
    "here",
    "restricted, and nobody said that it may go",
    "the force keeps it for itself",
    "was not found where it is kept",
)
"""What became of an original."""


def why_left_out(document: Document, *, restricted: bool) -> str:
    """Why neither a file nor its text may go; "" where both may.

    ``restricted``: a person said that those which are restricted may go. What goes with a draft of the force
    is not the office's to give, whoever says so.
    """
    if document.kept_for not in ("", OURS):
        return KEPT
    return RESTRICTED if document.restricted and not restricted else ""


def copy_originals(folder: Path, office: Office, *, restricted: bool) -> tuple[int, dict[str, str]]:
    """Copy the originals that may go; how many did, and of the others by their name on disk the reason.

    ``restricted``: a person said that those which are restricted may go, too.
    """
    copied, left = 0, dict[str, str]()
    with (folder / LIST).open("x", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("file", "name", "sha256", "what became of it"))
        for one in _documents(office):
            name = str(one.content.name)
            why = why_left_out(one, restricted=restricted) or _copy(folder, one)
            copied += why == HERE
            if why != HERE:
                left[name] = why
            rows.writerow((original_name(name, one.media_type), cell(one.name), one.sha256, why))
    return copied, left


def _documents(office: Office) -> QuerySet[Document]:
    return Document.objects.filter(office=office).defer("text").order_by("pk")


def _copy(folder: Path, document: Document) -> str:
    name = str(document.content.name)
    place = folder / original_name(name, document.media_type)
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copyfile(Path(settings.MEDIA_ROOT) / name, place)
    except FileNotFoundError:
        return LOST
    return HERE
