"""Where a record is kept: its database, the folder of its files and of its keys."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection

from answerable.core.refusal import Refusal
from answerable.upkeep.backup import postgres
from answerable.upkeep.backup import sqlite as sqlite_file
from answerable.upkeep.backup.holding import Compare, Holding

FAILURES = (OSError, sqlite3.Error, psycopg.Error)
"""What can go wrong on the way that is nobody's fault: no room, no server. Its message is for people."""


@dataclass(frozen=True)
class Place:
    """``database`` is a file, or what libpq needs to connect; ``media`` the folder of originals."""

    kind: str
    database: Any
    media: Path

    @property
    def file(self) -> str:
        """The name of the database's copy in a backup."""
        return self._of(sqlite_file, postgres).FILE  # type: ignore[no-any-return]

    def snapshot(self, into: Path) -> AbstractContextManager[Holding]:
        take: Callable[..., AbstractContextManager[Holding]] = self._of(
            sqlite_file.snapshot, postgres.snapshot
        )
        return take(self.database, into)

    def held(self) -> Holding:
        found: Holding = self._of(sqlite_file.held_by, postgres.held_by)(self.database)
        return found

    def restore(self, folder: Path, compare: Compare) -> None:
        self._of(sqlite_file.restore, postgres.restore)(folder, self.database, compare)

    def is_empty(self) -> bool:
        return bool(self._of(sqlite_file.is_empty, postgres.is_empty)(self.database))

    def __str__(self) -> str:
        return str(self.database) if self.kind == sqlite_file.KIND else str(self.database.get("dbname", ""))

    def _of(self, on_sqlite: Any, on_postgres: Any) -> Any:
        return on_sqlite if self.kind == sqlite_file.KIND else on_postgres


def here() -> Place:
    """The place that the settings name. Raises Refusal for a database in memory."""
    media = Path(settings.MEDIA_ROOT)
    if connection.vendor == postgres.KIND:
        known = connection.get_connection_params()
        where = {key: value for key, value in known.items() if key in postgres.VARIABLES}
        return Place(postgres.KIND, where, media)
    if connection.is_in_memory_db():  # type: ignore[attr-defined]
        raise Refusal("A database in memory cannot be backed up.")
    return Place(sqlite_file.KIND, Path(settings.DATABASES["default"]["NAME"]), media)
