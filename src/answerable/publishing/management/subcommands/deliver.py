"""``answerable publications deliver``: what a worker does each minute."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from answerable.publishing.operations import deliver_due

HELP = "Opens what was under embargo and hands over what was decided, as the worker does each minute."


def add_arguments(parser: CommandParser) -> None:
    """It takes none."""


def run(command: BaseCommand, options: dict[str, Any]) -> None:
    command.stdout.write(f"{deliver_due(at=timezone.now())} handed over.")
