"""The databases as files: consistent copies by SQLite’s online backup, whatever is written meanwhile.

The public store is copied before the record, so that a backup never has a publication without its decision;
what was decided in between is handed over when the restored site starts.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from answerable.core.refusal import Refusal
from answerable.upkeep.backup.files import appear, copy_synced, sync, unfinished
from answerable.upkeep.backup.holding import Ask, Compare, Holding, holding
from answerable.upkeep.backup.manifest import Table

KIND = "sqlite"
FILE = "database.sqlite3"
PUBLIC_FILE = "published.sqlite3"
"""The public store's copy in a backup."""
PUBLIC = "published."
"""What its tables are called by in a manifest, before their names."""
WAIT = 20  # seconds for somebody's write to end
BITS = 8  # bytes of a row's hash: rows are counted, not defended
MODULUS = 1 << 64


@contextmanager
def snapshot(database: Path, into: Path, public: Path | None = None) -> Iterator[Holding]:
    """Copy the public store, where there is one, and then the record; gives what the copies hold.

    Each in one step: a copy in parts begins again whenever somebody writes. Writers wait for its end, which a
    disk that reads 200 MB a second reaches for 4 GB within their 20 seconds.
    """
    more = {}
    if public is not None and public.exists():
        with _copied(public, into / PUBLIC_FILE, "The public store") as copy:
            more = _tables(copy, PUBLIC)
    with _copied(database, into / FILE, "The database") as copy:
        yield held(copy, more)


@contextmanager
def _copied(database: Path, copy: Path, what: str) -> Iterator[sqlite3.Connection]:
    with closing(_open(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        _refuse_damaged(target, what)
        sync(copy)
        yield target


def held_by(database: Path, public: Path | None = None) -> Holding:
    """What a database file holds, and the public store's beside it."""
    more = {}
    if public is not None and public.exists():
        with closing(_open(public)) as connection:
            more = _tables(connection, PUBLIC)
    with closing(_open(database)) as connection:
        return held(connection, more)


def restore(folder: Path, database: Path, compare: Compare, public: Path | None = None) -> None:
    """Copy the backup's databases to their places, where none are yet or empty ones; compared beforehand.

    The record comes last: while it is not there, nobody takes the place for a whole one.
    """
    with unfinished(database) as staged:
        copy_synced(folder / FILE, staged / FILE)
        store = folder / PUBLIC_FILE if public is not None else None
        compare(held_by(staged / FILE, store))
        if public is not None and store is not None and store.exists():
            copy_synced(store, staged / PUBLIC_FILE)
            public.parent.mkdir(parents=True, exist_ok=True)
            public.unlink(missing_ok=True)
            appear(staged / PUBLIC_FILE, public)
        database.unlink(missing_ok=True)
        appear(staged / FILE, database)


def is_empty(database: Path) -> bool:
    """No file, or one without a table: as any command leaves it that only looked."""
    if not database.exists() or database.stat().st_size == 0:
        return True
    try:
        with closing(_open(database)) as connection:
            return not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchall()
    except sqlite3.Error:
        return False


def held(connection: sqlite3.Connection, more: Mapping[str, Table]) -> Holding:
    """What an open database holds; ``more`` are the public store's tables."""

    def ask(sql: str) -> list[tuple[object, ...]]:
        return connection.execute(sql).fetchall()

    return holding(ask, {**_tables(connection), **more})


def _tables(connection: sqlite3.Connection, before: str = "") -> dict[str, Table]:
    def ask(sql: str) -> list[tuple[object, ...]]:
        return connection.execute(sql).fetchall()

    return {before + name: _table(connection, name) for name in _names(ask)}


def _open(database: Path) -> sqlite3.Connection:
    """Open for writing, though nothing is written: what a crash left half done must be undone first."""
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=rw", uri=True, timeout=WAIT)


def _names(ask: Ask) -> list[str]:
    """Tables with rows of their own: the index's inner tables are the full-text index's business."""
    listed = ask("SELECT name, type FROM pragma_table_list WHERE schema = 'main' ORDER BY name")
    return [str(name) for name, kind in listed if kind == "table" and not str(name).startswith("sqlite_")]


def _table(connection: sqlite3.Connection, name: str) -> Table:
    rows, total = 0, 0
    for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608  a name out of the database
        rows += 1
        total += int.from_bytes(hashlib.blake2b(repr(row).encode(), digest_size=BITS).digest(), "big")
    return Table(rows, str(total % MODULUS))


def _refuse_damaged(connection: sqlite3.Connection, what: str) -> None:
    (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok":
        raise Refusal(f"{what} is damaged, SQLite says: {said}. Restore the last backup that is whole.")
