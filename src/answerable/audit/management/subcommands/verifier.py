"""``answerable audit verifier``: the program that checks an export on its own."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from answerable.audit.exporting import VERIFIER

HELP = "Prints a program that checks an export with Python's standard library and openssl alone."


def add_arguments(parser: CommandParser) -> None:
    """It takes none."""


def run(command: BaseCommand, options: dict[str, Any]) -> None:
    command.stdout.write(VERIFIER.read_text("utf-8"), ending="")
