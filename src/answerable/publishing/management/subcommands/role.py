"""``answerable publications role NAME``: the role of PostgreSQL that public pages read with."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connections
from psycopg import sql

from answerable.core.refusal import Refusal
from answerable.published.router import STORE

HELP = (
    "Prints the SQL that makes a role of PostgreSQL which can read the public store and nothing else; --run "
    "runs it. Give it a password of its own, and name it in PUBLIC_DATABASE_URL."
)
SCHEMA = "published"
STATEMENTS = (
    "CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT",
    "ALTER ROLE {role} SET default_transaction_read_only = on",
    "GRANT ALL ON SCHEMA public TO CURRENT_USER",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC",
    "GRANT CONNECT ON DATABASE {database} TO {role}",
    "GRANT USAGE ON SCHEMA {schema} TO {role}",
    "GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT ON TABLES TO {role}",
)


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("name", nargs="?", default="answerable_public", help="the role's name")
    parser.add_argument("--run", action="store_true", help="run it, as the user of DATABASE_URL")


def run(command: BaseCommand, options: dict[str, Any]) -> None:
    connection: Any = connections[STORE]
    if connection.vendor != "postgresql":
        raise Refusal("On SQLite public pages read a file of their own: there are no roles.")
    connection.ensure_connection()
    names = {
        "role": sql.Identifier(options["name"]),
        "schema": sql.Identifier(SCHEMA),
        "database": sql.Identifier(connection.get_connection_params()["dbname"]),
    }
    for statement in STATEMENTS:
        text = sql.SQL(statement).format(**names).as_string(connection.connection)
        command.stdout.write(f"{text};")
        if options["run"]:
            with connection.cursor() as cursor:
                cursor.execute(text)
