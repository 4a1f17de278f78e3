"""Refuses to work on a database that could lose what it confirmed: the connection itself is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import connection, connections
from django.db.utils import Error as DatabaseError

from answerable.core.refusal import Refusal
from answerable.published.router import STORE
from answerable.upkeep import asking_postgres, asking_sqlite

UNREACHABLE = "The database cannot be reached: {}."


class Unreachable(Refusal):
    """Nothing is known about the database, because it does not answer."""


def unsafe() -> list[str]:
    """One sentence for each setting of the live connection that could lose something, with what to change.

    Empty where UNSAFE_DATABASE is on: tests' databases are thrown away. Raises Unreachable.
    """
    if settings.UNSAFE_DATABASE or settings.PUBLIC_ONLY:
        return []
    found = _asked(connection)
    if connection.vendor == "sqlite":  # on PostgreSQL the public store is a schema of the same database
        found += _asked(connections[STORE]) + asking_sqlite.unsafe_store(connections[STORE])
    return list(dict.fromkeys(found))  # what is wrong with both is said once


def _asked(one: Any) -> list[str]:
    ask = asking_sqlite.unsafe if one.vendor == "sqlite" else asking_postgres.unsafe
    try:
        one.ensure_connection()
        return ask(one)
    except DatabaseError as error:
        raise Unreachable(UNREACHABLE.format(str(error).strip().splitlines()[0].rstrip("."))) from error


def refuse_unsafe() -> None:
    """Raise Refusal, with every sentence, where the database is unsafe; Unreachable where it is not there.

    No connection is left open: a web server may fork after this, and a connection must not be shared.
    """
    try:
        found = unsafe()
    finally:
        if not connection.in_atomic_block:
            connections.close_all()
    if found:
        raise Refusal("\n".join(found))


def safe_database(databases: Sequence[str] | None = None, **options: Any) -> list[CheckMessage]:
    """The same as a check of Django's: run by ``answerable migrate`` and ``check --database default``."""
    del options
    if "default" not in (databases or []):
        return []
    try:
        found = unsafe()
    except Unreachable:
        return []  # whoever asked is told so by what it does next
    return [Error(sentence, id="upkeep.E001") for sentence in found]


READS_AS_ALL = (
    "Public pages read with the same user of PostgreSQL as everything else. Make a role that can read "
    "nothing but what is published: answerable publications role."
)


def public_reader(databases: Sequence[str] | None = None, **options: Any) -> list[CheckMessage]:
    """Warns where a fault of a public page could read the record: on PostgreSQL without a role of its own."""
    del options
    if "default" not in (databases or []) or connection.vendor != "postgresql":
        return []
    return [] if settings.PUBLIC_DATABASE_URL else [Warning(READS_AS_ALL, id="upkeep.W001")]
