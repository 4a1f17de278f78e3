"""Handing a record over: the public edition, made of the public store alone, and the full one beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.template import engines

from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.public.edition.making import make_edition
from answerable.published.queries import offices
from answerable.upkeep.handover.folder import PUBLIC_FORMAT, fill
from answerable.upkeep.handover.sealing import MANIFEST, appearing, seal

PUBLIC, FULL, BOTH = "public", "full", "both"
EDITIONS = (PUBLIC, FULL, BOTH)
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is handed over: ``archive`` as one file beside the folder, too; ``restricted``: a person said that
    originals which are restricted may go."""

    edition: str = BOTH
    archive: bool = False
    restricted: bool = False


def hand_over(office: Office, target: Path, wanted: Wanted, *, at: datetime, tell: Tell) -> dict[str, int]:
    """Write what is wanted, all of it or nothing; how many pages, files and rows. Raises Refusal."""
    published = is_published(office)
    if wanted.edition == PUBLIC and not published:
        raise Refusal(f"Nothing of {office.name} has been published, so there is no public edition.")
    with appearing(target, archive=wanted.archive) as draft:
        if wanted.edition == PUBLIC:
            return fill_public(office, draft, at=at, tell=tell)
        if wanted.edition == FULL:
            return _fill_full(office, draft, wanted, at, tell)
        return _fill_both(office, draft, wanted, at, tell)


def is_published(office: Office) -> bool:
    """Has the public store anything of it?"""
    return any(one.path == office.slug for one in offices())


def fill_public(office: Office, folder: Path, *, at: datetime, tell: Tell) -> dict[str, int]:
    """The public edition into an empty folder, sealed. Of the record only the office's slug is asked."""
    counted = make_edition(office.slug, folder, at=at, tell=tell)
    manifest = {
        "format": PUBLIC_FORMAT, "slug": office.slug, "at": at.isoformat(),
        "program": settings.PROGRAM_VERSION, **counted,
    }  # fmt: skip
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    tell("checksums")
    seal(folder)
    return counted


def _fill_full(office: Office, folder: Path, wanted: Wanted, at: datetime, tell: Tell) -> dict[str, int]:
    rows = fill(folder, office, at=at, tell=tell, restricted=wanted.restricted)
    return {"rows": sum(rows.values())}


def _fill_both(office: Office, folder: Path, wanted: Wanted, at: datetime, tell: Tell) -> dict[str, int]:
    """Each whole in a folder of its own, so that the public one can be given away as it is."""
    counted, public = dict[str, int](), is_published(office)
    if public:
        (folder / PUBLIC).mkdir()
        counted = fill_public(office, folder / PUBLIC, at=at, tell=tell)
    (folder / FULL).mkdir()
    counted |= _fill_full(office, folder / FULL, wanted, at, tell)
    page = engines["jinja2"].get_template("upkeep/handover/pages/both.html")
    text = page.render({"office": office, "at": at, "public": public})
    (folder / "START-HERE.html").write_text(text, encoding="utf-8")
    return counted
