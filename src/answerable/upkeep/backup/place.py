"""Where a record is kept: its database, the folder of its files and of its keys."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection

from answerable.core.refusal import Refusal
from answerable.published.router import STORE
from answerable.upkeep.backup import postgres
from answerable.upkeep.backup import sqlite as sqlite_file
from answerable.upkeep.backup.holding import Compare, Holding

FAILURES = (OSError, sqlite3.Error, psycopg.Error)
"""What can go wrong on the way that is nobody's fault: no room, no server. Its message is for people."""


@dataclass(frozen=True)
class Place:
    """``database`` is a file, or what libpq needs to connect; ``media`` the folder of originals.

    ``public`` is the file of the public store; on PostgreSQL it is a schema of the same database.
    """

    kind: str
    database: Any
    media: Path
    public: Path | None = None

    @property
    def file(self) -> str:
        """The name of the database's copy in a backup."""
        return sqlite_file.FILE if self.kind == sqlite_file.KIND else postgres.FILE

    def snapshot(self, into: Path) -> AbstractContextManager[Holding]:
        if self.kind == sqlite_file.KIND:
            return sqlite_file.snapshot(self.database, into, self.public)
        return postgres.snapshot(self.database, into)

    def held(self) -> Holding:
        if self.kind == sqlite_file.KIND:
            return sqlite_file.held_by(self.database, self.public)
        return postgres.held_by(self.database)

    def restore(self, folder: Path, compare: Compare) -> None:
        if self.kind == sqlite_file.KIND:
            sqlite_file.restore(folder, self.database, compare, self.public)
        else:
            postgres.restore(folder, self.database, compare)

    def is_empty(self) -> bool:
        if self.kind != sqlite_file.KIND:
            return postgres.is_empty(self.database)
        return all(sqlite_file.is_empty(one) for one in (self.database, self.public) if one)

    def __str__(self) -> str:
        return str(self.database) if self.kind == sqlite_file.KIND else str(self.database.get("dbname", ""))


def here() -> Place:
    """The place that the settings name. Raises Refusal for a database in memory."""
    media = Path(settings.MEDIA_ROOT)
    if connection.vendor == postgres.KIND:
        known = connection.get_connection_params()
        where = {key: value for key, value in known.items() if key in postgres.VARIABLES}
        return Place(postgres.KIND, where, media)
    if connection.is_in_memory_db():  # type: ignore[attr-defined]
        raise Refusal("A database in memory cannot be backed up.")
    public = Path(settings.DATABASES[STORE]["NAME"])
    return Place(sqlite_file.KIND, Path(settings.DATABASES["default"]["NAME"]), media, public)
