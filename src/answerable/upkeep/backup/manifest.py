"""What a backup says of itself: ``manifest.json``, and its own hash in ``manifest.sha256``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from answerable.core.refusal import Refusal
from answerable.upkeep.backup.files import write_synced

NAME = "manifest.json"
HASH_NAME = "manifest.sha256"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class File:
    """A file of the backup: bytes, and their SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows: how many, and a sum over all of them that does not depend on their order."""

    rows: int
    sum: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """``made_at`` is ISO 8601 in UTC, ``database`` "sqlite" or "postgresql", ``files`` by path from the
    backup's top. ``last_event`` is the sequence and hash of the newest event of the audit trail."""

    format: int
    program: str
    made_at: str
    database: str
    migrations: Mapping[str, list[str]]
    last_event: tuple[int, str] | None
    tables: Mapping[str, Table]
    files: Mapping[str, File]


def write(manifest: Manifest, folder: Path) -> str:
    """Write both files; returns the SHA-256 of the manifest."""
    text = json.dumps(asdict(manifest), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    write_synced(folder / NAME, data)
    write_synced(folder / HASH_NAME, f"{digest}  {NAME}\n".encode())
    return digest


def read(folder: Path) -> Manifest:
    """Raises Refusal where it is not there, not as it was written, or of a format of the future."""
    path, hash_path = folder / NAME, folder / HASH_NAME
    for one in (path, hash_path):
        if not one.is_file() or one.is_symlink():
            raise Refusal(f"There is no {one.name} in {folder}: this is not a whole backup.")
    data = path.read_bytes()
    if hash_path.read_bytes() != f"{hashlib.sha256(data).hexdigest()}  {NAME}\n".encode():
        raise Refusal(f"{NAME} is not as it was written: the backup is damaged, or somebody changed it.")
    try:
        return _manifest(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refusal(f"{NAME} is not the manifest of a backup.") from None


def digest(folder: Path) -> str:
    """The SHA-256 of the manifest, which stands for the whole backup."""
    return hashlib.sha256((folder / NAME).read_bytes()).hexdigest()


def _manifest(values: dict[str, Any]) -> Manifest:
    if values["format"] > FORMAT:
        raise Refusal(
            f"This backup was made by a newer version ({values['program']}): install that one or a newer one."
        )
    last = values["last_event"]
    return Manifest(
        format=values["format"],
        program=str(values["program"]),
        made_at=str(values["made_at"]),
        database=str(values["database"]),
        migrations={str(app): [str(one) for one in names] for app, names in values["migrations"].items()},
        last_event=(int(last[0]), str(last[1])) if last else None,
        tables={name: Table(int(one["rows"]), str(one["sum"])) for name, one in values["tables"].items()},
        files={
            _path(name): File(int(one["size"]), str(one["sha256"])) for name, one in values["files"].items()
        },
    )


def _path(name: str) -> str:
    """A path that leads nowhere but into the backup."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or str(path) != name or name in ("", "."):
        raise ValueError(name)
    return name
