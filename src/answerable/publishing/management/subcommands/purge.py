"""``answerable publications purge``: no byte of what was withdrawn is left in the database's own files."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from answerable.published.purging import purge

HELP = (
    "Writes the public store's tables anew, so that what was withdrawn is not in the database's files. On "
    "PostgreSQL a worker does so after a withdrawal; SQLite overwrites it at once. Pages wait while it runs."
)


def add_arguments(parser: CommandParser) -> None:
    """It takes none."""


def run(command: BaseCommand, options: dict[str, Any]) -> None:
    purge()
    command.stdout.write("The public store's files hold nothing of what was withdrawn.")
