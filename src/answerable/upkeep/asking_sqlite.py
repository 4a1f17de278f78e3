"""What an open SQLite database says of itself."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

FULL = 2  # PRAGMA synchronous: 0 off, 1 normal, 2 full, 3 extra
SHORTEST_WAIT = 5_000  # milliseconds: shorter than this, a write of somebody else's is an error page
WAL_MENDED = (3, 51, 3)
"""Older libraries can damage a WAL database that several connections write and checkpoint
(sqlite.org/wal.html, "the WAL-reset bug")."""
ROLLBACK_JOURNALS = {"delete", "truncate", "persist"}

ON = 1
KEEPS_DELETED = (
    "SQLite leaves what is withdrawn in the public store's file: put PRAGMA secure_delete=ON into the "
    "init_command of the published database."
)

NETWORK = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "glusterfs", "lustre", "ceph",
    "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.glusterfs", "fuse.davfs", "davfs",
}  # fmt: skip
MOUNTS = Path("/proc/self/mounts")


def unsafe(connection: Any) -> list[str]:
    """A sentence for each setting that could lose something. ``connection`` is Django's, and open."""
    in_memory = connection.is_in_memory_db()
    found = [
        _synchronous(_pragma(connection, "synchronous")),
        _foreign_keys(_pragma(connection, "foreign_keys")),
        _mmap(_pragma(connection, "mmap_size")),
        _wait(_pragma(connection, "busy_timeout")),
        _transactions(connection.transaction_mode),
    ]
    if not in_memory:
        name = Path(connection.settings_dict["NAME"])
        found += [_journal(_pragma(connection, "journal_mode"), name), _place(name)]
    return [sentence for sentence in found if sentence]


def unsafe_store(connection: Any) -> list[str]:
    """The same of the public store, from which what is withdrawn has to go for good."""
    return [] if _pragma(connection, "secure_delete") == ON else [KEEPS_DELETED]


def _pragma(connection: Any, name: str) -> Any:
    with connection.cursor() as cursor:
        row = cursor.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else None


def _synchronous(value: int) -> str:
    if value >= FULL:
        return ""
    return (
        "SQLite does not wait for the disk, so a power cut could lose what was confirmed: put PRAGMA "
        "synchronous=FULL into the init_command of DATABASES."
    )


def _foreign_keys(value: int) -> str:
    if value:
        return ""
    return (
        "SQLite does not hold references between rows: put PRAGMA foreign_keys=ON into the init_command of "
        "DATABASES."
    )


def _mmap(value: int | None) -> str:
    """Nothing is said by a library that was built without it."""
    if not value:
        return ""
    return (
        "SQLite reads its file through memory (mmap), where a fault of the disk ends the program and a stray "
        "write is stored: put PRAGMA mmap_size=0 into the init_command of DATABASES."
    )


def _wait(milliseconds: int) -> str:
    if milliseconds >= SHORTEST_WAIT:
        return ""
    return (
        f"SQLite gives up after {milliseconds / 1000:g} seconds when somebody else writes: set timeout to 5 "
        "or more (20 is ours) in the OPTIONS of DATABASES."
    )


def _transactions(mode: str | None) -> str:
    if mode in ("IMMEDIATE", "EXCLUSIVE"):
        return ""
    return (
        "A write could fail in the middle of its transaction because somebody else writes: set "
        "transaction_mode to IMMEDIATE in the OPTIONS of DATABASES."
    )


def _journal(mode: str, name: Path) -> str:
    if mode in ROLLBACK_JOURNALS or (mode == "wal" and sqlite3.sqlite_version_info >= WAL_MENDED):
        return ""
    if mode == "wal":
        return (
            f"The database {name} is in WAL mode, which SQLite {sqlite3.sqlite_version} can damage when "
            "several write (mended in 3.51.3): stop every program that uses it and run: python -c "
            f"\"import sqlite3; sqlite3.connect('{name}').execute('PRAGMA journal_mode=DELETE')\""
        )
    return (
        f"SQLite keeps no journal on disk (journal_mode={mode}), so a crash could damage the database: take "
        "PRAGMA journal_mode out of the init_command of DATABASES."
    )


def _place(name: Path) -> str:
    kind = file_system(name)
    if kind not in NETWORK:
        return ""
    return (
        f"The database {name} lies on a network file system ({kind}), whose locks SQLite cannot rely on: set "
        "ANSWERABLE_DATA to a folder on a disk of this machine, or use PostgreSQL."
    )


def file_system(path: Path, mounts: Path = MOUNTS) -> str:
    """The kind of file system that a path lies on, as Linux names it; "" where it cannot be told."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    place, best, kind = path.resolve(), -1, ""
    for line in lines:
        _, where, found, *_ = line.split(" ")
        mounted = Path(where.replace("\\040", " "))
        if place.is_relative_to(mounted) and len(mounted.parts) >= best:
            best, kind = len(mounted.parts), found
    return kind
