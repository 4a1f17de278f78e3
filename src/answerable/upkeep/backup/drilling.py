"""The drill: a backup is restored into an empty temporary place, and what is there is compared."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from answerable.upkeep.backup import checking, postgres, restoring, sqlite
from answerable.upkeep.backup.files import sha256_of
from answerable.upkeep.backup.making import ORIGINALS, Tell
from answerable.upkeep.backup.manifest import Manifest
from answerable.upkeep.backup.place import Place

AUDIT = ("audit", "verify")
"""The command that checks the chain of the audit trail."""
PUBLICATIONS = ("publications", "verify")
"""The command that checks the decisions to publish, and the public store against them."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing that was compared: what the backup says, what was restored, whether it is the same."""

    what: str
    said: str
    restored: str
    same: bool


def drill(backup: Path, place: Place, *, tell: Tell) -> list[Compared]:
    """Restore into a temporary place of the same kind as ``place``, which is not touched. Raises Refusal."""
    with tempfile.TemporaryDirectory(prefix="answerable-drill-") as folder, _spare(place, folder) as spare:
        found = restoring.restore(backup, spare, tell=tell)
        tell("Comparing", 0, 1)
        compared = [*_tables(found, spare), _originals(found, spare), _last_event(found, spare)]
        compared += _said_by(AUDIT, "audit trail", spare, Path(folder))
        if "publishing" in found.migrations:  # an older backup has none of its tables yet
            compared += _said_by(PUBLICATIONS, "publications", spare, Path(folder))
        tell("Comparing", 1, 1)
        return compared


@contextmanager
def _spare(place: Place, folder: str) -> Iterator[Place]:
    media = Path(folder, "files")
    on_server = place.kind == postgres.KIND
    made: Any = (
        postgres.spare_database(place.database) if on_server else nullcontext(Path(folder, sqlite.FILE))
    )
    with made as database:
        public = Path(folder, sqlite.PUBLIC_FILE) if place.public else None
        yield replace(place, database=database, media=media, public=public)


def _tables(found: Manifest, spare: Place) -> list[Compared]:
    held = spare.held().tables
    different = {name: is_held for name, _, is_held in checking.differences(found.tables, held)}
    return [
        Compared(
            name, _rows(found.tables, name), different.get(name, _rows(held, name)), name not in different
        )
        for name in sorted(found.tables.keys() | held.keys())
    ]


def _rows(tables: Any, name: str) -> str:
    return f"{tables[name].rows:,}" if name in tables else "no such table"


def _originals(found: Manifest, spare: Place) -> Compared:
    """Every file of the backup against the restored one, by its hash."""
    said = {name: file.sha256 for name, file in found.files.items() if name.startswith(f"{ORIGINALS}/")}
    paths = {name: spare.media / name.removeprefix(f"{ORIGINALS}/") for name in said}
    same = [name for name, path in paths.items() if path.is_file() and sha256_of(path) == said[name]]
    return Compared("originals, by hash", f"{len(said):,}", f"{len(same):,}", len(same) == len(said))


def _last_event(found: Manifest, spare: Place) -> Compared:
    held = spare.held().last_event
    return Compared("last event", _event(found.last_event), _event(held), held == found.last_event)


def _event(event: tuple[int, str] | None) -> str:
    return f"{event[0]:,}, {event[1][:12]}…" if event else "none"


def _said_by(part: Sequence[str], what: str, spare: Place, folder: Path) -> list[Compared]:
    """What a check of the program's own says of the restored place; nothing where there is none."""
    environment = {
        **os.environ, "ANSWERABLE_DATA": str(folder), "DATABASE_URL": _url(spare), "PUBLIC_DATABASE_URL": "",
    }  # fmt: skip
    command = [sys.executable, "-m", "answerable.cli", *part]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if "Unknown command" in done.stderr:
        return []
    said = (done.stdout + done.stderr).strip().splitlines()
    return [Compared(what, "whole", said[0] if said else "", done.returncode == 0)]


def _url(spare: Place) -> str:
    """The restored database as DATABASE_URL."""
    if spare.kind == sqlite.KIND:
        return f"sqlite:///{spare.database}"
    return postgres.url(spare.database)
