"""``answerable migrate``: Django's, for the record and for the public store beside it."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from answerable.published.router import STORE

MAKE_SCHEMA = "CREATE SCHEMA IF NOT EXISTS published"  # config/public_store.py says where it is looked for


class Command(migrate.Command):
    help = "Makes the tables, and changes them after an upgrade: of the record, and of the public store."

    def run_from_argv(self, argv: list[str]) -> None:
        """From the command line without ``--database`` or a slice: one after the other."""
        super().run_from_argv(argv)
        if not any(one.startswith("--database") or not one.startswith("-") for one in _given(argv)):
            super().run_from_argv([*argv, f"--database={STORE}"])

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        if options["database"] == STORE and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(MAKE_SCHEMA)
        super().handle(*args, **options)


def _given(argv: list[str]) -> list[str]:
    """The arguments behind the command's name, without the values of options."""
    found, skip = [], False
    for one in argv[2:]:
        if not skip:
            found.append(one)
        skip = one in ("--verbosity", "-v", "--settings", "--pythonpath")
    return found
