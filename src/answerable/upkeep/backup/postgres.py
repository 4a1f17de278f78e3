"""The database on a server: dumped by ``pg_dump`` within one snapshot, which is asked at the same time."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import psycopg
from psycopg import sql

from answerable.core.refusal import Refusal
from answerable.upkeep.backup.files import sync
from answerable.upkeep.backup.holding import Compare, Holding, holding
from answerable.upkeep.backup.manifest import Table

KIND = "postgresql"
FILE = "database.dump"
SCHEMA, PUBLIC = "published", "published."
"""The schema of the public store, and what its tables are called by in a manifest, before their names."""
DEBIAN = Path("/usr/lib/postgresql")
VARIABLES = {
    "host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE",
    "service": "PGSERVICE", "passfile": "PGPASSFILE", "sslmode": "PGSSLMODE", "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY", "sslrootcert": "PGSSLROOTCERT",
}  # fmt: skip
"""How PostgreSQL's programs are told where the server is: never on the command line, which all can read."""

Where = Mapping[str, Any]
"""What libpq needs to connect: host, dbname, user …"""


@contextmanager
def snapshot(where: Where, into: Path) -> Iterator[Holding]:
    """Dump the database to ``into/database.dump``; gives what it held at that moment. Nobody waits for it."""
    with psycopg.connect(**where) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert row
        target = into / FILE
        options = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={row[0]}"]
        _run("pg_dump", where, *options, f"--file={target}")
        sync(target)
        yield held(connection)


def held_by(where: Where) -> Holding:
    """What a database holds."""
    with psycopg.connect(**where) as connection:
        return held(connection)


def restore(folder: Path, where: Where, compare: Compare) -> None:
    """Fill an empty database from the dump, in one transaction; then compare what it holds."""
    options = ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
    name = where.get("dbname", "")
    _run("pg_restore", where, *options, f"--dbname={name}", str(folder / FILE))
    compare(held_by(where))


def is_empty(where: Where) -> bool:
    """Have the schemas no table yet?"""
    with psycopg.connect(**where) as connection:
        return not _names(connection)


@contextmanager
def spare_database(where: Where) -> Iterator[Where]:
    """A new, empty database on the same server, dropped afterwards."""
    name = sql.Identifier(f"answerable_drill_{secrets.token_hex(4)}")
    with psycopg.connect(**where, autocommit=True) as connection:
        try:
            connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(name))
        except psycopg.errors.InsufficientPrivilege:
            raise Refusal(
                "The database’s user may not make the drill’s own database: let a superuser run "
                f"ALTER ROLE {connection.info.user} CREATEDB."
            ) from None
        try:
            yield {**where, "dbname": name.as_string(connection).strip('"')}
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def held(connection: psycopg.Connection[Any]) -> Holding:
    """What an open database holds, in the snapshot of its transaction."""

    def ask(query: str) -> list[tuple[Any, ...]]:
        return connection.execute(query.encode()).fetchall()

    connection.execute("SET LOCAL TimeZone = 'UTC'")
    return holding(ask, {_name(one): _table(connection, one) for one in _names(connection)})


def _names(connection: psycopg.Connection[Any]) -> list[tuple[str, str]]:
    """Schema and name of each table: of the record, and of the public store in a schema of its own."""
    query = (
        "SELECT table_schema, table_name FROM information_schema.tables WHERE table_schema IN "
        "(current_schema(), 'published') AND table_type = 'BASE TABLE' ORDER BY table_name, table_schema"
    )
    return list(connection.execute(query).fetchall())


def _name(table: tuple[str, str]) -> str:
    """As a manifest has it: "published.published_line" of the public store."""
    schema, name = table
    return f"{PUBLIC}{name}" if schema == SCHEMA else name


def _table(connection: psycopg.Connection[Any], name: tuple[str, str]) -> Table:
    """Counted on the server: the sum of the rows' hashes is the same in any order."""
    query = sql.SQL("SELECT count(*), coalesce(sum(hashtextextended(one::text, 0)), 0)::text FROM {} one")
    row = connection.execute(query.format(sql.Identifier(*name))).fetchone()
    assert row
    return Table(row[0], row[1])


def _run(program: str, where: Where, *arguments: str) -> None:
    environment = {**os.environ, **{VARIABLES[key]: str(where[key]) for key in where if key in VARIABLES}}
    done = subprocess.run(
        [_program(program), "--no-password", *arguments],
        env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        said = next((line for line in done.stderr.splitlines() if "error:" in line), done.stderr.strip())
        raise Refusal(f"{program} failed: {said.split('error: ')[-1].strip() or 'it said nothing'}.")


def _program(name: str) -> str:
    """The newest of Debian's, which also reads older servers; else what PATH has."""
    versions = sorted(DEBIAN.glob(f"*/bin/{name}"), key=lambda path: float(path.parent.parent.name))
    found = str(versions[-1]) if versions else shutil.which(name)
    if found is None:
        raise Refusal(f"{name} is not installed: install PostgreSQL’s client programs (postgresql-client).")
    return found


def url(where: Where) -> str:
    """Where a database is, as DATABASE_URL; the host in the query, which takes folders of sockets as well."""
    named = {key: value for key, value in where.items() if key not in ("dbname", "user", "password")}
    user = quote(str(where.get("user", "")), safe="")
    password = f":{quote(str(where['password']), safe='')}" if where.get("password") else ""
    return f"postgres://{user}{password}@/{quote(str(where['dbname']), safe='')}?{urlencode(named)}"
