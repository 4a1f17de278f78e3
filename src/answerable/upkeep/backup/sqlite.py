"""The database as a file: one consistent copy by SQLite’s online backup, whatever is written meanwhile."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from answerable.core.refusal import Refusal
from answerable.upkeep.backup.files import appear, copy_synced, sync, unfinished
from answerable.upkeep.backup.holding import Ask, Compare, Holding, holding
from answerable.upkeep.backup.manifest import Table

KIND = "sqlite"
FILE = "database.sqlite3"
WAIT = 20  # seconds for somebody's write to end
BITS = 8  # bytes of a row's hash: rows are counted, not defended
MODULUS = 1 << 64


@contextmanager
def snapshot(database: Path, into: Path) -> Iterator[Holding]:
    """Copy the database to ``into/database.sqlite3``; gives what the copy holds.

    In one step: a copy in parts begins again whenever somebody writes. Writers wait for its end, which a
    disk that reads 200 MB a second reaches for 4 GB within their 20 seconds.
    """
    copy = into / FILE
    with closing(_open(database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        _refuse_damaged(target, "The database")
        sync(copy)
        yield held(target)


def held_by(database: Path) -> Holding:
    """What a database file holds."""
    with closing(_open(database)) as connection:
        return held(connection)


def restore(folder: Path, database: Path, compare: Compare) -> None:
    """Copy the backup's database to its place, where none is yet or an empty one; compared beforehand."""
    with unfinished(database) as staged:
        copy_synced(folder / FILE, staged / FILE)
        compare(held_by(staged / FILE))
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


def held(connection: sqlite3.Connection) -> Holding:
    """What an open database holds."""

    def ask(sql: str) -> list[tuple[object, ...]]:
        return connection.execute(sql).fetchall()

    return holding(ask, {name: _table(connection, name) for name in _names(ask)})


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
