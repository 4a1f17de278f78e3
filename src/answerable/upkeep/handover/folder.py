"""The full edition: one folder with everything that an office has, for whoever may have that."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Q

from answerable.audit.exporting import VERIFIER, export
from answerable.audit.queries import events, key_statements, taken_over_keys
from answerable.core.editions import FULL
from answerable.core.editions import told as places_told
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.upkeep.handover.originals import copy_originals
from answerable.upkeep.handover.pages import write_pages
from answerable.upkeep.handover.record import Tell, write_record
from answerable.upkeep.handover.sealing import KEY, MANIFEST, SIGNATURE, SUMS, seal

FORMAT = "answerable-handover/2"
PUBLIC_FORMAT = "answerable-public-edition/1"
KEYS = "keys.txt"
README = """\
The record of {office}, as it stood on {day}.

Open START-HERE.html in a browser. Nothing else is needed to read it.

{places}

It holds what is restricted, too: it is for whoever may have that.

Is it whole?   sha256sum --quiet -c {sums}
Is it theirs?  openssl pkeyutl -verify -pubin -inkey {key} -rawin -in {sums} -sigfile {signature}.bin
               (base64 -d {signature} > {signature}.bin)
"""


def fill(folder: Path, office: Office, *, at: datetime, tell: Tell, restricted: bool) -> dict[str, int]:
    """The full edition into an empty folder, sealed, for its owner's eyes; how many rows of each table.

    ``restricted``: originals that are restricted go with it, file and text. Raises Refusal where the record
    is written meanwhile: of rows from two moments one may name another that is not there.
    """
    folder.chmod(0o700)
    before = _last_write(office)
    counted = write_record(folder / "record", office, tell, restricted=restricted)
    tell("originals")
    copied, left = copy_originals(folder, office, restricted=restricted)
    _write_trail(folder / "audit", at)
    write_pages(folder, office, at=at, counted=counted, tell=tell, left=left)
    if _last_write(office) != before:
        raise Refusal("The record changed while it was handed over. Do it again while nobody works with it.")
    told = {
        "office": office.name, "day": f"{at:%-d %B %Y}", "sums": SUMS, "key": KEY, "signature": SIGNATURE,
        "places": places_told(FULL, office.slug),
    }  # fmt: skip
    (folder / "README.txt").write_text(README.format(**told), encoding="utf-8")
    manifest: dict[str, Any] = {
        "format": FORMAT, "office": office.name, "slug": office.slug, "at": at.isoformat(),
        "program": settings.PROGRAM_VERSION, "rows": counted, "originals": copied, "left_out": sorted(left),
    }  # fmt: skip
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    tell("checksums")
    seal(folder)
    return counted


def _last_write(office: Office) -> int:
    """The last event that tells of a write to the record, or to what it shares with others."""
    rows = events().filter(Q(office_id=office.pk) | Q(office_id=None)).exclude(operation="view")
    rows = rows.exclude(operation__startswith="accounts.", office_id=None)  # somebody signed in
    return rows.order_by("-pk").values_list("pk", flat=True).first() or 0


def _write_trail(folder: Path, at: datetime) -> None:
    """The audit trail, the program that checks it, and which keys have signed."""
    folder.mkdir()
    export(folder / "trail.jsonl", at=at)
    shutil.copyfile(VERIFIER, folder / "verify_audit.py")
    keys = "\n".join(map(str, (*taken_over_keys(), *key_statements())))
    (folder / KEYS).write_text(keys, encoding="utf-8")
