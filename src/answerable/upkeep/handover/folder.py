"""The full edition: one folder with everything that an office has, for whoever may have that."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from answerable.audit.exporting import VERIFIER, export
from answerable.audit.queries import key_statements, taken_over_keys
from answerable.core.editions import FULL
from answerable.core.editions import told as places_told
from answerable.offices.models import Office
from answerable.upkeep.handover.originals import copy_originals
from answerable.upkeep.handover.pages import write_pages
from answerable.upkeep.handover.record import Tell, write_record
from answerable.upkeep.handover.sealing import KEY, MANIFEST, SIGNATURE, SUMS, appearing, seal

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


def hand_over(
    office: Office, target: Path, *, at: datetime, tell: Tell, archive: bool = False, restricted: bool = False
) -> dict[str, int]:
    """Write the full edition as a folder, or as an archive where the name ends in .tar; how many rows of each
    table. ``restricted``: originals that are restricted go with it. It appears whole or not at all.

    Raises Refusal.
    """
    with appearing(target, archive=archive) as draft:
        return fill(draft, office, at=at, tell=tell, restricted=restricted)


def fill(folder: Path, office: Office, *, at: datetime, tell: Tell, restricted: bool) -> dict[str, int]:
    """The full edition into an empty folder, sealed."""
    counted = write_record(folder / "record", office, tell)
    tell("originals")
    copied, left = copy_originals(folder, office, restricted=restricted)
    (folder / "audit").mkdir()
    export(folder / "audit" / "trail.jsonl", at=at)
    shutil.copyfile(VERIFIER, folder / "audit" / "verify_audit.py")
    keys = "\n".join(map(str, (*taken_over_keys(), *key_statements())))
    (folder / "audit" / KEYS).write_text(keys, encoding="utf-8")
    write_pages(folder, office, at=at, counted=counted, tell=tell, left=left)
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
