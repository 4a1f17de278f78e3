"""What a database holds, asked in plain SQL: of a copy, of a snapshot, or of what was restored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from answerable.upkeep.backup.manifest import Table

Ask = Callable[[str], Sequence[Sequence[Any]]]
"""Runs one SELECT, gives all its rows."""


@dataclass(frozen=True, slots=True)
class Original:
    """A file that a row names: its name in the storage, and the SHA-256 of its content."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Holding:
    """A database at one moment."""

    tables: Mapping[str, Table]
    migrations: Mapping[str, list[str]]
    last_event: tuple[int, str] | None
    originals: Sequence[Original]


Compare = Callable[[Holding], None]
"""Raises Refusal where a database is not what it ought to be."""


def holding(ask: Ask, tables: Mapping[str, Table]) -> Holding:
    """All that a manifest says of a database; ``tables`` are counted by whoever knows the database."""
    return Holding(tables, _migrations(ask, tables), _last_event(ask, tables), _originals(ask, tables))


def _migrations(ask: Ask, tables: Mapping[str, Table]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    if "django_migrations" in tables:
        for app, name in ask("SELECT app, name FROM django_migrations ORDER BY app, name"):
            found.setdefault(app, []).append(name)
    return found


def _last_event(ask: Ask, tables: Mapping[str, Table]) -> tuple[int, str] | None:
    if "audit_event" not in tables:
        return None
    rows = ask("SELECT id, hash FROM audit_event ORDER BY id DESC LIMIT 1")
    return (int(rows[0][0]), str(rows[0][1])) if rows else None


def _originals(ask: Ask, tables: Mapping[str, Table]) -> list[Original]:
    """Every file that a row names: what was read, and what was sent in and may still wait for its job."""
    found: dict[str, str] = {}
    if "intake_uploadedfile" in tables:
        for (sha256,) in ask("SELECT DISTINCT sha256 FROM intake_uploadedfile"):
            found[f"originals/{sha256[:2]}/{sha256}"] = sha256
    if "documents_document" in tables:
        for content, sha256 in ask("SELECT DISTINCT content, sha256 FROM documents_document"):
            found[str(content)] = str(sha256)
    return [Original(name, sha256) for name, sha256 in sorted(found.items())]
